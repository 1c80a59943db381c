import type { Notation } from "./document";
import { scalarText } from "./scalar-text";
import type { QuoteHabit } from "./scalar-text";

/** A value that is to be written into a document. */
export type NewValue = NewScalar | NewList | NewMap;

/** A single value. */
export interface NewScalar {
  readonly type: "scalar";
  readonly value: string | number | boolean;
  /**
   * Set where a person has to answer: in a snippet the value becomes a tab stop, with these choices behind it if there are any.
   * `value` is then a stand-in that counts as a placeholder, so that nothing is said before somebody chose.
   */
  readonly stop?: { readonly choices: readonly string[]; readonly holds: "text" | "number" | "boolean" };
}

/** A list. */
export interface NewList {
  readonly type: "list";
  readonly items: readonly NewValue[];
  /** True where it stands between brackets on one line in YAML too. */
  readonly oneLine?: boolean;
}

/** A mapping. */
export interface NewMap {
  readonly type: "map";
  readonly entries: readonly NewEntry[];
}

/** A key with its value. */
export interface NewEntry {
  readonly key: string;
  readonly value: NewValue;
}

/** Text in which the single values are not written yet, so that it can become plain text or a snippet. */
export type NewText = readonly (string | NewScalar)[];

/** A line of new text, without its line ending. */
export type NewLine = NewText;

/** The form that new lines take. */
export interface BlockForm {
  /** One step of indentation. */
  readonly unit: string;
  /** What stands between the column of a key and the dashes of its list; YAML only. */
  readonly dashIndent: string;
}

/** A plain value: text, number or boolean, a list of them, or an object. */
export function newValue(value: unknown): NewValue {
  if (Array.isArray(value)) return { type: "list", items: value.map(newValue) };
  if (typeof value === "object" && value !== null) {
    return { type: "map", entries: Object.entries(value).map(([key, one]) => ({ key, value: newValue(one) })) };
  }
  return { type: "scalar", value: value as string | number | boolean };
}

/** Entries as lines of block YAML, the first key at the left margin. */
export function yamlLines(entries: readonly NewEntry[], form: BlockForm): NewLine[] {
  return entries.flatMap(({ key, value }) => {
    const name = `${scalarText(key, "yaml")}:`;
    if (value.type === "scalar") return [[`${name} `, value]];
    if (value.type === "map") {
      return value.entries.length === 0 ? [[`${name} {}`]] : [[name], ...indented(yamlLines(value.entries, form), form.unit)];
    }
    if (value.oneLine || value.items.length === 0) return [[`${name} `, ...flowText(value, "yaml", " ")]];
    return [[name], ...indented(value.items.flatMap((item) => yamlItemLines(item, form)), form.dashIndent)];
  });
}

/** An item of a list as lines of block YAML, its dash at the left margin. */
export function yamlItemLines(item: NewValue, form: BlockForm): NewLine[] {
  if (item.type !== "map" || item.entries.length === 0) return [["- ", ...flowText(item, "yaml", " ")]];
  return yamlLines(item.entries, form).map((line, index) => [index === 0 ? "- " : "  ", ...line]);
}

/** A value as JSON on lines of its own, the closing bracket at the left margin; lists of single values stay on one line. */
export function jsonLines(value: NewValue, unit: string): NewLine[] {
  const members = value.type === "map" ? value.entries.map(({ key, value: one }) => jsonEntryLines({ key, value: one }, unit)) : value.type === "list" ? value.items.map((item) => jsonLines(item, unit)) : [];
  if (members.length === 0 || (value.type === "list" && value.items.every((item) => item.type === "scalar"))) return [flowText(value, "json", " ")];
  const [open, close] = value.type === "map" ? ["{", "}"] : ["[", "]"];
  return [[open], ...indented(joined(members), unit), [close]];
}

/** A key with its value as JSON. */
export function jsonEntryLines({ key, value }: NewEntry, unit: string): NewLine[] {
  const [first = [], ...others] = jsonLines(value, unit);
  return [[`${JSON.stringify(key)}: `, ...first], ...others];
}

