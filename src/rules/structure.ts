import { entryOf, keyText, locate, plainValue } from "../documents/node";
import type { Entry, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import { isPlaceholder } from "../documents/placeholder";
import type { Reading } from "../formats/format";
import type { FieldDefinition, Kind } from "../kinds/field";
import { schemaErrors } from "../kinds/validate";

/** A place where the document does not have the shape of its kind. */
export interface Violation {
  /** The keyword of JSON Schema: `type`, `enum`, `format`, `pattern`, `minimum`, … */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly node: TreeNode;
  /** The entry that holds the node, when its parent is a mapping. */
  readonly entry: Entry | undefined;
  /** The field the value belongs to; undefined below a key that the kind does not know. */
  readonly definition: FieldDefinition | undefined;
  /** Path with places in lists, e.g. `risks[0].owner`. */
  readonly path: string;
  /** True when the value is an item of a list of texts or numbers. */
  readonly item: boolean;
}

/** What the schema says about one part. */
export interface Structure {
  readonly violations: readonly Violation[];
}

/** Runs the kind's schema over a part in our own shape; a foreign format has a shape of its own and none of these. */
export function structureOf(reading: Reading): Structure {
  const root = reading.part.root;
  if (!root || reading.format.priority !== 0) return { violations: [] };
  const violations = schemaErrors(reading.kind.id, plainValue(root)).flatMap((error) => {
    const located = locate(root, error.instancePath);
    if (!located) return [];
    const place = placeOf(reading.kind, error.instancePath);
    return { keyword: error.keyword, params: error.params, node: located.node, entry: located.entry, ...place };
  });
  return { violations };
}

/** The field and path that a JSON Pointer leads to. */
function placeOf(kind: Kind, pointer: string): { definition: FieldDefinition | undefined; path: string; item: boolean } {
  let definition: FieldDefinition | undefined = kind.root;
  let path = "";
  let item = false;
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replace(/~1/g, "/").replace(/~0/g, "~");
    const inList: boolean = definition !== undefined && isList(definition) && !item;
    if (inList && /^\d+$/.test(name)) {
      path += `[${name}]`;
      item = true;
      continue;
    }
    path += path === "" ? name : `.${name}`;
    definition = definition?.fields.get(name);
    item = false;
  }
  return { definition, path, item };
}

function isList(definition: FieldDefinition): boolean {
  return definition.shape === "objects" || definition.shape === "texts" || definition.shape === "numbers" || definition.shape === "lists";
}

/** What a finding about the value underlines: the value, its key when the value is empty, only the first line of a long one. */
export function valueSpan(violation: Violation): Span {
  const { node, entry } = violation;
  if (node.type !== "scalar" && entry) return entry.key.span;
  if (node.span.end > node.span.start) return node.span;
  return entry ? entry.key.span : node.span;
}

/** True when the value is a stand-in, which the `placeholder` rule reports; its shape is then of no interest. */
export function isStandIn(violation: Violation): boolean {
  return violation.node.type === "scalar" && typeof violation.node.value === "string" && isPlaceholder(violation.node.value);
}

/** The entry of an unknown key named by an `additionalProperties` violation. */
export function unknownEntry(violation: Violation): Entry | undefined {
  const name = violation.params["additionalProperty"];
  return typeof name === "string" ? entryOf(violation.node, name) : undefined;
}

/** The path of a key inside the object a violation is about. */
export function pathOfKey(violation: Violation, entry: Entry): string {
  return violation.path === "" ? keyText(entry) : `${violation.path}.${keyText(entry)}`;
}
