import type { Span } from "../../documents/span";
import { isLeaf, walk } from "../field";
import type { Field, FieldValue } from "../field";
import { isTaken } from "./stated";

/** Something that a file says and that a new one made of it does not. */
export interface Loss {
  /** In two or three words: the field's title, a heading, a key. */
  readonly name: string;
  /** What is lost and why, as a sentence with the words that stand in the file. */
  readonly message: string;
  /** Where it stands in the file. */
  readonly span: Span;
}

/**
 * The answers of one document that another, made of it, does not give. Entries of lists are held against those that agree most, whatever
 * their order. `form` is how people call the other one's format.
 */
export function lostBetween(before: Field, after: Field | undefined, form: string): Loss[] {
  return before.children.flatMap((field): Loss[] => {
    const twin = after?.children.find((one) => one.definition.name === field.definition.name);
    if (field.definition.constant !== undefined) return [];
    if (field.definition.shape === "objects") return lostItems(field.children, twin?.children ?? [], form);
    return isLeaf(field) ? lostValues(field, twin, form) : lostBetween(field, twin, form);
  });
}

function lostItems(items: readonly Field[], others: readonly Field[], form: string): Loss[] {
  const left = [...others];
  return items.flatMap((item, index) => {
    // Most keep their place.
    const same = others[index];
    if (same && left.includes(same) && agreements(item, same) > 0 && lostBetween(item, same, form).length === 0) {
      left.splice(left.indexOf(same), 1);
      return [];
    }
    const best = left.map((other) => ({ other, agrees: agreements(item, other) })).sort((a, b) => b.agrees - a.agrees)[0];
    const twin = best && best.agrees > 0 ? best.other : undefined;
    if (twin) left.splice(left.indexOf(twin), 1);
    return lostBetween(item, twin, form);
  });
}

/** How many answers two entries share. */
function agreements(one: Field, other: Field): number {
  const said = new Map(walk(other).filter(isLeaf).map((field) => [field.definition.path, field]));
  return walk(one).filter((field) => isLeaf(field) && field.state === "filled" && missing(field, said.get(field.definition.path)).length === 0).length;
}

function lostValues(field: Field, twin: Field | undefined, form: string): Loss[] {
  if (field.state !== "filled") return [];
  const { title } = field.definition;
  return missing(field, twin).map(({ value, span }) => {
    const words = `“${shortened(String(value))}”`;
    if (!isTaken(value, field.definition)) return { name: title, message: `${title}: ${words} is none of the answers that this field takes, so it is left out.`, span };
    return { name: title, message: twin ? `${title}: ${words} would come out as something else in ${form}.` : `${title}: ${words} has no place in ${form}.`, span };
  });
}

/** The values of a field that its twin does not hold. */
function missing(field: Field, twin: Field | undefined): { value: FieldValue; span: Span }[] {
  const own = valuesOf(field);
  const others = new Set(twin && twin.state === "filled" ? valuesOf(twin).map(({ value }) => plain(value)) : []);
  return own.filter(({ value }) => !others.has(plain(value)));
}

function valuesOf({ value, items, valueSpan }: Field): { value: FieldValue; span: Span }[] {
  return items.length > 0 ? [...items] : value === undefined ? [] : [{ value, span: valueSpan }];
}

/** Blanks and line breaks are a matter of form. */
function plain(value: FieldValue): string {
  return String(value).replace(/\s+/g, " ").trim();
}

/** The first words of a long text. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
}
