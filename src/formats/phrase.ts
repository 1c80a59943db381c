/** Emoji and their joiners. */
const EMOJI = /[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]/gu;
/** `1.`, `2.3`, `4)`, `IV.`, `a)`, `§ 3`, `Section 2:`, `第3章` before a heading. */
const NUMBERING = /^\s*(?:(?:section|part|step|abschnitt|chapter|phase)\s+\d+\s*[:.)–—-]*\s*|§+\s*[\d.]+\s*|\(?\d+(?:\.\d+)*[.):]*\s+|第?[\d一二三四五六七八九十]+[章节部]?[、.)：:]+\s*|第[\d一二三四五六七八九十]+[章节部]\s*|[ivx]{1,4}[.)]\s+|[a-z][.)]\s+)/iu;
/** `(optional)`, `[required]` and the like behind a heading. */
const REMARK = /[([（](?:optional|required|if any|if applicable|facultatif|optionnel|opcional|falls zutreffend|可选|必填|任意)[)\]）]/giu;

/** A column or key that a program named: `riskOwner`. */
const HUMPS = /^[A-Za-z][a-z]+(?:[A-Z][a-z]+)+$/;

function withoutHumps(text: string): string {
  return HUMPS.test(text) ? text.replace(/(?<=[a-z])(?=[A-Z])/g, " ") : text;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A heading, label, key or column name without what differs between writers: numbering, emoji, case, accents, punctuation and
 * the plural. Two names are the same when this is.
 */
export function phraseOf(text: string): string {
  const plain = withoutHumps(text).normalize("NFKC").replace(EMOJI, " ").replace(REMARK, " ").replace(NUMBERING, "");
  const letters = plain.toLowerCase().replace(/['’]s\b/g, "").normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/ß/g, "ss");
  const words = letters
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .map(singular)
    .join(" ");
  // A column may be called `#` and nothing else.
  return words === "" ? text.trim() : words;
}

/** Close enough for comparing: both sides lose the same letters. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is|as)$/.test(word) || !word.endsWith("s")) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/** Where `phrase` stands inside `text` as whole words (as characters in Chinese and Japanese); -1 when it does not. Both are phrases. */
export function placeOfPhrase(text: string, phrase: string): number {
  if (CJK.test(phrase)) return text.replace(/ /g, "").indexOf(phrase.replace(/ /g, ""));
  return ` ${text} `.indexOf(` ${phrase} `);
}
