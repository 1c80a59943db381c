import type { Catalogue } from "./catalogue";
import type { Clause, ClauseRef, StandardId } from "./clause";

/** What a spelled-out reference says: a number, and the standard if it is named. */
export interface SpelledReference {
  readonly standard: StandardId | undefined;
  /** The number in its printed form, e.g. `A.6.2.4` or `6.1.2`. */
  readonly id: string;
}

const STANDARD = /(?:iso\s*(?:[\/-]\s*iec)?\s*[-_ ]?\s*)?(42001|27001)(?:\s*:\s*(?:2013|2022|2023)(?![\d.]))?/i;
const NUMBER = /(?:^|[^A-Za-z0-9])(?:annex\s*)?([AB])?[\s.\-_]*((?:\d{1,2}[.\-_])*\d{1,2})\s*$/i;

/**
 * Reads one reference in any usual spelling: `iso42001:A.6.2.4`, `ISO/IEC 42001:2023 A.6.2.4`, `ISO 27001 Annex A 8.15`,
 * `A-6-2-4`, `Clause 6.1.2`, `§6.1.2`, `B.6.2.3` (Annex B of 42001 numbers its guidance as Annex A does). Undefined when the
 * text is no reference.
 */
export function parseReference(text: string): SpelledReference | undefined {
  const trimmed = text.trim().replace(/[–—]/g, "-");
  const named = STANDARD.exec(trimmed);
  const rest = named ? `${trimmed.slice(0, named.index)} ${trimmed.slice(named.index + named[0].length)}` : trimmed;
  const bare = rest.replace(/\b(?:iso|iec|clause|control|section|annex(?=\s*[AB]\b)|sub-?clause|edition)\b|[§:/(),#]/gi, " ").trim();
  const match = NUMBER.exec(` ${bare}`);
  if (!match || /[^\s.\-_AB\d]/i.test(bare)) return undefined;
  const digits = (match[2] ?? "").replace(/[-_]/g, ".");
  const id = match[1] ? `A.${digits}` : digits;
  return { standard: named ? (`iso${named[1] ?? ""}` as StandardId) : undefined, id };
}

/**
 * The clauses that a spelled reference may mean, best first. A number without a standard may mean one in each. People write the
 * controls of ISO/IEC 27001 without their `A.` (`5.7`), as ISO/IEC 27002 numbers them, so there a number that is no clause is
 * looked up in Annex A too.
 */
export function findClauses(text: string, catalogue: Catalogue): Clause[] {
  const spelled = parseReference(text);
  if (!spelled) return [];
  const standards: readonly StandardId[] = spelled.standard ? [spelled.standard] : ["iso42001", "iso27001"];
  const found = standards.flatMap((standard) => catalogue.clause(`${standard}:${spelled.id}`) ?? []);
  if (found.length > 0 || spelled.id.startsWith("A.") || !standards.includes("iso27001")) return found;
  return [catalogue.clause(`iso27001:A.${spelled.id}`) ?? []].flat();
}

/** The house spelling for people: `ISO/IEC 42001 A.6.2.4`. */
export function displayReference(ref: ClauseRef): string {
  const [standard, id] = splitReference(ref);
  return `ISO/IEC ${standard.slice(3)} ${id}`;
}

/** Standard and number of a reference. */
export function splitReference(ref: ClauseRef): readonly [StandardId, string] {
  const colon = ref.indexOf(":");
  return [ref.slice(0, colon) as StandardId, ref.slice(colon + 1)];
}
