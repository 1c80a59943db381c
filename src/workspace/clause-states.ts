import type { Catalogue } from "../standards/catalogue";
import type { ClauseRef } from "../standards/clause";
import { controlEntries, ruledOut } from "./applicability";
import type { ControlEntry } from "./applicability";
import { coverageState } from "./coverage";
import type { CoverageState } from "./coverage";
import type { Evidence } from "./evidence";
import type { WorkspaceIndex } from "./workspace-index";

/** How far each clause is covered, for views that ask for many of them again and again. */
export interface ClauseStates {
  /** The state by the evidence of the whole workspace, or by the given part of it. */
  of(clause: ClauseRef, evidence?: readonly Evidence[]): CoverageState;
  /** Why a statement of applicability rules a control out; undefined where none does. */
  reasonAgainst(clause: ClauseRef): ControlEntry | undefined;
}

const kept = new WeakMap<WorkspaceIndex, { readonly revision: number; readonly catalogue: Catalogue; readonly states: ClauseStates }>();

/** The states of all clauses as the workspace stands; worked out at the first question after a change. */
export function clauseStates(index: WorkspaceIndex, catalogue: Catalogue): ClauseStates {
  const known = kept.get(index);
  if (known?.revision === index.revision && known.catalogue === catalogue) return known.states;
  const states = statesOf(index, catalogue);
  kept.set(index, { revision: index.revision, catalogue, states });
  return states;
}

function statesOf(index: WorkspaceIndex, catalogue: Catalogue): ClauseStates {
  const entries = index.all().flatMap(({ uri, readings }) => readings.readings.flatMap((reading) => controlEntries(uri, reading, catalogue)));
  const out = ruledOut(entries);
  const found = new Map<ClauseRef, CoverageState>();
  return {
    of(clause, evidence) {
      if (evidence) return coverageState(clause, evidence, out);
      const state = found.get(clause) ?? coverageState(clause, index.evidenceFor(clause), out);
      found.set(clause, state);
      return state;
    },
    reasonAgainst: (clause) => (out.has(clause) ? entries.find((one) => one.clause === clause && one.applicable === false && one.justification !== undefined) : undefined),
  };
}
