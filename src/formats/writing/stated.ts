import type { FieldDefinition } from "../../kinds/field";
import type { Field } from "../field";

/** The answers of a document as plain values under our own keys, in the order of the kind. */
export interface Stated {
  readonly [name: string]: unknown;
}

/** What a document says. Stand-ins and empty answers say nothing; `takes` leaves out values that the new place cannot hold. */
export function statedIn(owner: Field, takes: (value: unknown, definition: FieldDefinition) => boolean = () => true): Stated {
  const stated: Record<string, unknown> = {};
  for (const definition of owner.definition.fields.values()) {
    const field = owner.children.find((one) => one.index === undefined && one.definition === definition);
    const value = field && valueOf(field, definition, takes);
    if (value !== undefined) stated[definition.name] = value;
  }
  return stated;
}

function valueOf(field: Field, definition: FieldDefinition, takes: (value: unknown, definition: FieldDefinition) => boolean): unknown {
  if (definition.shape === "object") return filled(statedIn(field, takes));
  if (definition.shape === "objects") {
    const items = field.children.flatMap((item) => filled(statedIn(item, takes)) ?? []);
    return items.length > 0 ? items : undefined;
  }
  if (field.state !== "filled") return undefined;
  if (field.items.length > 0 || definition.shape === "texts" || definition.shape === "numbers") {
    const kept = field.items.map(({ value }) => value).filter((value) => takes(value, definition));
    return kept.length > 0 ? kept : undefined;
  }
  return field.value !== undefined && takes(field.value, definition) ? field.value : undefined;
}

function filled(stated: Stated): Stated | undefined {
  return Object.keys(stated).length > 0 ? stated : undefined;
}

/** The value at a path such as `intended_use.users`; undefined where nothing is said. */
export function statedAt(stated: Stated, path: string): unknown {
  let here: unknown = stated;
  for (const name of path.split(".")) here = typeof here === "object" && here !== null && !Array.isArray(here) ? (here as Stated)[name] : undefined;
  return here;
}

/** True for a value that the kind's own schema takes. */
export function isTaken(value: unknown, { shape, choices, format }: FieldDefinition): boolean {
  if (choices.length > 0) return choices.some((choice) => choice.value === value);
  if (shape === "number" || shape === "numbers") return typeof value === "number";
  if (shape === "integer") return Number.isInteger(value);
  if (shape === "boolean") return typeof value === "boolean";
  return format !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(String(value));
}
