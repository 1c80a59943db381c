import type { NewScalar } from "../documents/new-value";
import type { FieldDefinition } from "./field";
import type { RiskMatrix } from "./profile";
import type { SkeletonSettings } from "./skeleton";

/** A single value of a field: its constant, what is known, or a stand-in that names what is wanted and lists the choices. */
export function answerTo(field: FieldDefinition, settings: SkeletonSettings, path: string): NewScalar {
  const known = field.constant ?? settings.known[path];
  if (known !== undefined) return { type: "scalar", value: known };
  return { type: "scalar", value: standIn(field), stop: { choices: choicesOf(field, settings.matrix), holds: holds(field) } };
}

/** A stand-in such as `<primary uses>`: short, and not taken for an answer. */
export function standIn(field: FieldDefinition): string {
  const words = field.title.replace(/[<>@:/]/g, " ").replace(/\s+/g, " ").trim();
  return `<${/^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words}>`;
}

/** The values that a field may have, from the schema or from the risk matrix; empty where it is free. */
export function choicesOf(field: FieldDefinition, matrix: RiskMatrix): readonly string[] {
  if (field.shape === "boolean") return ["true", "false"];
  if (field.scale !== undefined) return field.scale === "level" ? matrix.levels : matrix[field.scale];
  return field.choices.map((choice) => choice.value);
}

function holds({ shape }: FieldDefinition): "text" | "number" | "boolean" {
  if (shape === "boolean") return "boolean";
  return shape === "number" || shape === "integer" || shape === "numbers" ? "number" : "text";
}
