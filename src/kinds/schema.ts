import type { ClauseRef } from "../standards/clause";
import type { Choice, FieldDefinition, FieldShape, Kind, KindId, Scale } from "./field";

/** The part of JSON Schema 2020-12 that the kinds use, with our `x-` keywords. */
export interface FieldSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, FieldSchema>>;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: string;
  readonly default?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly additionalProperties?: boolean | FieldSchema;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly examples?: readonly unknown[];
  readonly "x-clauses"?: readonly string[];
  readonly "x-profile"?: string;
  readonly "x-skeleton"?: boolean;
  readonly "x-section"?: string;
  readonly "x-format"?: string;
  readonly "x-scale"?: string;
  readonly "x-reference"?: string;
  readonly "x-suggest"?: string;
  readonly "x-item-label"?: readonly string[];
  readonly "x-only-if"?: Readonly<Record<string, boolean | string>>;
}

/** Reads a kind from its schema. */
export function kindOf(id: KindId, schema: FieldSchema): Kind {
  const fields: FieldDefinition[] = [];
  const root = fieldOf({ id, schema, all: fields }, schema, "", "", undefined);
  return { id, title: root.title, description: root.description, root, fields };
}

interface Source {
  readonly id: KindId;
  readonly schema: FieldSchema;
  readonly all: FieldDefinition[];
}

function fieldOf(source: Source, written: FieldSchema, path: string, name: string, parent: FieldDefinition | undefined): FieldDefinition {
  const schema = resolve(source.schema, written);
  const items = schema.items && resolve(source.schema, schema.items);
  const value = items ?? schema;
  const inside = new Map<string, FieldDefinition>();
  const field: FieldDefinition = {
    kind: source.id,
    path,
    name,
    title: schema.title ?? name,
    description: schema.description ?? "",
    clauses: (schema["x-clauses"] ?? []) as readonly ClauseRef[],
    profile: (schema["x-profile"] ?? "optional") as FieldDefinition["profile"],
    inSkeleton: schema["x-skeleton"] === true,
    section: schema["x-section"],
    examples: schema.examples ?? [],
    shape: shapeOf(schema, items),
    preset: schema.default,
    constant: schema.const,
    choices: choicesOf(typeof schema.additionalProperties === "object" ? schema.additionalProperties : value),
    names: schema.propertyNames?.enum ?? [],
    format: value["x-format"] ?? value.format,
    pattern: value.pattern,
    scale: (schema["x-scale"] ?? value["x-scale"]) as Scale | undefined,
    reference: schema["x-reference"] ?? value["x-reference"],
    suggest: schema["x-suggest"] ?? value["x-suggest"],
    itemLabel: schema["x-item-label"] ?? [],
    onlyIf: Object.entries(schema["x-only-if"] ?? {}),
    minimum: value.minimum,
    maximum: value.maximum,
    parent,
    fields: inside,
  };
  if (path !== "") source.all.push(field);
  const prefix = path === "" ? "" : `${path}${items ? "[]" : ""}.`;
  for (const [key, property] of Object.entries(value.properties ?? {})) {
    if (key === "$schema") continue;
    inside.set(key, fieldOf(source, property, prefix + key, key, field));
  }
  return field;
}

/** Follows `#/$defs/…`; keywords beside the reference win, so a shared shape can have a title of its own. */
function resolve(root: FieldSchema, schema: FieldSchema): FieldSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace("#/$defs/", "");
  const target = root.$defs?.[name];
  if (!target) throw new Error(`The schema refers to ${schema.$ref}, which it does not define.`);
  return { ...resolve(root, target), ...schema, $ref: undefined };
}

function shapeOf(schema: FieldSchema, items: FieldSchema | undefined): FieldShape {
  if (schema.const !== undefined || schema.type === "string" || schema.enum) return "text";
  if (schema.type === "array") {
    if (items?.type === "object") return "objects";
    if (items?.type === "array") return "lists";
    return items?.type === "number" || items?.type === "integer" ? "numbers" : "texts";
  }
  if (schema.type === "object") return schema.properties ? "object" : "map";
  if (schema.type === "number" || schema.type === "integer" || schema.type === "boolean") return schema.type;
  return "any";
}

function choicesOf(schema: FieldSchema): Choice[] {
  return (schema.enum ?? []).map((value, index) => ({ value, meaning: schema.enumDescriptions?.[index] ?? "" }));
}
