import { catalogue } from "./catalogue";
import type { StandardId } from "./clause";
import type { ReferenceContext } from "./reference-context";
import { standardNamesIn } from "./standard-names";

/** A wrong number of controls in a text. */
export interface WrongCount {
  readonly standard: StandardId;
  readonly number: number;
  readonly right: number;
  /** Where the number stands. */
  readonly start: number;
  readonly end: number;
}

/** How much of the sentence around a number is looked at. */
const NEAR = 300;

const COUNT =
  /(?<![\p{L}\p{N}.,/-])(?<all>(?:all|every one of|each of|alle|tous les|toutes les|todos los|tutti i)\s+(?:the\s+|of the\s+)?(?:its\s+)?)?(?<number>\d{2,3})\s+(?<words>(?:(?:total|reference|security|mandatory|possible|AI|Annex[\s-]A|Annexe A|Anhang-?A?)[\s-]+)*)(?:controls|contrôles|mesures|Maßnahmen|Controls|controles|controlli|beheersmaatregelen)(?![\p{L}])(?<after>\s+(?:that|which|we|in scope|are applicable|were selected|selected|applicable)(?!\p{L}))?/giu;

/** A cheaper look for the same. */
const COUNTED = /\d{2}\s[^]*(?:contr|mesures|maßnahmen|beheersmaatregelen)/iu;

/** Numbers that lists in public give for a standard and that are wrong: those of other editions and miscounts. */
const MISCOUNTS: Readonly<Record<StandardId, ReadonlySet<number>>> = { iso42001: new Set([37, 39, 40, 41, 42, 93, 114]), iso27001: new Set([92, 94, 113, 114, 115, 133]) };
/** What earlier editions had: 114 in 2013, 133 in 2005. */
const OLDER = /\b(?:2013|2005|old|previous|former(?:ly)?|earlier|legacy|withdrawn|reduced|down from|from 114|consolidat|reorgani[sz]|restructur|merged|prior)/i;

/** False when the text gives no number of controls. */
export function mayCountControls(text: string): boolean {
  return COUNTED.test(text);
}

/** The wrong counts of controls in a stretch of text, each of a standard that its sentence or what is around it names. */
export function controlCountsIn(text: string, around: readonly ReferenceContext[]): WrongCount[] {
  if (!mayCountControls(text)) return [];
  const names = standardNamesIn(text);
  return [...text.matchAll(COUNT)].flatMap((match): WrongCount[] => {
    const { all, number = "", words = "", after } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    const from = match.index - before.length + before.search(/[^.!?\n]*$/u);
    const behind = text.slice(match.index, match.index + NEAR);
    const stop = behind.search(/[.!?](?:\s|$)|\n/u);
    const sentence = text.slice(from, match.index + (stop < 0 ? behind.length : stop));
    const annex = /annexe?[\s-]a\b|anhang a\b/i.test(`${words} ${sentence}`);
    const standard = standardOf(match.index, from, from + sentence.length);
    if (!standard || after || OLDER.test(sentence)) return [];
    const right = countOf(standard);
    const count = Number(number);
    const claimed = MISCOUNTS[standard].has(count) && (annex || all !== undefined || count !== (standard === "iso42001" ? 42 : 0));
    if (count === right || !(claimed || (all !== undefined && annex))) return [];
    if (new RegExp(`(?<!\\d)${right}(?!\\d)`).test(sentence)) return [];
    const start = match.index + match[0].indexOf(number);
    return [{ standard, number: count, right, start, end: start + number.length }];
  });

  function standardOf(at: number, from: number, to: number): StandardId | undefined {
    const near = names.filter((name) => name.start >= from && name.end <= to);
    const before = near.findLast((name) => name.end <= at);
    const chosen = before ?? near[0];
    if (chosen) return chosen.standard;
    const context = around.find((one) => one.standards.length > 0 || one.others);
    return context && context.place !== "document" && context.standards.length === 1 && !context.others && !isOlderEdition(context.edition) ? context.standards[0] : undefined;
  }
}

function isOlderEdition(edition: string | undefined): boolean {
  return edition !== undefined && edition < "2022";
}

function countOf(standard: StandardId): number {
  return catalogue.standard(standard).clauses.filter((clause) => clause.kind === "control").length;
}
