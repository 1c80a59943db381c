import type { Document, Part } from "../documents/document";
import { columnOf, indentAt, layoutOf } from "../documents/layout";
import type { Layout } from "../documents/layout";
import { flowEntries, flowText, indented, joined, jsonEntryLines, jsonLines, onLines, yamlLines } from "../documents/new-value";
import type { NewEntry, NewLine, NewText } from "../documents/new-value";
import { entryEnd, hasOwnLines, isInsideFlow, lineStartBehind } from "../documents/line-places";
import { keyText } from "../documents/node";
import type { Entry, MapNode, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import { isWrittenHere } from "./edits";

/** New text in the place of a span. It is not text yet, so that it can become a snippet as well. */
export interface Insertion {
  readonly span: Span;
  readonly text: NewText;
}

/** An object that gets new entries: the mapping as far as there is one, and the key it stands behind. */
export interface MapPlace {
  readonly document: Document;
  readonly part: Part;
  /** The mapping; a value that is absent, null or `{}` becomes one. Undefined for a part without content. */
  readonly node: TreeNode | undefined;
  /** The key of the mapping; undefined at the root and for an item of a list. */
  readonly key: Span | undefined;
}

/**
 * The insertions that add entries to a mapping, written as their neighbours are. Each goes behind the nearest entry that comes
 * before it in `order`; a key that is not in `order` goes to the end. Comments stay with the entries they stand at. Undefined
 * where the mapping is not written in this place (an alias) or its text is too odd to add to it safely. The insertions are in
 * the order of the text and do not overlap.
 */
export function insertEntries(place: MapPlace, entries: readonly NewEntry[], order: readonly string[]): Insertion[] | undefined {
  const { document, part, node } = place;
  const layout = layoutOf(document, part);
  if (node?.type === "map" && node.entries.length > 0) {
    if (!isWrittenHere(node, document)) return undefined;
    const groups = groupsOf(node, entries, order);
    const made = groups.map((group) => (node.flow ? intoFlow(place, node, group, layout) : intoBlock(place, node, group, layout)));
    const whole = made.every((one) => one !== undefined) ? made.flat() : undefined;
    return whole?.sort((a, b) => a.span.start - b.span.start);
  }
  const sorted = inOrder(entries, order);
  return node === undefined ? intoNothing(place, sorted, layout) : intoEmpty(place, node, sorted, layout);
}

/** New entries that go to one place: behind an entry, or before all of them. */
interface Group {
  readonly behind: Entry | undefined;
  readonly entries: readonly NewEntry[];
}

function groupsOf(map: MapNode, entries: readonly NewEntry[], order: readonly string[]): Group[] {
  const written = map.entries.filter((entry) => !entry.merged);
  const groups = new Map<Entry | undefined, NewEntry[]>();
  for (const entry of inOrder(entries, order)) {
    const behind = predecessor(entry.key, written, order);
    groups.set(behind, [...(groups.get(behind) ?? []), entry]);
  }
  return [...groups].map(([behind, own]) => ({ behind, entries: own }));
}

function inOrder(entries: readonly NewEntry[], order: readonly string[]): NewEntry[] {
  const rank = ({ key }: NewEntry) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

function predecessor(key: string, written: readonly Entry[], order: readonly string[]): Entry | undefined {
  const rank = order.indexOf(key);
  if (rank < 0) return written.at(-1);
  let best: Entry | undefined;
  for (const entry of written) {
    const own = order.indexOf(keyText(entry));
    if (own >= 0 && own < rank && (!best || own >= order.indexOf(keyText(best)))) best = entry;
  }
  return best;
}

/** Into indented YAML: on lines below an entry, or before the first one, whose dash stays where it is. */
function intoBlock({ document }: MapPlace, map: MapNode, { behind, entries }: Group, layout: Layout): Insertion[] | undefined {
  const written = map.entries.filter((entry) => !entry.merged);
  const column = columnOf(document, written[0]?.key.span.start ?? map.span.start);
  const margin = " ".repeat(column);
  const lines = yamlLines(entries, layout);
  const [first] = written;
  if (!behind && first) {
    const [head = [], ...others] = lines;
    const text = [...onLines([head, ...indented(others, margin)], layout.eol), `${layout.eol}${margin}`];
    return [{ span: at(first.key.span.start), text }];
  }
  const end = behind ? entryEnd(behind, column, document) : lineStartBehind(map.span.end, column, document);
  if (end === undefined) return undefined;
  const apart = behind !== undefined && standsApart(written, behind, lines.length > 1, document);
  return [onOwnLines(end, [...(apart ? [[]] : []), ...indented(lines, margin)], document, layout)];
}

/** True when a blank line belongs between an entry and what is added below it, because the writer parts such entries by one. */
function standsApart(written: readonly Entry[], behind: Entry, isBlock: boolean, document: Document): boolean {
  const index = written.indexOf(behind);
  const [before, after] = [written[index - 1], written[index + 1]];
  const blankBefore = before !== undefined && hasBlankLine(before.span.end, behind.span.start, document);
  const blankAfter = after !== undefined && hasBlankLine(behind.span.end, after.span.start, document);
  return blankBefore ? index > 0 : blankAfter && isBlock;
}

function hasBlankLine(from: number, to: number, { text }: Document): boolean {
  // A block text ends behind its last line ending, so the line before it counts.
  const start = /[\r\n]/.test(text[from - 1] ?? "") ? from - 1 : from;
  return /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/.test(text.slice(start, to));
}

/** An insertion of whole lines at the start of a line, or behind the last line of a text that has no line ending there. */
export function onOwnLines(place: number, lines: readonly NewLine[], { text }: Document, { eol }: Layout): Insertion {
  const fresh = place === 0 || /[\r\n\ufeff]/.test(text[place - 1] ?? "");
  return { span: at(place), text: fresh ? [...onLines(lines, eol), eol] : [eol, ...onLines(lines, eol)] };
}

/** Into `{ … }`: on the same line, or on lines of their own where the entries of the mapping have them. */
function intoFlow(place: MapPlace, map: MapNode, { behind, entries }: Group, layout: Layout): Insertion[] | undefined {
  const { document, part } = place;
  const written = map.entries.filter((entry) => !entry.merged);
  const neighbour = behind ?? written[0];
  if (!neighbour || (part.notation === "json" && neighbour.value.span.end <= neighbour.value.span.start)) return undefined;
  if (!hasOwnLines(map, document)) {
    const added = flowEntries(entries, part.notation, layout.padding);
    return [behind ? { span: at(behind.span.end), text: [", ", ...added] } : { span: at(neighbour.key.span.start), text: [...added, ", "] }];
  }
  const margin = indentAt(document, neighbour.key.span.start);
  const lines = indented(flowLines(entries, place, layout), margin);
  const { eol } = layout;
  if (!behind) {
    const [head = [], ...others] = lines;
    return [{ span: at(neighbour.key.span.start), text: [...onLines([head.slice(1), ...others], eol), `,${eol}${margin}`] }];
  }
  return behindInFlow(behind.span.end, lines, document, layout);
}

/** Lines behind an entry or item that ends at `end`: it gets the comma, and what stands behind it on its line stays there. */
export function behindInFlow(end: number, lines: readonly NewLine[], document: Document, { eol }: Layout): Insertion[] | undefined {
  const { text } = document;
  const lineEnd = document.lines.lineSpan(document.lines.lineOf(end)).end;
  const rest = text.slice(end, lineEnd);
  const comma = /^[ \t]*,/.exec(rest)?.[0].length;
  const tail = rest.slice(comma ?? 0);
  const added = onLines(lines, eol);
  if (comma !== undefined) {
    // Another entry on the same line stays behind the new ones.
    const own = /^[ \t]*(?:$|\/\/|\/\*[^\r\n]*\*\/[ \t]*$|#)/.test(tail);
    const place = own ? lineEnd : end + comma;
    return [{ span: at(place), text: [eol, ...added, ","] }];
  }
  if (/^[ \t]*[}\]]/.test(tail)) return [{ span: at(end), text: [`,${eol}`, ...added] }];
  if (!/^[ \t]*(?:$|\/\/|\/\*[^\r\n]*\*\/[ \t]*$|#)/.test(tail)) return undefined;
  if (tail.trim() === "") return [{ span: at(end), text: [`,${eol}`, ...added] }];
  return [{ span: at(end), text: [","] }, { span: at(lineEnd), text: [eol, ...added] }];
}

function flowLines(entries: readonly NewEntry[], { part }: MapPlace, { unit, padding }: Layout): NewLine[] {
  if (part.notation === "json") return joined(entries.map((entry) => jsonEntryLines(entry, unit)));
  return joined(entries.map((entry) => [flowEntries([entry], "yaml", padding)]));
}

/** In the place of a value that is absent, null or an empty mapping. */
function intoEmpty(place: MapPlace, node: TreeNode, entries: readonly NewEntry[], layout: Layout): Insertion[] | undefined {
  const { document, part, key } = place;
  const { span } = node;
  const absent = span.end <= span.start;
  if (node.type === "list" || (node.type === "scalar" && node.value !== null)) return undefined;
  if (!absent && !/^(?:null|Null|NULL|~|\{\s*\})$/.test(document.text.slice(span.start, span.end))) return undefined;
  if (part.notation === "json") {
    if (absent) return undefined;
    const [head = [], ...others] = jsonLines({ type: "map", entries }, layout.unit);
    return [{ span, text: onLines([head, ...indented(others, indentAt(document, span.start))], layout.eol) }];
  }
  const inline = flowText({ type: "map", entries }, "yaml", layout.padding);
  if (part.root && isInsideFlow(part.root, span)) {
    if (!absent) return [{ span, text: inline }];
    return document.text[span.start - 1] === ":" ? [{ span, text: [" ", ...inline] }] : undefined;
  }
  if (!key) {
    // The root, or an item of a list: what is there gives way to lines in its column.
    if (absent) return undefined;
    const margin = " ".repeat(columnOf(document, span.start));
    const [head = [], ...others] = yamlLines(entries, layout);
    return [{ span, text: onLines([head, ...indented(others, margin)], layout.eol) }];
  }
  const column = columnOf(document, key.start);
  const end = lineStartBehind(span.end, column, document);
  if (end === undefined) return undefined;
  const lines = indented(yamlLines(entries, layout), " ".repeat(column) + layout.unit);
  const added = onOwnLines(end, lines, document, layout);
  const blanks = /[ \t]*$/.exec(document.text.slice(key.end, span.start))?.[0].length ?? 0;
  return absent ? [added] : [{ span: { start: span.start - blanks, end: span.end }, text: [] }, added];
}

/** Into a part that holds nothing but comments, or into Markdown without front matter. */
function intoNothing({ document, part }: MapPlace, entries: readonly NewEntry[], layout: Layout): Insertion[] | undefined {
  const { text, language } = document;
  const { eol, unit } = layout;
  if (part.notation === "json") return [{ span: at(part.span.end), text: [...onLines(jsonLines({ type: "map", entries }, unit), eol), eol] }];
  const lines = yamlLines(entries, layout);
  const start = text.startsWith("\ufeff") ? 1 : 0;
  if (language === "markdown" && document.parts.length === 0) {
    const gap = text.length > start && !/^\s*(?:\r|\n)/.test(text.slice(start)) ? eol : "";
    return [{ span: at(start), text: [...onLines([["---"], ...lines, ["---"]], eol), eol, gap] }];
  }
  return [onOwnLines(Math.max(part.span.end, start), lines, document, layout)];
}

/** The empty span at a place. */
export function at(place: number): Span {
  return { start: place, end: place };
}
