import clausewiseSchema from "../../schemas/clausewise.schema.json";
import impactAssessmentSchema from "../../schemas/impact-assessment.schema.json";
import modelCardSchema from "../../schemas/model-card.schema.json";
import securityRiskSchema from "../../schemas/security-risk.schema.json";
import statementSchema from "../../schemas/statement-of-applicability.schema.json";
import type { FieldDefinition, Kind, KindId } from "./field";
import { kindOf } from "./schema";

/** Every kind, in the order in which people meet them. */
export const kinds: readonly Kind[] = [
  kindOf("model-card", modelCardSchema),
  kindOf("impact-assessment", impactAssessmentSchema),
  kindOf("security-risk", securityRiskSchema),
  kindOf("statement-of-applicability", statementSchema),
  kindOf("clausewise", clausewiseSchema),
];

/** The kinds that evidence clauses; the workspace profile only sets the tool up. */
export const documentKinds: readonly Kind[] = kinds.filter((kind) => kind.id !== "clausewise");

/** The kind with this id. */
export function kind(id: KindId): Kind {
  return kinds.find((one) => one.id === id) as Kind;
}

/** True when the text is the id of a kind. */
export function isKindId(text: string): text is KindId {
  return kinds.some((one) => one.id === text);
}

/** Every field, of every document kind, that serves the clause. */
export function fieldsServing(clause: string): FieldDefinition[] {
  return documentKinds.flatMap((one) => one.fields.filter((field) => (field.clauses as readonly string[]).includes(clause)));
}
