import type { Document, Part } from "../documents/document";
import { entryOf, isEmptyNode, keyText } from "../documents/node";
import type { Entry, MapNode, TreeNode } from "../documents/node";
import type { FieldDefinition, Kind } from "../kinds/field";

const KIND_LINE = /^(?:[{\s]|---)*["']?kind["']?[ \t]*:[ \t]*["']?([a-z-]+)/;

/** Fields that many files have for reasons of their own; they say nothing about the kind. */
const COMMON = new Set(["kind", "id", "name", "title", "version", "status", "description", "owner", "owners", "scope", "references", "standard", "links", "standards"]);

/**
 * True when a part whose file name promises the kind also has its content. An empty part does, and so does a first half-typed key. Otherwise
 * one telling field has to have the shape that the kind gives it, and the known keys must not be fewer than the foreign ones.
 */
export function hasContentOf(part: Part, kind: Kind, document: Document): boolean {
  if (document.language === "csv") return false;
  if (!part.root) return document.language !== "markdown" || document.text.trim() === "";
  if (part.root.type === "scalar") return /^[a-z_]*$/i.test(String(part.root.value));
  if (part.root.type !== "map") return false;
  const known = part.root.entries.filter((entry) => kind.root.fields.has(keyText(entry)) || /^(?:x[-_]|\$schema$)/.test(keyText(entry)));
  if (known.length * 2 < part.root.entries.length) return false;
  if (kind.id === "clausewise") return true;
  const definitionOf = (entry: Entry) => kind.root.fields.get(keyText(entry));
  const tells = known.some((entry) => {
    const definition = definitionOf(entry);
    return definition !== undefined && !COMMON.has(definition.name) && fits(entry.value, definition);
  });
  // A document that is being begun has a name and an owner and nothing foreign; front matter of a site looks the same.
  return tells || (document.language !== "markdown" && part.root.entries.every((entry) => begins(entry, definitionOf(entry))));
}

/** A known key without a value yet, or with one of its shape. */
function begins({ value }: Entry, definition: FieldDefinition | undefined): boolean {
  return definition !== undefined && (isEmptyNode(value) || fits(value, definition));
}

/** The value has the shape of the field and, where that has keys, mostly keys that the field knows. */
function fits(node: TreeNode, definition: FieldDefinition): boolean {
  if (definition.shape === "objects") {
    if (node.type !== "list" || node.items.length === 0) return false;
    const [first] = node.items;
    // Entries that share only half of their keys with us are somebody's own: `id` and `status` have all registers.
    return node.items.every((item) => item.type === "map") && mostlyKnown(first as TreeNode, definition) && (first?.type !== "map" || first.entries.length < 3 || knownIn(first, definition) * 2 > first.entries.length);
  }
  if (definition.shape === "object") return mostlyKnown(node, definition);
  if (definition.shape === "texts") return node.type === "list";
  return definition.shape === "text" && node.type === "scalar";
}

function mostlyKnown(node: TreeNode, definition: FieldDefinition): boolean {
  if (node.type !== "map") return false;
  const known = knownIn(node, definition);
  return known > 0 && known * 2 >= node.entries.length;
}

/** How many of its keys the field knows. */
function knownIn(node: MapNode, definition: FieldDefinition): number {
  return node.entries.filter((entry) => definition.fields.has(keyText(entry))).length;
}

/** The text of the root's `kind` key, if it has one; of a text that cannot be read, what looks like it. */
export function kindKey(part: Part, document: Document): string | undefined {
  if (document.parts.length === 0 && document.problems.length > 0) return KIND_LINE.exec(document.text)?.[1];
  const value = entryOf(part.root, "kind")?.value;
  return value?.type === "scalar" && typeof value.value === "string" ? value.value : undefined;
}
