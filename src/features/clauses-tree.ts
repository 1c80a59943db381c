import { referenceAt } from "../documents/references";
import type { Position } from "../documents/span";
import type { Clause, ClauseRef, Standard, StandardId } from "../standards/clause";
import { clauseStates } from "../workspace/clause-states";
import type { CoverageState } from "../workspace/coverage";
import { ROW_STATES, STATE_WORDS, summaryOf } from "./clause-counts";
import { Shown } from "./clause-view";
import type { ClauseView } from "./clause-view";
import { documentClauseRows, documentPath, documentsOf, evidenceInDocument } from "./clauses-by-document";
import { BEING_READ, clausesInUse } from "./context";
import type { FeatureContext } from "./context";
import { countText, evidenceOfGroup, evidencePath, evidenceRows, evidenceStretch } from "./evidence-rows";
import { fieldsAround, readingAt } from "./field-at";
import { plain } from "./markdown-text";
import { clausePageUri } from "./page-address";
import { counted, rowId, rowParts } from "./row";
import type { Row } from "./row";
import { clausesMeant } from "./subject-at";

/** The rows below a row of the Clauses tree, or its top rows: standards, clauses or themes, controls, evidence. */
export function clauseRows(context: FeatureContext, parent?: string, view: ClauseView = {}): Row[] {
  const shown = new Shown(context, view);
  if (parent === undefined) return shown.standards().map((standard) => standardRow(context, shown, standard));
  const [what = "", ref = "", rest = ""] = rowParts(parent, 3);
  if (what === "standard") {
    const standard = context.catalogue.standard(ref as StandardId);
    return view.group === "document" ? documentsOf(context, shown, standard) : topClauses(standard).filter((one) => shown.has(one)).map((one) => clauseRow(context, shown, one));
  }
  if (what === "documents") return documentsOf(context, shown, context.catalogue.standard(ref as StandardId), Number(rest));
  if (what === "document") return documentClauseRows(context, shown, context.catalogue.standard(ref as StandardId), rest);
  const clause = context.catalogue.clause(ref);
  if (!clause) return [];
  if (what === "clause") return [...childrenOf(context, clause).filter((one) => shown.has(one)).map((one) => clauseRow(context, shown, one)), ...evidenceRows(context, shown.evidenceOf(clause.ref))];
  if (what === "within") return evidenceRows(context, evidenceInDocument(context, clause.ref, rest));
  if (what === "stretch") return evidenceStretch(context, shown.evidenceOf(clause.ref), Number(rest));
  return what === "several" ? evidenceOfGroup(context, shown.evidenceOf(clause.ref), rest) : [];
}

/**
 * The rows from the top to what stands at a place of a file: the clause of a reference, else the evidence that a field gives for
 * its first clause. Empty when there is none, or when the view does not show it.
 */
export function clauseRowPath(context: FeatureContext, uri: string, position: Position, view: ClauseView = {}): Row[] {
  const document = context.index.get(uri);
  if (!document) return [];
  const shown = new Shown(context, view);
  const offset = document.readings.document.lines.offsetAt(position);
  const reference = referenceAt(document.readings.references().all, offset);
  for (const clause of reference ? clausesMeant(reference) : []) {
    const path = view.group === "document" ? follow(context, documentPath(context, clause, uri), view) : follow(context, clausePath(context, clause), view);
    if (path.length > 0) return path;
  }
  const reading = readingAt(document, position);
  if (!reading) return [];
  for (const field of fieldsAround(reading, offset).reverse()) {
    for (const ref of clausesInUse(field.definition.clauses, document)) {
      const clause = context.catalogue.clause(ref);
      const evidence = view.group === "document" ? evidenceInDocument(context, ref, uri) : shown.evidenceOf(ref);
      const own = evidencePath(evidence, (one) => one.uri === uri && one.reading.part.index === reading.part.index && one.path === field.path);
      if (!clause || own.length === 0) continue;
      const above = view.group === "document" ? documentPath(context, clause, uri) : clausePath(context, clause);
      const path = follow(context, [...above, ...own], view);
      if (path.length > 0) return path;
    }
  }
  return [];
}

