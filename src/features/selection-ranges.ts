import type { SelectionRange } from "vscode-languageserver";
import type { Document } from "../documents/document";
import type { TreeNode } from "../documents/node";
import { covers, touches } from "../documents/span";
import type { Position, Span } from "../documents/span";
import type { FeatureContext } from "./context";

/**
 * What a growing selection takes in at each place: the value, its entry, the object, the item of the list, and so on up to the
 * document. Undefined for a file that is none of ours. A place outside of every part, such as the text of a Markdown file, gets
 * an empty range, as the protocol wants it, and other tools' steps.
 */
export function selectionRangesAt(context: FeatureContext, uri: string, positions: readonly Position[]): SelectionRange[] | undefined {
  const readings = context.index.get(uri)?.readings;
  if (!readings || readings.readings.length === 0) return undefined;
  return positions.map((position) => selectionAt(readings.document, position));
}

function selectionAt(document: Document, position: Position): SelectionRange {
  const offset = document.lines.offsetAt(position);
  const part = document.parts.find(({ root, span }) => root && touches(span, offset));
  if (!part?.root) return { range: { start: position, end: position } };
  const steps = [{ start: 0, end: document.text.length }, part.span, ...stepsIn(document, part.root, offset)];
  const grown: Span[] = [];
  for (const step of steps) {
    const last = grown.at(-1);
    if (!last || (covers(last, step) && (step.start > last.start || step.end < last.end))) grown.push(step);
  }
  return grown.reduce<SelectionRange | undefined>((parent, span) => ({ range: document.lines.rangeOf(span), ...(parent ? { parent } : {}) }), undefined) as SelectionRange;
}

/** The steps from the outside in; only what touches the place. */
function stepsIn(document: Document, node: TreeNode, offset: number): Span[] {
  if (!touches(node.span, offset)) return [];
  if (node.type === "map") {
    const entry = node.entries.find((one) => !one.merged && touches(one.span, offset));
    if (!entry) return [node.span];
    const inner = touches(entry.key.span, offset) ? [...withoutQuotes(document, entry.key.span)] : stepsIn(document, entry.value, offset);
    return [node.span, entry.span, ...inner];
  }
  if (node.type === "list") {
    const item = node.items.find((one) => touches(withDash(document, one.span), offset));
    return item ? [node.span, withDash(document, item.span), ...stepsIn(document, item, offset)] : [node.span];
  }
  return withoutQuotes(document, node.span);
}

/** An item of a YAML list with the dash before it. */
function withDash({ text }: Document, span: Span): Span {
  let start = span.start;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? "")) start--;
  return text[start - 1] === "-" && start < span.start ? { start: start - 1, end: span.end } : span;
}

/** A scalar, and inside its quotes where it has any. */
function withoutQuotes({ text }: Document, span: Span): Span[] {
  const quote = text[span.start];
  const quoted = (quote === '"' || quote === "'") && span.end - span.start >= 2 && text[span.end - 1] === quote;
  return quoted ? [span, { start: span.start + 1, end: span.end - 1 }] : [span];
}
