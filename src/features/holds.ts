import { stringify } from "yaml";
import type { Notation } from "../documents/document";
import type { FieldDefinition } from "../kinds/field";
import { scaleOf } from "../kinds/profile";
import type { RiskMatrix } from "../kinds/profile";
import { code, codeBlock } from "./markdown-text";

/** Lines of an example that a hover has room for. */
const EXAMPLE_LINES = 6;

const FORMS: Readonly<Record<string, string>> = {
  date: "date, YYYY-MM-DD",
  email: "e-mail address",
  uri: "web address",
  duration: "length of time, such as P6M",
  "semantic-version": "semantic version, such as 1.4.0",
};

/** What a field holds, in Markdown: `list of text`, `date, YYYY-MM-DD`, ``one of `low`, `high` ``. */
export function whatItHolds(field: FieldDefinition, matrix: RiskMatrix): string {
  const list = field.shape === "texts" || field.shape === "numbers";
  const one = valueOf(field, matrix);
  if (field.constant !== undefined) return `always ${code(field.constant)}`;
  if (field.shape === "object") return "group of fields";
  if (field.shape === "objects") return "list of entries";
  if (field.shape === "lists") return "list of lists";
  if (field.shape === "map") return "keys and values of your own";
  return list ? `list of ${one}` : one;
}

function valueOf(field: FieldDefinition, matrix: RiskMatrix): string {
  if (field.scale) return `one of ${codes(scaleOf(field.scale, matrix))}`;
  if (field.choices.length > 0) return `one of ${codes(field.choices.map((choice) => choice.value))}`;
  if (field.shape === "boolean") return "`true` or `false`";
  if (field.shape === "number" || field.shape === "numbers" || field.shape === "integer") return numbers(field);
  if (field.format !== undefined) return FORMS[field.format] ?? field.format.replace(/-/g, " ");
  return "text";
}


function codes(words: readonly string[]): string {
  const shown = words.slice(0, 8).map(code).join(", ");
  return words.length > 8 ? `${shown} and ${words.length - 8} more` : shown;
}

function numbers({ shape, minimum, maximum }: FieldDefinition): string {
  const name = shape === "numbers" ? "numbers" : shape === "integer" ? "whole number" : "number";
  if (minimum !== undefined && maximum !== undefined) return `${name} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${name}, at least ${minimum}`;
  return maximum === undefined ? name : `${name}, at most ${maximum}`;
}

/** The first example of the schema as Markdown, in the notation of the document; undefined when there is none. */
export function exampleOf(field: FieldDefinition, notation: Notation): string | undefined {
  const example = field.examples[0];
  if (example === undefined || field.constant !== undefined) return undefined;
  if (typeof example === "string" || typeof example === "number" || typeof example === "boolean") return `Example: ${code(String(example))}`;
  if (Array.isArray(example) && example.length > 0 && example.every((one) => typeof one !== "object")) {
    return `Example: ${example.slice(0, 3).map((one) => code(String(one))).join(", ")}`;
  }
  const value = { [field.name]: example };
  const text = notation === "json" ? JSON.stringify(value, null, 2).slice(2, -2).replace(/^ {2}/gm, "") : stringify(value, { lineWidth: 0 });
  const lines = text.trimEnd().split("\n");
  const shown = lines.length > EXAMPLE_LINES ? [...lines.slice(0, EXAMPLE_LINES - 1), "…"] : lines;
  return codeBlock(shown.join("\n"), notation);
}
