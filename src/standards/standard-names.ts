import type { StandardId } from "./clause";

/** A framework that a text names: one of the two standards, or another one whose numbers are not ours. */
export interface StandardName {
  /** Undefined for any other standard, law or framework. */
  readonly standard: StandardId | undefined;
  /** The year of the edition where it is named, e.g. `2013`. */
  readonly edition: string | undefined;
  readonly start: number;
  readonly end: number;
}

const OURS = /(?<![\p{L}\p{N}])(?:(?:BS|DIN|EN|NEN|SN|UNE|NF|CSN|PN|SS|JIS|GB\/T)[\s\-/]*)*(?:ISO(?:\s*[/\-_ ]?\s*IEC)?|IEC)[\s_:.\-–/]*(42001|27001)(?![\p{N}])(?:\s*[:\-–_(]\s*((?:19|20)\d\d)(?!\d)\)?)?(?:\s*[/&+]\s*(?:ISO(?:\s*\/?\s*IEC)?[\s-]*)?27002(?!\d)(?:\s*:\s*20\d\d)?)?/giu;

/** A bare number counts where a clause or an edition follows it, or where the name of a standard stands right before it. */
const BARE = /(?<![\p{L}\p{N}.,$€#:\-/_])(42001|27001)(?![\p{L}\p{N}_]|[.,]\d)(?:\s*[:\-–]\s*((?:19|20)\d\d)(?!\d))?/gu;
const CLAUSE_FOLLOWS = /^\s*[,:–-]?\s*(?:annexe?\b|anhang|anexo|allegato|bijlage|clauses?\b|controls?\b|§|[AB][.\-]?\s?\d)/iu;
const JOINS = /^[\s,/&+]*(?:(?:and|und|et|y|e|en|or|oder|ou|plus)\b[\s/]*)?$/iu;

const JOINED = /(?:[,/&+]|(?:and|und|et|y|e|en|or|oder|ou|plus))\s*$/iu;

/** Other standards, laws and frameworks that people number too. A reference behind one of these names is not ours. */
const OTHER =
  /(?<![\p{L}\p{N}])(?:ISO(?:\s*\/?\s*(?:IEC|IEEE|TR|TS|PAS|DIS|FDIS))*[\s_:\-]*\d{3,5}(?:-\d+)?(?::\d{4})?|IEC[\s_\-]*\d{4,5}(?:-\d+)*|IEEE[\s_\-]*(?:Std\s*)?\d{3,5}|NIST\b|SP\s?800-\d+|AI\s?RMF\b|(?:NIST\s)?CSF\b|(?:GOVERN|MEASURE|MANAGE)\b(?=[\s-]*\d)|SOC[\s-]?[123]\b|GDPR\b|DSGVO\b|RGPD\b|AVG\b|(?:EU\s)?AI[\s-]Act\b|KI-VO\b|PCI(?:[\s-]?DSS)?\b|HIPAA\b|HITRUST\b|CIS\b|COBIT\b|OWASP\b|MITRE\b|NIS\s?2\b|DORA\b|CSA\b|CCM\b|AICM\b|BSI\b|TISAX\b|VDA\b|FedRAMP\b|CMMC\b|RFC\s?\d+|CCPA\b|CPRA\b|LGPD\b|PIPL\b|ITIL\b|SOX\b|FFIEC\b|GAMP\b|CFR\b|Cyber Essentials\b|Essential Eight\b|SR\s?11-7|MAS\b|APRA\b|CPS\s?\d+|ENS\b|TSC\b|Regulation\b|Directive\b|Verordnung\b|Règlement\b)/gu;

/** In keys and the titles of columns the same names stand in small letters, with what belongs to them written on: `nist80053`, `cis_v8`. */
const OTHER_IN_LABELS = new RegExp(`${OTHER.source}|(?<![\\p{L}\\p{N}])(?:NIST|CIS)(?=[\\s-]?(?:v?\\d|csf|csc))|(?<![\\p{L}\\p{N}])(?:ASVS|SAMM|WCAG|NERC|CJIS|IRAP|ISM|C5|CRA|eIDAS|ETSI)(?![\\p{L}\\p{N}])`, "giu");

/** The guidance for the controls of ISO/IEC 27001 numbers them alike: beside it, its name changes nothing. */
const GUIDANCE = /27002/;

/** True when the text may name one of the two standards; a substring test, for files that are not worth reading. */
export function mayNameStandard(text: string): boolean {
  return text.includes("42001") || text.includes("27001");
}

/** Every framework that the text names, in its order. Addresses and file names have to be blanked before. */
export function standardNamesIn(text: string, otherNames = OTHER): StandardName[] {
  const found: StandardName[] = [];
  const others = [...text.matchAll(otherNames)].map(({ index, 0: name }) => ({ standard: undefined, edition: undefined, start: index, end: index + name.length, guidance: GUIDANCE.test(name) }));
  if (mayNameStandard(text)) {
    const within = new Set<number>();
    for (const { index, 0: name, 1: number = "", 2: edition } of text.matchAll(OURS)) {
      found.push({ standard: standardOf(number), edition, start: index, end: index + name.length });
      within.add(index + name.indexOf(number) + number.length);
    }
    for (const { index, 0: name, 1: number, 2: edition } of text.matchAll(BARE)) {
      const end = index + name.length;
      if (within.has(index + 5)) continue;
      const near = text.slice(Math.max(0, index - 24), index);
      const joined = JOINED.test(near) && [...found, ...others].some((one) => one.end <= index && index - one.end < 24 && JOINS.test(text.slice(one.end, index)));
      if (joined || edition !== undefined || CLAUSE_FOLLOWS.test(text.slice(end, end + 30))) found.push({ standard: standardOf(number), edition, start: index, end });
    }
  }
  for (const { guidance, ...other } of others) {
    if (found.some((one) => one.start < other.end && other.start < one.end)) continue;
    if (guidance && found.some((one) => one.standard === "iso27001" && (JOINS.test(between(text, one, other)) || JOINS.test(between(text, other, one))))) continue;
    found.push(other);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The standards that a key, a heading or a column's title names; blanks, hyphens and underscores are the same in it. Of keys and columns the case too. */
export function standardsNamedBy(label: string, anyCase = false): StandardName[] {
  return standardNamesIn(label.replace(/([a-z0-9])(?=[A-Z][a-z])/g, "$1 ").replace(/_/g, " ").replace(/^\s*(?=(?:42001|27001)\b)/, "ISO "), anyCase ? OTHER_IN_LABELS : OTHER);
}

/** Those of the two standards that a whole text names. Only lines with one of their numbers are looked at, equal ones once. */
export function ourStandardsIn(text: string): StandardId[] {
  const lines = new Set<string>();
  const standards = new Set<StandardId>();
  for (const { index } of text.matchAll(/42001|27001/g)) {
    const line = text.slice(text.lastIndexOf("\n", index) + 1, endOfLine(text, index));
    if (lines.has(line)) continue;
    lines.add(line);
    for (const { standard } of standardsNamedBy(line)) if (standard) standards.add(standard);
    if (standards.size === 2) break;
  }
  return [...standards];
}

/** True when the text names any other standard, law or framework. */
export function namesOthers(text: string): boolean {
  return standardsNamedBy(text).some((name) => name.standard === undefined);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** True where only `and`, `/`, commas and the like stand between two names, so that what follows belongs to both. */
export function areJoined(text: string, first: StandardName, second: StandardName): boolean {
  return JOINS.test(between(text, first, second));
}

function between(text: string, first: { end: number }, second: { start: number }): string {
  return second.start >= first.end ? text.slice(first.end, second.start) : "\0";
}

function standardOf(number: string | undefined): StandardId {
  return number === "42001" ? "iso42001" : "iso27001";
}
