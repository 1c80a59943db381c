import type { Document } from "../documents/document";
import type { Span } from "../documents/span";
import { isPlaceholder } from "../documents/placeholder";
import { removeComment } from "./edits";
import { nearest } from "./nearest";
import type { TextEdit } from "./rule";

/** A rule as a comment names it. */
export interface NamedRule {
  readonly id: string;
  /** The word in the comment. */
  readonly span: Span;
  /** The word with the comma or the blanks that part it from the others. */
  readonly around: Span;
}

/** One instruction to keep rules silent, written as a comment. */
export interface Suppression {
  readonly form: "next-line" | "line" | "block" | "file";
  /** Empty means every rule. */
  readonly rules: readonly NamedRule[];
  /** The words behind `--` or a dash; undefined when there are none, or only a stand-in for them. */
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

/** What parts the rules from the reason: two dashes, or the one that some editors make of them. */
const DASHES = /(?:^|\s+)(?:--|[–—])(?=\s|$)/;

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
    const { rules, reason } = wordsOf(match[3] ?? "", comment.span, document);
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

/** The instructions there are, without the name of the tool before them. */
const INSTRUCTIONS = ["disable-next-line", "disable-line", "disable", "disable-file", "enable"];

/** A comment that means to be an instruction and is none. */
export interface Misspelling {
  /** The word as it is written. */
  readonly word: string;
  readonly span: Span;
  /** The instruction that was most likely meant. */
  readonly meant: string | undefined;
}

/** Comments that begin like an instruction and are none, so that nothing is kept silent by them. */
export function misspeltInstructions({ comments, text }: Document): Misspelling[] {
  return comments.flatMap((comment) => {
    const [word, name = ""] = /^clausewise-([a-z_-]+)(?=\s|$)/i.exec(comment.text) ?? [];
    if (word === undefined || DIRECTIVE.test(comment.text)) return [];
    const near = nearest(name, INSTRUCTIONS);
    if (near === undefined && !/^(?:disable|enable|ignore|suppress|skip|silence)/i.test(name)) return [];
    const start = comment.span.start + text.slice(comment.span.start, comment.span.end).indexOf(word);
    return [{ word, span: { start, end: start + word.length }, meant: near && `clausewise-${near}` }];
  });
}

/** True when the suppression keeps this rule silent at this place. A finding counts where it begins. */
export function silences(suppression: Suppression, rule: string, span: Span): boolean {
  if (suppression.rules.length > 0 && !suppression.rules.some(({ id }) => id === rule)) return false;
  return span.start >= suppression.covers.start && span.start <= suppression.covers.end;
}

/** `words` stand behind the instruction in the comment at `span`. */
function wordsOf(words: string, span: Span, { text }: Document): { rules: NamedRule[]; reason: string | undefined } {
  const cut = DASHES.exec(words);
  const reason = cut ? words.slice(cut.index + cut[0].length).trim() : "";
  const start = span.start + text.slice(span.start, span.end).lastIndexOf(words);
  const names = words.slice(0, cut?.index);
  const rules = [...names.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
    const span = { start: start + index, end: start + index + id.length };
    const before = /[\s,]*$/.exec(names.slice(0, index))?.[0].length ?? 0;
    const after = index > before ? 0 : (/^[\s,]*/.exec(names.slice(index + id.length))?.[0].length ?? 0);
    return { id, span, around: { start: span.start - before, end: span.end + after } };
  });
  return { rules, reason: reason === "" || isPlaceholder(reason) ? undefined : reason };
}

function reasonIn(span: Span, { text }: Document): Span {
  const words = text.slice(span.start, span.end).replace(/\s*(?:-->|\*\/)?\s*$/, "");
  const dashes = words.search(DASHES);
  return { start: span.start + (dashes < 0 ? words.length : dashes), end: span.start + words.length };
}

/** What a suppression says, before it is known how far it reaches. */
type Opened = Omit<Suppression, "form" | "covers">;

/** The open blocks that an `enable` closes: those with exactly its rules, or all when it names none. */
function takeClosed(open: Opened[], rules: readonly NamedRule[]): Opened[] {
  const closed = open.filter((block) => rules.length === 0 || rules.some((rule) => block.rules.some(({ id }) => id === rule.id)));
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
