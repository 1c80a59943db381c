import type { StandardName } from "./standard-names";

/**
 * What stands before a number: `annex` the word or the letter A or B; `clause` a word that only clauses of standards have;
 * `section` a word or sign that a document's own sections have too; `none` nothing.
 */
export type Marker = "annex" | "clause" | "section" | "none";

/** A number in a text that may be that of a clause. */
export interface ClauseNumber {
  /** In printed form, e.g. `A.6.2.4` or `6.1.2`. */
  readonly id: string;
  readonly marker: Marker;
  /** How it is spelled, where that matters for what it may be: `dashed` A-6-2-4, `loose` A8.15 or A 8.15 or a.8.15. */
  readonly spelling: "dotted" | "dashed" | "loose";
  /** True for Annex B of ISO/IEC 42001, whose guidance has the numbers of Annex A. */
  readonly guidance: boolean;
  /** The list item inside the clause: `d` of `6.1.3 d)`. */
  readonly item: string | undefined;
  /** From the word before it to the end of the item. */
  readonly start: number;
  readonly end: number;
  /** The number alone, with its letter. */
  readonly idStart: number;
  readonly idEnd: number;
  /** True when the word before it says that it is a table, a step, a version or the like. */
  readonly own: boolean;
  /** The number is the end of a range that began with the one before. */
  readonly closes: boolean;
}

const ANNEX = String.raw`(?:annex(?:e|es)?|appendix|anhang|anexo|allegato|bijlage|zał(?:ącznik)?|附录|附件|附属書)`;
const CLAUSE = String.raw`(?:sub-?clauses?|clauses?|cl\.|clause?s?\(s\)|klauseln?|cláusulas?|clausol[ae]|clausule|klauzul[aei]|条款|条项|條款|箇条|第)`;
const SECTION = String.raw`(?:sections?|sec\.|sect\.|paragraphs?|para\.|abschnitte?|absatz|kapitel|ziffer|nr\.|no\.|chapitres?|paragraphes?|apartados?|numeral|sección|secciones|seções|seção|punt[oi]|paragraaf|hoofdstuk|requirements?|controls?|contrôles?|mesures?|maßnahmen?|controles?|§§?)`;
/** `93 controls` and `Total controls: 93` count; these words never name a whole clause. */
const COUNTED = /^(?:requirements?|controls?|contrôles?|mesures?|maßnahmen?|controles?)/iu;
const COUNT_FOLLOWS = /^\s+(?:(?:reference|security|AI|total)\s+)?(?:controls|objectives|contrôles|mesures|maßnahmen|controles|controlli)(?!\p{L})/iu;
const NUMBER = String.raw`[1-9]\d?(?:\.[1-9]\d?){0,3}`;

const PATTERN = new RegExp(
  [
    // Annex A.6.2.4, Annex A 8.15, Annexe A §10, A.6.2.4, A-6-2-4, A8.15
    String.raw`(?<annex>${ANNEX}[\s.\-:]*(?=[AB](?![\p{L}])))?(?<letter>[ABab])(?<gap>[.\-_]|[\s,:(]*(?:${SECTION}|${CLAUSE})?[\s:(.]*)(?<tail>[1-9]\d?(?:-[1-9]\d?){1,3}(?![.\d])|[1-9]\d?(?:_[1-9]\d?){1,3}(?![.\d])|${NUMBER})`,
    // Clause 6.1.2, § 6.1.4, 6.1.2
    String.raw`(?<word>(?:${CLAUSE}|${SECTION})[\s.:#\-]*(?:§§?\s*)?)?(?<number>${NUMBER})`,
  ].join("|"),
  "giu",
);

/** The end of a range whose start has just been read: `–A.5.9`, `-5.28`, ` to A.6.2.8`. */
const RANGE = /^(?<dash>\s*(?:[-–—~]|\.\.\.?|…)\s*|\s+(?:to|through|thru|until|bis|à|al?|até|至)\s+)(?:(?<letter>[AB])[.\s-]?)?(?<number>[1-9]\d?(?:\.[1-9]\d?){0,3})(?![\p{L}\p{N}_%]|[.,:]\d|-\d)/u;
const ITEM = /^(?:\s?\(([a-z])\)|\s?([a-z])\)|\.([a-z])(?![\p{L}\p{N}.])|([a-h])(?![\p{L}\p{N}.]))/u;

