import { child, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { RiskMatrix } from "../kinds/profile";
import type { Neighbours } from "./neighbours";
import { levelIn, ranksAbove } from "./rating";
import { risksOfModel } from "./risks-of-model";
import type { Draft, Rule } from "./rule";

/** A model in use whose risks are open and above what the organisation bears. */
export const riskAboveAppetite: Rule = {
  id: "risk-above-appetite",
  title: "A model is in use with a risk above the appetite",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso42001:8.3", "iso27001:8.3"],
  page: {
    why: "The appetite says how much risk the organisation bears without a decision. A model that is in use with more than that puts people and the organisation where nobody agreed to be.",
    fix: "Treat the risk, have it accepted by somebody until a day, or take the model out of use.",
    wrong: "kind: model-card\nid: credit-scorer\nstatus: deployed   # and R-001 of this model is open and critical",
    right: "kind: model-card\nid: credit-scorer\nstatus: deployed   # and R-001 is treated, down to medium",
  },
  *check({ reading, neighbours, profile: { matrix } }) {
    if (!neighbours) return;
    if (reading.kind.id === "model-card") yield* inCard(reading, neighbours, matrix);
    else if (reading.kind.id === "security-risk") yield* inRegister(reading, neighbours, matrix);
  },
};

function* inCard(card: Reading, neighbours: Neighbours, matrix: RiskMatrix): Generator<Draft> {
  const status = child(card.root, "status");
  const id = textOf(card.root, "id");
  if (!status || textOf(card.root, "status") !== "deployed" || id === undefined) return;
  const linked = new Set(child(child(card.root, "links"), "risks")?.items.map(({ value }) => String(value)) ?? []);
  const named = [...linked].flatMap((one) => neighbours.named("risk", one).map(({ owner, reading }) => ({ field: owner, reading })));
  const risks = new Map([...risksOfModel(id, neighbours), ...named].map((one) => [one.field, one]));
  const above = [...risks.values()].filter(({ field }) => isAbove(field, matrix));
  if (above.length === 0) return;
  const names = above.map(({ field }) => textOf(field, "id") ?? textOf(field, "title") ?? "a risk");
  yield {
    message: `The model is in use, and ${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""} ${names.length === 1 ? "is" : "are"} open above the appetite “${matrix.appetite}”. Treat ${names.length === 1 ? "it" : "them"}, or have ${names.length === 1 ? "it" : "them"} accepted.`,
    span: status.valueSpan,
    related: above.slice(0, 5).map(({ field, reading: { document } }) => ({ document, span: field.anchor, message: `The level is “${levelNow(field, matrix) ?? ""}”.` })),
    field: status.path,
  };
}

function* inRegister(register: Reading, neighbours: Neighbours, matrix: RiskMatrix): Generator<Draft> {
  for (const risk of itemsOf(register.root, "risks")) {
    const model = child(risk, "model");
    const id = textOf(risk, "model");
    if (!model || id === undefined || !isAbove(risk, matrix)) continue;
    const deployed = neighbours.meant("model-card", id).find((one) => textOf(one.reading.root, "status") === "deployed");
    if (!deployed) continue;
    yield {
      message: `“${id}” is in use while this risk is open at “${levelNow(risk, matrix) ?? ""}”, above the appetite “${matrix.appetite}”. Treat it, or have it accepted until a day.`,
      span: model.valueSpan,
      related: [{ document: deployed.reading.document, span: (child(deployed.reading.root, "status") ?? deployed.reading.root).valueSpan, message: "The model is in use." }],
      field: model.path,
    };
  }
}

/** True for a risk that is open, neither accepted nor done, and above the appetite as it stands now. */
export function isAbove(risk: Field, matrix: RiskMatrix): boolean {
  const status = textOf(risk, "status");
  if (status === "closed" || status === "treated" || status === "accepted" || textOf(child(risk, "acceptance"), "by") !== undefined) return false;
  const level = levelNow(risk, matrix);
  return level !== undefined && ranksAbove(matrix, level, matrix.appetite);
}

/** What is left counts only once the treatment is through; until then the risk is what it was. */
function levelNow(risk: Field, matrix: RiskMatrix): string | undefined {
  const residual = child(risk, "residual");
  const actions = itemsOf(child(risk, "treatment"), "actions");
  const isThrough = actions.every((action) => ["done", "cancelled"].includes(textOf(action, "status") ?? ""));
  return (isThrough && residual ? levelIn(residual, matrix) : undefined) ?? levelIn(risk, matrix);
}
