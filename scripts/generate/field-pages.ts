import type { FieldDefinition, Kind } from "../../src/kinds/field";

const SHAPES: Readonly<Record<FieldDefinition["shape"], string>> = {
  text: "text",
  number: "number",
  integer: "whole number",
  boolean: "true or false",
  texts: "list of text",
  numbers: "list of numbers",
  lists: "list of lists",
  object: "fields",
  objects: "list",
  map: "own keys",
  any: "anything",
};

/** The reference of one kind: every field with what it holds, from which profile on it is expected, and its clauses. */
export function fieldPage(kind: Kind): string {
  const rows = kind.fields.map((field) => {
    const holds = field.choices.length > 0 ? `one of ${field.choices.map((choice) => `\`${choice.value}\``).join(", ")}` : (field.format ?? field.scale ?? SHAPES[field.shape]);
    const profile = field.profile === "optional" ? "" : field.profile;
    return `| \`${field.path}\` | ${cell(field.description)} | ${holds} | ${profile} | ${field.clauses.join(" ")} |`;
  });
  return [`# ${kind.title}: fields`, "", kind.description, "", "| field | what to write | holds | expected from | clauses |", "|---|---|---|---|---|", ...rows, ""].join("\n");
}

function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
}
