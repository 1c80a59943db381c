import { catalogue } from "./catalogue";
import type { Clause, StandardId } from "./clause";
import { clauseNumbersIn } from "./clause-numbers";
import type { ClauseNumber } from "./clause-numbers";
import type { ContextPlace, ReferenceContext } from "./reference-context";
import { areJoined, standardNamesIn } from "./standard-names";
import type { StandardName } from "./standard-names";
import { isSuperseded } from "./superseded";
import { titleBehind } from "./title-beside";
import type { WrittenTitle } from "./title-beside";
import { titleFit } from "./title-fit";

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

const SENTENCE_END = /[.!?。](?=\s+[\p{Lu}*_`[(])|\n\s*\n|[。！？]/u;
const CONNECTORS =
  /^(?:[\s,;:&+/·•|()[\]"'“”*_–—\-.#]|(?<!\p{L})(?:and|und|et|y|e|en|or|ou|oder|to|as well as|plus|the|in|of|its|clauses?|sub-?clauses?|controls?|control objectives?|sections?|requirements?|annexe?s?|anhang|anexo|appendix|reference|ref|no|nr)(?!\p{L})|§)*$/iu;
const FOLLOWS = /^[\s)\]*_`"”]*(?:(?:\(|\[|,|–|—|-|\bof\b|\bin\b|\bfrom\b|\bper\b|\bunder\b|\bto\b|\bde\b|\bdel\b|\bdella\b|\bder\b|\bdes\b|\bvon\b|\baus\b|\bda\b|\bdo\b|\bvan\b)\s*(?:(?:the|Annex A|Annexe A|Anhang A|of|l'|la|le)\s*)*)?$/iu;
const UNITS = /^\s?(?:%|x\b|million|billion|times|years?|months?|weeks?|days?|hours?|hrs?|minutes?|min\b|seconds?|[kmgt]i?b\b|ms\b|[ap]m\b|stars?|points?|out of|percent)/iu;
/** A contract or policy has clauses of its own. */
const ELSEWHERE = /^\s*(?:of|in|from)\s+(?:the|this|that|our|your|their|its|an?)\s+(?!standard|annex|iso)/iu;

interface Owner {
  readonly standards: readonly StandardId[];
  readonly edition: string | undefined;
  readonly from: ReferenceInText["from"];
  readonly certain: boolean;
  readonly controls: boolean;
  /** Where the reference begins when the name is part of it. */
  readonly start: number | undefined;
}

/** Every reference to a clause of the two standards in a stretch of text. */
export function readReferences(source: string, { around, heading = false, title: given }: StretchContext): ReferenceInText[] {
  const text = withoutAddresses(source);
  const names = standardNamesIn(text);
  const numbers = clauseNumbersIn(text, names);
  const found: ReferenceInText[] = [];
  const owners = new Map<ClauseNumber, Owner>();
  const spent = new Set<StandardName>();
  let passed = -1;
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1];
    while ((names[passed + 1]?.end ?? Infinity) <= number.start) passed++;
    const owner = ownerOf({ text, names, around, spent, passed }, number, before, before && owners.get(before), found.at(-1));
    if (!owner) continue;
    const next = Math.min(numbers[index + 1]?.start ?? Infinity, nameBehind(names, passed, number)?.start ?? Infinity);
    const first = beginsText(text, owner.start ?? number.start);
    const opens = numbers[index + 1]?.closes === true;
    const title = opens ? undefined : (titleBehind(text, number.end, next, first || (before !== undefined && found.at(-1)?.title?.form === "title")) ?? (numbers.length === 1 ? given : undefined));
    const reference = referenceOf(number, withEdition(owner, text, number), title, opens);
    if (heading && owner.from !== "named" && first && !believedHeading(reference, number)) continue;
    if (!reference.clauses.length && !believedUnknown(reference, number)) continue;
    owners.set(number, owner);
    found.push(reference);
  }
  return found;
}

