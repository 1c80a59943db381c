import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { Neighbours } from "./neighbours";

/** A risk with the risk file that it stands in. */
export interface RiskOfModel {
  readonly field: Field;
  readonly reading: Reading;
}

/** The risks that name a model. */
export function risksOfModel(id: string, neighbours: Neighbours): RiskOfModel[] {
  return neighbours.pointersAt("model-card", id).flatMap(({ owner, path, reading }) => (reading.kind.id === "security-risk" && /^risks\[\d+\]\.model$/.test(path) ? [{ field: owner, reading }] : []));
}
