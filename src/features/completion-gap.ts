import type { Span } from "../documents/span";

/**
 * A stretch of text that something new may take, with what has to be written around it. `key` takes a key with its value, `name`
 * only a key whose value is there already, `value` a value, `item` an entry of an indented list with its dash.
 */
export interface Gap {
  readonly on: "key" | "name" | "value" | "item";
  /** What gives way: the half-typed word, or nothing. It lies on one line and the cursor is in it or at its end. */
  readonly span: Span;
  /** What is written before the new text: blanks that are missing. */
  readonly before: string;
  /** What is written behind it: a comma, a bracket that is missing. */
  readonly after: string;
  /** Where a comma is missing that parts the new text from what stands before it. */
  readonly comma: number | undefined;
  /** True between brackets, where everything stays on the lines of the brackets. */
  readonly flow: boolean;
}

/** The text with `written` in the gap. */
export function filled(text: string, gap: Gap, written: string): string {
  const { span, comma } = gap;
  const head = comma === undefined ? text.slice(0, span.start) : `${text.slice(0, comma)},${text.slice(comma, span.start)}`;
  return head + gap.before + written + gap.after + text.slice(span.end);
}

/** The offset at which `written` begins in `filled`. */
export function startIn({ span, before, comma }: Gap): number {
  return span.start + before.length + (comma === undefined ? 0 : 1);
}
