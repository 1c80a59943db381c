import type { Document, Notation } from "../documents/document";
import type { Entry, ListNode, MapNode, ScalarNode, ScalarStyle, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import type { Fix, TextEdit } from "./rule";
import { writtenText } from "./written";

/** Texts without quotes that every YAML reader of version 1.2 takes for text although they begin with a digit. */
const PLAIN_DIGITS = /^\d{4}-\d{2}-\d{2}$|^\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/;

/** A repair of one edit or more; undefined where one of the edits is not possible. */
export function fixWith(title: string, edits: readonly (TextEdit | undefined)[], preferred = true): Fix[] {
  const possible = edits.filter((edit) => edit !== undefined);
  return possible.length === edits.length && edits.length > 0 ? [{ title, edits: possible, preferred }] : [];
}

/** The same repairs as ones that change no answer, only how it is written. */
export function safely(fixes: readonly Fix[]): Fix[] {
  return fixes.map((fix) => (fix.preferred ? { ...fix, safe: true } : fix));
}

/** True when the node stands where its span says: what comes in through an alias (`*name`) is written elsewhere. */
export function isWrittenHere(node: TreeNode, document: Document): boolean {
  return node.span.end > node.span.start && document.text[node.span.start] !== "*";
}

/** True for a value on one line that stands where its span says, so that it can be replaced or wrapped. */
export function isOneLine(node: TreeNode, document: Document): boolean {
  return isWrittenHere(node, document) && !/[\r\n]/.test(document.text.slice(node.span.start, node.span.end));
}

/** A text as it stands in a document, without quotes where they were not used before and are not needed. */
export function asText(text: string, style: ScalarStyle, notation: Notation): string {
  if (notation === "yaml" && style === "plain" && PLAIN_DIGITS.test(text)) return text;
  return writtenText(text, style, notation);
}

/** The edit that puts other characters in the place of a value on one line; undefined where that is not possible. */
export function replaceWith(node: TreeNode, text: string, document: Document): TextEdit | undefined {
  return isOneLine(node, document) ? { span: node.span, text } : undefined;
}

/** The edit that gives a scalar another text. */
export function replaceText(node: TreeNode, text: string, document: Document, notation: Notation): TextEdit | undefined {
  if (node.type !== "scalar") return undefined;
  return replaceWith(node, asText(text, node.style, notation), document);
}

/** The edit that gives a key another name; it stays quoted where it was. */
export function renameKey(entry: Entry, name: string, document: Document, notation: Notation): TextEdit | undefined {
  return entry.merged ? undefined : replaceText(entry.key, name, document, notation);
}

/** A scalar as an item of `[ … ]`; undefined for a text of several lines. */
export function asFlowItem(node: ScalarNode, document: Document): string | undefined {
  if (!isOneLine(node, document) || node.style === "block") return undefined;
  const written = document.text.slice(node.span.start, node.span.end);
  return node.style === "plain" && /[[\]{},]/.test(written) ? JSON.stringify(written) : written;
}

/**
 * The edit that takes an entry out of a mapping with the comma or the lines that belong to it. Undefined where a comment of
 * its own would go with it, or where it shares its first line with something else.
 */
export function removeEntry(map: MapNode, entry: Entry, document: Document): TextEdit | undefined {
  const index = map.entries.indexOf(entry);
  if (entry.merged || index < 0) return undefined;
  return map.flow ? removeFromFlow(map.entries, index, document) : removeLines(entry.span, document);
}

/** The edit that takes an item out of a list, under the same conditions. */
export function removeItem(list: ListNode, item: TreeNode, document: Document): TextEdit | undefined {
  if (list.flow) return removeFromFlow(list.items, list.items.indexOf(item), document);
  const dash = /-[ \t]+$/.exec(document.text.slice(0, item.span.start).slice(-20))?.[0].length;
  return dash === undefined ? undefined : removeLines({ start: item.span.start - dash, end: item.span.end }, document);
}

function removeFromFlow(all: readonly { readonly span: Span }[], index: number, { text }: Document): TextEdit | undefined {
  const own = all[index]?.span;
  const before = all[index - 1]?.span;
  const after = all[index + 1]?.span;
  if (!own) return undefined;
  const span = before ? { start: before.end, end: own.end } : { start: own.start, end: after ? after.start : own.end };
  const gap = text.slice(span.start, before ? own.start : span.start) + text.slice(own.end, span.end);
  return /[#/]/.test(gap) ? undefined : { span, text: "" };
}

function removeLines(own: Span, document: Document): TextEdit | undefined {
  const { lines, text } = document;
  const end = own.start + text.slice(own.start, own.end).trimEnd().length;
  const first = lines.lineSpan(lines.lineOf(own.start));
  const last = lines.lineSpan(lines.lineOf(end));
  if (text.slice(first.start, own.start).trim() !== "" || text.slice(end, last.end).trim() !== "") return undefined;
  return { span: withLineEnd({ start: first.start, end: last.end }, text), text: "" };
}

/** Takes a comment out, with its line where it stands alone on it. */
export function removeComment(span: Span, document: Document): TextEdit {
  const { lines, text } = document;
  const first = lines.lineSpan(lines.lineOf(span.start));
  const last = lines.lineSpan(lines.lineOf(span.end));
  const alone = text.slice(first.start, span.start).trim() === "" && text.slice(span.end, last.end).trim() === "";
  if (alone) return { span: withLineEnd({ start: first.start, end: last.end }, text), text: "" };
  const blanks = /[ \t]*$/.exec(text.slice(first.start, span.start))?.[0].length ?? 0;
  return { span: { start: span.start - blanks, end: span.end }, text: "" };
}

/** With the line ending behind the span, or the one before it at the end of the text. */
function withLineEnd(span: Span, text: string): Span {
  const after = /^(?:\r\n|\n|\r)/.exec(text.slice(span.end, span.end + 2))?.[0].length ?? 0;
  if (after > 0) return { start: span.start, end: span.end + after };
  const before = /(?:\r\n|\n|\r)$/.exec(text.slice(Math.max(0, span.start - 2), span.start))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end };
}
