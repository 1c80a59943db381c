import type { Finding } from "../rules/rule";
import type { Severity } from "../kinds/profile";
import { githubAnnotations } from "../reports/github";
import { junitXml } from "../reports/junit";
import { sarifLog } from "../reports/sarif";
import type { Level, OutputFormat } from "./arguments";
import { load } from "./load";
import type { LoadSettings, Progress } from "./load";
import { findingText, summaryText } from "./text";
import type { Style } from "./text";
import { version } from "./version";

/** What a command prints and how the program ends. */
export interface Outcome {
  readonly output: string;
  /** For standard error. */
  readonly notes: readonly string[];
  /** 0 clean, 1 findings at or above the level, 2 the job could not be done. */
  readonly status: 0 | 1 | 2;
}

const LOUDNESS: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };
const LEVEL: Readonly<Record<Level, number>> = { error: 3, warning: 2, information: 1 };

/** Checks files and folders, the current folder when none is named. */
export async function check(settings: LoadSettings, style: Style, progress: Progress): Promise<Outcome> {
  const { index, files, failures } = await load(settings.operands.length > 0 ? settings.operands : ["."], settings, progress);
  const checked = files.flatMap((file) => index.check(file.document.uri).map((one) => ({ ...one, path: file.path })));
  const notes = [...failures, ...files.filter((file) => file.named && file.document.readings.readings.length === 0).map(({ path, document }) => `${path}: not a governance document. ${document.readings.recognitions[0]?.because ?? ""}`.trim())];
  const findings = checked.flatMap((one) => one.findings);
  const summary = summarise(checked.length, findings);
  const isLoud = (finding: Finding) => LOUDNESS[finding.severity] >= LEVEL[settings.failOn];
  const reported = files.flatMap(({ path, document }) => {
    const own = index.check(document.uri);
    return own.length > 0 ? [{ path, document: document.readings.document, findings: own.flatMap((one) => one.findings) }] : [];
  });
  const output = print(settings.format);
  return { output, notes, status: failures.length > 0 ? 2 : findings.some(isLoud) ? 1 : 0 };

  function print(format: OutputFormat): string {
    if (format === "sarif") return json(sarifLog({ version, files: reported, failures }));
    if (format === "junit") return junitXml(reported, isLoud);
    if (format === "github") return githubAnnotations(reported);
    if (format === "text") return [...reported.flatMap(({ path, document, findings: own }) => own.map((finding) => findingText(path, finding, document, style))), summaryText(summary)].join("\n") + "\n";
    return json({ version, documents: checked.map(({ path, reading, findings: own }) => ({ path, kind: reading.kind.id, format: reading.format.id, findings: own.map((finding) => findingJson(finding, reading.document.lines)) })), summary });
  }
}

/** Counts for the last line. Hints count as information. */
export interface Summary {
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

function summarise(documents: number, findings: readonly Finding[]): Summary {
  const count = (...severities: Severity[]) => findings.filter((finding) => severities.includes(finding.severity)).length;
  return { documents, errors: count("error"), warnings: count("warning"), information: count("information", "hint") };
}

function findingJson(finding: Finding, lines: { rangeOf(span: Finding["span"]): unknown }) {
  const { rule, severity, message, span, clauses, fixes } = finding;
  return { rule, severity, message, range: lines.rangeOf(span), clauses, fixes: fixes.map(({ title }) => ({ title })) };
}

/** JSON as every command prints it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
