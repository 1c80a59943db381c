import type { FoldingRange } from "vscode-languageserver";
import type { Document } from "../documents/document";
import type { TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import type { FeatureContext } from "./context";

/**
 * What can be folded in a file: every entry, item and value of several lines, parts of a stream, the front matter and runs of
 * comments. Undefined for a file that is none of ours, so that the editor folds it as it always did.
 */
export function foldingRangesOf(context: FeatureContext, uri: string): FoldingRange[] | undefined {
  const readings = context.index.get(uri)?.readings;
  if (!readings || readings.readings.length === 0) return undefined;
  const folds = new Folds(readings.document);
  for (const { root, span } of readings.document.parts) {
    folds.part(span);
    if (root) folds.node(root);
  }
  folds.comments();
  return folds.ranges();
}

class Folds {
  /** The longest fold that begins on a line, by that line: an editor shows one. */
  private readonly byLine = new Map<number, FoldingRange>();

  constructor(private readonly document: Document) {}

  ranges(): FoldingRange[] {
    return [...this.byLine.values()].sort((a, b) => a.startLine - b.startLine);
  }

  node(node: TreeNode): void {
    if (node.type === "map") {
      for (const entry of node.entries) {
        if (entry.merged || this.isAlias(entry.value)) continue;
        this.fold(entry.span);
        this.node(entry.value);
      }
    } else if (node.type === "list") {
      for (const item of node.items) {
        if (this.isAlias(item)) continue;
        this.fold(item.span);
        this.node(item);
      }
    }
  }

  /** One document of a stream, from its dashes on; or the front matter with the dashes around it. */
  part(span: Span): void {
    const { lines, text } = this.document;
    if (this.document.language === "markdown") {
      this.add(Math.max(0, lines.lineOf(span.start) - 1), lines.lineOf(span.end));
      return;
    }
    const dashes = /^\s*(?=---)/.exec(text.slice(span.start, span.end));
    if (dashes) this.fold({ start: span.start + dashes[0].length, end: span.end });
  }

  /** Comments on lines of their own, several below each other; and comments of several lines. */
  comments(): void {
    const { lines, text, comments, bodyStart } = this.document;
    let first: number | undefined;
    let last: number | undefined;
    const flush = () => {
      if (first !== undefined && last !== undefined) this.add(first, last, "comment");
    };
    for (const { span } of comments) {
      if (span.start >= (bodyStart ?? text.length)) continue;
      const line = lines.lineOf(span.start);
      if (text.slice(lines.lineSpan(line).start, span.start).trim() !== "") continue;
      if (last === undefined || line !== last + 1) {
        flush();
        first = line;
      }
      last = lines.lineOf(span.end);
    }
    flush();
  }

  /** Folds a stretch from its first line to the last that has text; a closing bracket on a line of its own stays to be seen. */
  private fold({ start, end }: Span): void {
    const { lines, text } = this.document;
    let last = end;
    while (last > start && /\s/.test(text[last - 1] ?? "")) last--;
    const line = lines.lineOf(last);
    const before = text.slice(lines.lineSpan(line).start, last);
    this.add(lines.lineOf(start), /^\s*[\]}]+$/.test(before) ? line - 1 : line);
  }

  private add(startLine: number, endLine: number, kind?: FoldingRange["kind"]): void {
    if (endLine <= startLine || (this.byLine.get(startLine)?.endLine ?? -1) >= endLine) return;
    this.byLine.set(startLine, { startLine, endLine, ...(kind ? { kind } : {}) });
  }

  /** What came in through an alias stands elsewhere. */
  private isAlias({ span }: TreeNode): boolean {
    return this.document.text[span.start] === "*";
  }
}
