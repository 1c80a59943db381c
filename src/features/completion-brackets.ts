import { Lexer } from "yaml";
import type { Notation } from "../documents/document";
import type { Span } from "../documents/span";
import type { Gap } from "./completion-gap";

/** What stands open at a place: a bracket, and how far its innermost entry has come. */
interface Frame {
  readonly bracket: "{" | "[";
  phase: "key" | "value" | "item";
  /** The characters of the entry's key or value so far, behind the last separator. */
  first: number | undefined;
  last: number;
}

const SCALAR_MARK = "\u001f";

/** The offset of the outermost bracket that is open at a place of a YAML text, read from `from` on; undefined outside of brackets. */
export function openBracket(text: string, from: number, offset: number): number | undefined {
  const open: number[] = [];
  let place = from;
  let scalar = false;
  for (const token of new Lexer().lex(text.slice(from, offset))) {
    if (token.length === 1 && (token === SCALAR_MARK || token === "\u0002" || token === "\u0018")) {
      scalar = token === SCALAR_MARK;
      continue;
    }
    if (!scalar && (token === "[" || token === "{")) open.push(place);
    if (!scalar && (token === "]" || token === "}")) open.pop();
    scalar = false;
    place += token.length;
  }
  return open[0];
}

/**
 * The gaps that the cursor may mean between brackets, read from `from` on: in JSON the start of the text, in YAML the outermost open
 * bracket. Commas and brackets that are missing are part of the gap.
 */
export function bracketGaps(text: string, from: number, offset: number, notation: Notation): Gap[] {
  const scan = new Scan(text, offset, notation);
  const frame = scan.run(from);
  if (!frame) return [];
  const { first, last } = frame;
  const typed = first !== undefined && !(isClosed(text, first, last, offset, notation));
  const span = scan.string ?? (typed ? { start: first, end: scan.endOfWord(offset) } : { start: offset, end: offset });
  const needsComma = first !== undefined && !typed && scan.string === undefined;
  if (needsComma && frame.phase === "key") return [];
  const next = scan.nextBehind(span.end);
  const phase = needsComma ? (frame.bracket === "{" ? "key" : "item") : frame.phase;
  if (phase === "value" && !typed && !scan.string && next !== undefined && !",}]".includes(next)) return scan.beforeValue(offset);
  if (phase === "key" && next === ":") return span.end > span.start ? [gapOf("name", span)] : [];
  const after = next === undefined || ",]}".includes(next) ? "" : ", ";
  const gap: Gap = { ...gapOf(phase === "key" ? "key" : "value", span), before: scan.blankMissing(span.start), after, comma: needsComma ? last : undefined };
  return [gap, { ...gap, after: scan.closing() }];
}

