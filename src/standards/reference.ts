import type { Catalogue } from "./catalogue";
import type { Clause, ClauseRef, StandardId } from "./clause";
import type { ReferenceContext } from "./reference-context";
import { readReferences } from "./reference-reader";
import type { ReferenceInText } from "./reference-reader";

/** What a spelled-out reference says: a number, and the standard if it is named. */
export interface SpelledReference {
  readonly standard: StandardId | undefined;
  /** The number in its printed form, e.g. `A.6.2.4` or `6.1.2`. */
  readonly id: string;
}

/** Stands around a reference that is read by itself: it may be of either standard, and a bare number may be a clause's. */
const ALONE: readonly ReferenceContext[] = [{ place: "key", standards: ["iso42001", "iso27001"], others: false, edition: undefined, numbers: true, controls: false }];

/**
 * Reads one reference in any usual spelling: `iso42001:A.6.2.4`, `ISO/IEC 42001:2023 A.6.2.4`, `ISO 27001 Annex A 8.15`,
 * `A-6-2-4`, `Clause 6.1.2`, `§6.1.2`, `A.5.7 of ISO 27001`, `B.6.2.3` (Annex B of 42001 numbers its guidance as Annex A does).
 * What stands behind it, such as its title, is passed over. Undefined when the text does not begin with a reference.
 */
export function parseReference(text: string): SpelledReference | undefined {
  const found = readAlone(text);
  if (!found) return undefined;
  const named = found.from === "named" || found.guidance;
  return { standard: named && found.standards.length === 1 ? found.standards[0] : undefined, id: found.id };
}

/**
 * The clauses that a spelled reference may mean, best first. A number without a standard may mean one in each. People write the
 * controls of ISO/IEC 27001 without their `A.` (`5.7`), as ISO/IEC 27002 numbers them, so there a number that is no clause is
 * looked up in Annex A too.
 */
export function findClauses(text: string, catalogue: Catalogue): Clause[] {
  const found = readAlone(text);
  if (!found) return [];
  const best = found.standards.flatMap((standard) => found.clauses.find((clause) => clause.standard === standard) ?? []);
  return best.flatMap(({ ref }) => catalogue.clause(ref) ?? []);
}

function readAlone(text: string): ReferenceInText | undefined {
  const spelled = text.trim().replace(/^(?=(?:42001|27001)(?!\d))/, "ISO ");
  const [first] = readReferences(spelled, { around: ALONE });
  return first && !/[\p{L}\p{N}]/u.test(spelled.slice(0, first.start)) ? first : undefined;
}

/** The house spelling for people: `ISO/IEC 42001 A.6.2.4`. */
export function displayReference(ref: ClauseRef): string {
  const [standard, id] = splitReference(ref);
  return `ISO/IEC ${standard.slice(3)} ${id}`;
}

/** A clause with its title, as people cite it: `ISO/IEC 42001 A.9.4 Intended use of the AI system`. */
export function titledReference({ ref, title }: Pick<Clause, "ref" | "title">): string {
  return `${displayReference(ref)} ${title}`;
}

/** The same for a reference alone; without a title where the catalogue has no such clause. */
export function referenceWithTitle(ref: ClauseRef, catalogue: Catalogue): string {
  const clause = catalogue.clause(ref);
  return clause ? titledReference(clause) : displayReference(ref);
}

/** Standard and number of a reference. */
export function splitReference(ref: ClauseRef): readonly [StandardId, string] {
  const colon = ref.indexOf(":");
  return [ref.slice(0, colon) as StandardId, ref.slice(colon + 1)];
}
