import { catalogue } from "./catalogue";
import type { Clause, StandardId } from "./clause";
import { clauseNumbersIn, mayHoldNumbers } from "./clause-numbers";
import type { ClauseNumber } from "./clause-numbers";
import type { ContextPlace, ReferenceContext } from "./reference-context";
import { beginsText, isOlder, nameBehind, ownerOf, withEdition } from "./reference-owner";
import type { Before, Owner } from "./reference-owner";
import { standardNamesIn } from "./standard-names";
import type { StandardName } from "./standard-names";
import { isSuperseded } from "./superseded";
import { titleBehind } from "./title-beside";
import type { WrittenTitle } from "./title-beside";
import { fittingClauses, titleFit } from "./title-fit";

/** One reference to a clause as it stands in a text. Places are offsets into the text that was read. */
export interface ReferenceInText {
  /** From the name of the standard, where it stands right before, to the end of the number. */
  readonly start: number;
  readonly end: number;
  /** The number alone, as it is written. */
  readonly idStart: number;
  readonly idEnd: number;
  /** The number in printed form, e.g. `A.6.2.4`; of Annex B of ISO/IEC 42001 that of the control it guides. */
  readonly id: string;
  /** The list item inside the clause, `d` of `6.1.3 d)`. */
  readonly item: string | undefined;
  /** The standard it belongs to. Two where the text names both for it, and where it may belong to either. */
  readonly standards: readonly StandardId[];
  /** True when it may belong to either standard and nothing says to which. */
  readonly ambiguous: boolean;
  /** What names the standard: the words right there (`named`), or what is around them. */
  readonly from: "named" | ContextPlace;
  /** The year of the edition, where one is named. */
  readonly edition: string | undefined;
  /** The clauses it may mean, the likeliest first; empty for a number that no clause has. */
  readonly clauses: readonly Clause[];
  readonly title: WrittenTitle | undefined;
  readonly spelling: ClauseNumber["spelling"];
  /** True for Annex B of ISO/IEC 42001. */
  readonly guidance: boolean;
  /** It begins or ends a range such as `A.5.7–A.5.9`. */
  readonly range: "opens" | "closes" | undefined;
}

/** What is known about a stretch of text beside its words. */
export interface StretchContext {
  /** What is around it, the nearest first. */
  readonly around: readonly ReferenceContext[];
  /** True for a heading, whose first number may be that of the document's own section. */
  readonly heading?: boolean;
  /** A title that belongs to the stretch's only reference: the next cell, the value of the key. */
  readonly title?: WrittenTitle | undefined;
}

/** Every reference to a clause of the two standards in a stretch of text. */
export function readReferences(source: string, { around, heading = false, title: given }: StretchContext): ReferenceInText[] {
  const text = withoutAddresses(source);
  if (!mayHoldNumbers(text)) return [];
  const names = standardNamesIn(text);
  const numbers = clauseNumbersIn(text, names);
  const found: ReferenceInText[] = [];
  const spent = new Set<StandardName>();
  let passed = -1;
  let last: Before | undefined;
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1];
    while ((names[passed + 1]?.end ?? Infinity) <= number.start) passed++;
    const stated = ownerOf({ text, names, around, spent, passed }, number, before, last);
    if (!stated) continue;
    const owner = withEdition(stated, text, number);
    const next = Math.min(numbers[index + 1]?.start ?? Infinity, nameBehind(names, passed, number)?.start ?? Infinity);
    const first = beginsText(text, owner.start ?? number.start);
    const opens = numbers[index + 1]?.closes === true;
    const title = opens ? undefined : (titleBehind(text, number.end, next, first || last?.title?.form === "title") ?? (numbers.length === 1 ? given : undefined));
    const reference = referenceOf(number, owner, title, opens);
    if (heading && owner.from !== "named" && first && !believedHeading(reference, number)) continue;
    if (!reference.clauses.length && !believedUnknown(reference, number)) continue;
    last = { number, owner, title };
    found.push(reference);
  }
  return found;
}