/** The entry before the cursor is complete, so that what is typed now is the next one. */
function isClosed(text: string, first: number, last: number, offset: number, notation: Notation): boolean {
  const between = text.slice(last, offset);
  if (offset <= last) return /[[{]/.test(text[first] ?? "");
  if (/["'[{]/.test(text[first] ?? "")) return true;
  return notation === "json" ? /\s/.test(between) : /[\r\n]/.test(between);
}

function gapOf(on: Gap["on"], span: Span): Gap {
  return { on, span, before: "", after: "", comma: undefined, flow: true };
}

/** Reads bracketed text up to the cursor. */
class Scan {
  /** The quoted text that the cursor is in. */
  string: Span | undefined;
  private readonly frames: Frame[] = [];

  constructor(
    private readonly text: string,
    private readonly offset: number,
    private readonly notation: Notation,
  ) {}

  /** The innermost frame at the cursor; undefined inside a comment and outside of brackets. */
  run(from: number): Frame | undefined {
    let at = from;
    while (at < this.offset) {
      const next = this.step(at);
      if (next === undefined) return undefined;
      at = next;
    }
    return this.frames.at(-1);
  }

  /** Takes in what stands at a place and gives the place behind it; undefined when the cursor is inside a comment. */
  private step(at: number): number | undefined {
    const char = this.text[at] ?? "";
    const frame = this.frames.at(-1);
    if (/\s/.test(char)) return at + 1;
    const comment = this.commentEnd(at);
    if (comment !== undefined) return comment >= this.offset ? undefined : comment;
    if (this.opensString(char, frame)) return this.takeString(at, frame);
    if ((char === "[" || char === "{") && (frame === undefined || frame.first === undefined || this.notation === "json")) {
      this.take(at, at + 1);
      this.frames.push({ bracket: char, phase: char === "{" ? "key" : "item", first: undefined, last: at });
    } else if (char === "]" || char === "}") {
      if (frame) this.frames.pop();
      this.take(at, at + 1);
    } else if (char === "," && frame) {
      frame.phase = frame.bracket === "{" ? "key" : "item";
      frame.first = undefined;
    } else if (char === ":" && frame?.phase === "key" && this.endsKey(at)) {
      frame.phase = "value";
      frame.first = undefined;
    } else this.take(at, at + 1);
    return at + 1;
  }

  /** The place behind the comment that begins here. */
  private commentEnd(at: number): number | undefined {
    const { text, notation } = this;
    if (notation === "json" && text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length + 1 : end + 2;
    }
    const opens = notation === "json" ? text.startsWith("//", at) : text[at] === "#" && /[\s[\]{},]/.test(text[at - 1] ?? " ");
    // The end of the line belongs to the comment: a cursor there is still in it.
    return opens ? this.lineEnd(at) + 1 : undefined;
  }

  private opensString(char: string, frame: Frame | undefined): boolean {
    if (this.notation === "json") return char === '"';
    return (char === '"' || char === "'") && frame?.first === undefined;
  }

  private takeString(at: number, frame: Frame | undefined): number {
    const quote = this.text[at] === "'" ? /^'(?:[^'\r\n]|'')*'/ : /^"(?:[^"\\\r\n]|\\.)*"/;
    const closed = quote.exec(this.text.slice(at, this.lineEnd(at)))?.[0];
    const end = closed === undefined ? this.unclosedEnd(at) : at + closed.length;
    if (this.offset <= end) {
      this.string = { start: at, end };
      if (frame) frame.first = at;
    }
    this.take(at, end);
    return Math.max(end, at + 1);
  }

  /** Without its closing quote a text ends before the brackets and commas at the end of its line. */
  private unclosedEnd(at: number): number {
    const line = this.text.slice(at, this.lineEnd(at));
    const end = at + line.replace(/[\s\]},]*$/, "").length;
    return Math.max(end, Math.min(this.offset, this.lineEnd(at)));
  }

  private take(start: number, end: number): void {
    const frame = this.frames.at(-1);
    if (!frame) return;
    frame.first ??= start;
    frame.last = end;
  }

  private endsKey(at: number): boolean {
    return this.notation === "json" || /[\s,[\]{}"']/.test(this.text[at + 1] ?? " ") || /["']/.test(this.text[at - 1] ?? "");
  }

  private lineEnd(at: number): number {
    const stop = this.text.slice(at).search(/[\r\n]/);
    return stop < 0 ? this.text.length : at + stop;
  }

  /** The end of the plain word around the cursor. */
  endOfWord(offset: number): number {
    const rest = this.text.slice(offset, this.lineEnd(offset));
    const stop = /[,[\]{}"]|:(?=\s|$)|\s#|\/[/*]/.exec(rest)?.index ?? rest.length;
    return offset + (this.notation === "json" ? (/^[^\s:]*/.exec(rest.slice(0, stop))?.[0].length ?? 0) : rest.slice(0, stop).trimEnd().length);
  }

  /** The next character behind a place that is neither blank nor part of a comment. */
  nextBehind(place: number): string | undefined {
    let at = place;
    while (at < this.text.length) {
      if (/\s/.test(this.text[at] ?? "")) at++;
      else {
        const comment = this.commentEnd(at);
        if (comment === undefined) return this.text[at];
        at = comment;
      }
    }
    return undefined;
  }

  /** The cursor stands before a value that is there: it is the value that gives way. */
  beforeValue(offset: number): Gap[] {
    const rest = this.text.slice(offset, this.lineEnd(offset));
    const value = /^(?:"(?:[^"\\]|\\.)*"|[^\s"'[\]{},:/]+)/.exec(rest)?.[0];
    return value === undefined ? [] : [{ ...gapOf("value", { start: offset, end: offset + value.length }), before: this.blankMissing(offset) }];
  }

  /** In YAML a colon needs a blank behind it; in JSON it is custom. */
  blankMissing(start: number): string {
    const before = this.text[start - 1];
    return before === ":" || before === "," ? " " : "";
  }

  /** The brackets that are open, as they close. */
  closing(): string {
    return this.frames.map((frame) => (frame.bracket === "{" ? " }" : "]")).reverse().join("");
  }
}
