import { languageOf, readDocument } from "../../src/documents/read";
import { isLeaf, walk } from "../../src/formats/field";
import { readParts } from "../../src/formats/readings";
import { defaultProfile } from "../../src/kinds/profile";
import type { Severity } from "../../src/kinds/profile";
import { checkDocument } from "../../src/rules/check";

/** A file of other people, with the group that the table counts it in. */
export interface Tried {
  readonly group: string;
  readonly name: string;
  readonly text: string;
}

/** What came of reading it, at the default profile. */
export interface Taken {
  readonly kind: string | undefined;
  readonly format: string | undefined;
  /** Fields with a value of their own that hold an answer. */
  readonly filled: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** Reads and checks one file as the command line does. */
export function take({ name, text }: Tried): Taken {
  const readings = readParts(readDocument(`file:///${name}`, languageOf(name) ?? "yaml", text), { path: name });
  const [reading] = readings.readings;
  const findings = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of checkDocument(readings, { profile: defaultProfile, today: "2026-11-25" }).findings) findings[severity]++;
  const filled = reading ? [...walk(reading.root)].filter((field) => isLeaf(field) && field.state === "filled").length : 0;
  return { kind: reading?.kind.id, format: reading?.format.id, filled, findings };
}

/** A Markdown table: format, files, recognised, fields filled on average, findings by severity. */
export function tableOf(tried: readonly (readonly [Tried, Taken])[], by: (one: readonly [Tried, Taken]) => string): string {
  const groups = [...new Set(tried.map(by))].sort();
  const rows = groups.map((group) => {
    const own = tried.filter((one) => by(one) === group).map(([, taken]) => taken);
    const known = own.filter(({ kind }) => kind !== undefined);
    const sum = (count: (one: Taken) => number) => known.reduce((total, one) => total + count(one), 0);
    const severities = (["error", "warning", "information"] as const).map((severity) => sum(({ findings }) => findings[severity]));
    return [group, own.length, known.length, known.length === 0 ? "–" : Math.round(sum(({ filled }) => filled) / known.length), ...severities];
  });
  const head = ["format", "files", "recognised", "fields filled on average", "errors", "warnings", "information"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
