import type { Field, Rating } from "../formats/field";
import type { Scale } from "../kinds/field";
import { levelOf, rankOf } from "../kinds/profile";
import type { RiskMatrix } from "../kinds/profile";

/** What an object says on one scale of the risk matrix; undefined when it says nothing, or nothing that is on the scale. */
export function rated(owner: Field, scale: Scale, matrix: RiskMatrix): { field: Field; word: string } | undefined {
  const field = owner.children.find((one) => one.index === undefined && one.definition.scale === scale);
  if (!field || field.value === undefined) return undefined;
  const words = scale === "level" ? matrix.levels : matrix[scale];
  if (typeof field.value === "string" && words.includes(field.value)) return { field, word: field.value };
  const word = field.rating && onScale(field.rating, words);
  return word === undefined ? undefined : { field, word };
}

/**
 * The word of a scale that a rating in a foreign format stands for, where that is certain: the same word, the only one of its
 * meaning, or the number on a scale of the same length.
 */
function onScale({ word, number, outOf }: Rating, words: readonly string[]): string | undefined {
  const same = words.find((one) => one.toLowerCase() === word);
  if (same !== undefined) return same;
  if (word !== undefined) {
    const meant = words.filter((one) => MEANINGS.some((group) => group.includes(word) && group.includes(one.toLowerCase())));
    return meant.length === 1 ? meant[0] : undefined;
  }
  return number !== undefined && outOf === words.length && Number.isInteger(number) ? words[number - 1] : undefined;
}

/** Words that stand for the same step on whatever scale has only one of them. */
const MEANINGS = [
  ["moderate", "medium"],
  ["insignificant", "negligible", "very low"],
  ["severe", "catastrophic", "extreme"],
  ["critical", "very high", "extreme"],
];

/** True for words of the same step on whatever scale. */
export function meanSame(one: string, other: string): boolean {
  return one === other || MEANINGS.some((group) => group.includes(one) && group.includes(other));
}

/** The level that the object gives itself or, without one, that follows from its likelihood and consequence. */
export function levelIn(owner: Field, matrix: RiskMatrix): string | undefined {
  return rated(owner, "level", matrix)?.word ?? derivedLevel(owner, matrix);
}

/** The level that follows from the object's likelihood and consequence. */
export function derivedLevel(owner: Field, matrix: RiskMatrix): string | undefined {
  const likelihood = rated(owner, "likelihood", matrix);
  const consequence = rated(owner, "consequence", matrix);
  return likelihood && consequence && levelOf(matrix, likelihood.word, consequence.word);
}

/** True when the first level ranks above the second; levels that are not on the scale rank nowhere. */
export function ranksAbove(matrix: RiskMatrix, one: string, other: string): boolean {
  const ranks = [rankOf(matrix, one), rankOf(matrix, other)] as const;
  return ranks[1] >= 0 && ranks[0] > ranks[1];
}
