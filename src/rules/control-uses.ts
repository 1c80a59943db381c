import type { Reading } from "../formats/format";
import { catalogue } from "../standards/catalogue";
import type { ClauseRef } from "../standards/clause";
import { findClauses } from "../standards/reference";
import type { ControlUse, Pointer } from "./neighbours";

/** The controls that the measures and treatments of a document name; what a statement of applicability has entries for is no use. */
export function controlUsesIn(reading: Reading, pointers: readonly Pointer[]): ControlUse[] {
  if (reading.kind.id === "statement-of-applicability" || reading.kind.id === "clausewise") return [];
  return pointers.flatMap((pointer) => {
    const clause = pointer.type === "control" ? controlMeant(pointer.id) : undefined;
    return clause === undefined ? [] : [{ clause, pointer, reading }];
  });
}

/** The one control that a text names; a number that stands in both standards names none. */
function controlMeant(text: string): ClauseRef | undefined {
  const found = findClauses(text, catalogue).filter((clause) => clause.kind === "control");
  return found.length === 1 ? found[0]?.ref : undefined;
}
