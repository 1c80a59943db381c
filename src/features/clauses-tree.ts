import type { Position } from "../documents/span";
import type { Clause, ClauseRef, Standard, StandardId } from "../standards/clause";
import { isReachable, stateOfClause } from "../workspace/evidence";
import type { ClauseState, Evidence } from "../workspace/evidence";
import { clausesInUse } from "./context";
import type { FeatureContext } from "./context";
import { evidenceOf, evidencePlace } from "./evidence-place";
import { fieldsAround, readingAt } from "./field-at";
import { plain } from "./markdown-text";
import { clausePageUri } from "./page-address";
import { counted, rowId, rowParts } from "./row";
import type { Row, RowState } from "./row";

const OUT_OF_REACH = "not evidenced by these documents";

/** The rows below a row of the Clauses tree, or its top rows: standards, clauses or themes, controls, evidence. */
export function clauseRows(context: FeatureContext, parent?: string): Row[] {
  if (parent === undefined) return standardsInUse(context).map((standard) => standardRow(context, standard));
  const [what = "", ref = "", rest = ""] = rowParts(parent, 3);
  if (what === "standard") {
    const { clauses } = context.catalogue.standard(ref as StandardId);
    return clauses.filter((clause) => clause.parent === undefined).map((clause) => clauseRow(context, clause));
  }
  const clause = context.catalogue.clause(ref);
  if (!clause) return [];
  if (what === "clause") return [...childrenOf(context, clause).map((one) => clauseRow(context, one)), ...evidenceRows(context, clause)];
  if (what !== "several") return [];
  const group = groupsOf(evidenceOf(context, clause.ref)).find((one) => groupKey(one[0]) === rest);
  return (group ?? []).map((one) => evidenceRow(context, one));
}

/** The rows from the top to the evidence that a place in a file gives for its first clause; empty when it gives none. */
export function clauseRowPath(context: FeatureContext, uri: string, position: Position): Row[] {
  const document = context.index.get(uri);
  const reading = document && readingAt(document, position);
  if (!document || !reading) return [];
  const around = fieldsAround(reading, document.readings.document.lines.offsetAt(position)).reverse();
  for (const field of around) {
    for (const ref of clausesInUse(field.definition.clauses, document)) {
      const path = pathTo(context, ref, (one) => one.uri === uri && one.reading.part.index === reading.part.index && one.path === field.path);
      if (path.length > 0) return path;
    }
  }
  return [];
}

function pathTo(context: FeatureContext, ref: ClauseRef, matches: (evidence: Evidence) => boolean): Row[] {
  const clause = context.catalogue.clause(ref);
  const standard = standardsInUse(context).find((one) => one.id === clause?.standard);
  if (!clause || !standard) return [];
  const above: Clause[] = [];
  for (let one: Clause | undefined = clause; one; one = one.parent && context.catalogue.clause(one.parent)) above.unshift(one);
  const group = groupsOf(evidenceOf(context, ref)).find((one) => one.some(matches));
  const evidence = group?.find(matches);
  if (!group || !evidence) return [];
  const own = group.length > 1 ? [severalRow(context, group), evidenceRow(context, evidence)] : [evidenceRow(context, evidence)];
  return [standardRow(context, standard), ...above.map((one) => clauseRow(context, one)), ...own];
}

/** The standards of the profiles of all documents; both where there are none. */
function standardsInUse(context: FeatureContext): Standard[] {
  const used = new Set(context.index.all().flatMap((document) => (document.readings.readings.length > 0 ? document.folder.profile.standards : [])));
  return context.catalogue.standards.filter((standard) => used.size === 0 || used.has(standard.id));
}

function childrenOf(context: FeatureContext, clause: Clause): Clause[] {
  return clause.children.flatMap((ref) => context.catalogue.clause(ref) ?? []);
}

/** The clause and everything below it. */
function family(context: FeatureContext, clause: Clause): Clause[] {
  return [clause, ...childrenOf(context, clause).flatMap((one) => family(context, one))];
}

interface Reach {
  readonly evidenced: number;
  readonly reachable: number;
  readonly state: RowState;
}

/** How many of the clauses within reach have something to look at. */
function reachOf(context: FeatureContext, clauses: readonly Clause[]): Reach {
  const states = clauses.filter((clause) => isReachable(clause.ref)).map((clause) => stateOfClause(clause.ref, context.index.evidenceFor(clause.ref)));
  const evidenced = states.filter((state) => state === "evidenced" || state === "partly").length;
  const state = states.length === 0 ? "out-of-reach" : states.every((one) => one === "evidenced") ? "filled" : evidenced > 0 ? "partly" : "missing";
  return { evidenced, reachable: states.length, state };
}

