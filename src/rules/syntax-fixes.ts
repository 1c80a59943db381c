import type { Document, SyntaxProblem } from "../documents/document";
import { EditedText } from "../documents/edited-text";
import { readDocument } from "../documents/read";
import type { Span } from "../documents/span";
import { kinds } from "../kinds/kinds";
import { fixWith } from "./edits";
import type { Fix, TextEdit } from "./rule";

/** Trying a repair reads the whole text again: longer texts, and problems behind the first few, are left to their writer. */
const LONGEST = 200_000;
const FIRST_FEW = 12;

/** Repairs of a broken text, each of them one that leaves fewer problems than there were. */
export function syntaxFixes(problem: SyntaxProblem, document: Document): Fix[] {
  const { problems, text } = document;
  if (text.length > LONGEST || problems.indexOf(problem) >= FIRST_FEW) return [];
  const ideas = IDEAS[problem.cause]?.(problem.span, document) ?? [];
  const working = ideas.filter(({ edits }) => readDocument(document.uri, document.language, edited(text, edits)).problems.length < problems.length);
  return working.map((fix, index) => ({ ...fix, preferred: index === 0 && fix.preferred }));
}

type Ideas = (span: Span, document: Document) => Fix[];

/** What may repair a problem, by its cause, the likeliest first. */
const IDEAS: Readonly<Record<string, Ideas>> = {
  "block-as-implicit-key": (span, document) => [...inQuotes(span, document), ...linedUp(span, document)],
  "bad-indent": linedUp,
  "unexpected-token": (span, document) => valueInQuotes(span, document),
  "bad-alias": (span, document) => inQuotes(restOfLine(span, document), document),
  "bad-scalar-start": (span, document) => inQuotes(restOfLine(span, document), document),
  "unknown-alias": (span, document) => inQuotes(restOfLine(span, document), document),
  "tab-as-indent": tabsAsBlanks,
  "unclosed-quote": closedQuote,
  "unclosed-bracket": closedBracket,
  "multiline-implicit-key": colonPlaced,
  "missing-char": colonPlaced,
  "bad-dq-escape": otherQuotes,
  "invalid-symbol": jsonWord,
  "comma-expected": (span, document) => behindPrevious(span, document, ",", "Put the comma in"),
  "colon-expected": (span, document) => behindPrevious(span, document, ":", "Put the colon in"),
  "property-name-expected": withoutComma,
  "value-expected": withoutComma,
  "close-brace-expected": (_span, document) => closedAtEnd(document, "}"),
  "close-bracket-expected": (_span, document) => closedAtEnd(document, "]"),
  "string-not-closed": closedText,
  "invalid-escape": doubledBackslash,
};

/** Puts quotes around a text that YAML takes for something else, where it does not go on below. */
function inQuotes(span: Span, { lines, text }: Document): Fix[] {
  const column = lines.positionAt(span.start).character;
  const indent = text.slice(span.start - column, span.start).search(/[^ ]/);
  const below = lines.lineSpan(lines.lineOf(span.start) + 1);
  const goesOn = /^ *(?=\S)/.exec(text.slice(below.start, below.end))?.[0].length ?? 0;
  return goesOn > Math.max(0, indent) ? [] : fixWith("Put the text in quotes", [{ span, text: JSON.stringify(text.slice(span.start, span.end)) }]);
}

/** The whole value on the line, of which the parser understands the beginning only: `[a] b`, `> text`, `*bold* text`. */
function valueInQuotes({ start }: Span, document: Document): Fix[] {
  const { lines, text } = document;
  const line = lines.lineSpan(lines.lineOf(start));
  const key = /^[ ]*(?:- +)*[\w-]+:[ \t]+/.exec(text.slice(line.start, line.end))?.[0];
  return key === undefined ? [] : inQuotes(restOfLine({ start: line.start + key.length, end: line.end }, document), document);
}

/** The line, or the one below, in the column of the line above it. */
function linedUp({ start }: Span, { lines, text }: Document): Fix[] {
  const own = lines.lineOf(start);
  return [own, own + 1].filter((line) => line > 0 && line < lines.count).flatMap((line) => {
    const [above, span] = [lines.lineSpan(line - 1), lines.lineSpan(line)];
    const wanted = blanksOf(text.slice(above.start, above.end).replace(/^ *(?:- +)+/, (dashes) => " ".repeat(dashes.length)));
    const there = blanksOf(text.slice(span.start, span.end));
    return wanted === there ? [] : fixWith("Line it up with the line above", [{ span: { start: span.start, end: span.start + there.length }, text: wanted }]);
  });
}

/** Each tab before the first word of a line becomes two blanks, on this line and on its neighbours that begin with tabs too. */
function tabsAsBlanks({ start }: Span, { lines, text }: Document): Fix[] {
  const blanksAt = (line: number) => blanksOf(text.slice(lines.lineSpan(line).start, lines.lineSpan(line).end));
  let first = lines.lineOf(start);
  while (first > 0 && blanksAt(first - 1).includes("\t")) first--;
  const edits: TextEdit[] = [];
  for (let line = first; line < lines.count && blanksAt(line).includes("\t"); line++) {
    const place = lines.lineSpan(line).start;
    edits.push({ span: { start: place, end: place + blanksAt(line).length }, text: blanksAt(line).replace(/\t/g, "  ") });
  }
  return fixWith("Write the tabs as blanks", edits);
}

function blanksOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function closedQuote(span: Span, { text }: Document): Fix[] {
  const quote = text[span.start] ?? "";
  const { end } = withoutTrailing(span, text);
  // Where a `#` follows, nobody can say whether it belongs to the text.
  return /\s#/.test(text.slice(span.start, end)) ? [] : fixWith("Close the quote at the end of the line", [insert(end, quote)]);
}

