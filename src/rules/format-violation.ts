import { shapePlace, shapeViolations } from "../formats/shape";
import type { ShapeViolation } from "../formats/shape";
import type { Rule } from "./rule";
import { shown } from "./words";

/** A file that other tools will not read, because it is not in the shape that its own format asks for. */
export const formatViolation: Rule = {
  id: "format-violation",
  title: "The file does not have the shape of its own format",
  severity: "warning",
  clauses: ["iso42001:7.5.2"],
  page: {
    why: "Other tools read this file too, and they go by the published form. What does not have it is lost on the way, or the whole file is turned away.",
    fix: "Write the value as the format asks for it, or take the key out if the format has no such place.",
    wrong: '{\n  "bomFormat": "CycloneDX",\n  "specVersion": "1.6",\n  "components": [\n    { "type": "machine-learning-model", "name": "scorer", "modelCard": { "considerations": { "users": "Clerks" } } }\n  ]\n}\n',
    right: '{\n  "bomFormat": "CycloneDX",\n  "specVersion": "1.6",\n  "components": [\n    { "type": "machine-learning-model", "name": "scorer", "modelCard": { "considerations": { "users": ["Clerks"] } } }\n  ]\n}\n',
  },
  *check({ reading }) {
    for (const violation of shapeViolations(reading)) yield { message: messageOf(violation), span: shapePlace(violation) };
  },
};

const SHAPES: Readonly<Record<string, string>> = { string: "a text", number: "a number", integer: "a whole number", boolean: "true or false", array: "a list", object: "an object with keys", null: "nothing" };

function messageOf({ form, keyword, params, node }: ShapeViolation): string {
  switch (keyword) {
    case "required":
      return `\`${String(params["missingProperty"])}\` is missing here; ${form} asks for it. Add it, or other tools may turn the file away.`;
    case "additionalProperties":
      return `${form} has no key \`${String(params["additionalProperty"])}\` here, so other tools do not read it. Take it out or correct its name.`;
    case "type": {
      const wanted = [params["type"]].flat().map((type) => SHAPES[String(type)] ?? String(type));
      return `${form} wants ${wanted.join(" or ")} here. Write it that way, or other tools cannot read it.`;
    }
    case "enum": {
      const allowed = Array.isArray(params["allowedValues"]) ? params["allowedValues"].map((value) => `\`${String(value)}\``) : [];
      const value = node.type === "scalar" ? shown(String(node.value)) : "This";
      return `${value} is no value that ${form} knows here.${allowed.length > 0 && allowed.length <= 12 ? ` Write ${allowed.join(", ")}.` : ""}`;
    }
    default:
      return `This does not have the form that ${form} describes. Compare it with the documentation of the format.`;
  }
}
