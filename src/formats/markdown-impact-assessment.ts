import type { Document, Part } from "../documents/document";
import type { Section, TableBlock, Words } from "../documents/markdown-block";
import { sectionsIn } from "../documents/sections";
import type { Kind } from "../kinds/field";
import { answerOf, cellAnswer } from "./answer";
import { FieldBuilder } from "./field-builder";
import { priority } from "./format";
import type { Format, FormatReading, ReadContext } from "./format";
import { addToMarkdown } from "./markdown-additions";
import { MarkdownReader } from "./markdown-reader";
import { rootPlace } from "./root-place";
import { nameInTitle } from "./title-name";
import { scaleRating } from "./values";
import { vocabularyOf } from "./vocabulary";
import type { Vocabulary } from "./vocabulary";

/** An impact assessment in Markdown: of AI systems, algorithms, data protection or fundamental rights. */
export const markdownImpactAssessment: Format = {
  id: "markdown-impact-assessment",
  title: "a Markdown impact assessment",
  languages: ["markdown"],
  priority: priority.words,
  kinds: ["impact-assessment"],
  wholeFile: true,
  recognise: () => undefined,
  confirms: (_part, document) => isAssessment(document),
  read: readAssessment,
  add: addToMarkdown,
};

function readAssessment(part: Part, document: Document, kind: Kind, context: ReadContext): FormatReading {
  const vocabulary = vocabularyOf("impact-assessment", context.names);
  const builder = FieldBuilder.of(kind, rootPlace(part, document));
  const body = document.body?.();
  if (!body) return { root: builder.fields() };
  const reader = new MarkdownReader(document.text, kind, vocabulary, builder, { table: (table, paths) => impactTable(table, paths, builder, vocabulary) });
  reader.read(body);
  const title = reader.title?.title;
  if (title) builder.put("title", { anchor: title.span, span: title.span, words: title });
  const name = title && (nameInTitle(title, vocabulary, document.text) ?? subtitleOf(reader.title));
  if (name && !builder.has("system.name")) builder.put("system.name", cellAnswer(name));
  const intro = reader.intro.find((words) => words.text.length > 80);
  if (intro && !builder.has("system.description")) builder.put("system.description", cellAnswer(intro));
  return { root: builder.fields(), unmapped: reader.unmapped.filter((one) => one.name !== name) };
}

