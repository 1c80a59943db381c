/** The two standards of the catalogue. */
export type StandardId = "iso42001" | "iso27001";

/** A clause named without doubt: the standard, a colon, and the number as printed, e.g. `iso42001:A.6.2.4`. */
export type ClauseRef = `${StandardId}:${string}`;

/** Numbered items are clauses 4–10 and their subclauses; Annex A has themes (groups) and controls. */
export type ClauseKind = "clause" | "theme" | "control";

/** How a clause relates to one of the other standard. */
export type RelationKind = "same-structure" | "parallel" | "overlaps" | "related" | "narrower" | "broader";

/** One relation, seen from the clause that holds it. */
export interface Relation {
  readonly clause: ClauseRef;
  readonly relation: RelationKind;
  /** Why, in our own words. */
  readonly why: string;
}

/** One numbered item of a standard. */
export interface Clause {
  readonly ref: ClauseRef;
  readonly standard: StandardId;
  /** The number as printed, e.g. `A.6.2.4` or `6.1.2`. */
  readonly id: string;
  /** Short title as publicly reported. */
  readonly title: string;
  readonly kind: ClauseKind;
  /** What it is after, in our own words. */
  readonly note: string;
  /** What evidence looks like, in our own words. */
  readonly evidence: string;
  readonly parent: ClauseRef | undefined;
  readonly children: readonly ClauseRef[];
  readonly related: readonly Relation[];
  /** The standard's page at iso.org. */
  readonly url: string;
  /** Text that a licence holder added through a local overlay file; never shipped. */
  readonly text?: string;
}

/** One of the two standards with its clauses in the order of print. */
export interface Standard {
  readonly id: StandardId;
  /** E.g. `ISO/IEC 42001:2023`. */
  readonly designation: string;
  readonly title: string;
  readonly url: string;
  readonly clauses: readonly Clause[];
}
