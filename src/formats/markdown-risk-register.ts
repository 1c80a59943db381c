import type { Document, Part } from "../documents/document";
import type { KeyValue, ListItem, Section, TableBlock, Words } from "../documents/markdown-block";
import { isPlaceholder } from "../documents/placeholder";
import { sectionsIn } from "../documents/sections";
import type { Kind } from "../kinds/field";
import { FieldBuilder } from "./field-builder";
import { child, itemsOf } from "./field";
import type { Field } from "./field";
import { fieldRows } from "./field-table";
import { priority } from "./format";
import type { Format, FormatReading, ReadContext, Unmapped } from "./format";
import { addToRegister } from "./markdown-additions";
import { MarkdownReader } from "./markdown-reader";
import { joined, pointOf, pointsOf } from "./markdown-points";
import { ownScale } from "./own-scale";
import { RiskEntries } from "./risk-entries";
import { riskTable, stepsOfScale } from "./risk-columns";
import { rootPlace } from "./root-place";
import { nameInTitle } from "./title-name";
import { isDash, scaleRating } from "./values";
import { vocabularyOf } from "./vocabulary";
import type { Vocabulary } from "./vocabulary";

/**
 * A risk register in Markdown: one wide table, a table or bullets below a heading per risk, a second table joined by id, or
 * plain bullets with their mitigation.
 */
export const markdownRiskRegister: Format = {
  id: "markdown-risk-register",
  title: "a Markdown risk register",
  languages: ["markdown"],
  priority: priority.words,
  kinds: ["security-risk"],
  wholeFile: true,
  recognise: () => undefined,
  confirms: (part, document, kind) => isRegister(itemsOf(readRegister(part, document, kind, { names: {} }).root, "risks")),
  read: readRegister,
  add: addToRegister,
};

/** Several risks, or one that is rated: a page about how to write risks has an example at most. */
function isRegister(risks: readonly Field[]): boolean {
  return risks.length > 1 || risks.some((risk) => ["likelihood", "consequence", "level"].some((name) => child(risk, name)));
}

function readRegister(part: Part, document: Document, kind: Kind, context: ReadContext): FormatReading {
  const vocabulary = vocabularyOf("security-risk", context.names);
  const builder = FieldBuilder.of(kind, rootPlace(part, document));
  const body = document.body?.();
  if (!body) return { root: builder.fields() };
  const { text } = document;
  const entries = new RiskEntries(builder, text, stepsOfScale(text, ratingsIn(body, vocabulary)));
  const joins: TableBlock[] = [];
  const unmapped: Unmapped[] = [];
  const reader = new MarkdownReader(text, kind, vocabulary, builder, {
    table: (table) => {
      const found = riskTable(table, vocabulary);
      if (!found) return false;
      unmapped.push(...found.unknown.map((name) => ({ name, span: name.span, list: "risks" })));
      if (found.joins) joins.push(table);
      else for (const row of table.rows) entries.row(found.columns, row);
      return true;
    },
    section: (section) => riskSection(section, entries, vocabulary),
    points: (path) => path === "risks",
  });
  reader.read(body);
  for (const table of joins) {
    const found = riskTable(table, vocabulary);
    for (const row of table.rows) if (found) entries.join(found.columns, row);
  }
  // Bullets are risks only where nothing else is.
  const bullets = entries.count > 0 ? [] : [...sectionsIn(body)].flatMap((section) => (section === reader.title || SAYS_RISK.test(section.title?.text ?? "") ? bulletsOf(section) : []));
  for (const { item, section } of bullets) entries.bullet(item.words, pointOf(item, text)[0] ?? item.words, section.title);
  const scale = ownScale(body, vocabulary);
  const title = reader.title?.title;
  const name = title && nameInTitle(title, vocabulary, text);
  if (title && !builder.has("title")) builder.put("title", { anchor: title.span, span: title.span, words: title });
  if (name && !builder.has("scope")) builder.put("scope", { anchor: name.span, span: name.span, words: name });
  return { root: builder.fields(), unmapped: [...reader.unmapped, ...unmapped], products: entries.products, ...(scale ? { scale } : {}) };
}

function ratingsIn(body: Section, vocabulary: Vocabulary): Words[] {
  return [...sectionsIn(body)].flatMap((section) =>
    section.blocks.flatMap((block) => {
      const columns = block.type === "table" ? riskTable(block, vocabulary)?.columns : undefined;
      if (block.type !== "table" || !columns) return [];
      return block.rows.flatMap((row) => row.filter((_, index) => columns[index] === "likelihood" || columns[index] === "consequence"));
    }),
  );
}

