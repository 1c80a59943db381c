import { meantClauses } from "../documents/references";
import type { Span } from "../documents/span";
import { textOf } from "../formats/field";
import type { Catalogue } from "../standards/catalogue";
import type { Clause, ClauseRef } from "../standards/clause";
import { findClauses, parseReference } from "../standards/reference";
import { namesIn } from "./identifiers";
import type { Mention } from "./identifiers";
import type { IndexedDocument, WorkspaceIndex } from "./workspace-index";

/** A place in a text that names a clause. */
export interface ClauseMention {
  readonly clause: ClauseRef;
  readonly uri: string;
  readonly span: Span;
}

/** The clauses that a field for controls or clauses names. A statement of applicability is about one standard, so its bare numbers are of that one. */
export function namedClauses({ id, reading }: Pick<Mention, "id" | "reading">, catalogue: Catalogue): readonly Clause[] {
  const standard = textOf(reading.root, "standard");
  return findClauses(standard !== undefined && parseReference(id)?.standard === undefined ? `${standard}:${id}` : id, catalogue);
}

/** The clauses that a file names, wherever it does, in the order of its text. What may mean either standard is left out. */
export function clausesNamedIn(document: IndexedDocument, catalogue: Catalogue): ClauseMention[] {
  const { uri, readings } = document;
  const found = readings.references().all.flatMap((one) => meantClauses(one).map(({ ref }) => ({ clause: ref, uri, span: one.span })));
  const known = new Set(found.map(({ clause, span }) => `${clause} ${span.end}`));
  for (const reading of readings.readings) {
    for (const mention of namesIn(uri, reading).mentions) {
      if (mention.type !== "control" && mention.type !== "clause") continue;
      const [clause, ...others] = namedClauses(mention, catalogue);
      if (!clause || others.length > 0 || known.has(`${clause.ref} ${mention.span.end}`)) continue;
      found.push({ clause: clause.ref, uri, span: mention.span });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

interface Collected {
  readonly perFile: WeakMap<IndexedDocument, readonly ClauseMention[]>;
  revision: number;
  byClause: ReadonlyMap<ClauseRef, readonly ClauseMention[]>;
}

const collected = new WeakMap<WorkspaceIndex, Collected>();

/** Every place of the workspace that names a clause, by file. Collected at the first call after a change, of which only changed files are read. */
export function mentionsOfClause(index: WorkspaceIndex, clause: ClauseRef, catalogue: Catalogue): readonly ClauseMention[] {
  const known: Collected = collected.get(index) ?? { perFile: new WeakMap(), revision: -1, byClause: new Map() };
  if (known.revision !== index.revision) {
    known.byClause = collect(index, known.perFile, catalogue);
    known.revision = index.revision;
    collected.set(index, known);
  }
  return known.byClause.get(clause) ?? [];
}

function collect(index: WorkspaceIndex, perFile: Collected["perFile"], catalogue: Catalogue): Collected["byClause"] {
  const byClause = new Map<ClauseRef, ClauseMention[]>();
  for (const document of index.all()) {
    const own = perFile.get(document) ?? clausesNamedIn(document, catalogue);
    perFile.set(document, own);
    for (const one of own) {
      const list = byClause.get(one.clause);
      if (list) list.push(one);
      else byClause.set(one.clause, [one]);
    }
  }
  return byClause;
}
