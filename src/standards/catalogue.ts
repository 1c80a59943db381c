import type { Clause, ClauseKind, ClauseRef, Relation, RelationKind, Standard, StandardId } from "./clause";
import crosswalkFile from "./crosswalk.json";
import iso27001File from "./iso27001.json";
import iso42001File from "./iso42001.json";

/** The shape of a catalogue data file, as `catalogue.schema.json` describes it. */
interface CatalogueFile {
  readonly standard: string;
  readonly designation: string;
  readonly title: string;
  readonly url: string;
  readonly clauses: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly parent: string | null;
    readonly note: string;
    readonly evidence: string;
  }[];
}

interface CrosswalkRow {
  readonly iso42001: readonly string[];
  readonly iso27001: readonly string[];
  readonly relation: string;
  readonly pairwise?: boolean;
  readonly why: string;
}

/** Words of a licence holder for one standard, as `overlay.schema.json` describes them. */
export interface Overlay {
  readonly standard: StandardId;
  readonly clauses: Readonly<Record<string, { readonly text?: string; readonly note?: string }>>;
}

/** Every clause of both standards, and the ways to find one. */
export interface Catalogue {
  readonly standards: readonly Standard[];
  /** The standard with this id. */
  standard(id: StandardId): Standard;
  /** The clause with exactly this reference, or undefined. */
  clause(ref: string): Clause | undefined;
}

/** The catalogue as shipped, or with the words of the given overlays laid over it. */
export function buildCatalogue(overlays: readonly Overlay[] = []): Catalogue {
  const relations = relationsOf(crosswalkFile.relations);
  const standards = [iso42001File, iso27001File].map((file) => standardOf(file, relations, overlays));
  const clauses = new Map(standards.flatMap((standard) => standard.clauses.map((clause) => [clause.ref as string, clause] as const)));
  return {
    standards,
    standard: (id) => standards.find((standard) => standard.id === id) as Standard,
    clause: (ref) => clauses.get(ref),
  };
}

/** The catalogue as shipped. */
export const catalogue: Catalogue = buildCatalogue();

function standardOf(file: CatalogueFile, relations: Map<ClauseRef, Relation[]>, overlays: readonly Overlay[]): Standard {
  const id = file.standard as StandardId;
  const children = new Map<string, ClauseRef[]>();
  for (const { id: number, parent } of file.clauses) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), `${id}:${number}`]);
  }
  const overlay = Object.assign({}, ...overlays.filter((one) => one.standard === id).map((one) => one.clauses)) as Overlay["clauses"];
  const clauses = file.clauses.map((entry): Clause => {
    const ref: ClauseRef = `${id}:${entry.id}`;
    return {
      ref,
      standard: id,
      id: entry.id,
      title: entry.title,
      kind: entry.kind as ClauseKind,
      note: overlay[entry.id]?.note ?? entry.note,
      evidence: entry.evidence,
      parent: entry.parent === null ? undefined : `${id}:${entry.parent}`,
      children: children.get(entry.id) ?? [],
      related: relations.get(ref) ?? [],
      url: file.url,
      text: overlay[entry.id]?.text,
    };
  });
  return { id, designation: file.designation, title: file.title, url: file.url, clauses };
}

/** Unfolds the crosswalk's rows into both directions. */
function relationsOf(rows: readonly CrosswalkRow[]): Map<ClauseRef, Relation[]> {
  const relations = new Map<ClauseRef, Relation[]>();
  const add = (from: ClauseRef, relation: Relation) => relations.set(from, [...(relations.get(from) ?? []), relation]);
  for (const row of rows) {
    row.iso42001.forEach((left, index) => {
      row.iso27001.forEach((right, other) => {
        if (row.pairwise && index !== other) return;
        const relation = row.relation as RelationKind;
        add(`iso42001:${left}`, { clause: `iso27001:${right}`, relation, why: row.why });
        add(`iso27001:${right}`, { clause: `iso42001:${left}`, relation: inverse(relation), why: row.why });
      });
    });
  }
  return relations;
}

function inverse(relation: RelationKind): RelationKind {
  return relation === "narrower" ? "broader" : relation;
}
