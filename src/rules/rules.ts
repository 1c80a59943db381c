import { assessmentMissing } from "./assessment-missing";
import { assessmentOtherVersion } from "./assessment-other-version";
import { concernWithoutRisk } from "./concern-without-risk";
import { controlRuledOut } from "./control-ruled-out";
import { controlWithoutSupport } from "./control-without-support";
import { duplicateId } from "./duplicate-id";
import { riskAboveAppetite } from "./risk-above-appetite";
import { unknownOwner } from "./unknown-owner";
import { unknownReference } from "./unknown-reference";
import { useNotAssessed } from "./use-not-assessed";
import { acceptanceExpired } from "./acceptance-expired";
import { acceptanceIncomplete } from "./acceptance-incomplete";
import { ambiguousClause } from "./ambiguous-clause";
import { badFormat } from "./bad-format";
import { clauseIdBecameNumber } from "./clause-id-became-number";
import { clauseTitleMismatch } from "./clause-title-mismatch";
import { deadlinePassed } from "./deadline-passed";
import { definitionCitedAsRequirement } from "./definition-cited-as-requirement";
import { duplicateKey } from "./duplicate-key";
import { emptyField } from "./empty-field";
import { hubMetadata } from "./hub-metadata";
import { hubResults } from "./hub-results";
import { formatViolation } from "./format-violation";
import { impactWithoutMeasure } from "./impact-without-measure";
import { levelNotFromMatrix } from "./level-not-from-matrix";
import { matrixIncomplete } from "./matrix-incomplete";
import { metricBelowThreshold } from "./metric-below-threshold";
import { metricWithoutValue } from "./metric-without-value";
import { missingEssentials } from "./missing-essentials";
import { missingField } from "./missing-field";
import { objectiveCitedAsControl } from "./objective-cited-as-control";
import { openWithoutMeasure } from "./open-without-measure";
import { outOfRange } from "./out-of-range";
import { placeholder } from "./placeholder";
import type { ReferenceRule } from "./reference-rule";
import { residualAboveInherent } from "./residual-above-inherent";
import { reviewOrder } from "./review-order";
import { reviewOverdue } from "./review-overdue";
import type { Rule } from "./rule";
import { scoreNotProduct } from "./score-not-product";
import { controlListedTwice, controlsMissing } from "./statement-controls";
import { supersededEdition } from "./superseded-edition";
import { suppressionUnused, suppressionWithoutReason } from "./suppression-rules";
import { syntaxError, unreadableFile } from "./syntax-error";
import { treatmentIncomplete } from "./treatment-incomplete";
import { trackingIncomplete } from "./tracking-incomplete";
import { unknownClause } from "./unknown-clause";
import { unknownField } from "./unknown-field";
import { valueNotListed } from "./value-not-listed";
import { wrongControlCount } from "./wrong-control-count";
import { wrongType } from "./wrong-type";
import { yamlBooleanWord } from "./yaml-boolean-word";

/** The rules that look at one part of a document: first its shape, then what it says. */
export const rules: readonly Rule[] = [
  missingField,
  missingEssentials,
  hubMetadata,
  hubResults,
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
  formatViolation,
  reviewOverdue,
  reviewOrder,
  deadlinePassed,
  levelNotFromMatrix,
  scoreNotProduct,
  controlListedTwice,
  controlsMissing,
  residualAboveInherent,
  acceptanceIncomplete,
  acceptanceExpired,
  treatmentIncomplete,
  openWithoutMeasure,
  trackingIncomplete,
  impactWithoutMeasure,
  metricWithoutValue,
  metricBelowThreshold,
  matrixIncomplete,
  unknownReference,
  duplicateId,
  assessmentMissing,
  assessmentOtherVersion,
  useNotAssessed,
  concernWithoutRisk,
  controlRuledOut,
  controlWithoutSupport,
  riskAboveAppetite,
  unknownOwner,
];

/** The rules that look at references to clauses, in every text that names one of the two standards. */
export const referenceRules: readonly ReferenceRule[] = [
  unknownClause,
  clauseTitleMismatch,
  objectiveCitedAsControl,
  supersededEdition,
  definitionCitedAsRequirement,
  ambiguousClause,
  clauseIdBecameNumber,
  wrongControlCount,
];

/** Every rule there is, also those that the engine runs itself. */
export const allRules: readonly Rule[] = [unreadableFile, syntaxError, ...rules, ...referenceRules.filter((rule) => !rules.includes(rule)), suppressionUnused, suppressionWithoutReason];

/** The rule with this id, or undefined. */
export function rule(id: string): Rule | undefined {
  return allRules.find((one) => one.id === id);
}
