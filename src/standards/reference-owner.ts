import type { StandardId } from "./clause";
import type { ClauseNumber } from "./clause-numbers";
import type { ContextPlace, ReferenceContext } from "./reference-context";
import { areJoined } from "./standard-names";
import type { StandardName } from "./standard-names";
import type { WrittenTitle } from "./title-beside";

const SENTENCE_END = /[.!?。](?=\s+[\p{Lu}*_`[(])|\n\s*\n|[。！？]/u;
const CONNECTORS =
  /^(?:[\s,;:&+/·•|()[\]"'“”*_–—\-.#]|(?<!\p{L})(?:and|und|et|y|e|en|or|ou|oder|to|as well as|plus|the|in|of|its|clauses?|sub-?clauses?|controls?|control objectives?|sections?|requirements?|annexe?s?|anhang|anexo|appendix|reference|ref|no|nr)(?!\p{L})|§|[、，の之的]|中的|および|及び|以及|和|与|附录A?|附件A?|附属書A?)*$/iu;
const FOLLOWS = /^[\s)\]*_`"”]*(?:(?:\(|\[|,|–|—|-|\bof\b|\bin\b|\bfrom\b|\bper\b|\bunder\b|\bto\b|\bde\b|\bdel\b|\bdella\b|\bder\b|\bdes\b|\bvon\b|\baus\b|\bda\b|\bdo\b|\bvan\b)\s*(?:(?:the|Annex A|Annexe A|Anhang A|of|(?:del)?l['’]|d['’]|la|le)\s*)*)?$/iu;
const UNITS = /^\s?(?:%|x\b|million|billion|times|years?|months?|weeks?|days?|hours?|hrs?|minutes?|min\b|seconds?|[kmgt]i?b\b|ms\b|[ap]m\b|stars?|points?|out of|percent)/iu;
/** A contract or policy has clauses of its own. */
const ELSEWHERE = /^\s*(?:of|in|from)\s+(?:the|this|that|our|your|their|its|an?)\s+(?!standard|annex|iso)/iu;

/** The standard that a number belongs to, and what says so. */
export interface Owner {
  readonly standards: readonly StandardId[];
  readonly edition: string | undefined;
  readonly from: "named" | ContextPlace;
  readonly certain: boolean;
  readonly controls: boolean;
  /** Where the reference begins when the name is part of it. */
  readonly start: number | undefined;
}

/** `2013 mapping: `, with no later edition between. */
const OLD_YEAR = /(?<![\p{N}.-])(?:2013|2005)(?![\p{N}.-])(?![^]*20(?:22|23))/u;

/** `A.12.6.1 (2013)` and `formerly A.12.6.1` name the older edition too. */
export function withEdition(owner: Owner, text: string, number: ClauseNumber): Owner {
  if (owner.edition !== undefined && owner.from === "named") return owner;
  const before = text.slice(Math.max(0, number.start - 40), number.start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const older = OLD_YEAR.test(line) || /^\s*[([,]?\s*(?:in\s+(?:the\s+)?|of\s+(?:the\s+)?)?(?:2013|2005)\b/.test(text.slice(number.end, number.end + 24)) || /(?:formerly|previously|was|old|legacy|ex|2013(?:\s+edition)?)[\s:(]*$/i.test(before);
  return older ? { ...owner, edition: "2013" } : owner;
}

/** What `ownerOf` looks at: the text, the names in it, what is around, and the names that belong to a number before them. */
export interface Source {
  readonly text: string;
  readonly names: readonly StandardName[];
  readonly around: readonly ReferenceContext[];
  readonly spent: Set<StandardName>;
  /** Place of the last name before the number; -1 when there is none. */
  readonly passed: number;
}

/** The first name behind a number; it is one of the next two, since a number may hold a name's place but no more. */
export function nameBehind(names: readonly StandardName[], passed: number, number: ClauseNumber): StandardName | undefined {
  return names.slice(passed + 1, passed + 4).find((name) => name.start >= number.end);
}

/** How far before a number to look for what it belongs to; a text may be one line of a megabyte. */
const NEAR = 160;

/** True when nothing but marks and words such as “clause” stand before a place. */
export function beginsText(text: string, start: number): boolean {
  return start < NEAR && CONNECTORS.test(text.slice(0, start).trim());
}

/** A number that was read before, with the title behind it. */
export interface Before {
  readonly number: ClauseNumber;
  readonly owner: Owner;
  readonly title: WrittenTitle | undefined;
}

/**
 * The standard that a number belongs to: the one named right before it, that of the reference it is listed with, the one named
 * right behind it, the one that its sentence names, or the one that is around. Undefined when the number is no reference.
 */
export function ownerOf({ text, names, around, spent, passed }: Source, number: ClauseNumber, before: ClauseNumber | undefined, last: Before | undefined): Owner | undefined {
  const beforeOwner = last && last.number === before ? last.owner : undefined;
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
    const end = Math.max(before.end, last?.title?.end ?? 0);
    const gap = text.slice(end, number.start);
    // Behind the end of a sentence a number without a word is the writer's own: `4.1.2 The organisation keeps`.
    if (CONNECTORS.test(gap) && /\S/.test(gap) && !(number.marker === "none" && /[.!?]\s/.test(gap))) {
      if (number.marker === "none" && (UNITS.test(text.slice(number.end)) || !isClauseLike(number, text))) return undefined;
      return { ...beforeOwner, start: undefined, controls: beforeOwner.controls || (before.marker === "annex" && number.marker === "none") };
    }
  }
  if (ELSEWHERE.test(text.slice(number.end, number.end + 30))) return undefined;
  if (behind && isNamedBehind(text, number, behind)) {
    const owner = named(text, names.indexOf(behind, passed + 1), names);
    // `93 (ISO 27001:2022)` counts something.
    if (!owner || !(number.marker !== "none" || isClauseLike(number, text)) || (/^\d+$/.test(number.id) && number.marker === "none" && /^\s?\(/.test(text.slice(number.end, number.end + 2)))) return undefined;
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
  // Without a point it is a whole clause, or a section of the document that is linked there.
  if (number.marker === "section") return first <= (parts.length > 1 ? 18 : 10);
  return first >= 4 && first <= 10;
}

function fromContext(text: string, number: ClauseNumber, around: readonly ReferenceContext[], strong: boolean): Owner | undefined {
  const numbers = areNumbers(around);
  const near = around.find((one) => one.standards.length > 0 || (one.others && one.place !== "document" && one.place !== "text"));
  if (!near || near.standards.length === 0) return undefined;
  const tight = near.place === "key" || near.place === "column" || near.place === "row";
  if (number.spelling !== "dotted" && !tight) return undefined;
  if (!strong && number.marker !== "annex") {
    if (!numbers || near.place === "document" || !beginsSegment(text, number) || !isClauseLike(number, text)) return undefined;
  }
  if (number.marker === "annex" && !tight && near.place === "document" && !number.id.slice(2).includes(".")) return undefined;
  const controls = around.some((one) => one.controls && (one.place === "key" || one.place === "column"));
  const edition = around.find((one) => one.edition !== undefined)?.edition;
  return { standards: near.standards, edition, from: near.place, certain: near.standards.length === 1, controls, start: undefined };
}

/** True where bare numbers are those of clauses: what is nearest decides, and a key of another sort keeps words further out from doing so. */
function areNumbers(around: readonly ReferenceContext[]): boolean {
  let barred = false;
  for (const { place, numbers, standards, bars } of around) {
    if (numbers && place !== "document" && (!barred || standards.length > 0)) return true;
    if (bars === "all") return false;
    barred ||= bars === "loose";
  }
  return false;
}

/** True for a number with nothing before it in its cell, its value, or behind a comma. */
function beginsSegment(text: string, number: ClauseNumber): boolean {
  const from = Math.max(0, number.start - NEAR);
  return /(?:^|[,;|\n(/])[\s"'*_`\-–•[({]*$/u.test((from > 0 ? "…" : "") + text.slice(from, number.start));
}

/** True for an edition before that of 2022. */
export function isOlder(edition: string | undefined): boolean {
  return edition !== undefined && edition < "2022";
}