/** Words before a number that make it something of the document's own, or of another kind. */
const OWN = /(?<![\p{L}\p{N}])(?:table|tab\.|tabelle|tableau|tabla|figure|fig\.|abbildung|step|schritt|étape|version|release|v\.?|level|stage|phase|task|test|article|articles|art\.|artikel|artículo|recital|chapter|part|page|p\.|pp\.|rule|item|question|q|principle|line|row|score|python|node|java|php|ubuntu|exhibit|schedule|appendix|option|risk|finding|issue|milestone|sprint|module|lesson|day|week|cvss|tls|ssl|http|usb|wcag|python3?)[\s.:#-]*$/iu;

/** What every such number has: a point inside, the letter of an annex or a word before it. */
const POSSIBLE = new RegExp(String.raw`\d\.\d|[ab][\s.\-_,:(]*[1-9]|(?:${CLAUSE}|${SECTION})[\s.:#(\-]*[1-9]`, "iu");

/** False when `clauseNumbersIn` finds nothing. Most texts with digits hold dates, ids and amounts, and a glance shows it. */
export function mayHoldNumbers(text: string): boolean {
  return POSSIBLE.test(text);
}

/** Every number that may be one of a clause. Addresses and file names have to be blanked before. */
export function clauseNumbersIn(text: string, names: readonly StandardName[]): ClauseNumber[] {
  const found: ClauseNumber[] = [];
  // Making the expression anew for each of thousands of texts would take longer than using it.
  const pattern = PATTERN;
  pattern.lastIndex = 0;
  let last = 0;
  let passed = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    while (passed < names.length && (names[passed]?.end ?? 0) <= match.index) passed++;
    const inName = names[passed];
    if (inName && inName.start < match.index + match[0].length) {
      pattern.lastIndex = Math.max(inName.end, match.index + 1);
      continue;
    }
    const number = numberOf(match, text, last, names[passed - 1]);
    if (!number) {
      pattern.lastIndex = match.index + wordLength(text, match.index);
      continue;
    }
    found.push(number);
    last = number.end;
    const close = rangeEnd(text, number);
    if (close) {
      found.push(close);
      last = close.end;
    }
    pattern.lastIndex = last;
  }
  return found;
}

