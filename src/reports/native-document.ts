import { jsonLines, newValue, onLines, plainText, yamlLines } from "../documents/new-value";
import type { NewEntry, NewValue } from "../documents/new-value";
import type { Field } from "../formats/field";
import { isNative } from "../formats/format";
import type { Reading } from "../formats/format";
import type { FieldDefinition } from "../kinds/field";

/** A document in our own shape, and what the other one says that has no place in it. */
export interface NativeDocument {
  readonly text: string;
  /** One sentence each, in the order of the file. */
  readonly lost: readonly string[];
}

/** Writes a document of any format in our own shape. What is empty or a stand-in stays open; the file it came from is left as it is. */
export function nativeDocument(reading: Reading, notation: "yaml" | "json"): NativeDocument {
  const lost = reading.unmapped.map(({ name }) => `“${name.text}” is not understood. Say what it means in \`clausewise.yaml\`, or take it over by hand.`);
  const own = entriesOf(reading.root, lost).filter(({ key }) => key !== "kind");
  const id = own.some(({ key }) => key === "id") ? [] : idFrom(reading.root);
  const entries: NewEntry[] = [{ key: "kind", value: newValue(reading.kind.id) }, ...id, ...own];
  const lines = notation === "json" ? jsonLines({ type: "map", entries }, "  ") : yamlLines(entries, { unit: "  ", dashIndent: "  " });
  return { text: `${plainText(onLines(lines, "\n"), notation)}\n`, lost: isNative(reading.format) ? [] : lost };
}

/** An id that can stand in references, from what the document calls itself. */
function idFrom(root: Field): NewEntry[] {
  const name = ["name", "title", "scope"].map((one) => root.children.find(({ definition }) => definition.name === one)?.value).find((one) => typeof one === "string");
  const id = String(name ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return id === "" || !root.definition.fields.has("id") ? [] : [{ key: "id", value: newValue(id) }];
}

/** The fields of an object in the order of the kind. */
function entriesOf(owner: Field, lost: string[]): NewEntry[] {
  return [...owner.definition.fields.values()].flatMap((definition) => {
    const field = owner.children.find((one) => one.index === undefined && one.definition === definition);
    const value = field && valueOf(field, definition, lost);
    return value ? [{ key: definition.name, value }] : [];
  });
}

function valueOf(field: Field, definition: FieldDefinition, lost: string[]): NewValue | undefined {
  if (definition.shape === "object") {
    const entries = entriesOf(field, lost);
    return entries.length > 0 ? { type: "map", entries } : undefined;
  }
  if (definition.shape === "objects") {
    const items = field.children.map((item) => entriesOf(item, lost)).filter((entries) => entries.length > 0);
    return items.length > 0 ? { type: "list", items: items.map((entries) => ({ type: "map", entries })) } : undefined;
  }
  if (field.state !== "filled") return undefined;
  if (definition.shape === "texts" || definition.shape === "numbers") {
    const kept = field.items.map(({ value }) => value).filter((value) => fits(value, definition) || !note(field, value, lost));
    return kept.length > 0 ? newValue(kept) : undefined;
  }
  if (field.value === undefined) return undefined;
  return fits(field.value, definition) || !note(field, field.value, lost) ? newValue(field.value) : undefined;
}

function note(field: Field, value: unknown, lost: string[]): true {
  lost.push(`“${String(value)}” is none of the answers that “${field.definition.title}” takes (${field.path}), so it is left out.`);
  return true;
}

/** A value that the kind's own schema takes. */
function fits(value: unknown, { shape, choices, format }: FieldDefinition): boolean {
  if (choices.length > 0) return choices.some((choice) => choice.value === value);
  if (shape === "number" || shape === "numbers") return typeof value === "number";
  if (shape === "integer") return Number.isInteger(value);
  if (shape === "boolean") return typeof value === "boolean";
  return format !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(String(value));
}
