import type { NewText, NewValue } from "../documents/new-value";
import { answerTo } from "../kinds/stand-in";
import type { FieldDefinition } from "../kinds/field";
import type { SkeletonSettings } from "../kinds/skeleton";
import { itemKind } from "./completion-item";
import type { Suggestion } from "./completion-item";
import { objectOf } from "./completion-keys";
import type { Place } from "./completion-place";
import type { Value, ValueSource } from "./completion-values";
import { entriesText, itemText, standsAlone, valueText } from "./completion-writing";

/** Single values, written as the place wants them: alone, as an item with its dash, or as a list of one. */
export function valueSuggestions(place: Place, values: readonly Value[]): Suggestion[] {
  const { definition, inList, gap } = place;
  if (definition.fields.size > 0 || isOutOfShape(place)) return [];
  return values.map(({ value, meaning, documentation, kind, preselect }) => {
    const scalar: NewValue = { type: "scalar", value };
    return {
      label: String(value),
      kind: kind ?? itemKind.value,
      detail: meaning,
      words: meaning,
      documentation,
      preselect,
      text: gap.on === "item" ? itemText(place, scalar) : isList(definition) && !inList ? ["[", scalar, "]"] : [scalar],
    };
  });
}

/** Objects, lists and items with a tab stop for each answer. */
export function blockSuggestions(place: Place, settings: SkeletonSettings, source: ValueSource): Suggestion[] {
  const { definition, gap } = place;
  const suggestion = (what: "entry" | "fields", text: NewText) => blockOf(place, what, text, source);
  if (gap.on === "name" || isOutOfShape(place)) return [];
  if (gap.on === "key") return isNewItem(place) ? [suggestion("entry", entriesText(place, entriesOf(definition, settings)))] : [];
  if (definition.shape === "object") return [suggestion("fields", valueText(place, { type: "map", entries: entriesOf(definition, settings) }))];
  if (definition.shape === "objects") {
    const item: NewValue = { type: "map", entries: entriesOf(definition, settings) };
    if (gap.on === "item") return [suggestion("entry", itemText(place, item))];
    return [suggestion("entry", valueText(place, place.inList ? item : { type: "list", items: [item] }))];
  }
  if (!isList(definition)) return [];
  const item = answerTo(definition, settings, definition.path);
  if (gap.on === "item") return [suggestion("entry", itemText(place, item))];
  return place.inList ? [] : [suggestion("entry", valueText(place, { type: "list", items: [item] }))];
}

/** A list where there is to be none, or a value on the line below its key, where only single values are written. */
function isOutOfShape(place: Place): boolean {
  const { definition, inList, gap } = place;
  if (gap.on === "key" || gap.on === "name") return false;
  const list = isList(definition) || definition.shape === "objects";
  return inList ? !list : place.notation === "yaml" && !gap.flow && standsAlone(place) && definition.shape !== "text" && definition.shape !== "boolean";
}

/** An item behind its dash, or between braces in a list, that has no key yet. */
function isNewItem({ definition, present, owner, gap }: Place): boolean {
  return definition.shape === "objects" && owner.index !== undefined && present.size === 0 && gap.on === "key";
}

function entriesOf(field: FieldDefinition, settings: SkeletonSettings) {
  const value = objectOf(field, settings);
  return value.type === "map" ? value.entries : [];
}

function blockOf(place: Place, what: "entry" | "fields", text: NewText, { file }: ValueSource): Suggestion {
  const { notation, definition, gap, layout } = place;
  const mark = notation === "yaml" && what === "entry" && gap.on !== "key" && !gap.flow ? "- " : "";
  return {
    label: `${mark}${definition.title}`,
    kind: itemKind.snippet,
    detail: what === "entry" ? "a new entry" : "with its fields",
    words: definition.name,
    below: text[0] === layout.eol,
    about: { uri: file.uri, kind: definition.kind, path: definition.path },
    text,
  };
}

function isList({ shape }: FieldDefinition): boolean {
  return shape === "texts" || shape === "numbers";
}
