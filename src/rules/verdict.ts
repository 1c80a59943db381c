import { isEmptyNode } from "../documents/node";
import type { ScalarNode, TreeNode } from "../documents/node";
import { isPlaceholder } from "../documents/placeholder";
import type { FieldDefinition } from "../kinds/field";
import type { SchemaError } from "../kinds/validate";

/** The rules that speak for the schema, the one that knows best first: of two about the same value only the first is heard. */
const RANKED = [
  "empty-field",
  "yaml-boolean-word",
  "clause-id-became-number",
  "wrong-type",
  "value-not-listed",
  "bad-format",
  "out-of-range",
  "unknown-field",
] as const;

/** A rule that speaks about violations of the schema. */
export type StructureRuleId = (typeof RANKED)[number];

/** The place of a rule in the order of who is heard, from 0. */
export function rankOfRule(rule: StructureRuleId): number {
  return RANKED.indexOf(rule);
}

const KEYWORDS: Readonly<Record<string, StructureRuleId>> = {
  additionalProperties: "unknown-field",
  type: "wrong-type",
  enum: "value-not-listed",
  const: "value-not-listed",
  format: "bad-format",
  pattern: "bad-format",
  minimum: "out-of-range",
  maximum: "out-of-range",
  exclusiveMinimum: "out-of-range",
  exclusiveMaximum: "out-of-range",
  minLength: "out-of-range",
  maxLength: "out-of-range",
  minItems: "out-of-range",
  maxItems: "out-of-range",
  minProperties: "out-of-range",
  maxProperties: "out-of-range",
  uniqueItems: "out-of-range",
  multipleOf: "out-of-range",
};

/**
 * The rule that speaks about a violation, or undefined: `required` is the matter of `missing-field`, which knows the profile;
 * a stand-in is the matter of `placeholder`; `if` only says that a `then` failed, which is reported by itself.
 */
export function ruleAbout(error: SchemaError, place: { node: TreeNode; definition: FieldDefinition | undefined }): StructureRuleId | undefined {
  const rule = KEYWORDS[error.keyword];
  const { node, definition } = place;
  if (!rule || rule === "unknown-field") return rule;
  if (isEmptyNode(node)) return definition?.parent === undefined && definition ? undefined : "empty-field";
  if (node.type !== "scalar") return rule;
  if (typeof node.value === "string" && isPlaceholder(node.value)) return undefined;
  if (error.keyword !== "type") return rule;
  if (error.params["type"] === "boolean" && booleanOf(node) !== undefined) return "yaml-boolean-word";
  return typeof node.value === "number" && namesClause(definition) ? "clause-id-became-number" : rule;
}

const WORDS: Readonly<Record<string, boolean>> = { yes: true, y: true, on: true, no: false, n: false, off: false };

/** The truth value that YAML 1.1 gave to the words yes, no, on, off, y and n; undefined for any other value. */
export function booleanOf(node: ScalarNode): boolean | undefined {
  const word = typeof node.value === "string" ? node.value.trim().toLowerCase() : "";
  return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}

/** True when the text of the field names a clause or control of a standard. */
export function namesClause(definition: FieldDefinition | undefined): boolean {
  return [definition?.format, definition?.reference].some((name) => name === "clause" || name === "control" || name === "clause-reference" || name === "control-reference");
}
