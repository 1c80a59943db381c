import { isExpected } from "./field";
import type { FieldDefinition, StrictnessProfile } from "./field";
import type { RiskMatrix } from "./profile";
import { Snippet } from "./snippet";

/** What a skeleton depends on. */
export interface SkeletonSettings {
  readonly strictness: StrictnessProfile;
  readonly matrix: RiskMatrix;
  /** Values that are known already, by path: `name`, `id`, `review.last`, … They stand in the text without a tab stop. */
  readonly known: Readonly<Record<string, string>>;
}

/** How a skeleton is written. */
export type SkeletonNotation = "yaml" | "json";

/**
 * The fields of an object that the profile expects, as an editor snippet: one tab stop per value, choices where the schema lists
 * them, and `<…>` where a text is wanted, which counts as a placeholder until somebody replaces it.
 */
export function skeletonOf(owner: FieldDefinition, notation: SkeletonNotation, settings: SkeletonSettings): string {
  const snippet = new Snippet(settings, notation);
  if (notation === "json") return objectJson(owner, snippet, 0, "");
  return objectYaml(owner, snippet, 0, "").join("\n");
}

/** One item of a list of objects: `- id: …` in YAML, `{ … }` in JSON. */
export function itemSkeletonOf(list: FieldDefinition, notation: SkeletonNotation, settings: SkeletonSettings): string {
  const snippet = new Snippet(settings, notation);
  if (notation === "json") return objectJson(list, snippet, 0, "");
  return dashed(objectYaml(list, snippet, 0, "")).join("\n");
}

function expectedIn(owner: FieldDefinition, snippet: Snippet): FieldDefinition[] {
  const all = [...owner.fields.values()];
  const expected = all.filter((field) => field.constant !== undefined || isExpected(field, snippet.settings.strictness) || snippet.knows(field));
  // An object of optional fields alone still wants a first line to write on.
  return expected.length > 0 ? expected : all.slice(0, 1);
}

function objectYaml(owner: FieldDefinition, snippet: Snippet, depth: number, prefix: string): string[] {
  return expectedIn(owner, snippet).flatMap((field) => fieldYaml(field, snippet, depth, prefix));
}

function fieldYaml(field: FieldDefinition, snippet: Snippet, depth: number, prefix: string): string[] {
  const path = prefix + field.name;
  const indented = (lines: string[]) => lines.map((line) => `\t${line}`);
  if (field.shape === "object") return [`${field.name}:`, ...indented(objectYaml(field, snippet, depth + 1, `${path}.`))];
  if (field.shape === "objects") return [`${field.name}:`, ...indented(dashed(objectYaml(field, snippet, depth + 1, `${path}[].`)))];
  if (isListOfValues(field)) return [`${field.name}:`, `\t- ${snippet.value(field, path)}`];
  if (field.shape === "map") return [`${field.name}: {}`];
  return [`${field.name}: ${snippet.value(field, path)}`];
}

/** Puts the dash of a list's item before its first line and lines the rest up behind it. */
function dashed(lines: string[]): string[] {
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

function objectJson(owner: FieldDefinition, snippet: Snippet, depth: number, prefix: string): string {
  const inner = "\t".repeat(depth + 1);
  const lines = expectedIn(owner, snippet).map((field) => `${inner}"${field.name}": ${fieldJson(field, snippet, depth + 1, prefix)}`);
  return `{\n${lines.join(",\n")}\n${"\t".repeat(depth)}\\}`;
}

function fieldJson(field: FieldDefinition, snippet: Snippet, depth: number, prefix: string): string {
  const path = prefix + field.name;
  if (field.shape === "object") return objectJson(field, snippet, depth, `${path}.`);
  if (field.shape === "objects") return `[\n${"\t".repeat(depth + 1)}${objectJson(field, snippet, depth + 1, `${path}[].`)}\n${"\t".repeat(depth)}]`;
  if (isListOfValues(field)) return `[${snippet.value(field, path)}]`;
  if (field.shape === "map") return "{\\}";
  return snippet.value(field, path);
}

function isListOfValues(field: FieldDefinition): boolean {
  return field.shape === "texts" || field.shape === "numbers";
}
