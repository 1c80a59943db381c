import type { CompletionItem, CompletionList } from "vscode-languageserver";
import { plainText } from "../documents/new-value";
import { readDocument } from "../documents/read";
import type { Position } from "../documents/span";
import { nativeFormat } from "../formats/formats";
import type { KindId } from "../kinds/field";
import { kind as kindWithId } from "../kinds/kinds";
import type { IndexedDocument } from "../workspace/workspace-index";
import { aboutField } from "./about-field";
import { blockSuggestions, valueSuggestions } from "./completion-blocks";
import { documentSuggestions, emptyPlaceAt } from "./completion-document";
import { filled } from "./completion-gap";
import { itemOf } from "./completion-item";
import type { AboutField, EditorAbilities, Suggestion } from "./completion-item";
import { keySuggestions } from "./completion-keys";
import { skeletonSettings } from "./completion-known";
import { placesAt } from "./completion-place";
import type { Place } from "./completion-place";
import { offersValues, valuesAt } from "./completion-values";
import type { ValueSource } from "./completion-values";
import { closedFrontMatter, frontMatterOf } from "./completion-text";
import type { FeatureContext } from "./context";
import { withoutMarkup } from "./markdown-text";

/** What a request for completions brings along. */
export interface CompletionOptions {
  readonly abilities: EditorAbilities;
  /** The workspace's files as URIs, for fields that hold a path; asked for only where one does. */
  readonly files: () => Promise<readonly string[]>;
  /** The character that opened the list, if typing one did. */
  readonly typed?: string;
}

/** UTF-16 units of a broken text up to which suggestions are tried; beyond it would take too long. */
const TRIED_UP_TO = 20_000;

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

/** What can be written at a place of a file: keys, blocks, items and values that leave the document right. */
export async function completionsAt(context: FeatureContext, uri: string, position: Position, options: CompletionOptions): Promise<CompletionList> {
  const file = context.index.get(uri);
  if (!file) return NOTHING;
  const { document } = file.readings;
  const offset = document.lines.offsetAt(position);
  // A blank typed at the start of a line only moves the cursor in.
  if (options.typed === " " && document.text.slice(document.lines.lineSpan(position.line).start, offset).trim() === "") return NOTHING;
  const open = openKind(context, file, offset);
  if (!open) return NOTHING;
  const kind = kindWithId(open.kind);
  const settings = skeletonSettings(context, file, kind);
  const items: CompletionItem[] = [];
  const offer = (place: Parameters<typeof itemOf>[0] & { readonly problems?: number }, suggestions: readonly Suggestion[]) => {
    for (const suggestion of suggestions) {
      if (!place.problems || leavesItAsItIs(place, suggestion)) items.push(itemOf(place, suggestion, items.length, options.abilities));
    }
  };
  const empty = open.whole ? emptyPlaceAt(document, offset) : undefined;
  if (empty) offer(empty, documentSuggestions(empty, kind, settings));
  const places = placesAt(context.index, file, open.kind, offset).filter((place) => open.whole || isAboutKind(place));
  const files = places.some(({ definition }) => definition.reference === "file") ? await options.files() : [];
  for (const place of places) {
    const source: ValueSource = { context, file, files, typed: document.text.slice(place.gap.span.start, offset).replace(/^["']/, "") };
    if (place.gap.on === "key" || place.gap.on === "name") {
      const keys = keySuggestions(place, file, settings, (field) => offersValues(field, context));
      offer(place, open.whole ? [...blockSuggestions(place, settings, source), ...keys] : keys.filter(({ label }) => label === "kind"));
    } else {
      offer(place, [...valueSuggestions(place, valuesAt(place, source)), ...blockSuggestions(place, settings, source)]);
    }
  }
  return { isIncomplete: places.some(({ definition }) => definition.suggest === "language"), items };
}

/** In a broken text each suggestion is tried before it is offered; one that breaks it further is not. */
function leavesItAsItIs({ document, gap, notation, layout }: Pick<Place, "document" | "gap" | "notation" | "layout">, suggestion: Suggestion): boolean {
  const { uri, language, text, problems } = document;
  if (text.length > TRIED_UP_TO) return true;
  const put = plainText(suggestion.text, notation, layout.quote);
  return readDocument(uri, language, filled(text, gap, put)).problems.length <= problems.length;
}

/** Adds to an item what is said about its field. */
export function resolveCompletion(context: FeatureContext, item: CompletionItem, markdown = true): CompletionItem {
  const about = item.data as AboutField | undefined;
  const file = about && context.index.get(about.uri);
  const definition = about && kindWithId(about.kind).fields.find(({ path }) => path === about.path);
  if (!file || !definition) return item;
  const text = aboutField(context, file, definition, file.readings.document.language === "json" ? "json" : "yaml").join("\n\n");
  return { ...item, documentation: markdown ? { kind: "markdown", value: text } : { kind: "plaintext", value: withoutMarkup(text) } };
}

/** The kind of the document at a place. `whole` is false where only the kind itself may be written, since the rest is none of ours. */
interface OpenKind {
  readonly kind: KindId;
  readonly whole: boolean;
}

function openKind(context: FeatureContext, file: IndexedDocument, offset: number): OpenKind | undefined {
  const { document, readings, recognitions } = asClosed(context, file).readings;
  const part = document.parts.findLast((one) => one.span.start <= offset);
  const reading = part ? readings.find((one) => one.part === part) : readings[0];
  if (reading) return reading.format === nativeFormat(document.language) ? { kind: reading.kind.id, whole: true } : undefined;
  const candidate = recognitions[part?.index ?? 0]?.candidate;
  if (candidate) return { kind: candidate, whole: emptyPlaceAt(file.readings.document, offset) !== undefined };
  return ONLY_A_KIND.test(document.text) && isFree(context, file) ? { kind: "model-card", whole: false } : undefined;
}

/** The file with the closing line of its front matter, where that is not typed yet. */
function asClosed({ index }: FeatureContext, file: IndexedDocument): IndexedDocument {
  const { uri, language, text } = file.readings.document;
  return language === "markdown" && frontMatterOf(text)?.closed === false ? index.readInstead(uri, language, closedFrontMatter(text)) : file;
}

/** A text in which `kind:` is all there is so far. */
const ONLY_A_KIND = /^\ufeff?\s*(?:---\s*|\{\s*)?["']?kind["']?\s*:\s*["']?[\w-]*["']?\s*(?:---\s*|\}\s*)?$/;

/** Nobody said that the file is none of ours. */
function isFree({ index }: FeatureContext, { uri, readings, folder, path }: IndexedDocument): boolean {
  return folder.paths.kindOf(path) !== "none" && !index.leavesOut(uri) && !readings.document.text.includes("clausewise:");
}

function isAboutKind({ definition, gap }: Place): boolean {
  return definition.path === "kind" || (gap.on === "key" && definition.path === "");
}
