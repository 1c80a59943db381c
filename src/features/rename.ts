import type { Range, WorkspaceEdit } from "vscode-languageserver";
import { covers } from "../documents/span";
import type { Position, Span } from "../documents/span";
import { fieldWithPath } from "../formats/field";
import type { Reading } from "../formats/format";
import type { TextEdit } from "../rules/rule";
import { writtenText } from "../rules/written";
import type { Identifier } from "../workspace/identifiers";
import type { FeatureContext } from "./context";
import { meantIn, subjectAt } from "./subject-at";
import { workspaceEdit } from "./workspace-edit";
import type { EditAbilities } from "./workspace-edit";

/** What is about to be renamed, or a sentence that says why it cannot be. */
export type Renaming = { readonly range: Range; readonly placeholder: string } | { readonly refusal: string };

/** The edits of a rename, or a sentence that says why there are none. */
export type Renamed = { readonly edit: WorkspaceEdit } | { readonly refusal: string };

/** Things that several documents describe: one data set is the same data set in every card that was trained on it. */
const SHARED = new Set(["dataset", "asset"]);

/** The id at a place, if it can be renamed. */
export function renamingAt(context: FeatureContext, uri: string, position: Position): Renaming {
  const thing = thingAt(context, uri, position);
  if ("refusal" in thing) return thing;
  const { lines } = thing.reading.document;
  return { range: context.index.get(uri)?.readings.document.lines.rangeOf(thing.at) ?? lines.rangeOf(thing.span), placeholder: thing.id };
}

/**
 * Gives a thing another id: where it is given, and wherever a document of the same root folder points at it and means it. Quotes
 * stay as they are.
 */
export function renamedAt(context: FeatureContext, uri: string, position: Position, name: string, versionOf: (uri: string) => number | null, abilities: EditAbilities): Renamed {
  const thing = thingAt(context, uri, position);
  if ("refusal" in thing) return thing;
  const refusal = refusalOf(context, thing, name);
  if (refusal !== undefined) return { refusal };
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri: file, span, reading } of [...sameThings(context, thing), ...mentionsMeaning(context, thing)]) {
    const edits = byFile.get(file) ?? [];
    if (reading.document.text.slice(span.start, span.end) === thing.id && !edits.some((one) => one.span.start === span.start)) edits.push({ span, text: writtenAt(name, span, reading) });
    byFile.set(file, edits);
  }
  const whole = [...byFile].flatMap(([file, edits]) => {
    const document = context.index.get(file)?.readings.document;
    return document && edits.length > 0 ? [workspaceEdit(document, edits, versionOf(file), { ...abilities, snippets: false })] : [];
  });
  if (abilities.versions) return { edit: { documentChanges: whole.flatMap((one) => one.documentChanges ?? []) } };
  return { edit: { changes: Object.assign({}, ...whole.map((one) => one.changes ?? {})) as NonNullable<WorkspaceEdit["changes"]> } };
}

type Thing = Identifier & { readonly at: Span };

function thingAt(context: FeatureContext, uri: string, position: Position): Thing | { readonly refusal: string } {
  const subject = subjectAt(context, uri, position);
  if (subject?.what !== "identifier") return { refusal: "Only ids can be renamed: put the cursor on the id of a document, a risk, an impact, a measure, an asset or a data set." };
  const [first] = subject.meant;
  if (!first) return { refusal: "No document gives this id." };
  const root = context.index.folderOf(first.uri).uri;
  if (context.index.folderOf(uri).uri !== root) return { refusal: `“${first.id}” is given in another root folder. Rename it there.` };
  const same = sameThings(context, first);
  if (same.length > 1 && !SHARED.has(first.type)) {
    return { refusal: `“${first.id}” is given ${same.length} times, so it is not certain which one is meant where. Give each its own id first.` };
  }
  return { ...first, at: subject.span };
}

/** The places of the same root folder that give this id to a thing of this type. */
function sameThings(context: FeatureContext, { type, id, uri }: Identifier): readonly Identifier[] {
  const root = context.index.folderOf(uri).uri;
  return context.index.identifiers().ofType(type).filter((one) => one.id === id && context.index.folderOf(one.uri).uri === root);
}

function mentionsMeaning(context: FeatureContext, { type, id, uri }: Identifier) {
  const root = context.index.folderOf(uri).uri;
  return context.index
    .identifiers()
    .mentionsOf(type, id)
    .filter((one) => context.index.folderOf(one.uri).uri === root && meantIn(context, one.uri, one.type, one.id)[0]?.type === type);
}

function refusalOf(context: FeatureContext, thing: Identifier, name: string): string | undefined {
  const pattern = fieldWithPath(thing.reading.root, thing.path)?.definition.pattern;
  if (name === "" || (pattern !== undefined && !new RegExp(pattern, "u").test(name))) return `“${name}” cannot be an id: letters, digits, dots, hyphens and underscores, and a letter or digit first.`;
  if (name !== thing.id && sameThings(context, { ...thing, id: name }).length > 0) return `“${name}” is given already. Choose another id, so that each means one thing.`;
  return undefined;
}

/** A name as it stands at a place: inside quotes and in prose as it is, elsewhere with quotes where it would not be read as text. */
function writtenAt(name: string, span: Span, { document, part }: Reading): string {
  const quoted = /["']/.test(document.text[span.start - 1] ?? "") && document.text[span.start - 1] === document.text[span.end];
  const inTree = document.language !== "markdown" || document.parts.some((one) => covers(one.span, span));
  return quoted || !inTree ? name : writtenText(name, "plain", part.notation);
}
