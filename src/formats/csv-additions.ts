import { csvCell, readRecords } from "../documents/csv";
import type { FieldDefinition } from "../kinds/field";
import type { Field } from "./field";
import type { Insertion, Reading } from "./format";

/** Adds a column for each field of an entry behind the last one of the table that the entries stand in, quoted as its cells are. */
export function addColumns(list: string, entries: readonly Field[], fields: readonly FieldDefinition[], { document }: Reading): Insertion[] {
  const columns = fields.filter((field) => field.path.startsWith(list));
  const [first, last] = [entries[0], entries.at(-1)];
  if (columns.length === 0 || !first || !last) return [];
  const { records, delimiter } = readRecords(document.text);
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.text !== ""));
  const begin = filled.findIndex(({ span }) => span.end >= first.anchor.start) - 1;
  const rows = filled.slice(Math.max(0, begin)).filter(({ span }) => span.start <= last.anchor.end);
  const width = rows[0]?.cells.length ?? 0;
  return rows.map(({ cells, span }, index) => {
    const quoted = cells.length > 0 && cells.every((cell) => document.text[cell.span.end] === '"');
    const said = columns.map((field) => csvCell(index === 0 ? field.title : "TODO", delimiter, quoted));
    return { span: { start: span.end, end: span.end }, text: delimiter.repeat(Math.max(0, width - cells.length)) + said.map((cell) => delimiter + cell).join("") };
  });
}
