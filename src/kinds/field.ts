import type { ClauseRef } from "../standards/clause";

/** The kinds of document. */
export type KindId = "model-card" | "impact-assessment" | "security-risk" | "statement-of-applicability" | "clausewise";

/** How strict the workspace is; each contains the one before. */
export type StrictnessProfile = "starter" | "standard" | "audit";

/** What a field holds. `texts`, `numbers` and `objects` are lists; `map` is a mapping with keys of the writer's own. */
export type FieldShape = "text" | "number" | "integer" | "boolean" | "texts" | "numbers" | "lists" | "object" | "objects" | "map" | "any";

/** Scales that come from the workspace's risk matrix. */
export type Scale = "likelihood" | "consequence" | "level";

/** One canonical field of a kind: everything that its schema says of it. */
export interface FieldDefinition {
  readonly kind: KindId;
  /** Path with `[]` for the items of a list, e.g. `risks[].treatment.option`; empty for the root. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly clauses: readonly ClauseRef[];
  /** From which profile on the absence is reported; `optional` is never reported. */
  readonly profile: StrictnessProfile | "optional";
  /** True for a field that a new document begins with at every profile, because the usual choice beside it asks for it. */
  readonly inSkeleton: boolean;
  /** The section of the tree the field belongs to; set on the fields of the root. */
  readonly section: string | undefined;
  readonly examples: readonly unknown[];
  readonly shape: FieldShape;
  /** What holds where the field is not there; a list has one per entry. Undefined for most fields. */
  readonly preset: string | readonly string[] | undefined;
  /** The value that alone is allowed (`kind`). */
  readonly constant: string | undefined;
  /** The values it may have; for a `map`, those that each of its keys may have. */
  readonly choices: readonly Choice[];
  /** For a `map`: the keys it may have, if they are fixed. */
  readonly names: readonly string[];
  /** A named form: `date`, `email`, `uri`, `duration`, `semantic-version`, `identifier`, … */
  readonly format: string | undefined;
  /** The regular expression that the text has to match, beside its format. */
  readonly pattern: string | undefined;
  readonly scale: Scale | undefined;
  /** What the text names, if it names another thing: `model-card`, `risk`, `file`, `clause`, … */
  readonly reference: string | undefined;
  /** What completion may offer. */
  readonly suggest: string | undefined;
  /** For lists of objects: the properties whose first present value labels an item. */
  readonly itemLabel: readonly string[];
  /** Neighbours with the value they must have for the field to be expected: a control that does not apply needs no owner. */
  readonly onlyIf: readonly (readonly [name: string, value: boolean | string])[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly parent: FieldDefinition | undefined;
  /** Fields inside: of the object, or of each item of the list. In the order of the schema. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
}

/** One of the values a field may have. */
export interface Choice {
  readonly value: string;
  readonly meaning: string;
}

/** A kind of document. */
export interface Kind {
  readonly id: KindId;
  readonly title: string;
  readonly description: string;
  /** The document itself as a field; its `fields` are the top level. */
  readonly root: FieldDefinition;
  /** Every field at every depth, parents before children. */
  readonly fields: readonly FieldDefinition[];
}

const ORDER = { starter: 0, standard: 1, audit: 2, optional: 3 } as const;

/** True when the absence of the field is reported at the given profile. */
export function isExpected(field: FieldDefinition, profile: StrictnessProfile): boolean {
  return ORDER[field.profile] <= ORDER[profile];
}

/** How early a field is wanted, from 0: what says what the document is, then what each profile adds, then the rest. */
export function urgency(field: FieldDefinition): number {
  return field.constant === undefined ? ORDER[field.profile] + 1 : 0;
}