function referenceOf(number: ClauseNumber, owner: Owner, title: WrittenTitle | undefined, opens: boolean): ReferenceInText {
  const standards = number.guidance ? owner.standards.filter((one) => one === "iso42001") : owner.standards;
  const possible = (standards.length > 0 ? standards : owner.standards).map((standard) => ({ standard, clauses: meanings(standard, number, owner.controls) }));
  const exact = owner.certain ? possible : certain(possible, title, number);
  // The controls of an older edition have other numbers: theirs are no clauses of the catalogue.
  const older = isOlder(owner.edition) && number.marker === "annex";
  const clauses = older ? [] : exact.flatMap((one) => one.clauses);
  const [first, second] = clauses;
  // A title decides between a clause and the control of the same number.
  const swapped = title && first && second && first.standard === second.standard && titleFit(title.text, second).explains > titleFit(title.text, first).explains + 0.3;
  const ordered = swapped ? [second, first, ...clauses.slice(2)] : clauses;
  return {
    start: owner.start ?? number.start,
    end: number.end,
    idStart: number.idStart,
    idEnd: number.idEnd,
    id: ordered[0]?.id ?? (owner.controls && number.marker === "none" ? `A.${number.id}` : number.id),
    item: number.item,
    standards: exact.map((one) => one.standard),
    ambiguous: !owner.certain && exact.length > 1,
    from: owner.from,
    edition: owner.edition,
    clauses: ordered,
    title,
    spelling: number.spelling,
    guidance: number.guidance,
    range: number.closes ? "closes" : opens ? "opens" : undefined,
  };
}

interface Possible {
  readonly standard: StandardId;
  readonly clauses: readonly Clause[];
}

/** Of two standards those in which the number is one, or the one whose title is written beside it. */
function certain(possible: readonly Possible[], title: WrittenTitle | undefined, number: ClauseNumber): readonly Possible[] {
  const existing = possible.filter((one) => one.clauses.length > 0);
  if (existing.length === 0) return isSuperseded(number.id) ? possible.filter((one) => one.standard === "iso27001") : possible;
  if (existing.length === 1 || !title) return existing;
  const fits = existing.map((one) => Math.max(...one.clauses.map((clause) => titleFit(title.text, clause).explains)));
  const best = existing[fits.indexOf(Math.max(...fits))] as Possible;
  const others = fits.filter((fit) => fit !== Math.max(...fits));
  return Math.max(...fits) >= 0.5 && others.every((fit) => fit <= 0.25) && others.length > 0 ? [best] : existing;
}

/** The clauses of a standard that a number may mean. People write controls without their `A.`, as ISO/IEC 27002 numbers them. */
function meanings(standard: StandardId, { id, marker }: ClauseNumber, controls: boolean): Clause[] {
  const clause = catalogue.clause(`${standard}:${id}`);
  if (marker === "annex" || marker === "clause") return clause ? [clause] : [];
  const control = standard === "iso27001" || controls ? catalogue.clause(`${standard}:A.${id}`) : undefined;
  const both = controls ? [control, clause] : [clause, control];
  return both.filter((one) => one !== undefined);
}

/** A heading's first number is its own, unless its words are a clause's title or the headings above are about the standard. */
function believedHeading({ title, clauses, from, range, standards }: ReferenceInText, { marker }: ClauseNumber): boolean {
  if (title && clauses.some((clause) => titleFit(title.text, clause).explains >= 0.5)) return true;
  if (from === "heading" && (marker === "clause" || marker === "annex")) return true;
  if (marker !== "annex" || clauses.length === 0) return false;
  const [best] = title && standards[0] ? fittingClauses(title.text, standards[0]) : [];
  return range !== undefined || (best !== undefined && best.explains >= 0.75 && best.covered >= 0.5);
}

/** A number that no clause has is a wrong reference only where it is surely meant as a reference. */
function believedUnknown({ from, id, edition }: ReferenceInText, { marker, item }: ClauseNumber): boolean {
  if (/^[0-3](?:\.|$)/.test(id)) return marker !== "none";
  if (isOlder(edition)) return true;
  if (from === "document" || from === "text") return marker === "annex" && id.split(".").length >= 3;
  return item === undefined || marker !== "none";
}

const ADDRESS = /(?<![\p{L}\p{N}])(?:https?|ftp|file|mailto|urn|doi):[^\s|)\]>]+|www\.[^\s|)\]>]+|(?<![\w.~/-])[\w~./-]+\.(?:md|markdown|ya?ml|jsonc?|pdf|docx?|xlsx?|pptx?|html?|csv|tsv|txt|py|ts|js|tf|rego|png|svg|jpe?g)(?![\p{L}\p{N}])/giu;

/** The text with addresses and file names blanked, so that numbers in them are not read; places stay the same. */
function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, (address) => address.replace(/[^\n]/g, " "));
}
