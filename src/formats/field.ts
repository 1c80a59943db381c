import type { TreeNode } from "../documents/node";
import { isPlaceholder } from "../documents/placeholder";
import type { Span } from "../documents/span";
import { isExpected } from "../kinds/field";
import type { FieldDefinition, StrictnessProfile } from "../kinds/field";

/** Whether a field holds an answer. */
export type FieldState = "filled" | "placeholder" | "empty" | "missing";

/** A single value as a person wrote it. */
export type FieldValue = string | number | boolean;

/** What a value says on a scale, when a foreign format writes it in its own way: a common word, a number, and the scale's length. */
export interface Rating {
  readonly word?: string;
  /** Counted from the lowest step, which is 1. */
  readonly number?: number;
  readonly outOf?: number;
}

/**
 * One canonical field of one document, with its place. Fields form a tree: an object has its fields as children, a list of
 * objects has one child per item, which shares the list's definition.
 */
export interface Field {
  readonly definition: FieldDefinition;
  /** Path with places in lists, e.g. `risks[0].treatment.option`; empty for the document itself. */
  readonly path: string;
  readonly state: FieldState;
  /** What a finding about the field as a whole underlines: its key, or the first words of a list's item. */
  readonly anchor: Span;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** The value alone; the same as `anchor` where there is none. */
  readonly valueSpan: Span;
  /** The value of a text, number or boolean. */
  readonly value: FieldValue | undefined;
  /** The values of a list of texts or numbers, each with its place. */
  readonly items: readonly { readonly value: FieldValue; readonly span: Span }[];
  /** Place in the list, for an item of a list of objects. */
  readonly index: number | undefined;
  readonly children: readonly Field[];
  /** The node it was read from, where the file is in our own shape. */
  readonly node: TreeNode | undefined;
  /** For a field with a scale in a foreign format. */
  readonly rating?: Rating;
}

/** The state of a text: an answer, a stand-in for one, or nothing. */
export function stateOfText(text: string): FieldState {
  if (text.trim() === "") return "empty";
  return isPlaceholder(text) ? "placeholder" : "filled";
}

/** The child with this name, or undefined. */
export function child(field: Field | undefined, name: string): Field | undefined {
  return field?.children.find((one) => one.index === undefined && one.definition.name === name);
}

/** The items of a list of objects inside `field`; empty when there is no such list. */
export function itemsOf(field: Field | undefined, name: string): readonly Field[] {
  return child(field, name)?.children ?? [];
}

/** The text of a child that holds an answer, or undefined. */
export function textOf(field: Field | undefined, name: string): string | undefined {
  const found = child(field, name);
  return found?.state === "filled" && typeof found.value === "string" ? found.value : undefined;
}

/** The number of a child, or undefined. */
export function numberOf(field: Field | undefined, name: string): number | undefined {
  const value = child(field, name)?.value;
  return typeof value === "number" ? value : undefined;
}

/** The fields of whole documents, which a dozen rules walk after every change. */
const walked = new WeakMap<Field, readonly Field[]>();

/** Every field of the tree, parents before children, without the document itself. */
export function walk(field: Field): readonly Field[] {
  const known = walked.get(field);
  if (known) return known;
  const all: Field[] = [];
  collect(field, all);
  if (field.path === "") walked.set(field, all);
  return all;
}

function collect(field: Field, all: Field[]): void {
  for (const one of field.children) {
    all.push(one);
    collect(one, all);
  }
}

/** True for a field that holds a value of its own; objects and lists of objects only hold other fields. */
export function isLeaf(field: Field): boolean {
  return field.definition.shape !== "object" && field.definition.shape !== "objects";
}

/** The definitions that a profile expects inside an object and that are not there, in the order of the schema. */
export function missingIn(field: Field, profile: StrictnessProfile): readonly FieldDefinition[] {
  const holdsFields = field.definition.shape === "object" || field.index !== undefined;
  if (!holdsFields || field.state === "missing") return NONE;
  const missing = expectedIn(field.definition, profile).filter((one) => !child(field, one.name) && appliesIn(field, one));
  return missing.length > 0 ? missing : NONE;
}

const NONE: readonly never[] = [];
const expected = new WeakMap<FieldDefinition, Map<StrictnessProfile, readonly FieldDefinition[]>>();

/** What a profile expects inside an object, looked up since every object of a register is asked after every change. */
function expectedIn(definition: FieldDefinition, profile: StrictnessProfile): readonly FieldDefinition[] {
  const known = expected.get(definition) ?? new Map<StrictnessProfile, readonly FieldDefinition[]>();
  expected.set(definition, known);
  const fields = known.get(profile) ?? [...definition.fields.values()].filter((one) => isExpected(one, profile));
  known.set(profile, fields);
  return fields;
}

/** True when the neighbours that a field depends on have the values that it needs. */
export function appliesIn(owner: Field, definition: FieldDefinition): boolean {
  return definition.onlyIf.every(([name, value]) => child(owner, name)?.value === value);
}

/** The field with exactly this path, or undefined. */
export function fieldWithPath(root: Field, path: string): Field | undefined {
  for (let here: Field | undefined = root; here; ) {
    if (here.path === path) return here;
    here = here.children.find((one) => path === one.path || path.startsWith(`${one.path}.`) || path.startsWith(`${one.path}[`));
  }
  return undefined;
}

/** How a person would call the item of a list: its id or title, else its number. */
export function itemTitle(field: Field): string {
  const words = field.definition.itemLabel.flatMap((name) => {
    const value = child(field, name)?.value;
    return value === undefined ? [] : [String(value)];
  });
  return words.length > 0 ? words.join(" · ") : `${field.definition.title} ${(field.index ?? 0) + 1}`;
}
