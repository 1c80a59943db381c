import type { Reading } from "../formats/format";
import { catalogue } from "../standards/catalogue";
import type { ClauseRef } from "../standards/clause";
import { findClauses } from "../standards/reference";
import type { Neighbours, Pointer } from "./neighbours";

/** A place where a measure or a treatment names a control. */
export interface ControlUse {
  readonly clause: ClauseRef;
  readonly pointer: Pointer;
  readonly reading: Reading;
}

/** The controls that the measures and treatments of a document name. */
export function controlUsesIn(reading: Reading, neighbours: Neighbours): ControlUse[] {
  return neighbours.pointersIn(reading).flatMap((pointer) => {
    const clause = pointer.type === "control" ? controlMeant(pointer.id) : undefined;
    return clause === undefined ? [] : [{ clause, pointer, reading }];
  });
}

/** Every use of a control in cards, assessments and risk files. */
export function usesOf(clause: ClauseRef, neighbours: Neighbours): ControlUse[] {
  const kinds = ["model-card", "impact-assessment", "security-risk"] as const;
  return kinds.flatMap((kind) => neighbours.readings(kind).flatMap((reading) => controlUsesIn(reading, neighbours).filter((use) => use.clause === clause)));
}

/** The one control that a text names; a number that stands in both standards names none. */
function controlMeant(text: string): ClauseRef | undefined {
  const found = findClauses(text, catalogue).filter((clause) => clause.kind === "control");
  return found.length === 1 ? found[0]?.ref : undefined;
}
