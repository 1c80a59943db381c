import { child, itemsOf } from "../formats/field";
import type { Field } from "../formats/field";

/** A number that a model card reports, with what it is called there. */
export interface Measurement {
  readonly field: Field;
  readonly name: string;
}

/** The metrics of a model card's evaluation and of its fairness section, as far as they have a name. */
export function measurementsIn(root: Field): Measurement[] {
  const named = (name: string) => (field: Field): Measurement[] => {
    const found = child(field, name);
    return found?.state === "filled" && typeof found.value === "string" ? [{ field, name: found.value }] : [];
  };
  return [...itemsOf(child(root, "evaluation"), "metrics").flatMap(named("name")), ...itemsOf(root, "fairness").flatMap(named("metric"))];
}
