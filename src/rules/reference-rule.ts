import type { Document } from "../documents/document";
import type { References } from "../documents/references";
import type { Draft, Rule } from "./rule";

/** What a rule about references may look at. */
export interface CitedText {
  readonly document: Document;
  readonly references: References;
}

/** A rule about references to clauses: it speaks in every text that names one of the two standards, of whatever kind it is. */
export interface ReferenceRule extends Rule {
  about(cited: CitedText): Iterable<Draft>;
}
