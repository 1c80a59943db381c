import clausewise from "../../schemas/clausewise.schema.json";
import impactAssessment from "../../schemas/impact-assessment.schema.json";
import modelCard from "../../schemas/model-card.schema.json";
import securityRisk from "../../schemas/security-risk.schema.json";
import statement from "../../schemas/statement-of-applicability.schema.json";
import type { FieldSchema } from "../../src/kinds/schema";

/** The schemas as they are written. */
export const schemas = [modelCard, impactAssessment, securityRisk, statement, clausewise] as unknown as (FieldSchema & { required?: string[] })[];

/** A property with the object that holds it. */
export interface Property {
  readonly path: string;
  readonly schema: FieldSchema & { required?: string[] };
  readonly owner: FieldSchema & { required?: string[] };
}

/** Every property at every depth, without `$schema`. */
export function* propertiesOf(owner: FieldSchema & { required?: string[] }, prefix = ""): Generator<Property> {
  for (const [name, schema] of Object.entries(owner.properties ?? {})) {
    if (name === "$schema") continue;
    const path = prefix === "" ? name : `${prefix}.${name}`;
    yield { path, schema, owner };
    yield* propertiesOf(schema.items ?? schema, path);
  }
}
