import type { FieldDefinition } from "../kinds/field";
import { namedType } from "../workspace/identifiers";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { slugOf } from "./new-document-name";

/** A new id for a field that names something: the next number of its list, or the words of the file's name. */
export function newId(field: FieldDefinition, context: FeatureContext, file: IndexedDocument): string | undefined {
  const type = namedType(field);
  if (type === undefined) return undefined;
  return field.parent?.path === "" ? idFromName(file.path) : nextId(field, type, context, file);
}

/** The id after the highest one in the workspace, in the numbering of the file or, without one, of the schema's example. */
function nextId(field: FieldDefinition, type: string, { index }: FeatureContext, file: IndexedDocument): string | undefined {
  const all = index.identifiers().ofType(type);
  const last = all.filter(({ uri, id }) => uri === file.uri && numbered(id)).at(-1);
  const [example] = field.examples;
  const model = numbered(last?.id ?? (typeof example === "string" ? example : ""));
  // Four digits are a year, as in `applications-2024`.
  if (!model || model.digits.length >= 4) return undefined;
  const numbers = all.flatMap(({ id }) => {
    const one = numbered(id);
    return one?.stem === model.stem ? [Number(one.digits)] : [];
  });
  return model.stem + String(Math.max(0, ...numbers) + 1).padStart(model.digits.length, "0");
}

function numbered(id: string): { stem: string; digits: string } | undefined {
  const match = /^(.*?)(\d+)$/.exec(id);
  return match ? { stem: match[1] ?? "", digits: match[2] ?? "" } : undefined;
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
