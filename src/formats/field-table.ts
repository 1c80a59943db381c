import type { KeyValue, TableBlock, Words } from "../documents/markdown-block";
import { phraseOf } from "./phrase";

/** How the header of a table of fields is called, when it has one. */
const KEY_COLUMN = new Set("field item property attribute key parameter aspect characteristic detail category metadata element section topic attribut feld champ campo veld 字段 属性 项目 項目 mục thuộc_tính information info question questions".split(" ").map((word) => phraseOf(word.replace("_", " "))));

/**
 * The rows of a table with a field and its value in each: two columns under a header such as Field | Value, or under an empty
 * header; also one whose header row is itself the first field. Undefined for other tables.
 */
export function fieldRows(table: TableBlock, isKey: (name: string) => boolean): KeyValue[] | undefined {
  const width = Math.max(table.header.length, ...table.rows.map((row) => row.length));
  if (width < 2 || width > 3) return undefined;
  const [first, second] = table.header;
  // `Field | Type | Description` describes the columns of a data set.
  if (width === 3 && second && /^(?:d?type|data ?type|typ|tipo|格式|类型|型)$/iu.test(second.text)) return undefined;
  const headless = table.header.every((cell) => cell.text === "");
  const named = first !== undefined && KEY_COLUMN.has(phraseOf(first.text));
  const known = table.rows.filter((row) => row[0] && isKey(row[0].text)).length;
  const asHeader = first !== undefined && !named && !headless && isKey(first.text) && width === 2;
  if (!headless && !named && !(width === 2 && known * 2 >= table.rows.length && known > 1)) return undefined;
  if ((headless || named) && known === 0) return undefined;
  const rows = asHeader ? [table.header, ...table.rows] : table.rows;
  return rows.flatMap((row) => pairOf(row) ?? []);
}

function pairOf([key, value]: readonly Words[]): KeyValue | undefined {
  if (!key || key.text === "") return undefined;
  const words = value ?? { text: "", span: { start: key.span.end, end: key.span.end } };
  return { key, value: words, blocks: [], span: { start: key.span.start, end: Math.max(key.span.end, words.span.end) } };
}
