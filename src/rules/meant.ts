import { keyText } from "../documents/node";
import type { TreeNode } from "../documents/node";
import type { FieldDefinition } from "../kinds/field";
import { nearest } from "./nearest";

/** True for the writer's own keys, which every kind leaves room for. */
export function isOwnKey(key: string): boolean {
  return /^x[-_]/.test(key) || key === "$schema";
}

/** The field of `owner` that an unknown key most likely means, among those that are not there yet. */
export function meantField(key: string, node: TreeNode, owner: FieldDefinition): FieldDefinition | undefined {
  if (node.type !== "map") return undefined;
  const present = new Set(node.entries.map(keyText));
  const name = nearest(key, [...owner.fields.keys()].filter((one) => !present.has(one)));
  return name === undefined ? undefined : owner.fields.get(name);
}

/** The names of fields that unknown keys of the node most likely mean. */
export function meantNames(node: TreeNode | undefined, owner: FieldDefinition): ReadonlySet<string> {
  const entries = node?.type === "map" ? node.entries : [];
  const unknown = entries.map(keyText).filter((key) => !owner.fields.has(key) && !isOwnKey(key));
  return new Set(unknown.flatMap((key) => (node && meantField(key, node, owner)?.name) ?? []));
}
