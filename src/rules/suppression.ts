import type { Document } from "../documents/document";
import type { Span } from "../documents/span";
import { isPlaceholder } from "../documents/placeholder";
import { removeComment } from "./edits";
import type { TextEdit } from "./rule";

/** One instruction to keep rules silent, written as a comment. */
export interface Suppression {
  readonly form: "next-line" | "line" | "block" | "file";
  /** Rule ids; empty means every rule. */
  readonly rules: readonly string[];
  /** The words behind `--`; undefined when there are none, or only a stand-in for them. */
  readonly reason: string | undefined;
  /** The text in which findings are kept silent. */
  readonly covers: Span;
  /** The comment itself. */
  readonly span: Span;
  /** Where a reason belongs, from behind the rule ids to the end of the comment's words. */
  readonly reasonSpan: Span;
  /** The edit that takes the comment out. */
  readonly removal: TextEdit;
}

/** Stands where a reason belongs, and counts as none. */
export const REASON = "<reason>";

const DIRECTIVE = /^clausewise-(disable|enable)(?:-(next-line|line|file))?(?:\s+|$)([\s\S]*)$/;

/**
 * The suppressions of a document: `clausewise-disable-next-line rule, rule -- reason`, `clausewise-disable-line …`,
 * `clausewise-disable …` until `clausewise-enable …` or the end, and `clausewise-disable-file …`. They are comments: `#` in YAML
 * and front matter, `//` or block comments in JSON, HTML comments in a Markdown body.
 */
export function suppressionsOf(document: Document): Suppression[] {
  const found: Suppression[] = [];
  const open: Opened[] = [];
  const end = document.text.length;
  for (const comment of document.comments) {
    const match = DIRECTIVE.exec(comment.text);
    if (!match) continue;
    const { rules, reason } = wordsOf(match[3] ?? "");
    const written = { rules, reason, span: comment.span, reasonSpan: reasonIn(comment.span, document), removal: removeComment(comment.span, document) };
    if (match[1] === "enable") {
      for (const block of takeClosed(open, rules)) found.push(blockOf(block, comment.span.start));
    } else if (match[2] === "file") found.push({ form: "file", ...written, covers: { start: 0, end } });
    else if (match[2] === undefined) open.push(written);
    else found.push({ form: match[2] as "line" | "next-line", ...written, covers: lineOf(document, comment.span, match[2]) });
  }
  for (const block of open) found.push(blockOf(block, end));
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** True when the suppression keeps this rule silent at this place. A finding counts where it begins. */
export function silences(suppression: Suppression, rule: string, span: Span): boolean {
  if (suppression.rules.length > 0 && !suppression.rules.includes(rule)) return false;
  return span.start >= suppression.covers.start && span.start <= suppression.covers.end;
}

function wordsOf(text: string): { rules: string[]; reason: string | undefined } {
  const cut = /(?:^|\s)--\s*/.exec(text);
  const names = cut ? text.slice(0, cut.index) : text;
  const reason = cut ? text.slice(cut.index + cut[0].length).trim() : "";
  return { rules: names.split(/[\s,]+/).filter(Boolean), reason: reason === "" || isPlaceholder(reason) ? undefined : reason };
}

function reasonIn(span: Span, { text }: Document): Span {
  const words = text.slice(span.start, span.end).replace(/\s*(?:-->|\*\/)?\s*$/, "");
  const dashes = words.search(/\s+--(?=\s|$)/);
  return { start: span.start + (dashes < 0 ? words.length : dashes), end: span.start + words.length };
}

/** What a suppression says, before it is known how far it reaches. */
type Opened = Omit<Suppression, "form" | "covers">;

/** The open blocks that an `enable` closes: those with exactly its rules, or all when it names none. */
function takeClosed(open: Opened[], rules: readonly string[]): Opened[] {
  const closed = open.filter((block) => rules.length === 0 || rules.some((rule) => block.rules.includes(rule)));
  for (const block of closed) open.splice(open.indexOf(block), 1);
  return closed;
}

function blockOf(block: Opened, end: number): Suppression {
  return { form: "block", ...block, covers: { start: block.span.start, end } };
}

/** The comment's line; for the next line the first one below that is no comment, so that suppressions can be stacked. */
function lineOf(document: Document, span: Span, form: string): Span {
  const { lines, text } = document;
  if (form === "line") return lines.lineSpan(lines.lineOf(span.start));
  let line = lines.lineOf(Math.max(span.start, span.end - 1)) + 1;
  for (; line < lines.count; line++) {
    const { start, end } = lines.lineSpan(line);
    if (!/^\s*(?:#|\/\/|<!--)\s*clausewise-/.test(text.slice(start, end))) break;
  }
  return lines.lineSpan(line);
}
