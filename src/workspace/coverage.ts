import { isLeaf, walk } from "../formats/field";
import type { Reading } from "../formats/format";
import type { Catalogue } from "../standards/catalogue";
import type { Clause, ClauseRef, Standard, StandardId } from "../standards/clause";
import { controlEntries, ruledOut } from "./applicability";
import type { ControlEntry } from "./applicability";
import { countFilled, stateOfClause } from "./evidence";
import type { ClauseState, Evidence, Filled } from "./evidence";
import type { IndexedDocument, WorkspaceIndex } from "./workspace-index";

/** How far a clause is covered: its state by the evidence, or ruled out by a statement of applicability. */
export type CoverageState = ClauseState | "not-applicable";

/** Every state, the best first, and last what is no gap. */
export const COVERAGE_STATES: readonly CoverageState[] = ["evidenced", "partly", "placeholder", "missing", "not-applicable", "out-of-reach"];

/** One clause without subclauses, or one control. */
export interface ClauseCoverage {
  readonly clause: Clause;
  readonly state: CoverageState;
  readonly evidence: readonly Evidence[];
  /** What statements of applicability say of it. */
  readonly entries: readonly ControlEntry[];
}

/** Counts by state; they add up to the number of clauses counted. */
export type CoverageCounts = Readonly<Record<CoverageState, number>>;

/** One standard: its clauses without subclauses and its controls, in the order of print, each counted once. */
export interface StandardCoverage {
  readonly standard: Standard;
  readonly clauses: readonly ClauseCoverage[];
  readonly counts: CoverageCounts;
}

/** One part of a file: how many of the fields that its profile expects hold an answer. */
export interface DocumentCoverage extends Filled {
  readonly document: IndexedDocument;
  readonly reading: Reading;
}

/** Filled fields by the standards they serve, each field counted once. */
export interface SharedWork {
  readonly iso42001: number;
  readonly iso27001: number;
  readonly both: number;
}

/** What the documents of a workspace show of the standards. Evidence to look at; no share of it is conformity. */
export interface Coverage {
  readonly standards: readonly StandardCoverage[];
  readonly documents: readonly DocumentCoverage[];
  readonly shared: SharedWork;
}

/** The coverage of the given standards, those that the workspace's profiles name unless others are asked for. */
export function coverageOf(index: WorkspaceIndex, catalogue: Catalogue, standards: readonly StandardId[] = standardsInUse(index)): Coverage {
  const readings = index.all().flatMap((document) => document.readings.readings.map((reading) => ({ document, reading })));
  const entries = readings.flatMap(({ document, reading }) => controlEntries(document.uri, reading, catalogue));
  const documents = readings.filter(({ reading }) => reading.kind.id !== "clausewise");
  return {
    standards: catalogue.standards.filter((one) => standards.includes(one.id)).map((one) => standardCoverage(one, index, entries)),
    documents: documents.map((one) => ({ ...one, ...countFilled(one.reading.root, one.document.folder.profile.strictness) })),
    shared: sharedWork(documents.map(({ reading }) => reading)),
  };
}

/** The standards that the profiles of the root folders name, in the order of the catalogue. */
export function standardsInUse(index: WorkspaceIndex): StandardId[] {
  const named = new Set(index.profiles().flatMap((profile) => profile.standards));
  return (["iso42001", "iso27001"] as const).filter((id) => named.has(id));
}

function standardCoverage(standard: Standard, index: WorkspaceIndex, entries: readonly ControlEntry[]): StandardCoverage {
  const own = entries.filter((one) => one.clause.startsWith(`${standard.id}:`));
  const out = ruledOut(own);
  const clauses = standard.clauses
    .filter((clause) => clause.children.length === 0)
    .map((clause): ClauseCoverage => {
      const evidence = index.evidenceFor(clause.ref);
      return { clause, evidence, entries: own.filter((one) => one.clause === clause.ref), state: coverageState(clause.ref, evidence, out) };
    });
  return { standard, clauses, counts: countStates(clauses.map((one) => one.state)) };
}

/** A control that a statement rules out is not looked at further, whatever the documents hold. */
export function coverageState(clause: ClauseRef, evidence: readonly Evidence[], ruledOutControls: ReadonlySet<ClauseRef>): CoverageState {
  return ruledOutControls.has(clause) ? "not-applicable" : stateOfClause(clause, evidence);
}

/** How often each state occurs. */
export function countStates(states: readonly CoverageState[]): CoverageCounts {
  const counts = Object.fromEntries(COVERAGE_STATES.map((state) => [state, 0])) as Record<CoverageState, number>;
  for (const state of states) counts[state]++;
  return counts;
}

/** Of the counted clauses those that these documents can evidence and that apply, and how many of them have something to look at. */
export function withinReachOf(counts: CoverageCounts): { readonly evidenced: number; readonly reachable: number } {
  const evidenced = counts.evidenced + counts.partly;
  return { evidenced, reachable: evidenced + counts.placeholder + counts.missing };
}

function sharedWork(readings: readonly Reading[]): SharedWork {
  const work = { iso42001: 0, iso27001: 0, both: 0 };
  for (const reading of readings) {
    for (const field of walk(reading.root)) {
      if (!isLeaf(field) || field.state !== "filled") continue;
      const first = field.definition.clauses.some((ref) => ref.startsWith("iso42001:"));
      const second = field.definition.clauses.some((ref) => ref.startsWith("iso27001:"));
      if (first || second) work[first && second ? "both" : first ? "iso42001" : "iso27001"]++;
    }
  }
  return work;
}