function closedBracket(span: Span, document: Document): Fix[] {
  const { text } = document;
  const open = text[span.start];
  const { end } = restOfLine(span, document);
  const padding = /\s/.test(text[span.start + 1] ?? "") && end > span.start + 1 ? " " : "";
  const close = open === "{" ? "}" : "]";
  return fixWith(`Put ${close} at the end of the line`, [insert(end, padding + close)]);
}

/** A blank behind the colon of `name:Scorer`, and a colon behind the field of `name Scorer`. */
function colonPlaced(span: Span, document: Document): Fix[] {
  const { start } = span;
  const written = document.text.slice(start, restOfLine(span, document).end);
  const glued = /^(?:[\w-]+|"[^"]*"|'[^']*'):(?=[^\s/])/.exec(written)?.[0];
  if (glued !== undefined) return fixWith("Put a blank behind the colon", [insert(start + glued.length, " ")]);
  const name = /^[a-z][\w-]*(?=\s+\S)/.exec(written)?.[0];
  return name !== undefined && isFieldName(name) ? fixWith(`Put a colon behind ${name}`, [insert(start + name.length, ":")]) : [];
}

/** A text with backslashes of its own, such as a Windows path, in single quotes, where they mean nothing. */
function otherQuotes({ start }: Span, { lines, text }: Document): Fix[] {
  const line = lines.lineSpan(lines.lineOf(start));
  for (const { 0: quoted, index } of text.slice(line.start, line.end).matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const span = { start: line.start + index, end: line.start + index + quoted.length };
    if (span.start <= start && start < span.end) return fixWith("Write the text in single quotes", [{ span, text: `'${quoted.slice(1, -1).replace(/'/g, "''")}'` }]);
  }
  return [];
}

const JSON_WORDS: Readonly<Record<string, string>> = { true: "true", false: "false", null: "null", none: "null", nil: "null", undefined: "null" };

/** Words, texts in single quotes and comments as other languages write them. */
function jsonWord(span: Span, { text }: Document): Fix[] {
  const rest = text.slice(span.start);
  if (rest.startsWith("#")) return fixWith("Begin the comment with //", [{ span: { start: span.start, end: span.start + 1 }, text: "//" }]);
  const single = /^'((?:[^'\\\r\n]|\\.)*)'/.exec(rest);
  const written = single?.[0] ?? text.slice(span.start, span.end);
  if (/^[-+]?(?:nan|inf(?:inity)?)$/i.test(written)) return [];
  const word = single ? undefined : JSON_WORDS[written.toLowerCase()];
  const inside = single ? (single[1] ?? "").replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"') : undefined;
  const edit = { span: { start: span.start, end: span.start + written.length }, text: word ?? (inside === undefined ? JSON.stringify(written) : `"${inside}"`) };
  return fixWith(word === undefined ? "Put it in double quotes" : `Write ${word}`, [edit]);
}

function behindPrevious({ start }: Span, { text, comments }: Document, mark: string, title: string): Fix[] {
  let end = text.slice(0, start).trimEnd().length;
  for (const { span } of comments.filter((comment) => comment.span.end <= start).reverse()) {
    if (span.end === end) end = text.slice(0, span.start).trimEnd().length;
  }
  // Without anything between them the two are rather one: `01`.
  return end === start ? [] : fixWith(title, [insert(end, mark)]);
}

/** Of two commas one after the other the second goes. */
function withoutComma({ start, end }: Span, { text }: Document): Fix[] {
  return text.slice(start, end) === "," ? fixWith("Remove the comma", [{ span: { start, end }, text: "" }]) : [];
}

/** The bracket that was opened first is closed last; what stands open inside it is closed before. */
function closedAtEnd({ text, uri, language }: Document, close: string): Fix[] {
  const end = text.trimEnd().length;
  for (const all of [close, `${close}}`, `${close}]`, `${close}]}`, `${close}}}`]) {
    const span = { start: end, end };
    if (readDocument(uri, language, edited(text, [{ span, text: all }])).problems.length === 0) return fixWith(`Put ${all} at the end`, [{ span, text: all }]);
  }
  return [];
}

/** A quote at the end of the line, before the comma or the brackets there. */
function closedText(span: Span, { text }: Document): Fix[] {
  const { end } = withoutTrailing(span, text);
  const inner = span.start + text.slice(span.start, end).replace(/[\s,\]}]+$/, "").length;
  const places = [...new Set([inner, end])].filter((place) => place > span.start);
  return places.flatMap((place) => fixWith(place === end ? "Close the quote at the end of the line" : "Close the quote before the comma or bracket", [insert(place, '"')]));
}

function doubledBackslash(span: Span, { text }: Document): Fix[] {
  const written = text.slice(span.start, span.end).replace(/\\(?:["\\/bfnrt]|u[\da-f]{4})|\\/gi, (all) => (all === "\\" ? "\\\\" : all));
  return fixWith("Write each backslash twice", [{ span, text: written }]);
}

/** True for the name of a field of any kind, at any depth. */
function isFieldName(name: string): boolean {
  return kinds.some(({ fields }) => fields.some((field) => field.name === name));
}

/** From a place to the end of its line, without the comment and the blanks there. */
function restOfLine({ start }: Span, { lines, text }: Document): Span {
  const { end } = lines.lineSpan(lines.lineOf(start));
  return { start, end: start + text.slice(start, end).replace(/\s#.*$/, "").trimEnd().length };
}

function withoutTrailing({ start, end }: Span, text: string): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function insert(place: number, text: string): TextEdit {
  return { span: { start: place, end: place }, text };
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const after = new EditedText(text);
  after.apply(edits);
  return after.text;
}
