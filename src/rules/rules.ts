import { acceptanceExpired } from "./acceptance-expired";
import { acceptanceIncomplete } from "./acceptance-incomplete";
import { badFormat } from "./bad-format";
import { clauseIdBecameNumber } from "./clause-id-became-number";
import { duplicateKey } from "./duplicate-key";
import { emptyField } from "./empty-field";
import { impactWithoutMeasure } from "./impact-without-measure";
import { levelNotFromMatrix } from "./level-not-from-matrix";
import { matrixIncomplete } from "./matrix-incomplete";
import { metricBelowThreshold } from "./metric-below-threshold";
import { metricWithoutValue } from "./metric-without-value";
import { missingEssentials } from "./missing-essentials";
import { missingField } from "./missing-field";
import { outOfRange } from "./out-of-range";
import { placeholder } from "./placeholder";
import { residualAboveInherent } from "./residual-above-inherent";
import { reviewOrder } from "./review-order";
import { reviewOverdue } from "./review-overdue";
import type { Rule } from "./rule";
import { suppressionUnused, suppressionWithoutReason } from "./suppression-rules";
import { syntaxError, unreadableFile } from "./syntax-error";
import { treatmentIncomplete } from "./treatment-incomplete";
import { unknownField } from "./unknown-field";
import { valueNotListed } from "./value-not-listed";
import { wrongType } from "./wrong-type";
import { yamlBooleanWord } from "./yaml-boolean-word";

/** The rules that look at one part of a document: first its shape, then what it says. */
export const rules: readonly Rule[] = [
  missingField,
  missingEssentials,
  unknownField,
  wrongType,
  valueNotListed,
  badFormat,
  outOfRange,
  duplicateKey,
  emptyField,
  placeholder,
  yamlBooleanWord,
  clauseIdBecameNumber,
  reviewOverdue,
  reviewOrder,
  levelNotFromMatrix,
  residualAboveInherent,
  acceptanceIncomplete,
  acceptanceExpired,
  treatmentIncomplete,
  impactWithoutMeasure,
  metricWithoutValue,
  metricBelowThreshold,
  matrixIncomplete,
];

/** Every rule there is, also those that the engine runs itself. */
export const allRules: readonly Rule[] = [unreadableFile, syntaxError, ...rules, suppressionUnused, suppressionWithoutReason];

/** The rule with this id, or undefined. */
export function rule(id: string): Rule | undefined {
  return allRules.find((one) => one.id === id);
}
