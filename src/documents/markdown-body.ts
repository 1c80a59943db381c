import type { ListItem as MdastItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { keysOfLines, keyValueOf, unmarked } from "./key-values";
import { looseTable } from "./loose-table";
import { LABEL_DEPTH } from "./markdown-block";
import type { Block, ListItem, Section, TableBlock, Words } from "./markdown-block";
import { sectionTree } from "./sections";
import type { Heading } from "./sections";
import type { Span } from "./span";

/** Bodies longer than this (UTF-16 units) are not read: no card or register is that long. */
const BODY_LIMIT = 600_000;

/** Reads the text behind the front matter into sections with their blocks. Never throws. */
export function readBody(text: string, bodyStart: number): Section {
  const start = text.charCodeAt(bodyStart) === 0xfeff ? bodyStart + 1 : bodyStart;
  if (text.length - start > BODY_LIMIT) return sectionTree([], { start, end: text.length });
  const body = withoutWrappers(text.slice(start));
  const root = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const reader = new Reader(text, start);
  return sectionTree(labelled(reader.all(root.children)), { start, end: text.length });
}

/** Tags that only wrap or align, alone on their line: blanked out, so that Markdown between them is read as such. */
const WRAPPER = /^[ \t]*(?:<\/?(?:div|center|p|span|details|section|article|main|br|hr|b|font|blockquote)\b[^<>]*>[ \t]*)+(?=\r?$)/;

function withoutWrappers(body: string): string {
  if (!body.includes("<")) return body;
  let fence = "";
  return body.replace(/[^\n]+/g, (line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === "" || mark.startsWith(fence))) fence = fence === "" ? mark : "";
    return fence === "" ? line.replace(WRAPPER, (tags) => " ".repeat(tags.length)) : line;
  });
}

/** A line that begins a section, or a block of one. */
type Piece = Heading | Block;

/** Turns the parser's tree into blocks whose places count from the start of the file. */
class Reader {
  constructor(
    private readonly text: string,
    private readonly offset: number,
  ) {}

  all(nodes: readonly RootContent[]): Piece[] {
    return nodes.flatMap((node) => this.one(node));
  }

  private one(node: RootContent): Piece[] {
    const span = this.spanOf(node);
    if (node.type === "heading") return [{ type: "heading", depth: node.depth, words: this.wordsOf(node.children, span), span }];
    if (node.type === "paragraph") return this.paragraph(node, span);
    if (node.type === "list") return [{ type: "list", span, items: node.children.map((item) => this.item(item)) }];
    if (node.type === "table") return [this.table(node, span)];
    if (node.type === "blockquote") return this.all(node.children);
    if (node.type === "html") return this.html(node.value, span);
    return node.type === "code" ? [{ type: "code", span }] : [];
  }

  private paragraph(node: Paragraph, span: Span): Piece[] {
    const raw = this.raw(span);
    const table = looseTable(raw, span.start);
    if (table) return [table];
    const [only] = node.children;
    if (node.children.length === 1 && (only?.type === "strong" || only?.type === "emphasis") && !/[.!?]$/.test(textOf(only))) {
      const words = this.wordsOf(only.children, this.spanOf(only));
      if (only.type === "strong" && words.text.length <= 80 && !keyValueOf(raw, span.start)?.value.text) return [{ type: "heading", depth: LABEL_DEPTH, words, span }];
    }
    return [{ type: "paragraph", span, words: this.wordsOf(node.children, span), keys: keysOfLines(raw, span.start) }];
  }

  private item(item: MdastItem): ListItem {
    const span = this.spanOf(item);
    const [first, ...rest] = item.children;
    const own = first?.type === "paragraph" ? this.spanOf(first) : { start: span.end, end: span.end };
    const blocks = this.all(first?.type === "paragraph" ? rest : item.children).filter((one) => one.type !== "heading");
    const words = first?.type === "paragraph" ? this.wordsOf(first.children, own) : { text: "", span: own };
    const key = keysOfLines(this.raw(own), own.start)[0];
    return { words, key: key && { ...key, blocks, span: { start: key.span.start, end: span.end } }, blocks, span };
  }

  private table(node: Table, span: Span): TableBlock {
    const rows = node.children.map((row) => row.children.map((cell): Words => {
      const inner = this.spanOf(cell);
      const [first, last] = [cell.children[0], cell.children.at(-1)];
      // An empty cell is the place behind its pipe.
      if (!first || !last) return { text: "", span: { start: Math.min(inner.start + 1, inner.end), end: Math.min(inner.start + 1, inner.end) } };
      return this.wordsOf(cell.children, { start: this.spanOf(first).start, end: this.spanOf(last).end });
    }));
    return { type: "table", span, header: rows[0] ?? [], rows: rows.slice(1).filter((row) => !isRule(row)), notation: "pipes" };
  }

  /** Headings written in HTML; other HTML says nothing, and a comment least of all. */
  private html(value: string, span: Span): Piece[] {
    const pieces: Piece[] = [];
    const raw = this.raw(span).length === value.length ? value : this.raw(span);
    for (const match of raw.matchAll(/<!--[\s\S]*?(?:-->|$)|<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi)) {
      const inner = match[2];
      if (inner === undefined) continue;
      const start = span.start + match.index + match[0].indexOf(">") + 1;
      const text = unmarked(inner);
      if (text !== "") pieces.push({ type: "heading", depth: Number(match[1]), words: { text, span: { start, end: start + inner.length } }, span });
    }
    return pieces;
  }

  private wordsOf(nodes: readonly PhrasingContent[], span: Span): Words {
    const [first, last] = [nodes[0], nodes.at(-1)];
    const place = first && last ? { start: this.spanOf(first).start, end: this.spanOf(last).end } : span;
    return { text: nodes.map(textOf).join("").replace(/\s+/g, " ").trim(), span: place };
  }

  private raw(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  private spanOf(node: Nodes): Span {
    const start = (node.position?.start.offset ?? 0) + this.offset;
    return { start, end: Math.max(start, (node.position?.end.offset ?? 0) + this.offset) };
  }
}

/** `Primary metrics:` alone above a list or a table is its label. */
function labelled(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    if (piece.type !== "paragraph" || (next?.type !== "list" && next?.type !== "table")) return piece;
    const [only] = piece.keys;
    if (piece.keys.length !== 1 || !only || only.value.text !== "" || piece.words.text.length > 80) return piece;
    return { type: "heading", depth: LABEL_DEPTH, words: only.key, span: piece.span };
  });
}

/** A second rule below the header, which some tools write. */
function isRule(row: readonly Words[]): boolean {
  return row.every((cell) => /^[:=-]*-{2,}[:=-]*$/.test(cell.text));
}

function textOf(node: PhrasingContent): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "break") return " ";
  if (node.type === "html") return /^<(?:br|\/?p)\b/i.test(node.value) ? " " : "";
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  return "children" in node ? node.children.map(textOf).join("") : "";
}
