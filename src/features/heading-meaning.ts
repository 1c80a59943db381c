import type { CodeAction } from "vscode-languageserver";
import { entryOf } from "../documents/node";
import type { Span } from "../documents/span";
import type { Reading, Unmapped } from "../formats/format";
import { dateFrom } from "../kinds/date-words";
import { isExpected } from "../kinds/field";
import type { FieldDefinition, StrictnessProfile } from "../kinds/field";
import { child } from "../formats/field";
import type { Field } from "../formats/field";
import { scaleRating, valueFor } from "../formats/values";
import { editsFrom } from "../rules/additions";
import { insertEntries } from "../rules/insertion";
import type { TextEdit } from "../rules/rule";
import { PROFILE_NAMES } from "../workspace/folder";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { creatingEdit, workspaceEdit } from "./workspace-edit";
import type { EditAbilities } from "./workspace-edit";

/** Meanings on offer for one heading; the rest can be written into the profile by hand. */
const MOST = 10;

/** What the request knows of the client. */
interface Client {
  readonly versionOf: (uri: string) => number | null;
  readonly abilities: EditAbilities;
}

/**
 * “This heading means …”: for a heading, key or column that was not understood, the fields that are missing in the document. The
 * choice goes into the profile of the folder, so that it holds for every file in it.
 */
export function headingMeanings(context: FeatureContext, uri: string, span: Span, client: Client): CodeAction[] {
  const document = context.index.get(uri);
  if (!document || document.folder.uri === "") return [];
  return document.readings.readings.flatMap((reading) => {
    const here = reading.unmapped.find(({ name }) => name.span.start <= span.end && name.span.end >= span.start);
    if (!here) return [];
    return candidates(reading, here, document.folder.profile.strictness).flatMap((field) => actionFor(context, document, reading, here, field, client));
  });
}

function actionFor(context: FeatureContext, document: IndexedDocument, reading: Reading, { name, list }: Unmapped, field: FieldDefinition, client: Client): CodeAction[] {
  const path = field.path.replace(/\[\]/g, "");
  const edit = profileEdit(context, document.folder.uri, reading.kind.id, name.text, path, client);
  return edit ? [{ title: `“${name.text}” means: ${calledIn(field, list)}`, kind: "quickfix", edit }] : [];
}

/** A field's title; one word alone with what it is a part of: `Owners › Name`. */
function calledIn({ title, parent }: FieldDefinition, list: string | undefined): string {
  return parent === undefined || parent.path === "" || parent.name === list || title.includes(" ") ? title : `${parent.title} › ${title}`;
}

/** The fields that the document lacks, the essential ones first. */
function candidates(reading: Reading, unmapped: Unmapped, strictness: StrictnessProfile): FieldDefinition[] {
  const { list } = unmapped;
  const entries = list === undefined ? undefined : child(reading.root, list);
  const open = (owner: FieldDefinition, field: Field | undefined): FieldDefinition[] =>
    [...owner.fields.values()].flatMap((definition) => {
      if (definition.constant !== undefined || definition.name === "id") return [];
      const found = child(field, definition.name);
      if (definition.shape === "object") return open(definition, found);
      if (definition.shape === "objects") return found ? [] : sayingOf(definition);
      return found ? [] : [definition];
    });
  // A column says something of every entry: what the first one lacks.
  const lacking = entries ? open(entries.definition, entries.children[0]) : open(reading.root.definition, reading.root);
  const said = answerTo(unmapped, reading.document.text);
  const all = said === "" ? lacking : lacking.filter((field) => couldHold(field, said));
  const expected = all.filter((one) => isWanted(one, strictness));
  return [...expected, ...all.filter((one) => !expected.includes(one) && isWanted(one, "standard"))].slice(0, MOST);
}

/** Expected from a profile on or begun with, and so is every list and object that it stands in. */
function isWanted(field: FieldDefinition, profile: StrictnessProfile): boolean {
  return (isExpected(field, profile) || field.inSkeleton) && (field.parent === undefined || field.parent.path === "" || isWanted(field.parent, profile));
}

/** What stands behind the name. */
function answerTo({ name, span }: Unmapped, text: string): string {
  return text.slice(name.span.end, span.end).replace(/^["'\s:：*]+|["'\s,]+$/g, "");
}

/** False for a date, a number, a truth value or one of several choices where the answer is clearly none. */
function couldHold(field: FieldDefinition, said: string): boolean {
  const { shape, format, choices } = field;
  const value = valueFor(field, said);
  if (shape === "boolean" || shape === "number" || shape === "integer") return typeof value !== "string";
  if (shape === "text" && format === "date") return dateFrom(String(value)) !== undefined;
  if (field.scale !== undefined) return scaleRating(said) !== undefined;
  return choices.length === 0 || choices.some((choice) => choice.value === value);
}

/** Of a list of objects what its entries say first: the owner's name, the measure that is taken. */
function sayingOf(list: FieldDefinition): FieldDefinition[] {
  const [first] = [...list.fields.values()].filter((one) => one.name !== "id" && one.shape === "text" && one.choices.length === 0);
  return first ? [first] : [];
}

function profileEdit({ index }: FeatureContext, folder: string, kind: string, name: string, path: string, { versionOf, abilities }: Client) {
  const profile = PROFILE_NAMES.map((file) => index.get(`${folder}/${file}`)).find((one) => one !== undefined);
  if (!profile) {
    const created = `${folder}/clausewise.yaml`;
    return abilities.creates ? creatingEdit(created, `headings:\n  ${kind}:\n    ${JSON.stringify(name)}: ${path}\n`) : undefined;
  }
  const edits = entryEdits(profile, kind, name, path);
  return edits && workspaceEdit(profile.readings.document, edits, versionOf(profile.uri), abilities);
}

function entryEdits({ readings }: IndexedDocument, kind: string, name: string, path: string): readonly TextEdit[] | undefined {
  const [reading] = readings.readings;
  if (!reading || readings.document.problems.length > 0) return undefined;
  const { document, part } = reading;
  const headings = entryOf(part.root, "headings");
  const ofKind = entryOf(headings?.value, kind);
  const entry = { key: name, value: { type: "scalar", value: path } } as const;
  const below = { key: kind, value: { type: "map", entries: [entry] } } as const;
  const insertions = ofKind
    ? insertEntries({ document, part, node: ofKind.value, key: ofKind.key.span }, [entry], [])
    : headings
      ? insertEntries({ document, part, node: headings.value, key: headings.key.span }, [below], [])
      : insertEntries({ document, part, node: part.root, key: undefined }, [{ key: "headings", value: { type: "map", entries: [below] } }], [...reading.kind.root.fields.keys()]);
  return insertions && editsFrom(insertions, reading);
}
