import type { Clause, ClauseRef, Standard, StandardId } from "../standards/clause";
import { isReachable, stateOfClause } from "../workspace/evidence";
import type { ClauseState, Evidence } from "../workspace/evidence";
import type { FeatureContext } from "./context";
import { evidenceOf, evidencePlace } from "./evidence-place";
import { clausePageUri } from "./page-address";
import { counted, rowId, rowParts } from "./row";
import type { Row, RowState } from "./row";

/** Evidence rows shown below one clause; the clause's page has the rest. */
const MOST = 200;

/** The rows below `parent`, or the standards that the workspace uses. */
export function clauseRows(context: FeatureContext, parent: string | undefined): Row[] {
  if (parent === undefined) return standardsInUse(context).map((standard) => standardRow(context, standard));
  const [type, ref] = rowParts(parent, 2);
  if (ref === undefined) return [];
  if (type === "standard") {
    const standard = context.catalogue.standard(ref as StandardId);
    return standard.clauses.filter((clause) => clause.parent === undefined).map((clause) => clauseRow(context, clause));
  }
  const clause = type === "clause" ? context.catalogue.clause(ref) : undefined;
  if (!clause) return [];
  const below = clause.children.flatMap((child) => context.catalogue.clause(child) ?? []).map((child) => clauseRow(context, child));
  return [...evidenceRows(context, clause), ...below];
}

/** The row of a clause with its ancestors from the top; empty when there is no such clause. */
export function clauseRowPath(context: FeatureContext, ref: string): Row[] {
  const clause = context.catalogue.clause(ref);
  if (!clause) return [];
  const above = clause.parent ? clauseRowPath(context, clause.parent) : [standardRow(context, context.catalogue.standard(clause.standard))];
  return [...above, clauseRow(context, clause)];
}

function standardsInUse({ index, catalogue }: FeatureContext): Standard[] {
  const used = new Set(index.profiles().flatMap((profile) => profile.standards));
  return catalogue.standards.filter((standard) => used.has(standard.id));
}

/** Clauses without clauses below them: the ones that fields serve and that are counted. */
function leaves(context: FeatureContext, clause: Clause): Clause[] {
  const own = clause.kind === "control" || clause.children.length === 0 ? [clause] : [];
  return [...own, ...clause.children.flatMap((child) => context.catalogue.clause(child) ?? []).flatMap((child) => leaves(context, child))];
}

interface Counts {
  /** Leaves that some field can evidence. */
  readonly reach: number;
  readonly evidenced: number;
  /** Leaves with something to look at, evidenced or partly. */
  readonly begun: number;
}

function countsOf(context: FeatureContext, clauses: readonly Clause[]): Counts {
  const states = clauses.map((clause) => stateOfClause(clause.ref, context.index.evidenceFor(clause.ref)));
  const reach = states.filter((state) => state !== "out-of-reach").length;
  const evidenced = states.filter((state) => state === "evidenced").length;
  return { reach, evidenced, begun: evidenced + states.filter((state) => state === "partly").length };
}

function standardRow(context: FeatureContext, standard: Standard): Row {
  const all = standard.clauses.filter((clause) => clause.parent === undefined).flatMap((clause) => leaves(context, clause));
  const controls = countsOf(context, all.filter((clause) => clause.kind === "control"));
  const description = `${controls.evidenced} of ${controls.reach} controls within reach`;
  return {
    id: rowId("standard", standard.id),
    label: standard.designation,
    description,
    state: "none",
    icon: "book",
    tooltip: `${standard.title}. Counted are controls of Annex A that these documents can evidence; evidence is something to look at, not conformity.`,
    spoken: `${standard.designation}, ${description} evidenced`,
    expandable: true,
    expanded: true,
    context: "standard",
  };
}

const STATES: Readonly<Record<ClauseState, RowState>> = { evidenced: "filled", partly: "partly", placeholder: "placeholder", missing: "missing", "out-of-reach": "out-of-reach" };
const SPOKEN: Readonly<Record<RowState, string>> = {
  filled: "evidenced",
  partly: "partly evidenced",
  placeholder: "placeholders only",
  missing: "missing",
  "out-of-reach": "not evidenced by these documents",
  none: "",
};

function clauseRow(context: FeatureContext, clause: Clause): Row {
  const group = clause.children.length > 0;
  const evidence = context.index.evidenceFor(clause.ref);
  const { state, description } = group ? groupSummary(context, clause) : leafSummary(clause.ref, evidence);
  return {
    id: rowId("clause", clause.ref),
    label: `${clause.id} ${clause.title}`,
    description,
    state,
    tooltip: clause.note,
    spoken: [`${clause.id} ${clause.title}`, SPOKEN[state], state === "out-of-reach" ? "" : description].filter(Boolean).join(", "),
    expandable: group || evidence.length > 0,
    target: { uri: clausePageUri(clause.ref) },
    context: "clause",
  };
}

function groupSummary(context: FeatureContext, clause: Clause): { state: RowState; description: string } {
  const { reach, evidenced, begun } = countsOf(context, leaves(context, clause));
  if (reach === 0) return { state: "out-of-reach", description: SPOKEN["out-of-reach"] };
  const state = evidenced === reach ? "filled" : begun > 0 ? "partly" : "missing";
  return { state, description: `${evidenced} of ${reach}` };
}

function leafSummary(ref: ClauseRef, evidence: readonly Evidence[]): { state: RowState; description: string } {
  if (!isReachable(ref)) return { state: "out-of-reach", description: SPOKEN["out-of-reach"] };
  const state = STATES[stateOfClause(ref, evidence)];
  const filled = evidence.filter((one) => one.state === "filled").length;
  const gaps = evidence.length - filled;
  const words = [filled > 0 ? counted(filled, "field") : "", gaps > 0 ? counted(gaps, "gap") : ""].filter(Boolean);
  return { state, description: words.length > 0 ? words.join(" · ") : "no document" };
}

function evidenceRows(context: FeatureContext, clause: Clause): Row[] {
  const all = evidenceOf(context, clause.ref);
  const rows = all.slice(0, MOST).map((one): Row => {
    const place = evidencePlace(context, one);
    const state: RowState = one.state === "empty" ? "missing" : one.state;
    const words = one.state === "filled" ? "" : one.state;
    return {
      id: rowId("evidence", clause.ref, one.path, one.uri),
      label: place.label,
      description: [`${place.name}:${place.line}`, words].filter(Boolean).join("  "),
      state,
      tooltip: one.definition.description,
      spoken: [place.label, `${place.name}, line ${place.line}`, words || "filled"].join(", "),
      expandable: false,
      target: place.target,
      context: "evidence",
    };
  });
  if (all.length <= MOST) return rows;
  const rest = all.length - MOST;
  return [...rows, { id: rowId("evidence", clause.ref, "more"), label: `${rest} more on the clause's page`, state: "none", icon: "ellipsis", spoken: `${rest} more on the clause's page`, expandable: false, target: { uri: clausePageUri(clause.ref) }, context: "more" }];
}
