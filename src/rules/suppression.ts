import type { Document } from "../documents/document";
import type { Span } from "../documents/span";

/** One instruction to keep rules silent, written as a comment. */
export interface Suppression {
  readonly form: "next-line" | "line" | "block" | "file";
  /** Rule ids; empty means every rule. */
  readonly rules: readonly string[];
  /** The words behind `--`; undefined when there are none. */
  readonly reason: string | undefined;
  /** The text in which findings are kept silent. */
  readonly covers: Span;
  /** The comment itself. */
  readonly span: Span;
}

const DIRECTIVE = /^clausewise-(disable|enable)(?:-(next-line|line|file))?(?:\s+|$)([\s\S]*)$/;

/**
 * The suppressions of a document: `clausewise-disable-next-line rule, rule -- reason`, `clausewise-disable-line …`,
 * `clausewise-disable …` until `clausewise-enable …` or the end, and `clausewise-disable-file …`. They are comments: `#` in YAML
 * and front matter, `//` or block comments in JSON, HTML comments in a Markdown body.
 */
export function suppressionsOf(document: Document): Suppression[] {
  const found: Suppression[] = [];
  const open: { rules: string[]; reason: string | undefined; span: Span }[] = [];
  const end = document.text.length;
  for (const comment of document.comments) {
    const match = DIRECTIVE.exec(comment.text);
    if (!match) continue;
    const { rules, reason } = wordsOf(match[3] ?? "");
    if (match[1] === "enable") {
      for (const block of takeClosed(open, rules)) found.push(blockOf(block, comment.span.start));
    } else if (match[2] === "file") found.push({ form: "file", rules, reason, covers: { start: 0, end }, span: comment.span });
    else if (match[2] === undefined) open.push({ rules, reason, span: comment.span });
    else found.push({ form: match[2] as "line" | "next-line", rules, reason, covers: lineOf(document, comment.span, match[2]), span: comment.span });
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
  return { rules: names.split(/[\s,]+/).filter(Boolean), reason: reason === "" ? undefined : reason };
}

/** The open blocks that an `enable` closes: those with exactly its rules, or all when it names none. */
function takeClosed<Block extends { rules: string[] }>(open: Block[], rules: readonly string[]): Block[] {
  const closed = open.filter((block) => rules.length === 0 || rules.some((rule) => block.rules.includes(rule)));
  for (const block of closed) open.splice(open.indexOf(block), 1);
  return closed;
}

function blockOf(block: { rules: string[]; reason: string | undefined; span: Span }, end: number): Suppression {
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
