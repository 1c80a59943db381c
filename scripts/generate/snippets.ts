import type { SkeletonSettings } from "../../src/kinds/skeleton";
import { itemSkeletonOf, skeletonOf } from "../../src/kinds/skeleton";
import type { Notation } from "../../src/documents/document";
import type { FieldDefinition, Kind, StrictnessProfile } from "../../src/kinds/field";
import { kinds } from "../../src/kinds/kinds";
import { defaultMatrix } from "../../src/kinds/profile";

interface SnippetEntry {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** The date of the day on which a snippet is inserted, in the editor's own variables. */
const TODAY = "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}";
/** Stands for the date while the skeleton is made; no schema example contains it. */
const DATE_MARK = "1000-01-01";

/** The snippet files of the three languages. */
export function snippetFiles(): [string, string][] {
  return [
    ["snippets/yaml.json", fileOf(kinds.flatMap((kind) => snippetsOf(kind, "yaml", (body) => body)))],
    ["snippets/json.json", fileOf(kinds.flatMap((kind) => snippetsOf(kind, "json", (body) => body)))],
    ["snippets/markdown.json", fileOf(kinds.filter((kind) => kind.id !== "clausewise").flatMap((kind) => wholeDocuments(kind, "yaml", frontMatter)))],
  ];
}

function snippetsOf(kind: Kind, notation: Notation, wrap: (body: string) => string): [string, SnippetEntry][] {
  return [...wholeDocuments(kind, notation, wrap), ...itemBlocks(kind, notation)];
}

/** One snippet per profile that adds fields: `model-card`, `model-card-standard`, `model-card-audit`. */
function wholeDocuments(kind: Kind, notation: Notation, wrap: (body: string) => string): [string, SnippetEntry][] {
  const made: [string, SnippetEntry][] = [];
  const seen = new Set<string>();
  for (const strictness of ["starter", "standard", "audit"] as const) {
    const body = withToday(wrap(skeletonOf(kind.root, notation, settings(strictness))));
    if (seen.has(body)) continue;
    seen.add(body);
    const prefix = strictness === "starter" ? kind.id : `${kind.id}-${strictness}`;
    made.push([`${kind.title} (${strictness})`, { prefix, description: `${kind.title} with the fields of profile ${strictness}`, body: `${body}\n$0`.split("\n") }]);
  }
  return made;
}

/** One snippet per list of objects: a risk, a metric, a measure. */
function itemBlocks(kind: Kind, notation: Notation): [string, SnippetEntry][] {
  return kind.fields
    .filter((field) => field.shape === "objects")
    .map((field) => [
      `${kind.title}: ${field.title}, one item`,
      { prefix: `${kind.id}.${field.path.replace(/\[\]/g, "")}`, description: describe(field), body: withToday(itemSkeletonOf(field, notation, settings("standard"))).split("\n") },
    ]);
}

function describe(field: FieldDefinition): string {
  return `One item of “${field.title}”. ${field.description}`;
}

function settings(strictness: StrictnessProfile): SkeletonSettings {
  // The review belongs to the stricter profiles; naming its date would bring it into a starter document.
  return { strictness, matrix: defaultMatrix, known: strictness === "starter" ? {} : { "review.last": DATE_MARK } };
}

function withToday(text: string): string {
  return text.replaceAll(DATE_MARK, TODAY);
}

function frontMatter(body: string): string {
  return `---\n${body}\n---`;
}

function fileOf(entries: [string, SnippetEntry][]): string {
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
