import type { FieldDefinition } from "../kinds/field";
import { isNumbered, nextIdAfter } from "../rules/next-id";
import { namedType } from "../workspace/identifiers";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { slugOf } from "../documents/slug";

/** A new id for a field that names something: the next number of its list, or the words of the file's name. */
export function newId(field: FieldDefinition, context: FeatureContext, file: IndexedDocument): string | undefined {
  const type = namedType(field);
  if (type === undefined) return undefined;
  return field.parent?.path === "" ? idFromName(file.path) : nextId(field, type, context, file);
}

/** The id after the highest one in the workspace, in the numbering of the file or, without one, of the schema's example. */
function nextId(field: FieldDefinition, type: string, { index }: FeatureContext, file: IndexedDocument): string | undefined {
  const all = index.identifiers().ofType(type);
  const last = all.filter(({ uri, id }) => uri === file.uri && isNumbered(id)).at(-1);
  const [example] = field.examples;
  return nextIdAfter(last?.id ?? (typeof example === "string" ? example : ""), all.map(({ id }) => id));
}

const ENDING = /\.(?:ya?ml|jsonc?|md|markdown)$/i;
const KIND = /(?:^|[._ -]+)(?:model[._ -]?card|(?:ai[._ -])?impact[._ -]?assessment|aiia|security[._ -]?risks?|risk[._ -]?register|risks|risk[._ -]file|statement[._ -]of[._ -]applicability|soa)$/i;

/** `models/credit-scorer.model-card.yaml` → `credit-scorer`; undefined where the name says nothing but the kind. */
function idFromName(path: string): string | undefined {
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(ENDING, "");
  const own = stem.replace(KIND, "");
  const slug = own === stem ? "" : slugOf(own);
  return slug === "" ? undefined : slug;
}
