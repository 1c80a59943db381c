import { isLeaf, missingIn, walk } from "../formats/field";
import type { Field, FieldState } from "../formats/field";
import type { Reading } from "../formats/format";
import type { Span } from "../documents/span";
import type { FieldDefinition, StrictnessProfile } from "../kinds/field";
import { documentKinds } from "../kinds/kinds";
import type { ClauseRef, Standard } from "../standards/clause";

/** A field seen from the clause's side: something to look at, or the gap where it should be. */
export interface Evidence {
  readonly clause: ClauseRef;
  readonly uri: string;
  readonly reading: Reading;
  readonly definition: FieldDefinition;
  /** Path in the document, e.g. `risks[0].owner`. */
  readonly path: string;
  readonly state: FieldState;
  /** Where to look: the key of the field, or of the object that lacks it. */
  readonly span: Span;
}

/**
 * How far a clause is evidenced: all looked-at fields filled, some, only stand-ins, none; or no field of any kind serves it,
 * which is out of reach of these documents and no gap.
 */
export type ClauseState = "evidenced" | "partly" | "placeholder" | "missing" | "out-of-reach";

/** The evidence that one reading gives, gaps at the profile's strictness included. The workspace profile gives none. */
export function evidenceIn(uri: string, reading: Reading, strictness: StrictnessProfile): Evidence[] {
  if (reading.kind.id === "clausewise") return [];
  const found: Evidence[] = [];
  const add = (definition: FieldDefinition, path: string, state: FieldState, span: Span) => {
    for (const clause of definition.clauses) found.push({ clause, uri, reading, definition, path, state, span });
  };
  for (const field of [reading.root, ...walk(reading.root)]) {
    if (field !== reading.root && isLeaf(field)) add(field.definition, field.path, field.state, field.anchor);
    for (const missing of missingIn(field, strictness)) {
      add(missing, field.path === "" ? missing.name : `${field.path}.${missing.name}`, "missing", field.anchor);
    }
  }
  return found;
}

/** How many of the expected fields hold an answer. */
export interface Filled {
  readonly filled: number;
  readonly expected: number;
}

/** Counts the fields below `field`: those that are there and those that the profile expects. An absent object counts once. */
export function countFilled(field: Field, strictness: StrictnessProfile): Filled {
  let filled = 0;
  let expected = missingIn(field, strictness).length;
  for (const one of walk(field)) {
    if (isLeaf(one)) {
      expected++;
      if (one.state === "filled") filled++;
    }
    expected += missingIn(one, strictness).length;
  }
  return { filled, expected };
}

const reachable: ReadonlySet<string> = new Set(documentKinds.flatMap((kind) => kind.fields.flatMap((field) => field.clauses)));

/** True when some field of some kind serves the clause. */
export function isReachable(clause: ClauseRef): boolean {
  return reachable.has(clause);
}

/** The state of a clause from its evidence. */
export function stateOfClause(clause: ClauseRef, evidence: readonly Evidence[]): ClauseState {
  if (!isReachable(clause)) return "out-of-reach";
  const states = new Set(evidence.map((one) => (one.state === "empty" ? "missing" : one.state)));
  if (states.has("filled")) return states.size === 1 ? "evidenced" : "partly";
  return states.has("placeholder") ? "placeholder" : "missing";
}

/** The clauses of a standard that a field can evidence. */
export function withinReach(standard: Standard): ClauseRef[] {
  return standard.clauses.map((clause) => clause.ref).filter(isReachable);
}
