import { entryOf, isEmptyNode, keyText } from "../documents/node";
import type { MapNode, ScalarNode, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import type { Answer } from "./answer";
import type { FieldBuilder } from "./field-builder";

/**
 * From places in a tree to fields. A place names the keys on the way, `a.b.c`; lists are entered by themselves, `*` stands for any
 * key, and `@key` for the key under which an entry stands. The first place that says something for a field wins, unless the field
 * is a list, which collects. Where documents are written by the table too (`placed.ts`), `[]` behind a key says that a list is to
 * stand there.
 */
export interface PlaceTable {
  readonly [place: string]: Target;
}

/** A field's path, entries of a list of objects, or a field of which more is to be said. */
export type Target = string | Entries | Translated | readonly (string | Entries | Translated)[];

/** Every item found at the place begins an entry of `list`. */
export interface Entries {
  readonly list: string;
  readonly fields: PlaceTable;
  /** Leaves out items that are none. */
  readonly only?: (item: TreeNode) => boolean;
  /** Read here, and never written. */
  readonly readOnly?: true;
  /** What every written item needs beside its fields. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** A field whose values take another form at the place. */
export interface Translated {
  readonly to: string;
  /** The format's words for the choices of the field. */
  readonly means?: Readonly<Record<string, string>>;
  /** The key that holds the text in each of the objects of which the place has a list. */
  readonly each?: string;
  /** What each of these objects needs beside it. */
  readonly beside?: Readonly<Record<string, string>>;
  /** True where a number is written as a text. */
  readonly asText?: true;
  /** False for a text that the format does not take there, so that it is not written. */
  readonly takes?: (text: string) => boolean;
  /** Read here, and never written: a place of an earlier version, of a relative of the format, or a second one for the same. */
  readonly readOnly?: true;
}

/** A node with the key that leads to it. */
export interface Found {
  readonly key: ScalarNode | undefined;
  readonly node: TreeNode;
}

/** Reads what the table knows below a node into the builder. */
export function readPlaces({ key, node }: Found, table: PlaceTable, builder: FieldBuilder): void {
  for (const [place, targets] of Object.entries(table)) {
    const found = place === "@key" ? (key ? [{ key, node: key }] : []) : follow({ key, node }, place.split("."));
    for (const target of [targets].flat()) {
      for (const one of found) {
        if (typeof target !== "string" && "list" in target) readEntries(one, target, builder);
        else putAt(one, target, builder);
      }
    }
  }
}

/** Everything at a place; lists on the way are entered. */
export function follow(from: Found, names: readonly string[]): Found[] {
  const [name, ...rest] = names;
  if (name === undefined || name === "") return [from];
  if (from.node.type === "list") return from.node.items.flatMap((node) => follow({ key: from.key, node }, names));
  if (from.node.type !== "map") return [];
  const key = name.endsWith("[]") ? name.slice(0, -2) : name;
  const entries = name === "*" ? from.node.entries : from.node.entries.filter((entry) => keyText(entry) === key).slice(0, 1);
  return entries.flatMap(({ key, value }) => follow({ key, node: value }, rest));
}

function readEntries({ key, node }: Found, { list, fields, only }: Entries, builder: FieldBuilder): void {
  for (const item of node.type === "list" ? node.items : [node]) {
    if (isEmptyNode(item) || only?.(item) === false) continue;
    const entry = builder.item(list, { anchor: labelOf(item, node.type === "list" ? undefined : key), span: item.span });
    if (entry) readPlaces({ key, node: item }, fields, entry);
  }
}

function putAt({ key, node }: Found, target: string | Translated, builder: FieldBuilder): void {
  if (isEmptyNode(node)) return;
  const answer = answerAt(node, key);
  if (typeof target === "string") builder.put(target, answer);
  else builder.put(target.to, { ...answer, words: { ...answer.words, text: target.means?.[answer.words.text.toLowerCase()] ?? answer.words.text } });
}

/** What a node answers, whatever its shape. */
export function answerAt(node: TreeNode, key?: ScalarNode): Answer {
  const anchor = key ? key.span : firstWords(node);
  const span = { start: Math.min(anchor.start, node.span.start), end: Math.max(anchor.end, node.span.end) };
  const items = node.type === "list" ? node.items.filter((item) => !isEmptyNode(item)).map((item) => ({ text: wordsIn(item), span: item.span })) : undefined;
  return { anchor, span, words: { text: wordsIn(node), span: node.span }, ...(items ? { items } : {}), ...(node.type === "scalar" ? { node } : {}) };
}

/** The keys under which the items of lists carry their text. */
const TEXT_KEYS = ["description", "name", "title", "text", "statement", "reference", "value", "identifier", "url", "link", "id"];

/** The text of a node as one answer. */
export function wordsIn(node: TreeNode): string {
  if (node.type === "scalar") return node.value === null ? "" : String(node.value).trim();
  if (node.type === "list") return node.items.map(wordsIn).filter((text) => text !== "").join("; ");
  const said = TEXT_KEYS.flatMap((name) => scalarAt(node, name)?.value ?? [])[0];
  if (said !== undefined) return String(said).trim();
  return node.entries.map(({ value }) => wordsIn(value)).filter((text) => text !== "").join("; ");
}

/** The scalar at a key, when it holds something. */
export function scalarAt(node: TreeNode | undefined, name: string): ScalarNode | undefined {
  const value = entryOf(node, name)?.value;
  return value?.type === "scalar" && !isEmptyNode(value) ? value : undefined;
}

/** The words by which a reader finds an item again: its title, name or id, the key it stands under, or its first key. */
export function labelOf(item: TreeNode, key?: ScalarNode): Span {
  const label = ["title", "name", "id", "type"].flatMap((name) => scalarAt(item, name) ?? []).find(({ style }) => style !== "block");
  return label?.span ?? key?.span ?? firstWords(item);
}

function firstWords(node: TreeNode): Span {
  if (node.type === "map") return node.entries[0]?.key.span ?? node.span;
  const [first] = node.type === "list" ? node.items : [];
  return first ? firstWords(first) : node.span;
}

/** The mapping at a key; undefined for anything else. */
export function mapAt(node: TreeNode | undefined, name: string): MapNode | undefined {
  const value = entryOf(node, name)?.value;
  return value?.type === "map" ? value : undefined;
}
