import { createScanner, parseTree } from "jsonc-parser";
import type { Node as JsonNode, ParseError } from "jsonc-parser";
import type { Comment, ReadResult, SyntaxProblem } from "./document";
import type { Entry, ScalarNode, TreeNode } from "./node";
import { jsonProblem } from "./problems";

/** Reads JSON with comments and trailing commas. Never throws: broken text gives what could be read and the problems found. */
export function readJson(text: string): ReadResult {
  const clean = text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const tree = parseTree(clean, errors, { allowTrailingComma: true, disallowComments: false, allowEmptyContent: true });
  const problems: SyntaxProblem[] = errors.map((error) => jsonProblem(error, text));
  const root = tree && nodeOf(tree, clean);
  const part = { index: 0, notation: "json" as const, root, span: { start: 0, end: text.length } };
  return { parts: [part], problems, comments: commentsOf(clean) };
}

function nodeOf(node: JsonNode, text: string): TreeNode {
  const span = { start: node.offset, end: node.offset + node.length };
  if (node.type === "object") {
    const entries = (node.children ?? []).flatMap((property) => entryOf(property, text) ?? []);
    return { type: "map", span, entries, flow: true };
  }
  if (node.type === "array") {
    return { type: "list", span, items: (node.children ?? []).map((child) => nodeOf(child, text)), flow: true };
  }
  return scalarOf(node, text);
}

function entryOf(property: JsonNode, text: string): Entry | undefined {
  const [key, value] = property.children ?? [];
  if (!key) return undefined;
  const keyNode = scalarOf(key, text);
  const gap = property.colonOffset === undefined ? keyNode.span.end : property.colonOffset + 1;
  const absent: ScalarNode = { type: "scalar", span: { start: gap, end: gap }, value: null, source: "", style: "json" };
  const valueNode = value ? nodeOf(value, text) : absent;
  const end = Math.max(keyNode.span.end, valueNode.span.end);
  return { key: keyNode, value: valueNode, span: { start: keyNode.span.start, end }, merged: false };
}

function scalarOf(node: JsonNode, text: string): ScalarNode {
  const span = { start: node.offset, end: node.offset + node.length };
  const raw = text.slice(span.start, span.end);
  const value = (node.value ?? null) as string | number | boolean | null;
  const quoted = node.type === "string" || node.type === "property";
  return { type: "scalar", span, value, source: quoted ? raw.slice(1, -1) : raw, style: quoted ? "double" : "json" };
}

/** Token kinds of `jsonc-parser` (its `SyntaxKind` is a const enum, which isolated modules cannot import). */
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const END_OF_FILE = 17;

/** The comments come from a scan of their own: the tree keeps none. */
function commentsOf(text: string): Comment[] {
  if (!text.includes("//") && !text.includes("/*")) return [];
  const comments: Comment[] = [];
  const scanner = createScanner(text, false);
  for (let kind: number = scanner.scan(); kind !== END_OF_FILE; kind = scanner.scan()) {
    if (kind !== LINE_COMMENT && kind !== BLOCK_COMMENT) continue;
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const raw = text.slice(start, end);
    comments.push({ text: raw.replace(/^\/[/*]+|\*\/$/g, "").trim(), span: { start, end } });
  }
  return comments;
}
