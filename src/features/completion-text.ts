import type { Document } from "../documents/document";
import { blockGaps } from "./completion-block";
import { bracketGaps, openBracket } from "./completion-brackets";
import type { Gap } from "./completion-gap";

/** The gaps at a place of a document, as far as the text alone tells: half-typed lines do not stand in the tree as they are meant. */
export function gapsAt(document: Document, offset: number): Gap[] {
  const { text, language, lines } = document;
  if (language === "csv") return [];
  if (language === "json") return bracketGaps(text, 0, offset, "json");
  const front = language === "markdown" ? frontMatterOf(text) : { start: 0, end: text.length };
  if (!front || offset < front.start || offset > front.end) return [];
  const bracket = openBracket(text, front.start, offset);
  if (bracket !== undefined) return bracketGaps(text, bracket, offset, "yaml");
  const span = lines.lineSpan(lines.lineOf(offset));
  const start = span.start === 0 && text.startsWith("\ufeff") ? 1 : span.start;
  if (offset < start) return [];
  const line = text.slice(start, span.end);
  const indent = /^ */.exec(line.slice(0, offset - start))?.[0].length ?? 0;
  return blockGaps({ text: line, start, above: lineAbove(text, front.start, start, Infinity), holder: lineAbove(text, front.start, start, indent) }, offset - start);
}

/** Where the front matter of a Markdown text lies; without its closing line it goes on to the end. Undefined where there is none. */
export function frontMatterOf(text: string): { start: number; end: number; closed: boolean } | undefined {
  const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/m.exec(text.slice(start));
  return { start, end: closing ? start + closing.index : text.length, closed: closing !== null };
}

/** A text whose front matter has its closing line; one that has none gets it at the end. */
export function closedFrontMatter(text: string): string {
  return frontMatterOf(text)?.closed === false ? `${text}\n---\n` : text;
}

/** The last line before a place that holds more than a comment and is moved in by no more than `indent`. */
function lineAbove(text: string, from: number, place: number, indent: number): string {
  for (let end = text.slice(0, place).trimEnd().length; end > from; ) {
    const start = Math.max(from, text.lastIndexOf("\n", end - 1) + 1, text.lastIndexOf("\r", end - 1) + 1);
    const line = text.slice(start, end);
    if (/^ *[^\s#]/.test(line) && line.search(/\S/) <= indent) return line.trimEnd();
    end = start - 1;
  }
  return "";
}
