import type { Document, Language, Part } from "../documents/document";
import { entryOf, isEmptyNode, keyText } from "../documents/node";
import type { Entry, ScalarNode, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import type { FieldDefinition, Kind } from "../kinds/field";
import { kinds } from "../kinds/kinds";
import { stateOfText } from "./field";
import type { Field, FieldState, FieldValue } from "./field";
import { priority } from "./format";
import type { Format } from "./format";

/** Our own shape in YAML: the keys are the canonical fields. */
export const nativeYaml: Format = native("yaml", "YAML", "yaml");
/** Our own shape in JSON, comments allowed. */
export const nativeJson: Format = native("json", "JSON", "json");
/** Our own shape in the front matter of a Markdown file. */
export const frontMatter: Format = native("markdown", "Markdown front matter", "markdown-front-matter");

function native(language: Language, title: string, id: string): Format {
  const read: Format["read"] = (part, document, kind) => ({ root: readNative(part, document, kind) });
  return { id, title, languages: [language], priority: priority.native, kinds: kinds.map((kind) => kind.id), recognise: () => undefined, read };
}

/** Reads a part whose keys are the canonical fields; keys that the kind does not know are left to the rules. */
export function readNative(part: Part, document: Document, kind: Kind): Field {
  const root = part.root;
  const span = root?.span ?? part.span;
  const anchor = rootAnchor(root, document, part);
  const children = root?.type === "map" ? fieldsOf(root.entries, kind.root, "") : [];
  return container(kind.root, "", undefined, anchor, span, span, root, children);
}

/** What most fields have neither of: items and children. */
const NONE: readonly never[] = [];

function fieldsOf(entries: readonly Entry[], owner: FieldDefinition, prefix: string): Field[] {
  // By maps and filters rather than pushes: lists that grow keep room that they never use, and here are thousands of short ones.
  const fields = entries.map((entry, index) => {
    const name = keyText(entry);
    const definition = owner.fields.get(name);
    return definition && isFirst(entries, index, name) ? fieldOf(entry, definition, prefix + name) : undefined;
  });
  return fields.includes(undefined) ? fields.filter((field) => field !== undefined) : (fields as Field[]);
}

function isFirst(entries: readonly Entry[], index: number, name: string): boolean {
  for (let before = 0; before < index; before++) if (keyText(entries[before] as Entry) === name) return false;
  return true;
}

function fieldOf(entry: Entry, definition: FieldDefinition, path: string): Field {
  const anchor = entry.merged ? entry.span : entry.key.span;
  const node = entry.value;
  if (definition.shape === "object" && node.type === "map") {
    const children = fieldsOf(node.entries, definition, `${path}.`);
    return container(definition, path, undefined, anchor, entry.span, node.span, node, children);
  }
  if (definition.shape === "objects" && node.type === "list") {
    const items = node.items.map((item, index) => itemOf(item, definition, `${path}[${index}]`, index));
    const children = items.filter((item) => item !== undefined);
    return container(definition, path, undefined, anchor, entry.span, node.span, node, children);
  }
  const valueSpan = node.span.end > node.span.start ? node.span : anchor;
  const items = node.type === "list" ? node.items.flatMap(scalarItem) : NONE;
  const value = node.type === "scalar" && node.value !== null ? node.value : undefined;
  return { definition, path, state: stateOf(node), anchor, span: entry.span, valueSpan, value, items, index: undefined, children: NONE, node };
}

function itemOf(node: TreeNode, list: FieldDefinition, path: string, index: number): Field | undefined {
  if (node.type !== "map") return undefined;
  return container(list, path, index, itemAnchor(node, list), node.span, node.span, node, fieldsOf(node.entries, list, `${path}.`));
}

function container(
  definition: FieldDefinition,
  path: string,
  index: number | undefined,
  anchor: Span,
  span: Span,
  valueSpan: Span,
  node: TreeNode | undefined,
  children: readonly Field[],
): Field {
  const state = !node || isEmptyNode(node) ? "empty" : stateOfAll(children);
  return { definition, path, state, anchor, span, valueSpan, value: undefined, items: NONE, index, children, node };
}

/** An object of nothing but stand-ins is one itself. */
function stateOfAll(children: readonly Field[]): FieldState {
  if (children.length === 0 || children.some((child) => child.state === "filled")) return "filled";
  return children.some((child) => child.state === "placeholder") ? "placeholder" : "empty";
}

function stateOf(node: TreeNode): FieldState {
  if (isEmptyNode(node)) return "empty";
  if (node.type === "scalar") return typeof node.value === "string" ? stateOfText(node.value) : "filled";
  const inside = node.type === "list" ? node.items : node.entries.map((entry) => entry.value);
  const states = inside.map(stateOf);
  if (states.includes("filled")) return "filled";
  return states.includes("placeholder") ? "placeholder" : "empty";
}

function scalarItem(node: TreeNode): { value: FieldValue; span: Span }[] {
  return node.type === "scalar" && node.value !== null ? [{ value: node.value, span: node.span }] : [];
}

/** The item's label where it has one, else its first key: the words by which a reader finds the item again. */
function itemAnchor(node: TreeNode & { type: "map" }, list: FieldDefinition): Span {
  for (const name of list.itemLabel) {
    const value = entryOf(node, name)?.value;
    if (value?.type === "scalar" && value.span.end > value.span.start && !isBlock(value)) return value.span;
  }
  return node.entries[0]?.key.span ?? node.span;
}

function isBlock(node: ScalarNode): boolean {
  return node.style === "block";
}

/** The value of `kind`, else the first key, else the first line with text. */
function rootAnchor(root: TreeNode | undefined, document: Document, part: Part): Span {
  const kind = entryOf(root, "kind");
  if (kind && !kind.merged) return { start: kind.key.span.start, end: Math.max(kind.key.span.end, kind.value.span.end) };
  if (root?.type === "map" && root.entries[0]) return root.entries[0].key.span;
  const words = /\S[^\r\n]*/.exec(document.text.slice(part.span.start, part.span.end));
  if (!words) return { start: part.span.start, end: part.span.start };
  const start = part.span.start + words.index;
  return { start, end: start + words[0].trimEnd().length };
}
