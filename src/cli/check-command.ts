import { fileURLToPath } from "node:url";
import type { Document } from "../documents/document";
import type { Finding } from "../rules/rule";
import type { Severity } from "../kinds/profile";
import { githubAnnotations } from "../reports/github";
import { junitXml } from "../reports/junit";
import { sarifLog } from "../reports/sarif";
import type { Level, OutputFormat } from "./arguments";
import { checkFiles } from "./checked-files";
import type { CheckedFile } from "./checked-files";
import { shownPath } from "./load";
import type { LoadSettings } from "./load";
import type { Progress } from "./progress";
import { findingText, summaryText } from "./text";
import type { Style } from "./text";
import { version } from "./version";
import type { PartCheck } from "../workspace/file-check";

/** What a command prints and how the program ends. */
export interface Outcome {
  readonly output: string;
  /** For standard error. */
  readonly notes: readonly string[];
  /** 0 clean, 1 findings at or above the level, 2 the job could not be done, 130 somebody stopped it. */
  readonly status: 0 | 1 | 2 | 130;
}

const LOUDNESS: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };
const LEVEL: Readonly<Record<Level, number>> = { error: 3, warning: 2, information: 1 };

/** Checks files and folders, the current folder when none is named. What files say of each other is known from all that lies below the same root. */
export async function check(settings: LoadSettings, style: Style, progress: Progress): Promise<Outcome> {
  const { files, failures, reused, read } = await checkFiles(settings.operands.length > 0 ? settings.operands : ["."], settings, progress);
  const checked = files.flatMap(({ file, document, check: { parts } }) => parts.map((part) => ({ path: file.path, document, ...part })));
  const notes = [...failures, ...files.flatMap(noteOn), ...(reused > 0 ? [`Reused the findings of ${reused} of ${read} ${read === 1 ? "file" : "files"}: nothing they depend on has changed.`] : [])];
  const findings = checked.flatMap((one) => one.findings);
  const summary = summarise(checked, findings);
  const isLoud = (finding: Finding) => LOUDNESS[finding.severity] >= LEVEL[settings.failOn];
  const reported = files.flatMap(({ file: { path }, document, check: { parts } }) => (parts.length > 0 ? [{ path, document, findings: parts.flatMap((one) => one.findings) }] : []));
  const output = print(settings.format);
  return { output, notes, status: failures.length > 0 ? 2 : findings.some(isLoud) ? 1 : 0 };

  function print(format: OutputFormat): string {
    if (format === "sarif") return json(sarifLog({ version, files: reported, failures, pathOf }));
    if (format === "junit") return junitXml(reported, isLoud);
    if (format === "github") return githubAnnotations(reported);
    if (format === "text") return [...reported.flatMap(({ path, document, findings: own }) => own.map((finding) => findingText(path, finding, document, pathOf, style))), summaryText(summary)].join("\n") + "\n";
    return json({ version, documents: checked.map(({ path, document, kind, format: form, findings: own }) => ({ path, kind, format: form, findings: own.map((finding) => findingJson(finding, document, pathOf)) })), summary });
  }

  function pathOf(uri: string): string {
    return shownPath(fileURLToPath(uri), settings.folder);
  }
}

/** A person who names a file is told when it was not checked as a document. */
function noteOn({ file: { path, named }, check: { parts, references, because } }: CheckedFile): string[] {
  if (!named || parts.some((part) => part.kind !== null)) return [];
  const checked = references > 0 ? ` Its ${references === 1 ? "reference to a clause was" : `${references} references to clauses were`} checked.` : "";
  return [`${path}: not a governance document. ${because}${checked}`.trim()];
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

function summarise(checked: readonly PartCheck[], findings: readonly Finding[]): Summary {
  const count = (...severities: Severity[]) => findings.filter((finding) => severities.includes(finding.severity)).length;
  const documents = checked.filter((one) => one.kind !== null).length;
  return { documents, texts: checked.length - documents, errors: count("error"), warnings: count("warning"), information: count("information", "hint") };
}

function findingJson(finding: Finding, document: Document, pathOf: (uri: string) => string) {
  const { rule, severity, message, span, clauses, fixes } = finding;
  const related = finding.related.map(({ document: other = document, span: place, message: what }) => ({ ...(other === document ? {} : { path: pathOf(other.uri) }), range: other.lines.rangeOf(place), message: what }));
  return { rule, severity, message, range: document.lines.rangeOf(span), clauses, fixes: fixes.map(({ title }) => ({ title })), ...(related.length > 0 ? { related } : {}) };
}

/** JSON as every command prints it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
