import type { Words } from "../documents/markdown-block";
import type { TreeNode } from "../documents/node";
import type { Span } from "../documents/span";

/** What a file says for one field: where the question stands, where the answer, and the words. */
export interface Answer {
  /** The key, heading or column that asks; findings about the field underline it. */
  readonly anchor: Span;
  /** From the question to the end of the answer. */
  readonly span: Span;
  /** The answer as one text; empty words stand for an empty answer. */
  readonly words: Words;
  /** The answer's separate points, for fields that hold a list. */
  readonly items?: readonly Words[];
  /** The node it was read from, in YAML and JSON. */
  readonly node?: TreeNode;
  /** For a rating by number: how many steps the file's own scale has, where the file says so. */
  readonly outOf?: number;
}

/** A key with its value, a cell below its column, or any other words behind the words that ask for them. */
export function answerOf(asked: Span, words: Words, items?: readonly Words[]): Answer {
  const span = { start: Math.min(asked.start, words.span.start), end: Math.max(asked.end, words.span.end) };
  return { anchor: asked, span, words, ...(items ? { items } : {}) };
}

/** A cell of a table: it is its own place, since its column stands elsewhere. */
export function cellAnswer(words: Words): Answer {
  return { anchor: words.span, span: words.span, words };
}
