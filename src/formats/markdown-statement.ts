import type { Document, Part } from "../documents/document";
import type { TableBlock, Words } from "../documents/markdown-block";
import { sectionsIn } from "../documents/sections";
import type { Kind } from "../kinds/field";
import { catalogue } from "../standards/catalogue";
import type { StandardId } from "../standards/clause";
import { answerOf, cellAnswer } from "./answer";
import { FieldBuilder } from "./field-builder";
import { itemsOf } from "./field";
import { priority } from "./format";
import type { Format, FormatReading, ReadContext } from "./format";
import { addToMarkdown } from "./markdown-additions";
import { MarkdownReader } from "./markdown-reader";
import { rootPlace } from "./root-place";
import { isDash, truthIn } from "./values";
import { vocabularyOf } from "./vocabulary";
import type { Vocabulary } from "./vocabulary";

/** Controls that make a table one of a statement of applicability, even when little else does. */
const ENOUGH = 3;

/** A control at the beginning of a cell: `A.5.1`, `5.1`, `**A.8.24** Use of cryptography`, `ISO 27001 A.5.1`. */
const CONTROL = /^\W*(?:ISO(?:\/IEC)?\s*\d{5}(?::\d{4})?\s*)?(?:annex\s*)?((?:A\s?[.-]?\s?)?\d{1,2}(?:[.-]\d{1,2}){1,3})\b\s*[:.)–—-]*\s*(.*)$/isu;

/** A statement of applicability in Markdown: a table of controls, with rows that name the sections of Annex A among them. */
export const markdownStatement: Format = {
  id: "markdown-statement-of-applicability",
  title: "a Markdown statement of applicability",
  languages: ["markdown"],
  priority: priority.words,
  kinds: ["statement-of-applicability"],
  wholeFile: true,
  recognise: () => undefined,
  confirms: (part, document, kind) => itemsOf(readStatement(part, document, kind, { names: {} }).root, "entries").length >= ENOUGH,
  read: readStatement,
  add: addToMarkdown,
};

function readStatement(part: Part, document: Document, kind: Kind, context: ReadContext): FormatReading {
  const vocabulary = vocabularyOf("statement-of-applicability", context.names);
  const builder = FieldBuilder.of(kind, rootPlace(part, document));
  const body = document.body?.();
  if (!body) return { root: builder.fields() };
  const standard = standardOf(document, controlsIn([...sectionsIn(body)].flatMap((section) => section.blocks.flatMap((block) => (block.type === "table" ? [block] : [])))));
  if (standard) builder.put("standard", { anchor: standard.words.span, span: standard.words.span, words: { ...standard.words, text: standard.id } });
  const reader = new MarkdownReader(document.text, kind, vocabulary, builder, { table: (table) => controlTable(table, builder, vocabulary, standard?.id ?? "iso27001") });
  reader.read(body);
  const title = reader.title?.title;
  if (title) builder.put("title", { anchor: title.span, span: title.span, words: title });
  return { root: builder.fields(), unmapped: reader.unmapped };
}

/** The numbers of the controls in the first columns of tables. */
function controlsIn(tables: readonly TableBlock[]): string[] {
  return tables.flatMap((table) => table.rows.flatMap((row) => CONTROL.exec(row[0]?.text ?? "")?.[1] ?? []));
}

/** The standard that the text names first, or that has the numbers. */
function standardOf(document: Document, numbers: readonly string[]): { id: StandardId; words: Words } | undefined {
  const { text } = document;
  const named = /(?:ISO\s*(?:\/\s*IEC)?[\s-]*)?\b(27001|42001)\b(?::20\d\d)?/i.exec(text.slice(document.bodyStart ?? 0));
  if (named?.[1]) {
    const start = (document.bodyStart ?? 0) + named.index;
    return { id: `iso${named[1]}` as StandardId, words: { text: named[0], span: { start, end: start + named[0].length } } };
  }
  if (numbers.length === 0) return undefined;
  const ids = (["iso27001", "iso42001"] as const).map((id) => ({ id, known: numbers.filter((one) => catalogue.clause(`${id}:A.${bare(one)}`)).length }));
  const best = ids.sort((a, b) => b.known - a.known)[0];
  const place = text.indexOf(numbers[0] ?? "");
  return best && best.known > 0 ? { id: best.id, words: { text: best.id, span: { start: place, end: place + (numbers[0]?.length ?? 0) } } } : undefined;
}

function controlTable(table: TableBlock, builder: FieldBuilder, vocabulary: Vocabulary, standard: StandardId): boolean {
  const columns = table.header.map((cell) => vocabulary.columns.find(cell.text) ?? vocabulary.columns.match(cell.text)?.paths[0]);
  const first = columns.indexOf("control");
  const at = first >= 0 ? first : 0;
  const rows = table.rows.filter((row) => CONTROL.test(row[at]?.text ?? ""));
  if (rows.length < 2 || rows.length * 2 < table.rows.length || columns.filter(Boolean).length < 2) return false;
  const answers = ["applicable", "justification", "status"].filter((name) => columns.includes(name));
  if (answers.length === 0) return false;
  for (const row of rows) entryOfRow(row, columns, at, builder, standard);
  return true;
}

function entryOfRow(row: readonly Words[], columns: readonly (string | undefined)[], at: number, builder: FieldBuilder, standard: StandardId): void {
  const cell = row[at];
  const match = CONTROL.exec(cell?.text ?? "");
  if (!cell || !match?.[1]) return;
  // A row such as “A.5 – Organisational controls” names a section of Annex A.
  if (bare(match[1]).split(".").length < 2) return;
  const span = { start: Math.min(...row.map((one) => one.span.start)), end: Math.max(...row.map((one) => one.span.end)) };
  const entry = builder.item("entries", { anchor: cell.span, span });
  entry?.put("control", { anchor: cell.span, span: cell.span, words: { text: `${standard}:A.${bare(match[1])}`, span: cell.span } });
  const words = (name: string) => row[columns.indexOf(name)];
  const [applicable, justification, status] = [words("applicable"), words("justification"), words("status")];
  const said = applicable && applicable.text !== "" ? truthIn(applicable.text) : status && /^(?:n\/?a|not applicable|excluded)$/i.test(status.text) ? false : undefined;
  const source = applicable && applicable.text !== "" ? applicable : said === false ? status : undefined;
  if (source) entry?.put("applicable", { ...cellAnswer(source), words: said === undefined ? source : { ...source, text: said ? "yes" : "no" } });
  if (justification) entry?.put("justification", cellAnswer(justification));
  if (status && status.text !== "" && !isDash(status.text)) entry?.put("status", cellAnswer(status));
  const owner = words("owner");
  if (owner && owner.text !== "") entry?.put("owner", cellAnswer(owner));
  for (const name of ["risks", "evidence"]) {
    const list = words(name);
    if (list && list.text !== "" && !isDash(list.text)) entry?.put(name, answerOf(list.span, list, [list]));
  }
}

function bare(number: string): string {
  return number.replace(/^A\s?[.-]?\s?/i, "").replace(/-/g, ".");
}
