import { child, textOf } from "../formats/field";
import type { Reading } from "../formats/format";
import type { Neighbours } from "./neighbours";

/** The impact assessments of a model: those that the card points at, and those that name the card. */
export function assessmentsOf(card: Reading, neighbours: Neighbours): Reading[] {
  const linked = textOf(child(card.root, "links"), "impact_assessment");
  const id = textOf(card.root, "id");
  const pointed = linked === undefined ? [] : neighbours.meant("impact-assessment", linked).map((one) => one.reading);
  const naming = id === undefined ? [] : neighbours.readings("impact-assessment").filter((one) => textOf(child(one.root, "system"), "model_card") === id);
  return [...new Set([...pointed, ...naming])];
}

/** The cards that an assessment is about: the one that it names, and those that point at it. */
export function cardsOf(assessment: Reading, neighbours: Neighbours): Reading[] {
  return neighbours.readings("model-card").filter((card) => assessmentsOf(card, neighbours).includes(assessment));
}
