import type { TableBlock, Words } from "../documents/markdown-block";
import { phraseOf } from "./phrase";
import { numberIn, scaleRating } from "./values";
import type { Vocabulary } from "./vocabulary";

/** Columns that only a table of risks has. */
const TELLING = new Set(["likelihood", "consequence", "level", "score", "treatment.option", "treatment.actions.what", "residual.level", "residual.likelihood", "residual.consequence"]);

/** What the columns of a table of risks mean: a field of a risk, `score`, or undefined. In the order of the columns. */
export type Columns = readonly (string | undefined)[];

/** How a table belongs to a register: one risk per row, or more about risks that stand elsewhere. */
export interface RiskTable {
  readonly columns: Columns;
  readonly joins: boolean;
  /** The headers of columns that say something and mean no field as far as we know. */
  readonly unknown: readonly Words[];
}

/** Understands a table of risks; undefined for scales, bands, sign-offs and whatever else a register holds. */
export function riskTable(table: TableBlock, vocabulary: Vocabulary): RiskTable | undefined {
  const named = table.header.map((cell) => columnOf(cell.text, vocabulary));
  const columns = settled(table, clearest(named));
  const has = (name: string) => columns.includes(name);
  const telling = columns.filter((name) => name !== undefined && TELLING.has(name)).length;
  const saysRisk = table.header.some((cell) => /risk|threat|hazard|risiko|risque|riesgo|risco|风险|リスク|rủi ro|risico|위험|리스크|ریسک/iu.test(cell.text));
  if (!has("id") && isScale(table, columns)) return undefined;
  const unknown = table.header.filter((cell, index) => named[index] === undefined && cell.text !== "" && !vocabulary.isIgnored(cell.text) && table.rows.some((row) => (row[index]?.text ?? "") !== ""));
  if (has("title") && (telling > 0 || (saysRisk && (has("owner") || has("status") || has("due"))))) return { columns, joins: false, unknown };
  if (has("description") && telling > 1 && table.header.length > 2) return { columns, joins: false, unknown };
  const more = columns.filter((name) => name !== undefined && name !== "id").length;
  return has("id") && more > 0 ? { columns, joins: true, unknown } : undefined;
}

/** What a column's name means, and whether it is known in this very form. */
interface Named {
  readonly path: string;
  readonly exact: boolean;
}

function columnOf(name: string, vocabulary: Vocabulary): Named | undefined {
  const bare = withoutScale(name);
  const exact = vocabulary.columns.find(name) ?? vocabulary.columns.find(bare);
  if (exact !== undefined) return { path: exact, exact: true };
  const path = phraseOf(bare).split(" ").length <= 4 ? vocabulary.columns.match(bare)?.paths[0] : undefined;
  return path === undefined ? undefined : { path, exact: false };
}

/** `Likelihood (1–5)`, `L_1to5`, `Impact [H/M/L]` without the scale. */
function withoutScale(name: string): string {
  return name.replace(/[([（][^)\]）]*[)\]）]/g, " ").replace(/(?:^|[\s_-])[01]\s?(?:to|[-–—~])\s?\d+(?=$|[\s_-])/giu, " ");
}

/** Of several columns that could be the rating, the one that is called so: “Max impact” beside “Impact financial”. */
function clearest(named: readonly (Named | undefined)[]): Columns {
  return named.map((one) => (one && RATED.has(one.path.replace("residual.", "")) && !one.exact && named.some((other) => other?.path === one.path && other.exact) ? undefined : one?.path));
}

/** The rows explain the steps of a scale: what would be the titles of risks are its words. */
function isScale(table: TableBlock, columns: Columns): boolean {
  const at = Math.max(columns.indexOf("title"), columns.includes("title") ? 0 : columns.indexOf("description"));
  const steps = table.rows.map((row) => row[0]?.text.toLowerCase() ?? "");
  // Each step has a row of its own; the levels of risks come again.
  const ladder = steps.length > 1 && new Set(steps).size === steps.length && steps.every((step) => step.length < 30 && scaleRating(step) !== undefined) && steps.some((step) => scaleRating(step)?.word !== undefined);
  // `1 | Rare – only in exceptional circumstances`: the numbers of a rating with what each of them means.
  const numbered = table.header.length < 4 && RATED.has(columns[0] ?? "") && steps.length > 2 && steps.every((step, index) => numberIn(step) !== undefined && !steps.slice(0, index).includes(step));
  const titles = table.rows.filter((row) => (row[at]?.text ?? "").length < 30 && scaleRating(row[at]?.text ?? "")?.word !== undefined).length;
  return ladder || numbered || (table.rows.length > 1 && titles * 3 > table.rows.length * 2);
}

/**
 * Settles what a name leaves open: “Impact” is a rating in one file and prose in the next, “Inherent risk” is a word here and
 * a product there, and of two columns of the same meaning the second is a description.
 */
function settled(table: TableBlock, columns: Columns): Columns {
  const cells = (index: number) => table.rows.flatMap((row) => (row[index]?.text ? [row[index].text] : []));
  const seen = new Set<string>();
  const untitled = !columns.includes("title");
  return columns.map((name, index) => {
    if (name === undefined) return undefined;
    let meaning: string | undefined = name;
    const texts = cells(index);
    if (RATED.has(name) && texts.length > 0 && texts.filter((text) => text.length < 40 && scaleRating(text)).length * 2 < texts.length) meaning = "description";
    if (name === "level" && texts.length > 0 && columns.includes("likelihood") && !columns.includes("score") && texts.every((text) => numberIn(text) !== undefined && scaleRating(text)?.word === undefined)) meaning = "score";
    if (name === "title" && !columns.includes("id") && texts.length > 0 && texts.every((text) => /^[A-Z]{1,4}[-_ ]?\d+$/.test(text))) meaning = "id";
    if (meaning === "description" && untitled && !seen.has("title")) meaning = "title";
    if (seen.has(meaning)) meaning = meaning === "title" && !seen.has("description") ? "description" : undefined;
    if (meaning !== undefined) seen.add(meaning);
    return meaning;
  });
}

const RATED = new Set(["likelihood", "consequence", "level"]);

/** How many steps the file's own scale has, where a heading, a sentence or the numbers themselves say so. */
export function stepsOfScale(text: string, ratings: readonly Words[]): number | undefined {
  const said = /(?:likelihood|impact|scale|score[sd]?|probability|rating|axes|severity|consequence|skala|échelle|escala|评分|尺度)[^\n]{0,60}?\b1\s*(?:[-–—~]|to|bis|à|a|至)\s*(\d)\b/iu.exec(text)?.[1] ?? /[(（]\s*1\s*[-–—~]\s*(\d)\s*[)）]/u.exec(text)?.[1];
  if (said !== undefined) return Number(said);
  const highest = Math.max(0, ...ratings.map((words) => numberIn(words.text) ?? 0));
  return highest === 5 ? 5 : undefined;
}
