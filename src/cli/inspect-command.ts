import { isLeaf, missingIn, walk } from "../formats/field";
import type { FieldState } from "../formats/field";
import type { Reading } from "../formats/format";
import type { Range } from "../documents/span";
import type { StrictnessProfile } from "../kinds/field";
import type { ClauseRef } from "../standards/clause";
import { json } from "./check-command";
import type { Outcome } from "./check-command";
import { load } from "./load";
import type { LoadSettings } from "./load";
import type { Progress } from "./progress";
import { UsageError } from "./usage-error";

/** One field as `inspect` shows it. */
interface InspectedField {
  readonly path: string;
  readonly state: FieldState;
  readonly range: Range;
  readonly clauses: readonly ClauseRef[];
}

/** Shows what a file was taken for and the state of each of its fields. */
export async function inspect(settings: LoadSettings, progress: Progress): Promise<Outcome> {
  const [file, ...more] = settings.operands;
  if (file === undefined || more.length > 0) throw new UsageError("inspect takes one file, or - for standard input.");
  const { files, failures } = await load([file], settings, progress);
  const loaded = files[0];
  if (!loaded || failures.length > 0) throw new UsageError(failures[0] ?? `“${file}” is no file that can be inspected.`);
  const { readings, recognitions } = loaded.document.readings;
  const strictness = loaded.document.folder.profile.strictness;
  const parts = readings.map((reading) => ({ kind: reading.kind.id, format: reading.format.id, fields: inspected(reading, strictness) }));
  const first = parts[0] ?? { kind: null, format: null, fields: [] };
  const because = recognitions.find((one) => one.kind)?.because ?? recognitions[0]?.because ?? "";
  const whole = { path: loaded.path, ...first, because, ...(parts.length > 1 ? { parts } : {}) };
  return { output: settings.format === "json" ? json(whole) : textOf(loaded.path, because, parts, readings), notes: [], status: 0 };
}

/** The fields that are there and those that the profile expects, in the order of the text. */
function inspected(reading: Reading, strictness: StrictnessProfile): InspectedField[] {
  const { lines } = reading.document;
  const fields: (InspectedField & { start: number })[] = [];
  for (const field of [reading.root, ...walk(reading.root)]) {
    if (field !== reading.root && (isLeaf(field) || field.children.length === 0)) {
      fields.push({ path: field.path, state: field.state, range: lines.rangeOf(field.span), clauses: field.definition.clauses, start: field.span.start });
    }
    for (const { name, clauses } of missingIn(field, strictness)) {
      const path = field.path === "" ? name : `${field.path}.${name}`;
      fields.push({ path, state: "missing", range: lines.rangeOf(field.anchor), clauses, start: field.anchor.start });
    }
  }
  return fields.sort((a, b) => a.start - b.start).map(({ path, state, range, clauses }) => ({ path, state, range, clauses }));
}

const MARKS: Readonly<Record<FieldState, string>> = { filled: "●", placeholder: "◌", empty: "○", missing: "○" };

function textOf(path: string, because: string, parts: readonly { fields: InspectedField[] }[], readings: readonly Reading[]): string {
  if (parts.length === 0) return `${path}: not a governance document. ${because}\n`;
  const blocks = parts.map(({ fields }, index) => {
    const filled = fields.filter((field) => field.state === "filled").length;
    const head = `${path}: ${readings[index]?.kind.title ?? ""}, ${readings[index]?.format.title ?? ""}, ${filled} of ${fields.length} fields. ${because}`;
    const width = Math.max(...fields.map((field) => field.path.length));
    const rows = fields.map((field) => {
      const state = field.state === "filled" ? `line ${field.range.start.line + 1}` : field.state;
      return `  ${MARKS[field.state]} ${field.path.padEnd(width)}  ${state.padEnd(11)} ${field.clauses.join(" ")}`.trimEnd();
    });
    return [head, ...rows, ""].join("\n");
  });
  return blocks.join("\n");
}
