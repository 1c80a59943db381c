import { COVERAGE_STATES, countStates, withinReachOf } from "../workspace/coverage";
import type { CoverageCounts, CoverageState } from "../workspace/coverage";
import type { RowState } from "./row";

/** A state in words. */
export const STATE_WORDS: Readonly<Record<CoverageState, string>> = {
  evidenced: "evidenced",
  partly: "partly evidenced",
  placeholder: "placeholder only",
  missing: "missing",
  "not-applicable": "not applicable",
  "out-of-reach": "not evidenced by these documents",
};

/** A state as a row shows it. */
export const ROW_STATES: Readonly<Record<CoverageState, RowState>> = {
  evidenced: "filled",
  partly: "partly",
  placeholder: "placeholder",
  missing: "missing",
  "not-applicable": "not-applicable",
  "out-of-reach": "out-of-reach",
};

/** Several clauses in one line, and the state that stands for them all. */
export interface Summary {
  readonly counts: CoverageCounts;
  /** `2 of 5`, `2 of 5 · 1 not applicable`, or the state that all have. */
  readonly text: string;
  /** All states with their counts, which add up: `2 evidenced, 3 missing`. */
  readonly all: string;
  readonly state: RowState;
}

/** Sums up the states of clauses. `of` says what they are counted among: `within reach`. */
export function summaryOf(states: readonly CoverageState[], of?: string): Summary {
  const counts = countStates(states);
  const { evidenced, reachable } = withinReachOf(counts);
  const ruledOut = counts["not-applicable"];
  const all = COVERAGE_STATES.flatMap((state) => (counts[state] > 0 ? [`${counts[state]} ${STATE_WORDS[state]}`] : [])).join(", ");
  if (reachable === 0) {
    const state = ruledOut > 0 && counts["out-of-reach"] === 0 ? "not-applicable" : "out-of-reach";
    return { counts, text: ruledOut > 0 && state === "out-of-reach" ? all : STATE_WORDS[state], all, state };
  }
  const text = `${evidenced} of ${reachable}${of === undefined ? "" : ` ${of}`}${ruledOut > 0 ? ` · ${ruledOut} not applicable` : ""}`;
  const state = counts.evidenced === reachable ? "filled" : evidenced > 0 ? "partly" : counts.placeholder > 0 ? "placeholder" : "missing";
  return { counts, text, all, state };
}
