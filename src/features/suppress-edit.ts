import type { Document } from "../documents/document";
import { lineEnding } from "../documents/layout";
import type { TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import type { Finding, TextEdit } from "../rules/rule";
import { REASON } from "../rules/suppression";

/** The edit that keeps a finding silent by a comment at its line; undefined where no comment can stand. */
export function suppressHere(document: Document, { rule, span }: Finding): TextEdit | undefined {
  const { lines, text } = document;
  const line = lines.lineSpan(lines.lineOf(span.start));
  const start = line.start === 0 && text.startsWith("\ufeff") ? 1 : line.start;
  const indent = /^[ \t]*/.exec(text.slice(start, line.end))?.[0] ?? "";
  const above = (open: string, close: string) => comment(start, indent + open, `clausewise-disable-next-line ${rule}`, close + lineEnding(text));
  if (document.language === "json") return above("// ", "");
  if (document.bodyStart !== undefined && start >= document.bodyStart) return inBody(document, rule, line);
  return document.parts.some((part) => part.root && isInsideScalar(part.root, start)) ? undefined : above("# ", "");
}

/** The edit that keeps a rule silent in the whole file, below the comments at its top. */
export function suppressInFile(document: Document, rule: string): TextEdit {
  const { text, language } = document;
  const words = `clausewise-disable-file ${rule}`;
  const eol = lineEnding(text);
  const top = text.startsWith("\ufeff") ? 1 : 0;
  if (language === "json") return comment(top, "// ", words, eol);
  const front = document.parts[0];
  if (language === "markdown" && !front) return comment(top, "<!-- ", words, ` -->${eol}${eol}`);
  const start = language === "markdown" && front ? front.span.start : top;
  const heading = /^(?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r))*/.exec(text.slice(start))?.[0].length ?? 0;
  return comment(start + heading, "# ", words, eol);
}

/**
 * In the body of a Markdown file a comment on a line of its own would part a paragraph, a list or a table in two, so it goes to the
 * end of the line, in a table into its last cell. Below a blank line it goes above.
 */
function inBody({ lines, text }: Document, rule: string, line: Span): TextEdit {
  const above = lines.lineSpan(Math.max(0, lines.lineOf(line.start) - 1));
  if (above.end < line.start && text.slice(above.start, above.end).trim() === "") {
    return comment(line.start, "<!-- ", `clausewise-disable-next-line ${rule}`, ` -->${lineEnding(text)}`);
  }
  const written = text.slice(line.start, line.end);
  const end = written.trimEnd().replace(/^(\s*\|.*?)\s*\|$/, "$1").length;
  return comment(line.start + end, " <!-- ", `clausewise-disable-line ${rule}`, " -->");
}

function comment(place: number, open: string, words: string, close: string): TextEdit {
  const text = `${open}${words} -- `;
  return { span: { start: place, end: place }, text: text + REASON + close, snippet: `${text}\${1:${REASON}}${close}` };
}

function isInsideScalar(node: TreeNode, place: number): boolean {
  if (place <= node.span.start || place >= node.span.end) return false;
  if (node.type === "scalar") return true;
  const inside = node.type === "list" ? node.items : node.entries.flatMap((entry) => (entry.merged ? [] : [entry.key, entry.value]));
  return inside.some((one) => isInsideScalar(one, place));
}
