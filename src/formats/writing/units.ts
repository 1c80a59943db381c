import type { Span } from "../../documents/span";
import { fieldWithPath, isLeaf } from "../field";
import type { Field } from "../field";
import { lostBetween } from "./lost";
import { statedAt } from "./stated";
import type { Stated } from "./stated";

/** What is written in one place: a single field or a whole list of objects, by its path. */
export type Units = ReadonlyMap<string, Field>;

/** The units of a document that say something. */
export function unitsOf(root: Field): Units {
  const units = new Map<string, Field>();
  const collect = (field: Field): void => {
    if (field.definition.constant !== undefined) return;
    if (field.definition.shape === "objects" || isLeaf(field)) {
      if (field.state === "filled") units.set(field.path, field);
    } else for (const one of field.children) collect(one);
  };
  for (const field of root.children) collect(field);
  return units;
}

/** The units that another reading of the same document does not give as they are. */
export function unitsNotIn(units: Units, root: Field | undefined): Set<string> {
  const alone = (field: Field): Field => ({ ...field, index: undefined, children: [field] });
  return new Set([...units].filter(([path, field]) => {
    const twin = root && fieldWithPath(root, path);
    return !twin || lostBetween(alone(field), alone(twin), "").length > 0;
  }).map(([path]) => path));
}

/** Where a reading says what the document did not, or entries that it did not have: words that were taken for something else. */
export function extrasIn(units: Units, root: Field | undefined): Span[] {
  if (!root) return [];
  return [...unitsOf(root)].flatMap(([path, field]) => {
    const before = units.get(path);
    if (!before) return [field.anchor];
    return field.children.slice(before.children.length).map(({ anchor }) => anchor);
  });
}

/** The answers of these units alone, under their keys. */
export function onlyUnits(stated: Stated, units: ReadonlySet<string>, before = ""): Stated {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(stated)) {
    const path = before === "" ? key : `${before}.${key}`;
    if (units.has(path)) kept[key] = value;
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const inner = onlyUnits(value as Stated, units, path);
      if (Object.keys(inner).length > 0) kept[key] = inner;
    }
  }
  return kept;
}

/** The texts at a path; of a list of objects on the way those of each entry. */
export function textsAt(stated: Stated, path: string): unknown[] {
  const value = statedAt(stated, path);
  if (value !== undefined) return Array.isArray(value) ? value : typeof value === "object" ? [] : [value];
  const dot = path.lastIndexOf(".");
  const list = dot < 0 ? undefined : statedAt(stated, path.slice(0, dot));
  return Array.isArray(list) ? list.flatMap((item: Stated) => item[path.slice(dot + 1)] ?? []) : [];
}
