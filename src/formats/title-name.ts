import type { Words } from "../documents/markdown-block";
import { phraseOf, placeOfPhrase } from "./phrase";
import type { Vocabulary } from "./vocabulary";

/** `Model Card: X`, `X — Model Card`, `Model Card for X`, `X (DPIA)`: what stands beside the name of the kind. */
const BETWEEN = /\s*(?:[:：|·]|\s[–—-]\s|[–—]|[()（）])\s*/u;
/** `Model Card for X`: the same words between other things (`Probability of Default`) belong to the name. */
const FOR = /\s+(?:for|of|für|pour|para|voor|de|del|von)\s+/iu;

/** What stands beside the name of a kind and names nothing. */
const SAYS_NOTHING = /^(?:draft|template|version|v\d|information security|corporate|project|validation|security|top \d+|mvp|plan b|formal|initial|final)\b[^—–:]*$/iu;

/** The name that a title gives to what the document is about, with its place; undefined when it only names the kind. */
export function nameInTitle(title: Words, vocabulary: Vocabulary, text: string): Words | undefined {
  const raw = text.slice(title.span.start, title.span.end);
  const bare = raw.replace(/[(（][^)）]*[)）]/gu, " | ");
  // What stands in brackets is a remark, unless nothing else names anything.
  const named = [bare, raw].map((text) => sidesOf(text, vocabulary)).find((sides) => sides.names.length > 0) ?? sidesOf(raw, vocabulary);
  const whole = named.count > 1 ? named.names.sort((a, b) => b.length - a.length)[0] : withoutKind(raw, vocabulary);
  const name = whole?.replace(/^[\s#*_`]+|[\s*_`]+$/g, "");
  if (!name || !/[\p{L}\p{N}]/u.test(name) || SAYS_NOTHING.test(name)) return undefined;
  if (!raw.includes(name)) return { text: name.replace(/[*_`]+|\s{2,}/g, " ").trim(), span: title.span };
  const start = title.span.start + raw.indexOf(name);
  return { text: name.replace(/[*_`]+/g, ""), span: { start, end: start + name.length } };
}

/** The pieces of a title, and those of them that do not only name the kind. */
function sidesOf(text: string, vocabulary: Vocabulary): { readonly count: number; readonly names: string[] } {
  const sides = text.split(BETWEEN).flatMap((side) => {
    const joint = FOR.exec(side);
    const halves = joint ? [side.slice(0, joint.index), side.slice(joint.index + joint[0].length)] : [side];
    return halves.length > 1 && halves.some((half) => namesKind(half, vocabulary)) ? halves : [side];
  }).filter((side) => /[\p{L}\p{N}]/u.test(side));
  return { count: sides.length, names: sides.filter((side) => !namesKind(side, vocabulary)) };
}

function namesKind(side: string, vocabulary: Vocabulary): boolean {
  const phrase = phraseOf(side);
  return vocabulary.titles.some((title) => placeOfPhrase(phrase, title) >= 0 && phrase.length <= title.length + 12);
}

/** A title without separators: `Credit Scorer Model Card`. */
function withoutKind(raw: string, vocabulary: Vocabulary): string | undefined {
  if (!vocabulary.titles.some((title) => placeOfPhrase(phraseOf(raw), title) >= 0)) return raw;
  const bare = raw.replace(/\b(?:the\s+)?(?:ai\s+)?(?:model|system)\s*cards?\b|\brisk\s+(?:register|log)\b|\b(?:ai\s+|data protection\s+|algorithmic\s+)?impact assessment\b/giu, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})）]+$/gu, "");
  return bare === raw.trim() || namesKind(bare, vocabulary) ? undefined : bare;
}