function standardRow(context: FeatureContext, standard: Standard): Row {
  const { evidenced, reachable } = reachOf(context, standard.clauses);
  return {
    id: rowId("standard", standard.id),
    label: standard.designation,
    description: `${evidenced} of ${reachable} within reach`,
    state: "none",
    icon: "law",
    tooltip: `${plain(standard.title)}\n\n${evidenced} of the ${reachable} clauses and controls within reach of these documents have something to look at.`,
    spoken: `${standard.designation}, ${evidenced} of ${reachable} clauses within reach have evidence`,
    expandable: true,
    expanded: true,
    context: "standard",
  };
}

function clauseRow(context: FeatureContext, clause: Clause): Row {
  const label = `${clause.id} ${clause.title}`;
  const text = clause.children.length > 0 ? familyText(context, clause) : ownText(context, clause);
  return {
    id: rowId("clause", clause.ref),
    label,
    description: text.description,
    state: text.state,
    tooltip: `**${plain(label)}**\n\n${plain(clause.note)}`,
    spoken: `${label}, ${text.description}`,
    expandable: clause.children.length > 0 || context.index.evidenceFor(clause.ref).length > 0,
    target: { uri: clausePageUri(clause.ref) },
    context: "clause",
  };
}

interface RowText {
  readonly description: string;
  readonly state: RowState;
}

function familyText(context: FeatureContext, clause: Clause): RowText {
  const { evidenced, reachable, state } = reachOf(context, family(context, clause));
  return { description: reachable === 0 ? OUT_OF_REACH : `${evidenced} of ${reachable}`, state };
}

const STATES: Readonly<Record<ClauseState, RowState>> = {
  evidenced: "filled",
  partly: "partly",
  placeholder: "placeholder",
  missing: "missing",
  "out-of-reach": "out-of-reach",
};

function ownText(context: FeatureContext, clause: Clause): RowText {
  const evidence = context.index.evidenceFor(clause.ref);
  const state = stateOfClause(clause.ref, evidence);
  if (state === "out-of-reach") return { description: OUT_OF_REACH, state };
  return { description: evidence.length === 0 ? "no field yet" : countText(evidence), state: STATES[state] };
}

function countText(evidence: readonly Evidence[]): string {
  const gaps = evidence.filter((one) => one.state !== "filled").length;
  return gaps > 0 ? `${counted(evidence.length, "field")} · ${counted(gaps, "gap")}` : counted(evidence.length, "field");
}

type Group = readonly [Evidence, ...Evidence[]];

/** Evidence by field and part of a file, so that a register of 300 risks is one row and not 300. */
function groupsOf(evidence: readonly Evidence[]): Group[] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const one of evidence) {
    const group = groups.get(groupKey(one));
    if (group) group.push(one);
    else groups.set(groupKey(one), [one]);
  }
  return [...groups.values()];
}

function groupKey({ uri, reading, definition }: Evidence): string {
  return rowId(uri, reading.part.index, definition.path);
}

function evidenceRows(context: FeatureContext, clause: Clause): Row[] {
  return groupsOf(evidenceOf(context, clause.ref)).map((group) => (group.length > 1 ? severalRow(context, group) : evidenceRow(context, group[0])));
}

function severalRow(context: FeatureContext, group: Group): Row {
  const [first] = group;
  const { name, line, target } = evidencePlace(context, first);
  const label = first.definition.title;
  const description = `${name}:${line} · ${countText(group).replace(/fields?/, "places")}`;
  const filled = group.filter((one) => one.state === "filled").length;
  const state = filled === group.length ? "filled" : filled > 0 ? "partly" : "missing";
  return { id: rowId("several", first.clause, groupKey(first)), label, description, state, spoken: `${label}, ${description}`, expandable: true, target, context: "evidence" };
}

function evidenceRow(context: FeatureContext, evidence: Evidence): Row {
  const { label, name, line, target } = evidencePlace(context, evidence);
  const description = [`${name}:${line}`, ...(evidence.state === "filled" ? [] : [evidence.state])].join(" · ");
  return {
    id: rowId("evidence", evidence.clause, evidence.uri, evidence.reading.part.index, evidence.path),
    label,
    description,
    state: evidence.state === "empty" ? "missing" : evidence.state,
    tooltip: plain(evidence.definition.description),
    spoken: `${label}, ${evidence.state}, ${name} line ${line}`,
    expandable: false,
    target,
    context: "evidence",
  };
}
