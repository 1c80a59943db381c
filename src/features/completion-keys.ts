import { newValue } from "../documents/new-value";
import type { NewEntry, NewText, NewValue } from "../documents/new-value";
import { isExpected, urgency } from "../kinds/field";
import type { FieldDefinition } from "../kinds/field";
import { allRules } from "../rules/rules";
import { skeletonEntries, skeletonValue } from "../kinds/skeleton";
import type { SkeletonSettings } from "../kinds/skeleton";
import type { IndexedDocument } from "../workspace/workspace-index";
import { clausesInUse } from "./context";
import { fitting } from "./completion-fit";
import { itemKind } from "./completion-item";
import type { Suggestion } from "./completion-item";
import type { Place } from "./completion-place";
import { entriesText } from "./completion-writing";

/** Clauses named beside a key; the rest stand in its documentation. */
const CLAUSES_SHOWN = 2;

/** The keys that are missing in an object, the most important first, and all that are expected as one block. */
export function keySuggestions(place: Place, file: IndexedDocument, settings: SkeletonSettings, offersValues: (field: FieldDefinition) => boolean): Suggestion[] {
  if (place.definition.shape === "map") return ownKeySuggestions(place);
  const missing = [...place.definition.fields.values()].filter((field) => !place.present.has(field.name)).filter(fitting(place, settings.matrix)).sort((a, b) => urgency(a) - urgency(b));
  const keys = missing.map((field) => keySuggestion(place, file, field, settings, offersValues(field)));
  const expected = missing.filter((field) => field.constant !== undefined || isExpected(field, settings.strictness));
  if (place.gap.on === "name" || expected.length < 2) return keys;
  return [...keys.slice(0, expected.length), blockOfExpected(place, expected, settings), ...keys.slice(expected.length)];
}

/** The keys of a mapping whose keys are fixed although their number is not: rules by their ids, kinds. */
function ownKeySuggestions(place: Place): Suggestion[] {
  const { definition, present, gap } = place;
  const [example] = definition.examples.flatMap((one) => (typeof one === "object" && one !== null ? (Object.values(one) as unknown[]) : []));
  const stop: NewValue = { type: "scalar", value: String(example), stop: { choices: definition.choices.map((choice) => choice.value), holds: "text" } };
  const names = definition.suggest === "rule" ? allRules.map(({ id, title }) => [id, title] as const) : definition.names.map((name) => [name, definition.title] as const);
  return names
    .filter(([name]) => !present.has(name))
    .map(([name, detail]) => ({
      label: name,
      kind: itemKind.property,
      detail,
      text: gap.on === "name" ? [{ type: "scalar", value: name }] : entriesText(place, [{ key: name, value: definition.choices.length > 0 ? stop : newValue(example) }]),
    }));
}

function keySuggestion(place: Place, file: IndexedDocument, field: FieldDefinition, settings: SkeletonSettings, offersValues: boolean): Suggestion {
  const picks = offersValues && isSingleText(field) && settings.known[field.path] === undefined;
  return {
    label: field.name,
    kind: field.fields.size > 0 ? itemKind.struct : itemKind.property,
    detail: detailOf(field, file),
    words: field.title,
    about: { uri: file.uri, kind: field.kind, path: field.path },
    text: textOf(place, field, settings, picks),
    retrigger: picks && place.gap.on !== "name",
  };
}

function textOf(place: Place, field: FieldDefinition, settings: SkeletonSettings, picks: boolean): NewText {
  if (place.gap.on === "name") return [{ type: "scalar", value: field.name }];
  if (picks && place.notation === "yaml" && !place.gap.flow) return [`${field.name}: `];
  // Between quotes the list opens again for the value; elsewhere the values stand in the snippet.
  const value: NewValue = picks && place.notation === "json" && field.shape === "text" ? { type: "scalar", value: "", stop: { choices: [], holds: "text" } } : skeletonValue(field, settings);
  return entriesText(place, [{ key: field.name, value }]);
}

/** Everything that the profile expects here and that is missing, with a tab stop for each answer. */
function blockOfExpected(place: Place, expected: readonly FieldDefinition[], settings: SkeletonSettings): Suggestion {
  const names = new Set(expected.map((field) => field.name));
  const entries: NewEntry[] = expected.map((field) => ({ key: field.name, value: skeletonValue(field, settings) }));
  return {
    label: `the ${entries.length} fields expected here`,
    kind: itemKind.snippet,
    detail: `profile ${settings.strictness}`,
    documentation: [...names].map((name) => `- \`${name}\``).join("\n"),
    text: entriesText(place, entries),
  };
}

/** A list's item or an object with the fields that the profile expects. */
export function objectOf(field: FieldDefinition, settings: SkeletonSettings): NewValue {
  return { type: "map", entries: skeletonEntries(field, settings, `${field.path}${field.shape === "objects" ? "[]" : ""}.`) };
}

/** Title and clauses of a field, on one line. */
export function detailOf(field: FieldDefinition, file: IndexedDocument): string {
  const clauses = clausesInUse(field.clauses, file).slice(0, CLAUSES_SHOWN);
  return [field.title, clauses.join(" ")].filter((one) => one !== "").join(" · ");
}

function isSingleText(field: FieldDefinition): boolean {
  return field.shape === "text" || field.shape === "boolean";
}
