import { keyText } from "../documents/node";
import type { Entry } from "../documents/node";
import { child } from "../formats/field";
import type { Field } from "../formats/field";
import { defaultMatrix } from "../kinds/profile";
import type { RiskMatrix } from "../kinds/profile";

/** The `risk_matrix` of a workspace profile as it is written, whole or not. */
export interface WrittenMatrix {
  readonly likelihood: readonly string[];
  readonly consequence: readonly string[];
  readonly levels: readonly string[];
  /** The rows of the table; the first counts where a name stands twice. */
  readonly rows: ReadonlyMap<string, Entry>;
  readonly appetite: string | undefined;
}

/** Reads what there is of a matrix. */
export function writtenMatrix(field: Field | undefined): WrittenMatrix {
  const texts = (name: string) => child(field, name)?.items.map(({ value }) => String(value)) ?? [];
  const table = child(field, "table")?.node;
  const rows = new Map<string, Entry>();
  for (const entry of table?.type === "map" ? table.entries : []) {
    if (!rows.has(keyText(entry))) rows.set(keyText(entry), entry);
  }
  const appetite = child(field, "appetite")?.value;
  return { likelihood: texts("likelihood"), consequence: texts("consequence"), levels: texts("levels"), rows, appetite: appetite === undefined ? undefined : String(appetite) };
}

/** The words of a row, or none when it is no list of single values. */
export function cellsOf(row: Entry | undefined): readonly string[] {
  const items = row?.value.type === "list" ? row.value.items : [];
  return items.flatMap((item) => (item.type === "scalar" ? [String(item.value)] : []));
}

/** The matrix, when every likelihood has a row with a known level for each consequence; half a matrix rates nothing. */
export function wholeMatrix(written: WrittenMatrix): RiskMatrix | undefined {
  const { likelihood, consequence, levels, rows } = written;
  const table = likelihood.map((name) => cellsOf(rows.get(name)));
  const whole = table.length > 0 && consequence.length > 0 && table.every((row) => row.length === consequence.length && row.every((level) => levels.includes(level)));
  return whole ? { likelihood, consequence, levels, table, appetite: appetiteOn(levels, written.appetite) } : undefined;
}

/** The appetite where it is one of the levels, else the default one, else the lowest level. */
export function appetiteOn(levels: readonly string[], appetite: string | undefined): string {
  return [appetite, defaultMatrix.appetite].find((level) => level !== undefined && levels.includes(level)) ?? levels[0] ?? "";
}
