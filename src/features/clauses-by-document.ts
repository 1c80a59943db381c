import { fileName } from "../documents/named-file";
import type { Clause, ClauseRef, Standard, StandardId } from "../standards/clause";
import { clauseStates } from "../workspace/clause-states";
import type { CoverageState } from "../workspace/coverage";
import type { Evidence } from "../workspace/evidence";
import type { IndexedDocument } from "../workspace/workspace-index";
import { ROW_STATES, STATE_WORDS, summaryOf } from "./clause-counts";
import type { Shown } from "./clause-view";
import type { FeatureContext } from "./context";
import { countText, isLong, stretchOf, stretchRows, stretchStart } from "./evidence-rows";
import { plain } from "./markdown-text";
import { clausePageUri } from "./page-address";
import { rowId } from "./row";
import type { Row } from "./row";

/** The documents that say something to a standard; many of them in stretches, of which one begins at `start`. */
export function documentsOf(context: FeatureContext, shown: Shown, standard: Standard, start?: number): Row[] {
  const documents = documentsAbout(context, shown, standard.id);
  if (start === undefined && isLong(documents.length)) return stretchRows(rowId("documents", standard.id), documents.map(({ path }) => fileName(path)));
  return stretchOf(documents, start ?? 0).map((document) => documentRow(context, shown, standard, document));
}

/** The clauses of a standard to which a document says something, in the order of print. */
export function documentClauseRows(context: FeatureContext, shown: Shown, standard: Standard, uri: string): Row[] {
  return clausesIn(context, shown, standard, uri).map(({ clause, state, evidence }) => {
    const label = `${clause.id} ${clause.title}`;
    const description = state === "not-applicable" || state === "placeholder" ? STATE_WORDS[state] : countText(evidence);
    return {
      id: rowId("within", clause.ref, uri),
      label,
      description,
      state: ROW_STATES[state],
      tooltip: `**${plain(label)}**\n\n${plain(clause.note)}`,
      spoken: `${label}, ${STATE_WORDS[state]}, ${description}`,
      expandable: true,
      target: { uri: clausePageUri(clause.ref) },
      context: "clause",
    };
  });
}

/** What a document shows for a clause, in the order of its text. */
export function evidenceInDocument({ index }: FeatureContext, ref: ClauseRef, uri: string): Evidence[] {
  return index.evidenceIn(uri).filter(({ clause }) => clause === ref).sort((a, b) => a.span.start - b.span.start);
}

/** The ids of the rows that lead to a clause below a document. */
export function documentPath(context: FeatureContext, { ref, standard }: Clause, uri: string): string[] {
  const stretch = stretchAt(context, standard, uri);
  return [rowId("standard", standard), ...(stretch === undefined ? [] : [stretch]), rowId("document", standard, uri), rowId("within", ref, uri)];
}

function stretchAt(context: FeatureContext, standard: StandardId, uri: string): string | undefined {
  const uris = documentsWith(context, standard).map((one) => one.uri);
  return isLong(uris.length) ? rowId("documents", standard, stretchStart(uris.indexOf(uri))) : undefined;
}

function documentsWith({ index }: FeatureContext, standard: StandardId): IndexedDocument[] {
  return index.all().filter(({ uri }) => index.evidenceIn(uri).some(({ clause }) => clause.startsWith(`${standard}:`)));
}

function documentsAbout(context: FeatureContext, shown: Shown, standard: StandardId): IndexedDocument[] {
  const all = documentsWith(context, standard).filter(({ uri }) => shown.hasFile(uri));
  const { states, text } = shown.view;
  if (states === undefined && text === undefined) return all;
  return all.filter(({ uri }) => clausesIn(context, shown, context.catalogue.standard(standard), uri).length > 0);
}

interface ClauseInDocument {
  readonly clause: Clause;
  readonly state: CoverageState;
  readonly evidence: readonly Evidence[];
}

function clausesIn(context: FeatureContext, shown: Shown, standard: Standard, uri: string): ClauseInDocument[] {
  const states = clauseStates(context.index, context.catalogue);
  const byClause = new Map<ClauseRef, Evidence[]>();
  for (const one of context.index.evidenceIn(uri)) byClause.set(one.clause, [...(byClause.get(one.clause) ?? []), one]);
  return standard.clauses.flatMap((clause): ClauseInDocument[] => {
    const evidence = byClause.get(clause.ref);
    if (!evidence || !shown.hasWords(clause)) return [];
    const state = states.of(clause.ref, evidence);
    return shown.hasState(state) ? [{ clause, state, evidence }] : [];
  });
}

function documentRow(context: FeatureContext, shown: Shown, standard: Standard, { uri, path }: IndexedDocument): Row {
  const label = fileName(path);
  const { text, all, state } = summaryOf(clausesIn(context, shown, standard, uri).map((one) => one.state));
  const folder = path.slice(0, -label.length - 1);
  const description = [...(folder === "" ? [] : [folder]), text].join(" · ");
  return {
    id: rowId("document", standard.id, uri),
    label,
    description,
    state,
    tooltip: `${plain(path)}\n\nOf the clauses and controls that its fields serve: ${all}.`,
    spoken: `${label}, ${description}`,
    expandable: true,
    target: { uri },
    context: "document",
  };
}
