import type { Document } from "../documents/document";
import type { Reading } from "../formats/format";
import type { Finding } from "../rules/rule";
import type { Severity } from "../kinds/profile";
import { githubAnnotations } from "../reports/github";
import { junitXml } from "../reports/junit";
import { sarifLog } from "../reports/sarif";
import type { Level, OutputFormat } from "./arguments";
import { load } from "./load";
import type { Loaded, LoadSettings, Progress } from "./load";
import { findingText, summaryText } from "./text";
import type { Style } from "./text";
import { version } from "./version";
import type { WorkspaceIndex } from "../workspace/workspace-index";

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
  const checked = files.flatMap((file) => checkedParts(index, file));
  const notes = [...failures, ...files.flatMap(noteOn)];
  const findings = checked.flatMap((one) => one.findings);
  const summary = summarise(checked, findings);
  const isLoud = (finding: Finding) => LOUDNESS[finding.severity] >= LEVEL[settings.failOn];
  const reported = files.flatMap(({ path, document }) => {
    const own = checked.filter((one) => one.document === document.readings.document);
    return own.length > 0 ? [{ path, document: document.readings.document, findings: own.flatMap((one) => one.findings) }] : [];
  });
  const output = print(settings.format);
  return { output, notes, status: failures.length > 0 ? 2 : findings.some(isLoud) ? 1 : 0 };

  function print(format: OutputFormat): string {
    if (format === "sarif") return json(sarifLog({ version, files: reported, failures }));
    if (format === "junit") return junitXml(reported, isLoud);
    if (format === "github") return githubAnnotations(reported);
    if (format === "text") return [...reported.flatMap(({ path, document, findings: own }) => own.map((finding) => findingText(path, finding, document, style))), summaryText(summary)].join("\n") + "\n";
    return json({ version, documents: checked.map(({ path, document, reading, findings: own }) => ({ path, kind: reading?.kind.id ?? null, format: reading?.format.id ?? null, findings: own.map((finding) => findingJson(finding, document.lines)) })), summary });
  }
}

/** What was checked of a file: a part that is of a kind, or, without a reading, the references to clauses in a text of no kind. */
interface CheckedPart {
  readonly path: string;
  readonly document: Document;
  readonly reading: Reading | undefined;
  readonly findings: readonly Finding[];
}

function checkedParts(index: WorkspaceIndex, { path, document: { uri, readings } }: Loaded): CheckedPart[] {
  const { document } = readings;
  const parts = index.check(uri);
  if (parts.length > 0) return parts.map(({ reading, findings }) => ({ path, document, reading, findings }));
  const findings = index.findings(uri);
  return findings.length > 0 || readings.references().all.length > 0 ? [{ path, document, reading: undefined, findings }] : [];
}

/** A person who names a file is told when it was not checked as a document. */
function noteOn({ path, named, document: { readings } }: Loaded): string[] {
  if (!named || readings.readings.length > 0) return [];
  const cited = readings.references().all.length;
  const checked = cited > 0 ? ` Its ${cited === 1 ? "reference to a clause was" : `${cited} references to clauses were`} checked.` : "";
  return [`${path}: not a governance document. ${readings.recognitions[0]?.because ?? ""}${checked}`.trim()];
}

/** Counts for the last line. Hints count as information. */
export interface Summary {
  /** Governance documents. */
  readonly documents: number;
  /** Other texts that refer to clauses. */
  readonly texts: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

function summarise(checked: readonly CheckedPart[], findings: readonly Finding[]): Summary {
  const count = (...severities: Severity[]) => findings.filter((finding) => severities.includes(finding.severity)).length;
  const documents = checked.filter((one) => one.reading).length;
  return { documents, texts: checked.length - documents, errors: count("error"), warnings: count("warning"), information: count("information", "hint") };
}

function findingJson(finding: Finding, lines: { rangeOf(span: Finding["span"]): unknown }) {
  const { rule, severity, message, span, clauses, fixes } = finding;
  return { rule, severity, message, range: lines.rangeOf(span), clauses, fixes: fixes.map(({ title }) => ({ title })) };
}

/** JSON as every command prints it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
