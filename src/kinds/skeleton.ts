import type { Notation } from "../documents/document";
import { jsonLines, onLines, snippetText, yamlItemLines, yamlLines } from "../documents/new-value";
import type { NewEntry, NewLine, NewMap, NewValue } from "../documents/new-value";
import { isExpected } from "./field";
import type { FieldDefinition, StrictnessProfile } from "./field";
import type { RiskMatrix } from "./profile";
import { answersIn, answerTo } from "./stand-in";

/** What a skeleton depends on. */
export interface SkeletonSettings {
  readonly strictness: StrictnessProfile;
  readonly matrix: RiskMatrix;
  /** Values that are known already, by path: `name`, `id`, `review.last`, … They stand in the text without a tab stop. */
  readonly known: Readonly<Record<string, string>>;
  /** True for a text that somebody begins to write: there also stands what the usual choice beside it asks for. */
  readonly begins?: boolean;
}

/** Indentation by tabs, which the editor turns into that of the file when it inserts a snippet. */
const TABS = { unit: "\t", dashIndent: "\t" } as const;

/**
 * The fields of an object that the profile expects, as an editor snippet: one tab stop per value, which stays `<…>` and counts as a
 * placeholder until somebody writes or, where the schema lists the values, chooses one.
 */
export function skeletonOf(owner: FieldDefinition, notation: Notation, settings: SkeletonSettings): string {
  const entries = skeletonEntries(owner, { ...settings, begins: true });
  return snippet(notation === "json" ? jsonLines({ type: "map", entries }, TABS.unit) : yamlLines(entries, TABS), notation);
}

/** One item of a list of objects: `- id: …` in YAML, `{ … }` in JSON. */
export function itemSkeletonOf(list: FieldDefinition, notation: Notation, settings: SkeletonSettings): string {
  const item: NewMap = { type: "map", entries: skeletonEntries(list, { ...settings, begins: true }) };
  return snippet(notation === "json" ? jsonLines(item, TABS.unit) : yamlItemLines(item, TABS), notation);
}

function snippet(lines: readonly NewLine[], notation: Notation): string {
  return snippetText(onLines(lines, "\n"), notation);
}

/** The entries that the profile expects inside an object, or inside an item of a list of objects. */
export function skeletonEntries(owner: FieldDefinition, settings: SkeletonSettings, prefix = ""): NewEntry[] {
  const all = [...owner.fields.values()];
  const expected = all.filter((field) => field.constant !== undefined || isExpected(field, settings.strictness) || (settings.begins === true && field.inSkeleton) || knows(settings, field.path));
  // An object of optional fields alone still wants a first line to write on.
  const chosen = expected.length > 0 ? expected : all.slice(0, 1);
  return chosen.map((field) => ({ key: field.name, value: skeletonValue(field, settings, prefix + field.name) }));
}

/** True when something is known of the field or of one inside it. */
function knows({ known }: SkeletonSettings, path: string): boolean {
  return Object.keys(known).some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[]`));
}

/** The value of a field: what is known of it, stand-ins for the rest. `path` is where it stands in the skeleton. */
export function skeletonValue(field: FieldDefinition, settings: SkeletonSettings, path = field.path): NewValue {
  if (field.shape === "object") return { type: "map", entries: skeletonEntries(field, settings, `${path}.`) };
  if (field.shape === "objects") return { type: "list", items: [{ type: "map", entries: skeletonEntries(field, settings, `${path}[].`) }] };
  if (field.shape === "texts" || field.shape === "numbers") return { type: "list", items: answersIn(field, settings, path) };
  if (field.shape === "map") return { type: "map", entries: [] };
  return answerTo(field, settings, path);
}
