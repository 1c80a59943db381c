import type { ParseError } from "jsonc-parser";
import type { YAMLError } from "yaml";
import type { SyntaxProblem } from "./document";
import type { Span } from "./span";

/**
 * The parsers' error codes in our own words: what is wrong and what to do. No message of a parser reaches a person.
 * Source of the YAML codes: `ErrorCode` of the `yaml` package 2.9; of the JSON codes: `ParseErrorCode` of `jsonc-parser` 3.3.
 */
const YAML_WORDS: Readonly<Record<string, string>> = {
  ALIAS_PROPS: "An alias (`*name`) cannot have an anchor or a tag of its own. Remove the anchor or the tag.",
  BAD_ALIAS: "This alias has no usable name, or its anchor (`&name`) does not come before it.",
  BAD_COLLECTION_TYPE: "This tag does not fit the list or mapping it stands before. Remove the tag.",
  BAD_DIRECTIVE: "A line that starts with `%` is a YAML directive, and this one is not understood. Put the text in quotes.",
  BAD_DQ_ESCAPE: "This backslash sequence is not known inside double quotes. Write `\\\\` for a backslash, or use single quotes.",
  BAD_INDENT: "The indentation does not fit the lines above. Line this up with its neighbours.",
  BAD_PROP_ORDER: "Anchors and tags belong before the value, on the same line.",
  BAD_SCALAR_START: "A plain text cannot start with this character. Put the value in quotes.",
  BLOCK_AS_IMPLICIT_KEY: "A second `:` on this line makes it look like a key inside a value. Put the value in quotes.",
  BLOCK_IN_FLOW: "Indented lists and mappings cannot stand inside `[ ]` or `{ }`. Use the same style throughout.",
  KEY_OVER_1024_CHARS: "This key is too long: YAML allows 1,024 characters. Shorten it.",
  MISSING_CHAR: "Something is missing here, such as a closing quote, a bracket, a comma, or a space after `:`.",
  MULTILINE_IMPLICIT_KEY: "A key has to fit on one line and be followed by `:`. Is a colon missing on this line?",
  MULTIPLE_ANCHORS: "A value can have one anchor (`&name`) only. Remove one of them.",
  MULTIPLE_TAGS: "A value can have one tag (`!name`) only. Remove one of them.",
  NON_STRING_KEY: "A key has to be text. Put it in quotes.",
  RESOURCE_EXHAUSTION: "This file is nested too deeply to be read.",
  TAB_AS_INDENT: "YAML is indented with spaces, and there is a tab here. Replace the tab with spaces.",
  TAG_RESOLVE_FAILED: "This tag (`!…`) is not known. The value is read as if the tag were not there.",
  UNEXPECTED_TOKEN: "This does not fit here. Check the indentation, the quotes and the `:` around it.",
};

/** Problems of which the parser only gives the first character, and which are about the whole value. */
const REST_OF_LINE: ReadonlySet<string> = new Set(["BLOCK_AS_IMPLICIT_KEY"]);

const JSON_WORDS: Readonly<Record<number, readonly [cause: string, message: string]>> = {
  1: ["invalid-symbol", "This word means nothing in JSON. Put text in double quotes."],
  2: ["invalid-number", "This is not a number as JSON writes it. Put it in double quotes if it is text."],
  3: ["property-name-expected", "A key in double quotes is expected here."],
  4: ["value-expected", "A value is expected here."],
  5: ["colon-expected", "A `:` is expected between the key and its value."],
  6: ["comma-expected", "A comma is missing before this."],
  7: ["close-brace-expected", "A closing `}` is missing."],
  8: ["close-bracket-expected", "A closing `]` is missing."],
  9: ["end-expected", "The file should end here: there is text behind the closing bracket."],
  10: ["invalid-comment", "This comment is not closed or not allowed here."],
  11: ["comment-not-closed", "This comment is not closed. Add `*/`."],
  12: ["string-not-closed", "This text is not closed. Add a double quote."],
  13: ["number-not-closed", "This number is not complete."],
  14: ["invalid-unicode", "This `\\u` sequence needs four hexadecimal digits."],
  15: ["invalid-escape", "This backslash sequence is not known in JSON. Write `\\\\` for a backslash."],
  16: ["invalid-character", "This character cannot stand inside text in JSON. Write it as an escape sequence."],
};

/** A problem found by the YAML parser, kept to one line, so that one missing quote does not underline the whole file. */
export function yamlProblem(error: YAMLError, text: string, offset: number): SyntaxProblem {
  const [start, end] = error.pos;
  const cause = error.code.toLowerCase().replace(/_/g, "-");
  const place = REST_OF_LINE.has(error.code) ? restOfLine(start, text) : oneLine({ start, end }, text);
  const isKey = error.code === "MISSING_CHAR" && /^[\w-]+$/.test(text.slice(place.start, place.end));
  const message = YAML_WORDS[isKey ? "MULTILINE_IMPLICIT_KEY" : error.code] ?? "This is not valid YAML. Check the indentation, the quotes and the `:` around it.";
  return { cause, message, span: shift(place, offset) };
}

