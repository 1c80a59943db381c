import { isEmptyNode, plainValue } from "../documents/node";
import { isPlaceholder } from "../documents/placeholder";
import type { FieldDefinition } from "../kinds/field";
import type { RiskMatrix } from "../kinds/profile";
import { choicesOf } from "../kinds/stand-in";
import { schemaErrors } from "../kinds/validate";
import type { SchemaError } from "../kinds/validate";
import { MARK } from "./completion-place";
import type { Place } from "./completion-place";

/**
 * Tells which fields may have the value that stands behind a key already, where only the name of the key is written. The schema
 * decides: a name is on offer if nothing new is wrong with the document under it.
 */
export function fitting({ reading, value }: Pick<Place, "reading" | "value">, matrix: RiskMatrix): (field: FieldDefinition) => boolean {
  const { root } = reading.part;
  const plain = root && plainValue(root);
  const owner = value && !isEmptyNode(value) ? ownerOf(plain, MARK) : undefined;
  if (!owner) return () => true;
  const held = owner[MARK];
  delete owner[MARK];
  const wrong = () => schemaErrors(reading.kind.id, plain).filter((error) => isAboutValue(error, plain)).length;
  const before = wrong();
  return (field) => {
    const { name } = field;
    // The words of a scale are the workspace's own, of which the schema knows nothing.
    if (field.scale !== undefined && typeof held === "string" && !isPlaceholder(held) && !choicesOf(field, matrix).includes(held)) return false;
    if (Object.hasOwn(owner, name)) return false;
    owner[name] = held;
    const fits = wrong() <= before;
    delete owner[name];
    return fits;
  };
}

/** What is missing is no matter of the name, and neither is what is still to be filled in. */
function isAboutValue({ keyword, instancePath }: SchemaError, plain: unknown): boolean {
  if (keyword === "required" || keyword === "if") return false;
  const value = valueAt(plain, instancePath);
  return value !== null && value !== "" && !(typeof value === "string" && isPlaceholder(value));
}

function valueAt(plain: unknown, pointer: string): unknown {
  const names = pointer.split("/").slice(1).map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
  return names.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), plain);
}

/** The object that has the key, at whatever depth. */
function ownerOf(value: unknown, key: string): Record<string, unknown> | undefined {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, key)) return value;
  for (const one of Object.values(value)) {
    const found = ownerOf(one, key);
    if (found) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
