import type { Span } from "./span";

/** Words without their Markdown marks, and where they stand. */
export interface Words {
  readonly text: string;
  readonly span: Span;
}

/** `**Key:** value`, `` `key`: value`` or `Key: value`, at the start of a paragraph's line or of a list's item. */
export interface KeyValue {
  readonly key: Words;
  /** What stands behind the colon; an empty span there when there is nothing. */
  readonly value: Words;
  /** Blocks below the line that belong to the key, such as a nested list. */
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** One entry of a list. */
export interface ListItem {
  readonly words: Words;
  /** Set when the item is a key with its value. */
  readonly key: KeyValue | undefined;
  /** What is nested below the item's first line. */
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** A table; `header` holds empty words where the header row is blank. Rows may be shorter or longer than the header. */
export interface TableBlock {
  readonly type: "table";
  readonly span: Span;
  readonly header: readonly Words[];
  readonly rows: readonly (readonly Words[])[];
  /** How its rows are written: with pipes, with tabs alone, or as separated values in a file of their own. */
  readonly notation: "pipes" | "tabs" | "values";
}

/** A paragraph; `keys` holds its lines when every one of them belongs to a key. */
export interface ParagraphBlock {
  readonly type: "paragraph";
  readonly span: Span;
  readonly words: Words;
  readonly keys: readonly KeyValue[];
}

/** A bulleted or numbered list. */
export interface ListBlock {
  readonly type: "list";
  readonly span: Span;
  readonly items: readonly ListItem[];
}

/** Fenced or indented code; never read, but a section that holds it is not empty. */
export interface CodeBlock {
  readonly type: "code";
  readonly span: Span;
}

/** A piece of a section's content. */
export type Block = ParagraphBlock | ListBlock | TableBlock | CodeBlock;

/** A heading or label with everything below it, down to the next one of its depth. */
export interface Section {
  /** Undefined for what stands above the first heading. */
  readonly title: Words | undefined;
  /** 1 to 6 as written, 7 for a bold label on a line of its own, 0 for the whole body. */
  readonly depth: number;
  /** From the heading to the end of the last thing below it. */
  readonly span: Span;
  /** What stands before the first heading below it. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** Depth of a bold line that serves as a heading. */
export const LABEL_DEPTH = 7;
