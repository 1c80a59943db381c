import type { Span } from "./span";

/** One node of a document's tree. YAML, JSON and Markdown front matter all become these three shapes. */
export type TreeNode = MapNode | ListNode | ScalarNode;

/** A mapping; `entries` keep the order of the text and may hold the same key twice. */
export interface MapNode {
  readonly type: "map";
  readonly span: Span;
  readonly entries: readonly Entry[];
  /** True for `{ … }`, false for indented YAML. */
  readonly flow: boolean;
}

/** A sequence. */
export interface ListNode {
  readonly type: "list";
  readonly span: Span;
  readonly items: readonly TreeNode[];
  /** True for `[ … ]`, false for indented YAML. */
  readonly flow: boolean;
}

/** How a scalar is written; `json` covers every JSON literal that is not a string. */
export type ScalarStyle = "plain" | "single" | "double" | "block" | "json";

/** A single value. An absent value (`key:` with nothing behind it) is `null` with an empty span behind the colon. */
export interface ScalarNode {
  readonly type: "scalar";
  readonly span: Span;
  readonly value: string | number | boolean | null;
  /** The text as written, without quotes. */
  readonly source: string;
  readonly style: ScalarStyle;
}

/** One key of a mapping with its value. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: TreeNode;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** True when the entry came in through a YAML merge (`<<: *base`) and is not written here. */
  readonly merged: boolean;
}

/** The key's text as a string, whatever it was written as. */
export function keyText(entry: Entry): string {
  const { value } = entry.key;
  return typeof value === "string" ? value : value === null ? "" : String(value);
}

/** The first entry with the given key, or undefined. */
export function entryOf(node: TreeNode | undefined, key: string): Entry | undefined {
  if (node?.type !== "map") return undefined;
  return node.entries.find((entry) => keyText(entry) === key);
}

/** The text of a scalar child, or undefined when there is none or it is no string. */
export function stringOf(node: TreeNode | undefined, key: string): string | undefined {
  const value = entryOf(node, key)?.value;
  return value?.type === "scalar" && typeof value.value === "string" ? value.value : undefined;
}

/** True for `null`, empty or blank text, an empty list or an empty mapping. */
export function isEmptyNode(node: TreeNode): boolean {
  if (node.type === "map") return node.entries.length === 0;
  if (node.type === "list") return node.items.length === 0;
  return node.value === null || (typeof node.value === "string" && node.value.trim() === "");
}

/** The tree as plain values; where a key stands twice the first one wins, as the rest of the tool reads it. */
export function plainValue(node: TreeNode): unknown {
  if (node.type === "scalar") return node.value;
  if (node.type === "list") return node.items.map(plainValue);
  const value: Record<string, unknown> = {};
  for (const entry of node.entries) {
    const key = keyText(entry);
    if (Object.hasOwn(value, key)) continue;
    // Set as any other key, this one would change what the object is made of.
    if (key === "__proto__") Object.defineProperty(value, key, { value: plainValue(entry.value), enumerable: true });
    else value[key] = plainValue(entry.value);
  }
  return value;
}

/** A node found by its path, with the entry that holds it when its parent is a mapping. */
export interface Located {
  readonly node: TreeNode;
  readonly entry?: Entry;
}

/** Follows a JSON Pointer (RFC 6901) from `root`; undefined when it leads nowhere. */
export function locate(root: TreeNode, pointer: string): Located | undefined {
  let here: Located = { node: root };
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replace(/~1/g, "/").replace(/~0/g, "~");
    if (here.node.type === "map") {
      const entry = entryOf(here.node, name);
      if (!entry) return undefined;
      here = { node: entry.value, entry };
    } else if (here.node.type === "list") {
      const item = here.node.items[Number(name)];
      if (!item) return undefined;
      here = { node: item };
    } else return undefined;
  }
  return here;
}