/** A problem found by the JSON parser. */
export function jsonProblem(error: ParseError, text: string): SyntaxProblem {
  const [cause, general] = JSON_WORDS[error.error] ?? ["invalid", "This is not valid JSON."];
  const word = cause === "invalid-symbol" ? text.slice(error.offset, error.offset + error.length).toLowerCase() : "";
  const message = /^(?:true|false|null)$/.test(word) ? `JSON writes this in small letters: \`${word}\`.` : general;
  return { cause, message, span: oneLine({ start: error.offset, end: error.offset + error.length }, text) };
}

const OPENERS: Readonly<Record<string, readonly [cause: string, message: string]>> = {
  "[": ["unclosed-bracket", "This `[` is not closed. Add `]` at the end of the list."],
  "{": ["unclosed-bracket", "This `{` is not closed. Add `}` at the end of the group."],
};
const QUOTE = ["unclosed-quote", "This quote is not closed. Add the closing quote at the end of the text."] as const;

/** A quote or bracket that nothing closes, at the line that opens it. */
export function unclosed(span: Span, text: string, offset: number): SyntaxProblem {
  const place = oneLine({ start: span.start - offset, end: span.end - offset }, text);
  const [cause, message] = OPENERS[text[place.start] ?? ""] ?? QUOTE;
  return { cause, message, span: shift(place, offset) };
}

/** A quoted cell of a table of values that nothing closes. */
export function unclosedCell(place: number, text: string): SyntaxProblem {
  const [cause, message] = QUOTE;
  return { cause, message, span: oneLine({ start: place, end: text.length }, text) };
}

/** An alias of an anchor that is nowhere above; often a text that begins with an asterisk. */
export function unknownAlias(span: Span): SyntaxProblem {
  const message = "YAML takes this for an alias (`*name`), but no anchor of that name (`&name`) comes before it. Put it in quotes if it is text.";
  return { cause: "unknown-alias", message, span };
}

/** An alias that contains itself, or aliases that multiply without end. */
export function loopingAliases(span: Span): SyntaxProblem {
  const message = "This alias leads back to itself, or its aliases multiply without end, so the file is not read further.";
  return { cause: "looping", message, span };
}

const CONFLICT = /^<{7} [^\r\n]*/gm;

/** Where each merge conflict that nobody has resolved begins. Everything else that is wrong in such a text follows from it. */
export function conflicts(text: string): SyntaxProblem[] {
  if (!/^<{7} /m.test(text) || !/^={7}\r?$/m.test(text) || !/^>{7} /m.test(text)) return [];
  const message = "A merge conflict stands here. Keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.";
  return [...text.matchAll(CONFLICT)].map(({ 0: line, index }) => ({ cause: "merge-conflict", message, span: { start: index, end: index + line.trimEnd().length } }));
}

/** Brackets or lists nested so deeply that no person wrote them. */
export function tooDeep(text: string): SyntaxProblem {
  return { cause: "too-deep", message: "This file is nested too deeply to be read.", span: firstLine(text) };
}

/** A text longer than the limit. */
export function tooLarge(text: string): SyntaxProblem {
  const message = "This file is too large to be checked: it has more than 2 million characters. Split it.";
  return { cause: "too-large", message, span: firstLine(text) };
}

/** A text with NUL characters, which no text file has. */
export function binaryText(place: number): SyntaxProblem {
  const message = "This file is binary or stored in another encoding. Save it as UTF-8 text.";
  return { cause: "binary", message, span: { start: place, end: place + 1 } };
}

function firstLine(text: string): Span {
  const end = text.search(/[\r\n]/);
  return { start: 0, end: end < 0 ? Math.min(text.length, 80) : Math.min(end, 80) };
}

/** Clips a span to the line it starts on. */
function oneLine(span: Span, text: string): Span {
  const start = Math.max(0, Math.min(span.start, text.length));
  const stop = text.slice(start).search(/[\r\n]/);
  const lineEnd = stop < 0 ? text.length : start + stop;
  return { start, end: Math.max(start, Math.min(span.end, lineEnd)) };
}

/** From a place to the end of its line, without the comment there. */
function restOfLine(start: number, text: string): Span {
  const { end } = oneLine({ start, end: text.length }, text);
  const written = text.slice(start, end).replace(/\s#.*$/, "").trimEnd();
  return { start, end: start + written.length };
}

function shift(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}