/** The ids of the rows that lead to a clause. */
function clausePath(context: FeatureContext, clause: Clause): string[] {
  const above: string[] = [];
  for (let one: Clause | undefined = clause; one; one = one.parent && context.catalogue.clause(one.parent)) above.unshift(rowId("clause", one.ref));
  return [rowId("standard", clause.standard), ...above];
}

/** The rows with these ids, each below the one before; empty where one of them is not shown. Short lists are not in stretches. */
function follow(context: FeatureContext, ids: readonly string[], view: ClauseView): Row[] {
  const path: Row[] = [];
  for (const id of ids) {
    const row = clauseRows(context, path.at(-1)?.id, view).find((one) => one.id === id);
    if (row) path.push(row);
    else if (!id.startsWith("documents|")) return [];
  }
  return path;
}

function topClauses({ clauses }: Standard): Clause[] {
  return clauses.filter((clause) => clause.parent === undefined);
}

function childrenOf(context: FeatureContext, clause: Clause): Clause[] {
  return clause.children.flatMap((ref) => context.catalogue.clause(ref) ?? []);
}

function standardRow(context: FeatureContext, shown: Shown, standard: Standard): Row {
  const leaves = topClauses(standard).flatMap((clause) => shown.leavesOf(clause));
  const { text, all } = context.incomplete === true ? { text: BEING_READ, all: "" } : summaryOf(statesOf(context, leaves), "within reach");
  const description = leaves.length === 0 ? "nothing of it fits the filter" : text;
  return {
    id: rowId("standard", standard.id),
    label: standard.designation,
    description,
    state: "none",
    icon: "law",
    tooltip: `${plain(standard.title)}\n\n${counted(leaves.length, "clause or control", "clauses and controls")}${all === "" ? "" : `: ${all}`}.`,
    spoken: `${standard.designation}, ${description}`,
    expandable: leaves.length > 0,
    expanded: true,
    context: "standard",
  };
}

function clauseRow(context: FeatureContext, shown: Shown, clause: Clause): Row {
  const label = `${clause.id} ${clause.title}`;
  const { description, state, more } = clauseText(context, shown, clause);
  return {
    id: rowId("clause", clause.ref),
    label,
    description,
    state,
    ...(state === "none" ? { icon: "ellipsis" } : {}),
    tooltip: [`**${plain(label)}**`, plain(clause.note), plain(more)].join("\n\n"),
    spoken: [...new Set([label, more, description])].join(", "),
    expandable: clause.children.length > 0 || context.index.evidenceFor(clause.ref).some(({ uri }) => shown.hasFile(uri)),
    target: { uri: clausePageUri(clause.ref) },
    context: "clause",
  };
}

type RowText = Pick<Row, "state"> & { readonly description: string; readonly more: string };

/** What the row of a clause says behind its title; before the whole workspace is read, that it is being read. */
function clauseText(context: FeatureContext, shown: Shown, clause: Clause): RowText {
  if (context.incomplete === true) return { description: BEING_READ, state: "none", more: BEING_READ };
  return clause.children.length > 0 ? familyText(context, shown, clause) : ownText(context, shown, clause.ref);
}

function statesOf({ index, catalogue }: FeatureContext, clauses: readonly Clause[]): CoverageState[] {
  const states = clauseStates(index, catalogue);
  return clauses.map(({ ref }) => states.of(ref));
}

function familyText(context: FeatureContext, shown: Shown, clause: Clause): RowText {
  const { text, all, state } = summaryOf(statesOf(context, shown.leavesOf(clause)));
  return { description: text, state, more: all };
}

function ownText(context: FeatureContext, shown: Shown, ref: ClauseRef): RowText {
  const states = clauseStates(context.index, context.catalogue);
  const state = states.of(ref);
  const words = STATE_WORDS[state];
  const evidence = context.index.evidenceFor(ref).filter(({ uri }) => shown.hasFile(uri));
  const reason = states.reasonAgainst(ref)?.justification;
  if (reason !== undefined) return { description: words, state: ROW_STATES[state], more: `${words}: ${reason}` };
  const description = state === "out-of-reach" ? words : evidence.length === 0 ? "no field yet" : state === "placeholder" ? words : countText(evidence);
  return { description, state: ROW_STATES[state], more: words };
}