/** `A.12.6.1 (2013)` and `formerly A.12.6.1` name the older edition too. */
function withEdition(owner: Owner, text: string, number: ClauseNumber): Owner {
  if (owner.edition !== undefined && owner.from === "named") return owner;
  const before = text.slice(Math.max(0, number.start - 40), number.start);
  const older = /^\s*[([,]?\s*(?:in\s+(?:the\s+)?|of\s+(?:the\s+)?)?(?:2013|2005)\b/.test(text.slice(number.end, number.end + 24)) || /(?:formerly|previously|was|old|legacy|ex|2013(?:\s+edition)?)[\s:(]*$/i.test(before);
  return older ? { ...owner, edition: "2013" } : owner;
}

/** What `ownerOf` looks at: the text, the names in it, what is around, and the names that belong to a number before them. */
interface Source {
  readonly text: string;
  readonly names: readonly StandardName[];
  readonly around: readonly ReferenceContext[];
  readonly spent: Set<StandardName>;
  /** Place of the last name before the number; -1 when there is none. */
  readonly passed: number;
}

/** The first name behind a number; it is one of the next two, since a number may hold a name's place but no more. */
function nameBehind(names: readonly StandardName[], passed: number, number: ClauseNumber): StandardName | undefined {
  return names.slice(passed + 1, passed + 4).find((name) => name.start >= number.end);
}

/** How far before a number to look for what it belongs to; a text may be one line of a megabyte. */
const NEAR = 160;

/** True when nothing but marks and words such as “clause” stand before a place. */
function beginsText(text: string, start: number): boolean {
  return start < NEAR && CONNECTORS.test(text.slice(0, start).trim());
}

function ownerOf({ text, names, around, spent, passed }: Source, number: ClauseNumber, before: ClauseNumber | undefined, beforeOwner: Owner | undefined, last: ReferenceInText | undefined): Owner | undefined {
  let nearest = passed;
  while (nearest >= 0 && spent.has(names[nearest] as StandardName)) nearest--;
  const name = names[nearest];
  const nameIsNearer = name !== undefined && (before === undefined || name.end > before.end);
  if (number.closes) return beforeOwner && { ...beforeOwner, start: undefined };
  if (nameIsNearer && CONNECTORS.test(text.slice(name.end, number.start))) {
    const owner = named(text, nearest, names);
    if (!owner || !isClauseLike(number, text)) return undefined;
    return owner;
  }
  const behind = nameBehind(names, passed, number);
  if (before && beforeOwner && !nameIsNearer && !(isNamedBehind(text, number, behind) && /[([\p{L}]/u.test(text.slice(number.end, behind?.start)))) {
    // Behind the last reference and its title only commas and the like may stand.
    const end = Math.max(before.end, last?.title && last.end === before.end ? last.title.end : 0);
    const gap = text.slice(end, number.start);
    if (CONNECTORS.test(gap) && /\S/.test(gap)) {
      if (number.marker === "none" && (UNITS.test(text.slice(number.end)) || !isClauseLike(number, text))) return undefined;
      return { ...beforeOwner, start: undefined, controls: beforeOwner.controls || (before.marker === "annex" && number.marker === "none") };
    }
  }
  if (ELSEWHERE.test(text.slice(number.end, number.end + 30))) return undefined;
  if (behind && isNamedBehind(text, number, behind)) {
    const owner = named(text, names.indexOf(behind, passed + 1), names);
    if (!owner || !(number.marker !== "none" || isClauseLike(number, text))) return undefined;
    spent.add(behind);
    return { ...owner, start: undefined };
  }
  if (number.own) return undefined;
  const strong = (number.marker === "annex" && number.spelling === "dotted") || number.marker === "clause";
  if (name && !SENTENCE_END.test(text.slice(name.end, number.start))) {
    if (!strong) return name.standard === undefined ? undefined : fromContext(text, number, around, strong);
    const owner = named(text, nearest, names);
    if (!owner) return undefined;
    return { ...owner, start: undefined };
  }
  return fromContext(text, number, around, strong);
}

/** True for `A.5.7 of ISO 27001` and `A.5.7 (ISO 27001)`. */
function isNamedBehind(text: string, number: ClauseNumber, behind: StandardName | undefined): boolean {
  if (!behind || !FOLLOWS.test(text.slice(number.end, behind.start))) return false;
  return number.marker !== "none" || /^\s*(?:of|in|from|de|der|des|\()/i.test(text.slice(number.end, behind.start));
}

/** The owner that a name stands for, with the names that are joined to it. */
function named(text: string, place: number, names: readonly StandardName[]): Owner | undefined {
  const name = names[place] as StandardName;
  const joined = [name];
  for (let index = place; index > 0 && areJoined(text, names[index - 1] as StandardName, names[index] as StandardName); index--) joined.unshift(names[index - 1] as StandardName);
  const ours = joined.filter((one) => one.standard !== undefined);
  if (ours.length === 0 || (name.standard === undefined && joined.length > 1)) return undefined;
  const standards = [...new Set(ours.flatMap((one) => one.standard ?? []))];
  return { standards, edition: ours.find((one) => one.edition)?.edition, from: "named", certain: true, controls: false, start: joined[0]?.start ?? name.start };
}

/** Right behind the name of a standard a bare number is a clause if it is one that standards have and nothing measures with it. */
function isClauseLike(number: ClauseNumber, text: string): boolean {
  if (number.marker === "annex" || number.marker === "clause") return true;
  const parts = number.id.split(".");
  const first = Number(parts[0]);
  if (parts.length > 3) return false;
  if (UNITS.test(text.slice(number.end))) return false;
  return number.marker === "section" ? first <= 18 : first >= 4 && first <= 10;
}

function fromContext(text: string, number: ClauseNumber, around: readonly ReferenceContext[], strong: boolean): Owner | undefined {
  const numbers = around.some((one) => one.numbers && one.place !== "document");
  const near = around.find((one) => one.standards.length > 0 || (one.others && one.place !== "document" && one.place !== "text"));
  if (!near || near.standards.length === 0) return undefined;
  const tight = near.place === "key" || near.place === "column" || near.place === "row";
  if (number.spelling !== "dotted" && !tight) return undefined;
  if (!strong && number.marker !== "annex") {
    if (!numbers || near.place === "document" || !beginsSegment(text, number) || !isClauseLike(number, text)) return undefined;
  }
  if (number.marker === "annex" && !tight && near.place === "document" && !number.id.slice(2).includes(".")) return undefined;
  const controls = around.some((one) => one.controls && (one.place === "key" || one.place === "column"));
  return { standards: near.standards, edition: near.edition, from: near.place, certain: near.standards.length === 1, controls, start: undefined };
}

/** True for a number with nothing before it in its cell, its value, or behind a comma. */
function beginsSegment(text: string, number: ClauseNumber): boolean {
  const from = Math.max(0, number.start - NEAR);
  return /(?:^|[,;|\n(/])[\s"'*_`\-–•[({]*$/u.test((from > 0 ? "…" : "") + text.slice(from, number.start));
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

/** True for an edition before that of 2022. */
export function isOlder(edition: string | undefined): boolean {
  return edition !== undefined && edition < "2022";
}

/** A heading's first number is its own, unless its words are the clause's title or the headings above are about the standard. */
function believedHeading({ title, clauses, from }: ReferenceInText, { marker }: ClauseNumber): boolean {
  if (title && clauses.some((clause) => titleFit(title.text, clause).explains >= 0.5)) return true;
  return from === "heading" && (marker === "clause" || marker === "annex");
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