/** A heading with one risk below it: keys, a table of fields, or a table with the rows “inherent” and “residual”. */
function riskSection(section: Section, entries: RiskEntries, vocabulary: Vocabulary): boolean {
  const { title } = section;
  if (!title || section.depth < 2) return false;
  const columnOf = (name: string) => vocabulary.columns.find(name.replace(/[([（][^)\]）]*[)\]）]/g, " "));
  const keys: KeyValue[] = [];
  const ratings: { column: string; words: Words }[] = [];
  const labels = section.sections.filter((one) => one.depth > 6);
  const blocks = [...section.blocks, ...labels.flatMap((one) => (columnOf(one.title?.text ?? "") === undefined ? one.blocks : []))];
  for (const { title: label, blocks: below, span } of labels) {
    const value = label && columnOf(label.text) !== undefined ? joined(pointsOf(below, entries.text)) : undefined;
    if (label && value) keys.push({ key: label, value, blocks: [], span });
  }
  for (const block of blocks) {
    if (block.type === "paragraph") keys.push(...block.keys);
    else if (block.type === "list") keys.push(...block.items.flatMap((item) => item.key ?? []));
    else if (block.type === "table") {
      const rows = fieldRows(block, (name) => columnOf(name) !== undefined);
      if (rows) keys.push(...rows);
      else ratings.push(...ratingRows(block, columnOf));
    }
  }
  const said = keys.flatMap((key) => {
    const column = columnOf(key.key.text);
    return column === undefined ? [] : [{ column: settledKey(column, key, entries.text), key: whole(key, entries.text) }];
  });
  const telling = said.filter(({ column }) => column !== "title" && column !== "description" && column !== "id");
  const about = new Set([...telling.map(({ column }) => column), ...ratings.map(({ column }) => column)]);
  // A heading that names a part of the register is no risk, even when its scale stands below it.
  const part = vocabulary.headings.match(title.text) !== undefined || vocabulary.isIgnored(title.text) || /\b(?:matrix|scales?|criteria|methodology|legend|bands?)\b/i.test(title.text);
  const measured = about.has("treatment.actions.what") && !part;
  if ((about.size < 2 && !measured) || (part && !/\d/.test(title.text)) || !["likelihood", "consequence", "level", "treatment.actions.what", "treatment.option"].some((name) => about.has(name))) return false;
  const prose = pointsOf(blocks.filter((block) => block.type === "paragraph" && block.keys.length === 0), entries.text);
  entries.section(title, section, said, ratings, joined(prose));
  return true;
}

/** A key whose answer stands below it, such as a list of measures. */
function whole(key: KeyValue, text: string): KeyValue {
  const below = key.value.text === "" ? joined(pointsOf(key.blocks, text)) : undefined;
  return below ? { ...key, value: below } : key;
}

/** “Impact” is a rating in one register and prose in the next. */
function settledKey(column: string, key: KeyValue, text: string): string {
  const said = whole(key, text).value.text;
  return column === "consequence" && said !== "" && !isPlaceholder(said) && !isDash(said) && scaleRating(said) === undefined ? "impact" : column;
}

/** `| | Likelihood | Impact |` with a row for the risk as it is and one for what is left of it. */
function ratingRows(table: TableBlock, columnOf: (name: string) => string | undefined): { column: string; words: Words }[] {
  const columns = table.header.map((cell) => columnOf(cell.text));
  if (!columns.some((name) => name === "likelihood" || name === "consequence")) return [];
  return table.rows.flatMap((row) => {
    const name = row[0]?.text ?? "";
    const residual = /residual|target|after|rest|résiduel|残/i.test(name);
    if (!residual && !/inherent|initial|current|before|gross|brut|固有/i.test(name)) return [];
    return row.flatMap((words, index) => {
      const column = columns[index];
      return index === 0 || column === undefined ? [] : [{ column: residual ? `residual.${column}` : column, words }];
    });
  });
}

const SAYS_RISK = /risk|threat|risik|risque|riesgo|risco|风险|リスク|rủi ro|risico|위험|리스크|ریسک/iu;
const SAYS_REGISTER = /\brisks?\b.*\b(?:register|registry|log)\b/iu;

function bulletsOf(section: Section): { item: ListItem; section: Section }[] {
  const register = SAYS_REGISTER.test(section.title?.text ?? "");
  return section.blocks.flatMap((block) => {
    if (block.type !== "list") return [];
    // Below the title of a register `Drift: fixed seeds` names a risk and what is done about it.
    if (register && block.items.length > 1 && block.items.every((item) => item.key && item.key.value.text.length > 10)) return block.items.map((item) => ({ item, section }));
    const withMeasure = block.items.filter((item) => MEASURE.test(pointOf(item, "")[0]?.text ?? item.words.text)).length;
    return withMeasure * 2 >= block.items.length ? block.items.map((item) => ({ item, section })) : [];
  });
}

/** How a bullet goes on to say what is done about its risk. */
const MEASURE = /\b(?:mitigations?|controls?|treatment|response|countermeasures?|maßnahmen?|atténuation|mitigación|mitigação|owner)\s*[:：—–]|\bmitigated (?:by|via|with|through)\b|缓解措施|対策[:：]|biện pháp/iu;
