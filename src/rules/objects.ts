import { child, textOf, walk } from "../formats/field";
import type { Field } from "../formats/field";

/** The field and everything inside it that holds fields of its own, parents before children. */
export function objectsIn(field: Field): readonly Field[] {
  return [field, ...walk(field).filter((one) => one.children.length > 0)];
}

/** Those of them that have a field of this name. */
export function objectsWith(name: string, field: Field): readonly Field[] {
  return objectsIn(field).filter((one) => child(one, name) !== undefined);
}

/** True when nobody works with the model or the risk any more, so its dates do not press. */
export function isOver(field: Field): boolean {
  const status = textOf(field, "status");
  return status === "retired" || status === "closed";
}

/** True when the key is not there at all. A key without an answer is the matter of `empty-field` and `placeholder`. */
export function lacks(field: Field, name: string): boolean {
  return child(field, name) === undefined;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words[words.length - 1] ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
