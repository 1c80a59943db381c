import type { Document, Part } from "../documents/document";
import type { Section, Words } from "../documents/markdown-block";
import { sectionsIn } from "../documents/sections";
import type { Kind } from "../kinds/field";
import { answerOf } from "./answer";
import { FieldBuilder } from "./field-builder";
import { priority } from "./format";
import type { Format, FormatReading, ReadContext } from "./format";
import { addToMarkdown } from "./markdown-additions";
import { MarkdownReader } from "./markdown-reader";
import { joined, sentencesOf } from "./markdown-points";
import { metricOfKey, metricsOfPoints, metricsOfTable } from "./metrics";
import { rootPlace } from "./root-place";
import { nameInTitle } from "./title-name";
import { bySign, usesOfTable } from "./uses-table";
import { vocabularyOf } from "./vocabulary";
import type { Vocabulary } from "./vocabulary";

/** A model card in Markdown, with headings in people's own words. */
export const markdownModelCard: Format = {
  id: "markdown-model-card",
  title: "a Markdown model card",
  languages: ["markdown"],
  priority: priority.words,
  kinds: ["model-card"],
  wholeFile: true,
  recognise: (_part, document) => (isTitledCard(document) ? "model-card" : undefined),
  confirms: (_part, document) => isCard(document),
  read: (part, document, kind, context) => readModelCard(part, document, kind, context),
  add: addToMarkdown,
};

/** Reads a card's body, and its front matter through `front` when there is one that says something. */
export function readModelCard(part: Part, document: Document, kind: Kind, context: ReadContext, front?: (builder: FieldBuilder) => void): FormatReading {
  const vocabulary = vocabularyOf("model-card", context.names);
  const builder = FieldBuilder.of(kind, rootPlace(part, document));
  front?.(builder);
  const body = document.body?.();
  if (!body) return { root: builder.fields() };
  const { text } = document;
  const inUses: Words[] = [];
  const reader = new MarkdownReader(text, kind, vocabulary, builder, {
    table: (table, paths) => usesOfTable(table, builder, vocabulary) || metricsOfTable(table, builder, vocabulary, paths.some(isMeasured)),
    key: (pair, paths) => metricOfKey(pair, builder, paths.some(isMeasured)),
    points: (path, points, title) => {
      const signed = bySign(path, points);
      for (const [meant, some] of signed ?? []) {
        const all = joined(some);
        if (all) builder.put(meant, answerOf(title.span, all, some));
      }
      if (signed) return true;
      if (path === "intended_use.primary_uses") inUses.push(...points);
      return path === "evaluation.metrics" && metricsOfPoints(points, builder, text);
    },
  });
  reader.read(body);
  const title = reader.title?.title;
  const name = title && !builder.has("name") ? nameInTitle(title, vocabulary, text) : undefined;
  if (name) builder.put("name", { anchor: name.span, span: name.span, words: name });
  const intro = reader.intro.filter((one) => one.text.length > 40);
  const overview = joined(intro);
  if (overview && !builder.has("overview")) builder.put("overview", { ...answerOf(overview.span, overview), anchor: firstLine(overview, text) });
  if (!builder.has("intended_use.out_of_scope_uses")) {
    for (const sentence of [...inUses, ...intro].flatMap((point) => sentencesOf(point, text)).filter(({ text: words }) => DENIES_USE.test(words))) {
      builder.put("intended_use.out_of_scope_uses", { ...answerOf(sentence.span, sentence, [sentence]), anchor: sentence.span });
    }
  }
  return { root: builder.fields(), unmapped: reader.unmapped };
}

/** Sentences that say what the model is not for, where no heading does. */
const DENIES_USE =
  /\b(?:must|should|may|shall|can|is|are|do)\s?(?:not|n['’]t|never)\s+(?:be\s+)?(?:used?|intended|suitable|suited|designed|meant|deployed|relied|a substitute|a replacement)|\bnot (?:intended|suitable|designed|meant|recommended|appropriate) (?:for|as|to)\b|\bnever (?:be )?used?\b|\bnicht (?:für|geeignet|vorgesehen|verwendet)|\bne (?:doit|doivent) pas\b|\bno debe(?:n|ría)?\b|\bno (?:está )?(?:recomendad|diseñad|destinad|pensad)[oa]s?\b|\bno se recomienda\b|\bnão (?:é )?(?:recomendad|destinad|indicad)[oa]s?\b|\bnon (?:recommandé|destiné|adapté)e?s?\b|\bnão deve(?:m|ria)?\b|不得|不应|不能用于|禁止|KHÔNG|\bkhông (?:được|dùng|thay)/iu;

function isMeasured(path: string): boolean {
  return path.startsWith("evaluation") || path.startsWith("fairness");
}

/** The title says that it is a model card, and not that it is about them. */
function isTitledCard(document: Document): boolean {
  if (!/model ?card|模型卡|モデルカード/iu.test(document.text.slice(0, 4000))) return false;
  const body = document.body?.();
  const title = body?.sections[0]?.title?.text.trim() ?? "";
  const names = !ABOUT_CARDS.test(title) && /^(?:model ?cards?\b|.+\bmodel card$|模型卡|.+模型卡$|モデルカード|.+モデルカード$)/iu.test(title);
  return names && body !== undefined && distinctMeanings(body, vocabularyOf("model-card")).size >= 3;
}

/** Titles of pages that say how a card is written. */
const ABOUT_CARDS = /\bmodel ?cards?\s+(?:guide|guidelines|template|toolkit|generator|instructions|how|schema|spec\w*|format|standard|creat\w*|writ\w*|best|check\w*|requirements?|process|polic\w*|components?|widgets?|views?|pages?|api|endpoints?|renderer|generation)\b|\bhow to\b/iu;

/** The name promises a card; a title that says so, or two headings of a card, keep the promise. */
function isCard(document: Document): boolean {
  const body = document.body?.();
  if (!body) return false;
  const vocabulary = vocabularyOf("model-card");
  const meanings = distinctMeanings(body, vocabulary);
  const title = body.sections[0]?.title?.text ?? "";
  if (ABOUT_CARDS.test(title) && meanings.size < 3) return false;
  const titled = /\b(?:model|system)s?[\s_-]*cards?\b|模型卡|モデルカード|modellkarte|modelkaart|\b(?:carte|fiche|ficha|tarjeta|cartão)\b/iu.test(title);
  return titled ? body.sections.length > 0 && (meanings.size > 0 || [...sectionsIn(body)].length > 2) : meanings.size >= 3;
}

function distinctMeanings(body: Section, vocabulary: Vocabulary): Set<string> {
  const found = [...sectionsIn(body)].flatMap((section) => [
    ...(section.title ? [section.title.text] : []),
    ...section.blocks.flatMap((block) => (block.type === "paragraph" ? block.keys : block.type === "list" ? block.items.flatMap((item) => item.key ?? []) : []).map((key) => key.key.text)),
  ]);
  return new Set(found.flatMap((name) => vocabulary.headings.match(name)?.paths ?? []).filter((path) => path !== "overview" && path !== "references"));
}

function firstLine(words: Words, text: string) {
  const line = /^[^\r\n]*/.exec(text.slice(words.span.start, words.span.end))?.[0].length ?? 0;
  return { start: words.span.start, end: words.span.start + Math.min(line, 120) };
}
