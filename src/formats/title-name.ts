import type { Words } from "../documents/markdown-block";
import { phraseOf, placeOfPhrase } from "./phrase";
import type { Vocabulary } from "./vocabulary";

/** `Model Card: X`, `X — Model Card`, `Model Card for X`, `X (DPIA)`: what stands beside the name of the kind. */
const BETWEEN = /\s*(?:[:：|·]|\s[–—-]\s|[–—]|\bfor\b|\bof\b|\bfür\b|\bpour\b|\bpara\b|\bvoor\b|[()（）])\s*/iu;

/** The name that a title gives to what the document is about, with its place; undefined when it only names the kind. */
export function nameInTitle(title: Words, vocabulary: Vocabulary, text: string): Words | undefined {
  const raw = text.slice(title.span.start, title.span.end);
  const sides = raw.split(BETWEEN).filter((side) => /[\p{L}\p{N}]/u.test(side));
  const names = sides.filter((side) => !namesKind(side, vocabulary));
  const whole = sides.length > 1 ? names.sort((a, b) => b.length - a.length)[0] : withoutKind(raw, vocabulary);
  const name = whole?.replace(/^[\s#*_`]+|[\s*_`]+$/g, "");
  if (!name || !/[\p{L}\p{N}]/u.test(name)) return undefined;
  const start = title.span.start + raw.indexOf(name);
  return { text: name.replace(/[*_`]+/g, ""), span: { start, end: start + name.length } };
}

function namesKind(side: string, vocabulary: Vocabulary): boolean {
  const phrase = phraseOf(side);
  return vocabulary.titles.some((title) => placeOfPhrase(phrase, title) >= 0 && phrase.length <= title.length + 12);
}

/** A title without separators: `Credit Scorer Model Card`. */
function withoutKind(raw: string, vocabulary: Vocabulary): string | undefined {
  if (!vocabulary.titles.some((title) => placeOfPhrase(phraseOf(raw), title) >= 0)) return raw;
  const bare = raw.replace(/\b(?:the\s+)?(?:ai\s+)?(?:model|system)\s*cards?\b|\brisk\s+(?:register|log)\b|\b(?:ai\s+|data protection\s+|algorithmic\s+)?impact assessment\b/giu, "").trim();
  return bare === raw.trim() ? undefined : bare;
}
