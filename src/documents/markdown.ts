import type { Comment, ReadResult } from "./document";
import type { Section } from "./markdown-block";
import { readBody } from "./markdown-body";
import { readYaml } from "./yaml";

const OPENING = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/m;

/**
 * Reads a Markdown file: its YAML front matter becomes the one part, its body sections. Without front matter there is no part. HTML comments of the body count as comments, so that directives work there too.
 */
export function readMarkdown(text: string): ReadResult {
  const opening = OPENING.exec(text);
  if (!opening) return { parts: [], problems: [], comments: htmlComments(text, 0), bodyStart: 0, body: bodyOf(text, 0) };
  const start = opening[0].length;
  const closing = CLOSING.exec(text.slice(start));
  if (!closing) return { parts: [], problems: [], comments: htmlComments(text, 0), bodyStart: 0, body: bodyOf(text, 0) };
  const end = start + closing.index;
  const bodyStart = end + closing[0].length;
  const { parts, problems, comments } = readYaml(text.slice(start, end), start);
  const front = parts.slice(0, 1).map((part) => ({ ...part, span: { start, end } }));
  return { parts: front, problems, comments: [...comments, ...htmlComments(text, bodyStart)], bodyStart, body: bodyOf(text, bodyStart) };
}

function bodyOf(text: string, bodyStart: number): () => Section {
  let body: Section | undefined;
  return () => (body ??= readBody(text, bodyStart));
}

/** The HTML comments from a place on; what stands in fenced code or between backticks is an example, not a comment. */
function htmlComments(text: string, from: number): Comment[] {
  if (text.indexOf("<!--", from) < 0) return [];
  const comments: Comment[] = [];
  const pattern = /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|(?![\s\S]))|`[^`\r\n]*`|<!--([\s\S]*?)-->/gm;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[2] === undefined) continue;
    comments.push({ text: match[2].trim(), span: { start: match.index, end: match.index + match[0].length } });
  }
  return comments;
}
