import type { FieldDefinition } from "../kinds/field";
import { documentKinds, kinds } from "../kinds/kinds";
import { derivedLevel } from "../rules/rating";
import { vocabulary } from "../kinds/vocabularies";
import { typesMeant } from "../workspace/identifiers";
import type { IndexedDocument } from "../workspace/workspace-index";
import { clauseValues } from "./completion-clauses";
import { dateValues } from "./completion-dates";
import { fileValues, namedValues, namingValues, suggestedThing } from "./completion-references";
import { itemKind } from "./completion-item";
import type { Place } from "./completion-place";
import type { FeatureContext } from "./context";
import { scaleOf } from "../kinds/profile";

/** A single value on offer. */
export interface Value {
  readonly value: string | boolean;
  /** What it means, on one line. */
  readonly meaning?: string;
  /** More about it, as Markdown. */
  readonly documentation?: string;
  readonly kind?: (typeof itemKind)[keyof typeof itemKind];
  readonly preselect?: boolean;
}

/** What the values on offer depend on, beyond the place. */
export interface ValueSource {
  readonly context: FeatureContext;
  readonly file: IndexedDocument;
  /** The workspace's files as URIs. */
  readonly files: readonly string[];
  /** What stands in the gap before the cursor, without its quote. */
  readonly typed: string;
}

/** The values that a field may have at a place, the likeliest first; empty where any text will do. */
export function valuesAt(place: Place, source: ValueSource): Value[] {
  const { definition } = place;
  const values = ownValues(place, definition, source);
  return place.inList ? values.filter(({ value }) => !place.siblings.includes(String(value))) : values;
}

function ownValues(place: Place, definition: FieldDefinition, source: ValueSource): Value[] {
  const { matrix } = source.file.folder.profile;
  if (definition.constant !== undefined) return kindValues(place, definition);
  if (definition.shape === "boolean") return [{ value: true }, { value: false }];
  if (definition.scale !== undefined) return scaleValues(place, scaleOf(definition.scale, matrix), definition, source);
  if (definition.choices.length > 0) return definition.choices.map(({ value, meaning }) => ({ value, meaning, kind: itemKind.enumMember }));
  if (definition.format === "date") return dateValues(definition, source);
  if (definition.reference === "control" || definition.reference === "clause") return clauseValues(place, source);
  if (definition.reference === "file") return fileValues(source);
  const named = [...namingValues(place, source), ...namedValues(place, source)];
  return named.length > 0 ? named : termValues(definition, source.typed);
}

/** True for a field whose value can be picked from a list, so that the list opens behind its key. */
export function offersValues(field: FieldDefinition, { index }: FeatureContext): boolean {
  const { shape, scale, choices, format, suggest } = field;
  const thing = suggestedThing(field);
  const reference = field.reference ?? thing;
  if (shape === "boolean" || scale !== undefined || choices.length > 0 || format === "date" || (suggest !== undefined && thing === undefined)) return true;
  if (reference === undefined) return false;
  if (reference === "file" || reference === "control" || reference === "clause") return true;
  if (reference === "person") return index.identifiers().mentionsOfType("person").length > 0;
  return typesMeant(reference).some((type) => index.identifiers().ofType(type).length > 0);
}

/** While a document is nothing but its kind, it may still become any of them. */
function kindValues({ present }: Place, definition: FieldDefinition): Value[] {
  const open = [...present].every((key) => key === "kind");
  const own = kinds.find(({ id }) => id === definition.kind);
  const offered = open ? [...(own ? [own] : []), ...[...documentKinds, ...kinds].filter((one, index, all) => one !== own && all.indexOf(one) === index)] : own ? [own] : [];
  return offered.map(({ id, title, description }) => ({ value: id, meaning: title, documentation: description, kind: itemKind.enumMember }));
}

/** The words of a scale of the risk matrix; the level that follows from the ratings beside it is chosen at the outset. */
function scaleValues(place: Place, words: readonly string[], definition: FieldDefinition, source: ValueSource): Value[] {
  const level = definition.scale === "level" ? derivedLevel(place.owner, source.file.folder.profile.matrix) : undefined;
  return words.map((value, index) => {
    const follows = value === level;
    return { value, meaning: follows ? "follows from the risk matrix" : `${index + 1} of ${words.length}`, preselect: follows, kind: itemKind.enumMember };
  });
}

/** Characters that are typed before the languages without a code of two letters are looked through: there are thousands. */
const RARE_FROM = 2;

/** Words of a public vocabulary. */
function termValues({ suggest }: FieldDefinition, typed: string): Value[] {
  if (suggest === undefined) return [];
  const word = typed.toLowerCase();
  const terms = vocabulary(suggest).filter(({ id, name }) => suggest !== "language" || id.length === 2 || (word.length >= RARE_FROM && (id.startsWith(word) || name.toLowerCase().startsWith(word))));
  return terms.map(({ id, name, group }) => ({ value: id, meaning: group === undefined ? name : `${name} · ${group}` }));
}
