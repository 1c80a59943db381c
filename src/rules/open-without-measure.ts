import { child, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import type { Rule } from "./rule";

/** Formats of threat models and plans in which every open entry says what is done about it. */
const FORMATS = new Set(["threat-dragon", "open-threat-model", "threat-model-library", "oscal"]);

/** A threat that stands open with nothing against it. */
export const openWithoutMeasure: Rule = {
  id: "open-without-measure",
  title: "An open threat has nothing against it",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso42001:8.3", "iso27001:6.1.3", "iso27001:8.3"],
  page: {
    why: "A threat that is written down and open is known to everybody who reads the file. Without a measure nobody knows whether it is being worked on or was forgotten.",
    fix: "Describe the mitigation, or set the status that says why there is none.",
    wrong: '{\n  "otmVersion": "0.2.0",\n  "project": { "name": "Scorer", "id": "scorer" },\n  "components": [\n    { "id": "api", "name": "API", "threats": [{ "threat": "t1", "state": "exposed" }] }\n  ],\n  "threats": [{ "id": "t1", "name": "Stolen key" }]\n}\n',
    right:
      '{\n  "otmVersion": "0.2.0",\n  "project": { "name": "Scorer", "id": "scorer" },\n  "components": [\n    {\n      "id": "api",\n      "name": "API",\n      "threats": [{ "threat": "t1", "state": "exposed", "mitigations": [{ "mitigation": "m1", "state": "required" }] }]\n    }\n  ],\n  "threats": [{ "id": "t1", "name": "Stolen key" }],\n  "mitigations": [{ "id": "m1", "name": "Rotate keys" }]\n}\n',
  },
  *check({ reading }) {
    if (!FORMATS.has(reading.format.id)) return;
    for (const risk of itemsOf(reading.root, "risks")) {
      const status = child(risk, "status");
      if (status && textOf(risk, "status") !== "open") continue;
      if (!hasMeasure(risk)) yield { message: "Nothing says what is done about this, although it is open. Add what lowers the risk, or the status that says why nothing does.", span: risk.anchor, field: risk.path };
    }
  },
};

function hasMeasure(risk: Field): boolean {
  const treatment = child(risk, "treatment");
  return itemsOf(treatment, "actions").some((action) => child(action, "what")?.state === "filled") || child(treatment, "option")?.state === "filled";
}
