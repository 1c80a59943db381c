import { columnOf, indentAt, layoutOf } from "../documents/layout";
import { hasOwnLines, isInsideFlow, lineStartBehind } from "../documents/line-places";
import { flowText, indented, joined, jsonLines, onLines, yamlItemLines } from "../documents/new-value";
import type { NewValue } from "../documents/new-value";
import type { ListNode } from "../documents/node";
import { isWrittenHere } from "./edits";
import { at, behindInFlow, onOwnLines } from "./insertion";
import type { Insertion, MapPlace } from "./insertion";

/** The insertions that add an item to the end of a list; see `insertItems`. */
export function insertItem(place: MapPlace, item: NewValue): Insertion[] | undefined {
  return insertItems(place, [item]);
}

/**
 * The insertions that add items to the end of a list, written as their neighbours are. A value that is absent, null or `[]`
 * becomes a list of them. Undefined where that is not possible.
 */
export function insertItems(place: MapPlace, items: readonly NewValue[]): Insertion[] | undefined {
  const { document, part, node } = place;
  if (node?.type !== "list" || node.items.length === 0) return intoEmptyList(place, items);
  const layout = layoutOf(document, part);
  const last = node.items.at(-1);
  if (!last || !isWrittenHere(node, document) || last.span.end <= last.span.start) return undefined;
  if (!node.flow) {
    const column = columnOf(document, node.span.start);
    const end = lineStartBehind(last.span.end, column, document);
    const lines = items.flatMap((item) => (last.type === "map" && last.flow && isShort(item) ? [["- ", ...flowText(item, "yaml", layout.padding)]] : yamlItemLines(item, layout)));
    return end === undefined ? undefined : [onOwnLines(end, indented(lines, " ".repeat(column)), document, layout)];
  }
  if (!hasOwnLines(node, document)) return [{ span: at(last.span.end), text: items.flatMap((item) => [", ", ...flowText(item, part.notation, layout.padding)]) }];
  const lines = joined(items.map((item) => (part.notation === "json" ? jsonLines(item, layout.unit) : [flowText(item, "yaml", layout.padding)])));
  return behindInFlow(last.span.end, indented(lines, indentAt(document, last.span.start)), document, layout);
}

/** Single values alone: beside neighbours in braces they stand on one line too. */
function isShort(item: NewValue): boolean {
  return item.type === "map" && item.entries.every(({ value }) => value.type === "scalar");
}

function intoEmptyList({ document, part, node, key }: MapPlace, items: readonly NewValue[]): Insertion[] | undefined {
  if (!node || !key || node.type === "map" || (node.type === "scalar" && node.value !== null)) return undefined;
  const layout = layoutOf(document, part);
  const list: ListNode | undefined = node.type === "list" ? node : undefined;
  const { span } = node;
  const absent = span.end <= span.start;
  if (list && !/^\[\s*\]$/.test(document.text.slice(span.start, span.end))) return undefined;
  if (part.notation === "json") {
    if (absent) return undefined;
    const [head = [], ...others] = jsonLines({ type: "list", items }, layout.unit);
    return [{ span, text: onLines([head, ...indented(others, indentAt(document, span.start))], layout.eol) }];
  }
  if (part.root && isInsideFlow(part.root, span)) {
    return absent ? undefined : [{ span, text: flowText({ type: "list", items }, "yaml", layout.padding) }];
  }
  const column = columnOf(document, key.start);
  const end = lineStartBehind(span.end, column, document);
  if (end === undefined) return undefined;
  const lines = indented(items.flatMap((item) => yamlItemLines(item, layout)), " ".repeat(column) + layout.dashIndent);
  const added = onOwnLines(end, lines, document, layout);
  const blanks = /[ \t]*$/.exec(document.text.slice(key.end, span.start))?.[0].length ?? 0;
  return absent ? [added] : [{ span: { start: span.start - blanks, end: span.end }, text: [] }, added];
}
