import { indentAt, layoutOf } from "../documents/layout";
import type { Layout } from "../documents/layout";
import { plainText, snippetText, stopsIn } from "../documents/new-value";
import type { NewEntry, NewValue } from "../documents/new-value";
import type { Document, Notation } from "../documents/document";
import { child } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import { insertEntries } from "./insertion";
import type { Insertion, MapPlace } from "./insertion";
import { insertItem } from "./item-insertion";
import type { Fix, TextEdit } from "./rule";

/** The repair that adds entries to an object, each in its place in the order of the kind; none where the text does not allow it. */
export function addFields(title: string, owner: Field, entries: readonly NewEntry[], reading: Reading, preferred = true): Fix[] {
  return fixFrom(title, fieldInsertions(owner, entries, reading), reading, preferred);
}

/** The repair that adds an item to the list `name` of an object, which may not be there yet. */
export function addItem(title: string, owner: Field, name: string, item: NewValue, reading: Reading, preferred = true): Fix[] {
  const list = child(owner, name);
  if (!list) return addFields(title, owner, [{ key: name, value: { type: "list", items: [item] } }], reading, preferred);
  const insertions = isOwnShape(reading) ? insertItem(placeOf(list, reading), item) : undefined;
  return fixFrom(title, insertions, reading, preferred);
}

/** Where entries of an object go in the text; undefined where the text does not allow it. */
export function fieldInsertions(owner: Field, entries: readonly NewEntry[], reading: Reading): Insertion[] | undefined {
  return isOwnShape(reading) ? insertEntries(placeOf(owner, reading), entries, [...owner.definition.fields.keys()]) : undefined;
}

/** The repair that makes the insertions; none without any. */
export function fixFrom(title: string, insertions: readonly Insertion[] | undefined, reading: Reading, preferred = true): Fix[] {
  if (!insertions || insertions.length === 0) return [];
  return [{ title, edits: editsFrom(insertions, reading), preferred }];
}

/** A field as a place that entries or items can be added to. */
export function placeOf(field: Field, { document, part }: Reading): MapPlace {
  const key = field.path === "" || field.index !== undefined ? undefined : field.anchor;
  return { document, part, node: field.path === "" ? part.root : field.node, key };
}

/** True for a document in our own shape, whose keys are the fields; only there is it clear how a field is written. */
export function isOwnShape({ format }: Reading): boolean {
  return format.priority === 0;
}

/** Insertions as edits, those at the same place joined. Stand-ins become tab stops where an editor's own indentation allows it. */
export function editsFrom(insertions: readonly Insertion[], { document, part }: Reading): TextEdit[] {
  const layout = layoutOf(document, part);
  const edits = new Map<number, Insertion>();
  for (const insertion of insertions) {
    const before = edits.get(insertion.span.start);
    edits.set(insertion.span.start, before ? { span: { start: before.span.start, end: Math.max(before.span.end, insertion.span.end) }, text: [...before.text, ...insertion.text] } : insertion);
  }
  let stops = 0;
  const made = [...edits.values()].sort((a, b) => a.span.start - b.span.start).map((insertion): TextEdit => {
    const text = plainText(insertion.text, part.notation, layout.quote);
    const snippet = stopsIn(insertion.text) > 0 ? snippetOf(insertion, document, part.notation, layout, stops) : undefined;
    stops += stopsIn(insertion.text);
    return { span: insertion.span, text, ...(snippet === undefined ? {} : { snippet }) };
  });
  return made;
}

/** An editor moves the later lines of a snippet in as far as the line it is inserted into: they are moved out by as much before. */
function snippetOf({ span, text }: Insertion, document: Document, notation: Notation, { quote }: Layout, stops: number): string | undefined {
  const { lines } = document;
  const column = lines.positionAt(span.start).character;
  const margin = indentAt(document, span.start).slice(0, column);
  const [first = "", ...others] = snippetText(text, notation, quote, stops).split(/\r\n|\n|\r/);
  if (others.some((line) => line !== "" && !line.startsWith(margin))) return undefined;
  return [first, ...others.map((line) => line.slice(margin.length))].join("\n");
}
