import type { KeyValue, TableBlock, Words } from "../documents/markdown-block";
import { cellAnswer } from "./answer";
import type { FieldBuilder } from "./field-builder";
import { numberIn } from "./values";
import type { Vocabulary } from "./vocabulary";

/** Results of a table that has one model per row or benchmark per column soon go beyond what a card is about. */
const MOST_RESULTS = 120;

/** Columns that count something and measure nothing. */
const COUNTS = /^(?:#|n|no\.?|id|count|samples?|size|support|params?|parameters|epochs?|steps?|rows|seed|样本|样本数|数量|件数|số mẫu)$/i;

/** Names of common metrics, as they stand in sentences and bullets. */
const METRIC =
  "(?:balanced |top-\\d )?accuracy|(?:macro|micro|weighted)[- ]?f1(?:[- ]score)?|f1(?:[- ]?(?:score|macro|micro))?|roc[- ]?auc|pr[- ]?auc|auc(?:[- ](?:roc|pr))?|auprc|auroc|(?:average )?precision(?:@\\w+)?|recall(?:@\\w+)?|sensitivity|specificity|mae|mape|rmse|mse|r2|r²|brier(?: score)?|log[- ]?loss|perplexity|bleu|rouge(?:-\\w+)?|wer|cer|map(?:@\\w+)?|ndcg(?:@\\w+)?|mrr|m?iou|dice|kappa|mcc|gini|ks statistic|psnr|ssim|fid|exact match|pass@\\d+|false[- ](?:negative|positive)[- ]rate|fpr|fnr|tpr|ece|准确率|召回率|精确率|正確度|精度";
const NUMBER = "[-+]?\\d+(?:[.,]\\d+)?\\s?%?";
const NAMED_FIRST = `(?<name>${METRIC})\\s*(?:score)?\\s*(?:=|:|：|≈|~|of|is|was|at|为|达到)?\\s*(?:about |approximately |≈ ?|~ ?)?(?<value>${NUMBER})`;
const VALUE_FIRST = `(?<value2>${NUMBER})\\s+(?<name2>${METRIC})`;
const PAIR = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${NAMED_FIRST}|${VALUE_FIRST})(?![\\p{L}\\p{N}])`, "giu");
/** A header, key or title with the name of a metric in it: `Test macro-F1`, `PR-AUC (holdout)`. */
const HOLDS_METRIC = new RegExp(`(?<![\\p{L}\\p{N}])(?:${METRIC})(?![\\p{L}\\p{N}])`, "iu");
/** True for a name with that of a common metric in it. */
export function holdsMetric(name: string): boolean {
  return HOLDS_METRIC.test(name);
}

const NAME_ALONE = new RegExp(`^(?:${METRIC})(?:\\s*\\([^)]*\\))?[.;]?$`, "iu");

/** Puts a metric with its value, threshold and so on into the evaluation. */
function add(builder: FieldBuilder, name: Words, rest: Readonly<Record<string, Words | undefined>>): void {
  const spans = [name, ...Object.values(rest)].flatMap((words) => (words ? [words.span] : []));
  const span = { start: Math.min(...spans.map((one) => one.start)), end: Math.max(...spans.map((one) => one.end)) };
  const texts = Object.fromEntries(Object.entries(rest).flatMap(([field, words]) => (words && words.text !== "" ? [[field, words.text]] : [])));
  const item = builder.itemSaying("evaluation.metrics", { anchor: name.span, span }, { name: name.text, ...texts });
  item?.put("name", cellAnswer(name));
  for (const [field, words] of Object.entries(rest)) if (words) item?.put(field, cellAnswer(words));
}

/** Reads a table of results: one metric per row, one per column, or a name and a number without a header. False for other tables. */
export function metricsOfTable(table: TableBlock, builder: FieldBuilder, vocabulary: Vocabulary, sure: boolean): boolean {
  const fields = table.header.map((cell) => vocabulary.columns.find(cell.text));
  const column = (field: string) => fields.indexOf(field);
  const numeric = table.header.map((_, index) => table.rows.filter((row) => numberIn(row[index]?.text ?? "") !== undefined).length);
  const headless = table.header.every((cell) => cell.text === "") || (fields.every((field) => field === undefined) && numberIn(table.header[1]?.text ?? "") !== undefined);
  if (headless && table.header.length === 2 && sure) {
    const rows = table.header[0]?.text === "" ? table.rows : [table.header, ...table.rows];
    for (const [name, value] of rows) if (name && name.text !== "") add(builder, name, { value });
    return rows.length > 0;
  }
  // `Measurement | Result`: what is not called a metric may be one beside a value.
  const name = column("name") < 0 && sure && fields[0] === undefined && column("value") > 0 && (numeric[0] ?? 0) === 0 ? 0 : column("name");
  if (name >= 0) {
    const given = column("value");
    const value = given >= 0 ? given : numeric.findIndex((count, index) => index !== name && fields[index] === undefined && count * 2 >= table.rows.length && count > 0);
    if (value < 0 && column("threshold") < 0) return false;
    for (const row of table.rows.slice(0, MOST_RESULTS)) {
      const cell = row[name];
      if (!cell || cell.text === "") continue;
      const others = ["threshold", "dataset", "slice"].flatMap((field) => (column(field) >= 0 && (row[column(field)]?.text ?? "") !== "" ? [[field, row[column(field)]] as const] : []));
      add(builder, cell, { ...(value >= 0 ? { value: row[value] } : {}), ...Object.fromEntries(others) });
    }
    return true;
  }
  const telling = table.header.map((cell, index) => (numeric[index] ?? 0) * 2 >= table.rows.length && (numeric[index] ?? 0) > 0 && HOLDS_METRIC.test(cell.text));
  if (sure || telling.includes(true)) return metricPerColumn(table, builder, fields, sure ? numeric : numeric.map((count, index) => (telling[index] ? count : 0)));
  return false;
}

function metricPerColumn(table: TableBlock, builder: FieldBuilder, fields: readonly (string | undefined)[], numeric: readonly number[]): boolean {
  const columns = table.header.flatMap((cell, index) => (index > 0 && cell.text !== "" && !COUNTS.test(cell.text) && (numeric[index] ?? 0) * 2 >= table.rows.length && (numeric[index] ?? 0) > 0 ? [index] : []));
  if (columns.length === 0 || columns.length * table.rows.length > MOST_RESULTS) return columns.length > 0;
  const about = fields[0] === "dataset" ? "dataset" : "slice";
  for (const row of table.rows) {
    for (const index of columns) {
      const [name, value] = [table.header[index], row[index]];
      // In a table of comparisons an empty cell says that nobody measured this here.
      if (name && value && numberIn(value.text) !== undefined) add(builder, name, { value, ...(row[0]?.text ? { [about]: row[0] } : {}) });
    }
  }
  return true;
}

/** Reads `AUC: 0.87` as a metric; where the section does not promise one, the key has to be called like one. */
export function metricOfKey(pair: KeyValue, builder: FieldBuilder, sure: boolean): boolean {
  if (numberIn(pair.value.text) === undefined || COUNTS.test(pair.key.text) || (!sure && (pair.key.text.length > 40 || !HOLDS_METRIC.test(pair.key.text)))) return false;
  add(builder, pair.key, { value: pair.value });
  return true;
}

/** Reads metrics from sentences (`0.716 ROC-AUC and an F1 of 0.60`) and from bullets that only name one. False when there are none. */
export function metricsOfPoints(points: readonly Words[], builder: FieldBuilder, text: string): boolean {
  const before = builder.has("evaluation.metrics");
  for (const point of points) {
    const raw = text.slice(point.span.start, point.span.end);
    for (const match of raw.matchAll(PAIR)) {
      const [name, value] = [match.groups?.["name"] ?? match.groups?.["name2"] ?? "", match.groups?.["value"] ?? match.groups?.["value2"] ?? ""];
      const at = (words: string): Words => ({ text: words, span: { start: point.span.start + match.index + match[0].indexOf(words), end: point.span.start + match.index + match[0].indexOf(words) + words.length } });
      add(builder, at(name), { value: at(value.trim()) });
    }
    if (NAME_ALONE.test(point.text)) add(builder, { ...point, text: point.text.replace(/[.;]$/, "") }, {});
  }
  return !before && builder.has("evaluation.metrics");
}