function numberOf(match: RegExpExecArray, text: string, last: number, name: StandardName | undefined): ClauseNumber | undefined {
  const { annex, letter, gap = "", tail, word, number } = match.groups ?? {};
  const start = match.index;
  const digits = tail ?? number ?? "";
  const digitsStart = start + match[0].length - digits.length;
  const lettered = letter !== undefined && (annex === undefined ? /^[.\-_\s]?$/ : /^[.\-_]?$/).test(gap);
  const idStart = lettered ? start + (annex ?? "").length : digitsStart;
  const idEnd = start + match[0].length;
  if (!beginsWell(text, start, last, name) || !endsWell(text, idEnd)) return undefined;
  const before = text.slice(Math.max(0, start - 24), start);
  const item = ITEM.exec(text.slice(idEnd, idEnd + 6));
  const common = { item: item?.slice(1).find((letter) => letter !== undefined), start, end: idEnd + (item?.[0].length ?? 0), idStart, idEnd, own: OWN.test(before), closes: false };
  if (letter === undefined) {
    const marker: Marker = word === undefined ? "none" : new RegExp(`^${CLAUSE}`, "iu").test(word) ? "clause" : "section";
    if (!digits.includes(".") && (marker === "none" || (marker === "section" && COUNTED.test(word ?? "")))) return undefined;
    return { id: digits, marker, spelling: "dotted", guidance: false, ...common };
  }
  const id = `A.${digits.replace(/[-_]/g, ".")}`;
  const named = annex !== undefined;
  const own = common.own || /^appendix/i.test(annex ?? "");
  if (/[-_]/.test(digits) && gap.trim() !== "" && !/^[-_]$/.test(gap)) return undefined;
  const dashed = /^[-_]$/.test(gap) && (/[-_]/.test(digits) || !digits.includes("."));
  const loose = !named && (letter === "a" || letter === "b" || !/^[.\-_]$/.test(gap));
  if (loose && !digits.includes(".") ) return undefined;
  if (!named && /[(,:]|\p{L}/u.test(gap)) return undefined;
  // `Annex A: 39 controls` counts, and behind `Annex A.` at the end of a sentence something else begins.
  if (/\.\s/.test(gap) || (!digits.includes(".") && COUNT_FOLLOWS.test(text.slice(idEnd, idEnd + 40)))) return undefined;
  return { id, marker: "annex", spelling: dashed && !named ? "dashed" : loose ? "loose" : "dotted", guidance: letter.toUpperCase() === "B", ...common, own };
}

/** A number begins a word, or stands right behind the name of a standard or another number. */
function beginsWell(text: string, start: number, last: number, name: StandardName | undefined): boolean {
  const before = text[start - 1] ?? " ";
  // Chinese, Japanese and Korean are written without blanks.
  if (EAST_ASIAN.test(before) || (EAST_ASIAN.test(text[start] ?? "") && name?.end === start) || (before === "#" && name?.end === start - 1)) return true;
  if (/[\p{L}\p{N}$€£#@\\=<>~^%]/u.test(before)) return false;
  if (!/[._\-/:–,]/.test(before)) return true;
  if (start - 1 === last || name?.end === start - 1 || name?.end === start) return true;
  // `1,5.7` and `:5.7` may be anything; after a blank, or a slash between two references, a number is free.
  return /[–,:]/.test(before) && !/[\p{N}]/u.test(text[start - 2] ?? " ");
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Behind a number these make it an amount or a date. */
const EAST_ASIAN_UNIT = /^(?:年|月|日|時|时|分|秒|個|个|件|名|人|円|元|万|億|亿|倍|点|分の|년|월|일|개|명|원)/u;

function endsWell(text: string, end: number): boolean {
  const rest = text.slice(end, end + 8);
  if (EAST_ASIAN.test(rest[0] ?? "")) return !EAST_ASIAN_UNIT.test(rest);
  if (/^(?![a-h](?![\p{L}\p{N}.]))[\p{L}\p{N}_%°€$@]/u.test(rest)) return false;
  if (/^[.,:]\d|^-(?![AB][.\-\s]?\d)\d*[\p{L}]|^\.[\p{L}][\p{L}\p{N}]|^\/\d{2,}/u.test(rest)) return false;
  return true;
}

function rangeEnd(text: string, from: ClauseNumber): ClauseNumber | undefined {
  const match = RANGE.exec(text.slice(from.end, from.end + 30));
  const digits = match?.groups?.["number"];
  if (!match || digits === undefined || from.spelling === "dashed") return undefined;
  const letter = match.groups?.["letter"];
  const annex = from.id.startsWith("A.");
  if (letter !== undefined && !annex) return undefined;
  const open = from.id.replace(/^A\./, "").split(".");
  const close = digits.split(".");
  const spaced = /\s/.test(match.groups?.["dash"] ?? "");
  if (letter === undefined && close.length < open.length && spaced) return undefined;
  if (letter === undefined && close.length === 1 && open.length === 1 && from.marker === "none") return undefined;
  if (close.length > open.length && letter === undefined) return undefined;
  const whole = [...open.slice(0, Math.max(0, open.length - close.length)), ...close];
  if (compare(whole, open) <= 0) return undefined;
  const idStart = from.end + (match.groups?.["dash"] ?? "").length;
  const end = from.end + match[0].length;
  return { ...from, id: (annex ? "A." : "") + whole.join("."), item: undefined, start: idStart, end, idStart, idEnd: end, closes: true };
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = Number(a[index] ?? 0) - Number(b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function wordLength(text: string, start: number): number {
  return /^(?:[\p{L}]+|[\p{N}.]+|.)/u.exec(text.slice(start))?.[0].length || 1;
}
