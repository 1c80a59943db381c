import type { Document } from "./document";
import type { Entry, ListNode, MapNode, TreeNode } from "./node";
import { covers } from "./span";
import type { Span } from "./span";

/**
 * Where new lines below an entry of indented YAML begin: the start of the next line, or the end of the text. A comment behind the
 * value and comments below it that are indented more than `column` belong to the entry. Undefined where something else than a
 * comment stands behind the value on its line.
 */
export function entryEnd(entry: Entry, column: number, document: Document): number | undefined {
  const { value, span } = entry;
  // With `+` in its head, the blank lines at its end belong to a block text.
  if (value.type === "scalar" && value.style === "block" && keepsBlankLines(value.span, document)) return value.span.end;
  return lineStartBehind(span.end, column, document);
}

/** The same for a place inside a line, such as the end of a value. */
export function lineStartBehind(place: number, column: number, { lines, text }: Document): number | undefined {
  const end = text.slice(0, place).trimEnd().length;
  let line = lines.lineOf(end);
  if (!/^[ \t]*(?:$|#)/.test(behind(text, end, lines.lineSpan(line).end))) return undefined;
  for (let next = line + 1; next < lines.count; next++) {
    const span = lines.lineSpan(next);
    const comment = /^( *)#/.exec(text.slice(span.start, span.end));
    if (!comment || (comment[1]?.length ?? 0) <= column) break;
    line = next;
  }
  return line + 1 < lines.count ? lines.lineSpan(line + 1).start : text.length;
}

/** What follows on the line; directly behind a value a `#` is no comment. */
function behind(text: string, from: number, to: number): string {
  const rest = text.slice(from, to);
  return rest.startsWith("#") ? `x${rest}` : rest;
}

function keepsBlankLines(span: Span, { text }: Document): boolean {
  return /^[|>][^\r\n#]*\+/.test(text.slice(span.start, span.end));
}

/** True when the entries of a bracketed collection begin on lines of their own. */
export function hasOwnLines(node: MapNode | ListNode, { lines }: Document): boolean {
  const first = node.type === "map" ? node.entries.find((entry) => !entry.merged)?.key : node.items[0];
  return first !== undefined && lines.lineOf(first.span.start) > lines.lineOf(node.span.start);
}

/** True when the span lies between brackets of a collection below `root`, or of `root` itself. */
export function isInsideFlow(root: TreeNode, span: Span): boolean {
  if (root.type === "scalar" || !covers(root.span, span)) return false;
  if (root.flow && (root.span.start < span.start || root.span.end > span.end)) return true;
  const inside = root.type === "list" ? root.items : root.entries.flatMap((entry) => (entry.merged ? [] : [entry.value]));
  return inside.some((node) => isInsideFlow(node, span));
}