/** A table with an impact or risk per row, and mostly what is done about it. */
function impactTable(table: TableBlock, paths: readonly string[], builder: FieldBuilder, vocabulary: Vocabulary): boolean {
  const columns = withDescription(table, table.header.map((cell) => vocabulary.columns.find(cell.text) ?? vocabulary.columns.find(cell.text.replace(/[([（].*$/u, ""))));
  const has = (name: string) => columns.includes(name);
  const about = paths.includes("impacts.description") || paths.includes("measures.what");
  const telling = ["likelihood", "severity", "level", "measure", "residual"].filter(has).length;
  if (!has("description") || (telling === 0 && !about) || table.header.length < 2) return false;
  for (const row of table.rows) {
    const at = (name: string): Words | undefined => row[columns.indexOf(name)];
    const description = at("description");
    if (!description || description.text === "" || row.filter((cell) => cell.text !== "").length < 2) continue;
    const span = { start: Math.min(...row.map((cell) => cell.span.start)), end: Math.max(...row.map((cell) => cell.span.end)) };
    const impact = builder.item("impacts", { anchor: description.span, span });
    for (const name of ["id", "description", "dimension", "affected_group", "likelihood", "severity", "level", "reversibility", "duration"]) {
      const words = at(name);
      if (!words || (words.text === "" && !has(name))) continue;
      // Prose under “Impact” says what happens, not how bad it is.
      if (name === "severity" && words.text !== "" && !scaleRating(words.text)) continue;
      if (words.text !== "" || name === "likelihood" || name === "severity") impact?.put(name, cellAnswer(words));
    }
    const measure = at("measure");
    if (measure && measure.text !== "") addMeasure(builder, measure, at("id"), { owner: at("owner"), due: at("due"), status: at("status") });
    else if (measure) builder.item("measures", { anchor: measure.span, span: measure.span })?.put("what", cellAnswer(measure));
  }
  return true;
}

/** “Impact” heads ratings in one file and prose in the next: where nothing else describes, the first such column without a rating in it does. */
function withDescription(table: TableBlock, columns: readonly (string | undefined)[]): (string | undefined)[] {
  const prose = columns.includes("description") ? -1 : columns.findIndex((name, index) => name === "severity" && !table.rows.some((row) => scaleRating(row[index]?.text ?? "")));
  return columns.map((name, index) => (index === prose ? "description" : name));
}

function addMeasure(builder: FieldBuilder, measure: Words, id: Words | undefined, rest: Readonly<Record<string, Words | undefined>>): void {
  const item = builder.item("measures", { anchor: measure.span, span: measure.span });
  item?.put("what", cellAnswer(measure));
  if (id && id.text !== "") item?.put("impacts", { ...answerOf(id.span, id, [id]) });
  for (const [name, words] of Object.entries(rest)) if (words && words.text !== "") item?.put(name, cellAnswer(words));
}

/** A second heading or a bold line right below the title that only names the system. */
function subtitleOf(title: Section | undefined): Words | undefined {
  const [first] = title?.sections ?? [];
  if (!first?.title || title?.blocks.some((block) => block.type === "paragraph" && block.keys.length === 0)) return undefined;
  return first.title.text.length < 80 && first.blocks.every((block) => block.type === "paragraph") && (first.depth === 7 || first.sections.length === 0) ? first.title : undefined;
}

/** What only an assessment of the effects on people talks about. */
const ABOUT_PEOPLE = new Set([
  "interested_parties.directly_affected",
  "interested_parties.vulnerable_groups",
  "human_oversight",
  "complaint_mechanism",
  "transparency",
  "legal_basis",
  "automated_decisions",
  "societal_impacts",
  "unintended_uses",
  "residual_impact.conclusion",
  "data.information",
  "explanation",
  "accountability",
]);
const SUBJECT = /\b(?:AI|A\.I\.|ML|artificial intelligence|machine learning|algorithm\w*|automated decision|data protection|GDPR|DSGVO|RGPD|LGPD|DPIA|DPO|personal data|data subjects?|fundamental rights|human rights|KI|IA|AIPD|DSFA|model|LLM)\b|人工智能|算法|个人信息|個人情報|trí tuệ nhân tạo|dữ liệu cá nhân/u;

/** A title that names an assessment of effects on people and their data, and no other. */
const ASSESSMENT = /\b(?:DPIA|AIPD|DSFA|FRIA|AIIA|RIPD|EIPD|GEB)\b|(?:data protection|privacy|fundamental rights|human rights|algorithmic|\bAI(?: system)?) impact assessment|datenschutz-folgenabschätzung|gegevensbeschermingseffectbeoordeling|konsekvensbedömning|vurdering av personvernkonsekvenser|protecci[óo]n? de da(?:t|d)[oe]s|protecció de dades|proteção de dados|analyse d.impact relative à la protection|个人信息保护影响评估|算法影响评估|個人情報保護影響評価|AI影響評価/iu;
/** Titles of texts that say how an assessment is done. */
const ABOUT_ASSESSMENTS = /\b(?:guide|guidance|guidelines|how to|polic(?:y|ies)|procedure|process|checklist|methodology|training|primer|when|why|template)\b/iu;

/** The name promises an assessment; enough of its questions, some of them about people, keep the promise. */
function isAssessment(document: Document): boolean {
  const body = document.body?.();
  if (!body) return false;
  const { headings } = vocabularyOf("impact-assessment");
  const titles = [...sectionsIn(body)].slice(1).flatMap((section) => (section.title && section.depth <= 6 ? [section.title.text] : []));
  const meanings = new Set(titles.flatMap((title) => headings.match(title)?.paths ?? []));
  const people = [...meanings].filter((path) => ABOUT_PEOPLE.has(path)).length;
  const [first] = body.sections;
  const title = first?.title?.text ?? "";
  // Where the title says what it is, the questions may be in a language that we have no words for.
  if (ASSESSMENT.test(title) && !ABOUT_ASSESSMENTS.test(title) && titles.length >= 4) return true;
  const beginning = document.text.slice(document.bodyStart ?? 0, (document.bodyStart ?? 0) + 4000);
  return meanings.size >= 3 && (people >= 2 || (people >= 1 && SUBJECT.test(beginning)) || (meanings.size >= 5 && SUBJECT.test(beginning)));
}
