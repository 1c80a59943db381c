import type { Notation } from "../documents/document";
import type { ScalarStyle, TreeNode } from "../documents/node";
import type { Reading } from "../formats/format";
import type { TextEdit } from "./rule";

/** Words that some YAML reader takes for something else than text. */
const NOT_TEXT = /^(?:true|false|yes|no|on|off|y|n|null)$/i;
const PLAIN = /^\p{L}(?:[\p{L}\p{N} ._/-]*[\p{L}\p{N}])?$/u;

/** A text as it stands in a document: quoted as the value was before, and wherever it would not be read as text without quotes. */
export function writtenText(text: string, style: ScalarStyle, notation: Notation): string {
  if (notation === "yaml" && style === "single") return `'${text.replace(/'/g, "''")}'`;
  if (notation === "yaml" && style !== "double" && PLAIN.test(text) && !NOT_TEXT.test(text)) return text;
  return JSON.stringify(text);
}

/** A text for a place inside the quotes that a value may stand in: they are no part of the place, so only a plain text may need some. */
export function inQuotes(text: string, start: number, { document, part }: Pick<Reading, "document" | "part">): string {
  const quote = document.text[start - 1];
  return quote === '"' || quote === "'" ? text : writtenText(text, "plain", part.notation);
}

/** The edit that puts another text in the place of a value; undefined where no single value is written in one piece. */
export function replacement(node: TreeNode | undefined, text: string, notation: Notation): TextEdit | undefined {
  if (node?.type !== "scalar" || node.style === "block" || node.span.end <= node.span.start) return undefined;
  return { span: node.span, text: writtenText(text, node.style, notation) };
}