/** Groups of lines with a comma behind each but the last. */
export function joined(groups: readonly (readonly NewLine[])[]): NewLine[] {
  return groups.flatMap((lines, index) => (index === groups.length - 1 ? lines : [...lines.slice(0, -1), [...(lines.at(-1) ?? []), ","]]));
}

/** A value on one line, between brackets where it is a list or mapping. `padding` stands inside of braces. */
export function flowText(value: NewValue, notation: Notation, padding: string): NewText {
  if (value.type === "scalar") return [value];
  if (value.type === "list") return ["[", ...separated(value.items.map((item) => flowText(item, notation, padding))), "]"];
  if (value.entries.length === 0) return ["{}"];
  return [`{${padding}`, ...flowEntries(value.entries, notation, padding), `${padding}}`];
}

/** Entries of a flow mapping, without its braces. */
export function flowEntries(entries: readonly NewEntry[], notation: Notation, padding: string): NewText {
  return separated(entries.map(({ key, value }) => [`${scalarText(key, notation)}: `, ...flowText(value, notation, padding)]));
}

function separated(groups: readonly NewText[]): NewText {
  return groups.flatMap((group, index) => (index === 0 ? group : [", ", ...group]));
}

/** Lines moved in by `by`; an empty line stays empty. */
export function indented(lines: readonly NewLine[], by: string): NewLine[] {
  return by === "" ? [...lines] : lines.map((line) => (line.length === 0 ? line : [by, ...line]));
}

/** Lines as one text. */
export function onLines(lines: readonly NewLine[], eol: string): NewText {
  return lines.flatMap((line, index) => (index === 0 ? line : [eol, ...line]));
}

/** How many tab stops the new text has. */
export function stopsIn(text: NewText): number {
  return text.filter((piece) => typeof piece !== "string" && piece.stop !== undefined).length;
}

/** The new text as it stands in a document. */
export function plainText(text: NewText, notation: Notation, habit: QuoteHabit = "plain"): string {
  return text.map((piece) => (typeof piece === "string" ? piece : plainScalar(piece, notation, habit))).join("");
}

function plainScalar({ value }: NewScalar, notation: Notation, habit: QuoteHabit): string {
  return typeof value === "string" ? scalarText(value, notation, habit) : String(value);
}

/** The new text as an editor snippet with a tab stop per stand-in, counted on from `stops`. Syntax: LSP 3.17, “Snippet Syntax”. */
export function snippetText(text: NewText, notation: Notation, habit: QuoteHabit = "plain", stops = 0): string {
  return text.map((piece) => (typeof piece === "string" ? escaped(piece) : snippetScalar(piece, notation, habit, () => ++stops))).join("");
}

function snippetScalar(scalar: NewScalar, notation: Notation, habit: QuoteHabit, next: () => number): string {
  const { value, stop } = scalar;
  const written = plainScalar(scalar, notation, habit);
  if (!stop) return escaped(written);
  if (stop.choices.length > 0) return choiceText([written, ...choicesBeside(scalar, notation, habit)], next());
  const quote = stop.holds === "text" && /^["']/.test(written) ? (written[0] ?? "") : "";
  const inside = quote === "" ? written : written.slice(1, -1);
  return `${quote}\${${next()}:${escaped(typeof value === "string" ? inside : String(value))}}${quote}`;
}

/** The choices of a stop, written like its value. */
function choicesBeside({ value, stop }: NewScalar, notation: Notation, habit: QuoteHabit): string[] {
  const others = (stop?.choices ?? []).filter((choice) => choice !== value);
  return stop?.holds === "text" ? others.map((choice) => scalarText(choice, notation, habit)) : others;
}

/** A tab stop with choices. Quotes that all of them have stand outside, so that typing another value keeps them. */
function choiceText(choices: readonly string[], stop: number): string {
  const quote = choices.every((choice) => choice.startsWith('"')) ? '"' : choices.every((choice) => choice.startsWith("'")) ? "'" : "";
  return `${quote}\${${stop}|${choices.map((choice) => escapedChoice(quote === "" ? choice : choice.slice(1, -1))).join(",")}|}${quote}`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function escapedChoice(text: string): string {
  return text.replace(/[\\$},|]/g, "\\$&");
}
