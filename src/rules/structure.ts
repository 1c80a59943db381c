import type { Document } from "../documents/document";
import { entryOf, keyText, locate, plainValue } from "../documents/node";
import type { Entry, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import { isNative } from "../formats/format";
import type { Reading } from "../formats/format";
import type { FieldDefinition, Kind } from "../kinds/field";
import { schemaErrors } from "../kinds/validate";
import type { SchemaError } from "../kinds/validate";
import type { ClauseRef } from "../standards/clause";
import { rankOfRule, ruleAbout } from "./verdict";
import type { StructureRuleId } from "./verdict";

/** A place where the document does not have the shape of its kind. */
export interface Violation {
  /** The one rule that speaks about it. */
  readonly rule: StructureRuleId;
  /** The keyword of JSON Schema: `type`, `enum`, `format`, `pattern`, `minimum`, … */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly node: TreeNode;
  /** The entry that holds the node, when its parent is a mapping. */
  readonly entry: Entry | undefined;
  /** The field the value belongs to; undefined below a key that the kind does not know or in a mapping with free keys. */
  readonly definition: FieldDefinition | undefined;
  /** The field itself, or the nearest one around it. */
  readonly owner: FieldDefinition;
  /** Path with places in lists, e.g. `risks[0].owner`. */
  readonly path: string;
  /** True when the value is an item of a list. */
  readonly item: boolean;
  /** What a finding about the value underlines. */
  readonly span: Span;
}

/** What the schema says about one part. */
export interface Structure {
  readonly violations: readonly Violation[];
}

/** Runs the kind's schema over a part in our own shape; a foreign format has a shape of its own and none of these. */
export function structureOf(reading: Reading): Structure {
  const root = reading.part.root;
  if (!root || !isNative(reading.format) || isFirstKey(root)) return { violations: [] };
  const found = new Map<string, Violation>();
  for (const error of schemaErrors(reading.kind.id, plainValue(root)).map(aboutKey)) {
    const pointer = pointerOf(error);
    const located = locate(root, pointer);
    if (!located) continue;
    const { node, entry } = located;
    const { definition, owner, path, item } = placeOf(reading.kind, pointer);
    const rule = ruleAbout(error, { node, definition });
    if (!rule) continue;
    const key = rule === "unknown-field" ? `${pointer}/${String(unknownName(error.params))}` : pointer;
    const known = found.get(key);
    if (known && rankOfRule(known.rule) <= rankOfRule(rule)) continue;
    // Named one by one, not spread: a register with slips has thousands of them.
    found.set(key, { rule, keyword: error.keyword, params: error.params, node, entry, definition, owner, path, item, span: valueSpan(node, entry, reading.document) });
  }
  return { violations: [...found.values()] };
}

/** A key of a mapping that has only certain ones is unknown like any other; what it could have been stands in `names`. */
function aboutKey(error: SchemaError): SchemaError {
  if (error.propertyName === undefined) return error;
  return { instancePath: error.instancePath, keyword: "additionalProperties", params: { additionalProperty: error.propertyName, names: error.params["allowedValues"] } };
}

/** Where the slip is: of two equal entries the second one, not the list that holds them. */
function pointerOf({ instancePath, keyword, params }: SchemaError): string {
  return keyword === "uniqueItems" ? `${instancePath}/${Math.max(Number(params["i"]), Number(params["j"]))}` : instancePath;
}

/** A document of one word is one whose first key is being typed. */
function isFirstKey(root: TreeNode): boolean {
  return root.type === "scalar" && typeof root.value === "string" && /^[$\w-]*$/.test(root.value);
}

interface Place {
  readonly definition: FieldDefinition | undefined;
  readonly owner: FieldDefinition;
  readonly path: string;
  readonly item: boolean;
}

/** The field and path that a JSON Pointer leads to. */
function placeOf(kind: Kind, pointer: string): Place {
  let definition: FieldDefinition | undefined = kind.root;
  let owner = kind.root;
  let path = "";
  let item = false;
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replace(/~1/g, "/").replace(/~0/g, "~");
    if (definition && isList(definition, item) && /^\d+$/.test(name)) {
      path += `[${name}]`;
      item = true;
      continue;
    }
    path += path === "" ? name : `.${name}`;
    definition = definition?.fields.get(name);
    owner = definition ?? owner;
    item = false;
  }
  return { definition, owner, path, item };
}

/** True where a number names an item; in a list of lists it does so twice. */
function isList({ shape }: FieldDefinition, item: boolean): boolean {
  return shape === "lists" || (!item && (shape === "objects" || shape === "texts" || shape === "numbers"));
}

/** The value where it fits on one line; its key, or its first line, where it is longer, a collection, or nothing. */
function valueSpan(node: TreeNode, entry: Entry | undefined, document: Document): Span {
  const key = entry && (entry.merged ? entry.span : entry.key.span);
  if (key && (node.type !== "scalar" || node.span.end <= node.span.start)) return key;
  const end = document.text.slice(node.span.start, node.span.end).search(/[\r\n]/);
  if (end < 0) return node.span;
  return key ?? { start: node.span.start, end: node.span.start + end };
}

function unknownName(params: Violation["params"]): string | undefined {
  const name = params["additionalProperty"];
  return typeof name === "string" ? name : undefined;
}

/** The entry of an unknown key named by an `additionalProperties` violation. */
export function unknownEntry(violation: Violation): Entry | undefined {
  const name = unknownName(violation.params);
  return name === undefined ? undefined : entryOf(violation.node, name);
}

/** The path of a key inside the object a violation is about. */
export function pathOfKey(violation: Violation, entry: Entry): string {
  return violation.path === "" ? keyText(entry) : `${violation.path}.${keyText(entry)}`;
}

/** The clauses of the field or of the nearest one around it that has any. */
export function clausesOf(field: FieldDefinition | undefined): readonly ClauseRef[] {
  for (let one = field; one; one = one.parent) {
    if (one.clauses.length > 0) return one.clauses;
  }
  return [];
}
