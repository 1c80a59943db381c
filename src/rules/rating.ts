import type { Field } from "../formats/field";
import type { Scale } from "../kinds/field";
import { levelOf, rankOf } from "../kinds/profile";
import type { RiskMatrix } from "../kinds/profile";

/** What an object says on one scale of the risk matrix; undefined when it says nothing, or nothing that is on the scale. */
export function rated(owner: Field, scale: Scale, matrix: RiskMatrix): { field: Field; word: string } | undefined {
  const field = owner.children.find((one) => one.index === undefined && one.definition.scale === scale);
  const word = field?.value;
  if (!field || typeof word !== "string") return undefined;
  const words = scale === "level" ? matrix.levels : matrix[scale];
  return words.includes(word) ? { field, word } : undefined;
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
