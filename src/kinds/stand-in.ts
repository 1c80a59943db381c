import type { NewScalar } from "../documents/new-value";
import type { FieldDefinition } from "./field";
import { scaleOf } from "./profile";
import type { RiskMatrix } from "./profile";
import type { SkeletonSettings } from "./skeleton";

/** A single value of a field: its constant, what is known, what holds without it, or a stand-in that names what is wanted. The last two with the choices. */
export function answerTo(field: FieldDefinition, settings: SkeletonSettings, path: string): NewScalar {
  const known = field.constant ?? settings.known[path];
  if (known !== undefined) return { type: "scalar", value: known };
  const value = typeof field.preset === "string" ? field.preset : standIn(field);
  return { type: "scalar", value, stop: { choices: choicesOf(field, settings.matrix), holds: holds(field) } };
}

/** The first entries of a list of single values: all that hold without it, each to be kept or taken out, or one answer. */
export function answersIn(field: FieldDefinition, settings: SkeletonSettings, path: string): NewScalar[] {
  const { preset } = field;
  if (typeof preset !== "object" || settings.known[path] !== undefined) return [answerTo(field, settings, path)];
  return preset.map((value) => ({ type: "scalar", value, stop: { choices: [], holds: holds(field) } }));
}

/** A stand-in such as `<primary uses>`: short, and not taken for an answer. */
export function standIn(field: FieldDefinition): string {
  const words = field.title.replace(/[<>@:/]/g, " ").replace(/\s+/g, " ").trim();
  return `<${/^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words}>`;
}

/** The values that a field may have, from the schema or from the risk matrix; empty where it is free. */
export function choicesOf(field: FieldDefinition, matrix: RiskMatrix): readonly string[] {
  if (field.shape === "boolean") return ["true", "false"];
  if (field.scale !== undefined) return scaleOf(field.scale, matrix);
  return field.choices.map((choice) => choice.value);
}

function holds({ shape }: FieldDefinition): "text" | "number" | "boolean" {
  if (shape === "boolean") return "boolean";
  return shape === "number" || shape === "integer" || shape === "numbers" ? "number" : "text";
}
