import { jsonLines, newValue, onLines, plainText, yamlLines } from "../../documents/new-value";
import type { NewEntry } from "../../documents/new-value";
import { slugOf } from "../../documents/slug";
import type { Field } from "../field";
import { isTaken, statedIn } from "./stated";
import type { Stated } from "./stated";

/** Plain values as block YAML, without a line break at the end. */
export function yamlText(value: Stated): string {
  return plainText(onLines(yamlLines(entriesOf(value), { unit: "  ", dashIndent: "  " }), "\n"), "yaml");
}

/** Plain values as JSON, without a line break at the end. */
export function jsonText(value: Stated): string {
  return plainText(onLines(jsonLines({ type: "map", entries: entriesOf(value) }, "  "), "\n"), "json");
}

/** What a document says in our own shape: its kind, an id that can stand in references, and each answer that the kind's schema takes. */
export function nativeValues(root: Field): Stated {
  const { kind: _, ...own } = statedIn(root, isTaken);
  const name = ["name", "title", "scope"].map((key) => own[key]).find((value) => typeof value === "string");
  const id = asciiOf(slugOf(String(name ?? "")));
  return { kind: root.definition.kind, ...(own["id"] === undefined && id !== "" && root.definition.fields.has("id") ? { id } : {}), ...own };
}

function asciiOf(slug: string): string {
  return slug.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
}

function entriesOf(value: Stated): NewEntry[] {
  return Object.entries(value).map(([key, one]) => ({ key, value: newValue(one) }));
}
