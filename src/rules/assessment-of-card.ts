import { child, textOf } from "../formats/field";
import type { Reading } from "../formats/format";
import type { Neighbours } from "./neighbours";

/** The impact assessments of a model: those that the card points at, and those that name the card. */
export function assessmentsOf(card: Reading, neighbours: Neighbours): Reading[] {
  const linked = textOf(child(card.root, "links"), "impact_assessment");
  const id = textOf(card.root, "id");
  const pointed = linked === undefined ? [] : neighbours.meant("impact-assessment", linked).map((one) => one.reading);
  const naming = id === undefined ? [] : neighbours.pointersAt("model-card", id).flatMap(({ reading, path }) => (reading.kind.id === "impact-assessment" && path === "system.model_card" ? [reading] : []));
  return [...new Set([...pointed, ...naming])];
}

/** The cards that an assessment is about: the one that it names, and those that point at it. */
export function cardsOf(assessment: Reading, neighbours: Neighbours): Reading[] {
  const id = textOf(assessment.root, "id");
  const named = textOf(child(assessment.root, "system"), "model_card");
  const cards = [
    ...(named === undefined ? [] : neighbours.named("model-card", named).map((one) => one.reading)),
    ...(id === undefined ? [] : neighbours.pointersAt("impact-assessment", id).map((one) => one.reading)),
  ];
  return [...new Set(cards)].filter((card) => card.kind.id === "model-card" && assessmentsOf(card, neighbours).includes(assessment));
}
