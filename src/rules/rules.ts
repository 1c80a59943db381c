import { missingField } from "./missing-field";
import type { Rule } from "./rule";
import { suppressionUnused, suppressionWithoutReason } from "./suppression-rules";
import { syntaxError, unreadableFile } from "./syntax-error";

/** The rules that look at one part of a document. */
export const rules: readonly Rule[] = [
  missingField,
];

/** Every rule there is, also those that the engine runs itself. */
export const allRules: readonly Rule[] = [unreadableFile, syntaxError, ...rules, suppressionUnused, suppressionWithoutReason];

/** The rule with this id, or undefined. */
export function rule(id: string): Rule | undefined {
  return allRules.find((one) => one.id === id);
}
