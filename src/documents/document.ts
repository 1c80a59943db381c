import type { Lines } from "./lines";
import type { Section } from "./markdown-block";
import type { TreeNode } from "./node";
import type { Span } from "./span";
import type { ReadSegment } from "./yaml-large";

/** The languages documents are written in. `json` includes comments and trailing commas, `csv` any table of separated values. */
export type Language = "yaml" | "json" | "markdown" | "csv";

/** Why a text could not be read as it was meant, in a person's words. */
export interface SyntaxProblem {
  /** A stable name of the cause; the words for people live in `problems.ts`. */
  readonly cause: string;
  readonly message: string;
  readonly span: Span;
}

/** A comment, without its markers; `span` is the whole of it with the markers. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** How a part of a document is written: this decides how an edit has to look. */
export type Notation = "yaml" | "json";

/** One YAML document of a stream, one JSON value, or one block of front matter. */
export interface Part {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly notation: Notation;
  /** The root node; undefined when the part is empty or holds only comments. */
  readonly root: TreeNode | undefined;
  /** The text that belongs to this part. */
  readonly span: Span;
}

/** A file read into trees of nodes. Every node knows its span in `text`. */
export interface Document {
  readonly uri: string;
  readonly language: Language;
  readonly text: string;
  readonly lines: Lines;
  readonly parts: readonly Part[];
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  /** For Markdown: where the text behind the front matter begins; undefined elsewhere. */
  readonly bodyStart?: number;
  /** For Markdown the text behind the front matter as sections, for a table of values that table. Read at the first call, since few files need it. */
  readonly body?: () => Section;
  /** For large YAML: the stretches it was read in, so that the next version reads only what changed. */
  readonly segments?: readonly ReadSegment[];
}

/** What a reader of one language gives back for a text. */
export type ReadResult = Pick<Document, "parts" | "problems" | "comments" | "bodyStart" | "body" | "segments">;
