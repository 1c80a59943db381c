import type { Entries, PlaceTable, Translated } from "../tree-places";
import { statedAt } from "./stated";
import type { Stated } from "./stated";

interface Tree {
  [key: string]: unknown;
}

/**
 * Puts what a document says where a table reads it from: the way back of `readPlaces`. The first place for a field that can take the
 * answer gets it; what has no place is left out.
 */
export function placed(stated: Stated, table: PlaceTable): Tree {
  const tree: Tree = {};
  const written = new Set<string>();
  for (const [place, targets] of Object.entries(table)) {
    for (const one of [targets].flat()) {
      const target = typeof one === "string" ? { to: one } : one;
      const path = "list" in target ? target.list : target.to;
      if (target.readOnly || written.has(path)) continue;
      const value = statedAt(stated, path);
      const made = value === undefined ? undefined : "list" in target ? itemsFrom(value, target) : formed(value, target, place.endsWith("[]"));
      if (made === undefined) continue;
      written.add(path);
      setAt(tree, place.split("."), made);
    }
  }
  return tree;
}

function itemsFrom(value: unknown, { fields, beside }: Entries): Tree[] | undefined {
  const items = (Array.isArray(value) ? value : [value]).map((item: Stated) => placed(item, fields)).filter((item) => Object.keys(item).length > 0);
  return items.length > 0 ? items.map((item) => ({ ...beside, ...item })) : undefined;
}

/** A value in the form that the place asks for; undefined where it cannot stand there. */
function formed(value: unknown, target: Translated, asList: boolean): unknown {
  const each = (Array.isArray(value) ? value : [value]).flatMap((one) => single(one, target) ?? []);
  if (each.length === 0) return undefined;
  if (target.each !== undefined) return each.map((one) => ({ ...target.beside, [target.each as string]: one }));
  if (asList) return each;
  return Array.isArray(value) && value.length > 1 ? undefined : each[0];
}

function single(value: unknown, { means, asText, takes }: Translated): unknown {
  if (takes && !takes(String(value))) return undefined;
  if (means) return Object.entries(means).find(([, meant]) => meant === value)?.[0];
  return asText ? String(value) : value;
}

/** Sets a value below keys of which those with `[]` hold a list; a list on the way has one item, and what comes later joins it. */
function setAt(tree: Tree, [name = "", ...rest]: readonly string[], value: unknown): void {
  const key = name.replace("[]", "");
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const known = tree[key];
  if (name.endsWith("[]")) {
    const items = Array.isArray(known) ? (known as Tree[]) : [];
    const item = items[0] ?? {};
    tree[key] = [item];
    setAt(item, rest, value);
  } else {
    const inner = typeof known === "object" && known !== null ? (known as Tree) : {};
    tree[key] = inner;
    setAt(inner, rest, value);
  }
}
