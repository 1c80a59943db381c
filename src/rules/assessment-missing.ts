import { child, itemsOf, textOf } from "../formats/field";
import type { Reading } from "../formats/format";
import { isHigh } from "../kinds/profile";
import type { RiskMatrix } from "../kinds/profile";
import { assessmentsOf } from "./assessment-of-card";
import type { Neighbours } from "./neighbours";
import { levelIn } from "./rating";
import { risksOfModel } from "./risks-of-model";
import type { Rule } from "./rule";

/** A model that touches people or carries a high risk, and that nobody assessed. */
export const assessmentMissing: Rule = {
  id: "assessment-missing",
  title: "A model that affects people has no impact assessment",
  severity: "warning",
  clauses: ["iso42001:6.1.4", "iso42001:8.4", "iso42001:A.5.2"],
  page: {
    why: "What a model does to the people it decides about has to be thought through before it is used, by somebody who writes it down. Without an assessment the effects are found by those who bear them.",
    fix: "Write an impact assessment that names the card under `system.model_card`, or point at the one there is under `links.impact_assessment`.",
    wrong: "kind: model-card\nid: credit-scorer\nstatus: deployed\ntraining_data:\n  datasets: [{ id: applications, source: Loan system, personal_data: true }]",
    right: "kind: model-card\nid: credit-scorer\nstatus: deployed\ntraining_data:\n  datasets: [{ id: applications, source: Loan system, personal_data: true }]\nlinks: { impact_assessment: credit-assessment }",
  },
  *check({ reading, neighbours, profile: { matrix } }) {
    if (!neighbours || reading.kind.id !== "model-card") return;
    const status = textOf(reading.root, "status");
    if (status === "retired" || status === "proposed" || textOf(child(reading.root, "links"), "impact_assessment") !== undefined) return;
    const reason = reasonFor(reading, neighbours, matrix);
    if (reason === undefined || assessmentsOf(reading, neighbours).length > 0) return;
    const place = child(reading.root, "links") ?? child(reading.root, "id") ?? reading.root;
    yield {
      message: `${reason}, but no impact assessment is about this model. Write one that names it under \`system.model_card\`, or link the one there is.`,
      span: place.definition.name === "id" ? place.valueSpan : place.anchor,
      clauses: ["iso42001:6.1.4", "iso42001:8.4", "iso42001:A.5.2"],
      field: place.path,
    };
  },
};

/** Why the model needs an assessment, as the beginning of a sentence; undefined where nothing says that it does. */
function reasonFor({ root }: Reading, neighbours: Neighbours, matrix: RiskMatrix): string | undefined {
  if (itemsOf(child(root, "training_data"), "datasets").some((one) => child(one, "personal_data")?.value === true)) return "This model learned from personal data";
  if (itemsOf(root, "fairness").length > 0) return "This card compares groups of people";
  if (/\bhigh[\s-]?risk\b/i.test(textOf(child(root, "regulation"), "classification") ?? "")) return "This model is classified as high-risk";
  const id = textOf(root, "id");
  const risks = id === undefined ? [] : risksOfModel(id, neighbours);
  const high = risks.find(({ field }) => isHigh(matrix, levelIn(field, matrix) ?? ""))?.field;
  return high && `Risk ${textOf(high, "id") ?? ""} of this model is rated ${levelIn(high, matrix) ?? "high"}`.replace("  ", " ");
}
