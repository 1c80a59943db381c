import type { Document, Part } from "./document";
import type { TreeNode } from "./node";
import type { QuoteHabit } from "./scalar-text";

/** How a part of a document is written, as its writer is used to: what is added to it is written in the same way. */
export interface Layout {
  /** One step of indentation: blanks, or a tab in JSON. */
  readonly unit: string;
  /** What stands between the column of a key and the dashes of its list in YAML: nothing, or some blanks. */
  readonly dashIndent: string;
  /** The line ending of the file. */
  readonly eol: string;
  /** How texts are enclosed that need no quotes. */
  readonly quote: QuoteHabit;
  /** What stands inside of braces on one line: a blank, or nothing. */
  readonly padding: string;
}

/** Nodes that are looked at: the habits of a file show early. */
const ENOUGH = 400;

/** The layout of a part. Where the text shows no habit: two blanks, dashes moved in, no quotes, blanks inside of braces. */
export function layoutOf(document: Document, part: Part): Layout {
  const habits = new Habits(document);
  if (part.root) habits.look(part.root);
  const unit = most(habits.units) ?? "  ";
  const dashIndent = most(habits.dashes) ?? unit;
  return { unit, dashIndent, eol: lineEnding(document.text), quote: most(habits.quotes) ?? "plain", padding: most(habits.paddings) ?? " " };
}

/** The line ending of the text's first line, `\n` where it has one line only. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** The blanks and tabs at the start of the line that holds the offset. */
export function indentAt({ lines, text }: Document, offset: number): string {
  const { start, end } = lines.lineSpan(lines.lineOf(offset));
  return /^[ \t]*/.exec(text.slice(start, end).replace(/^\ufeff/, ""))?.[0] ?? "";
}

/** The column of an offset; a byte order mark before it does not count. */
export function columnOf({ lines, text }: Document, offset: number): number {
  const { character, line } = lines.positionAt(offset);
  return line === 0 && text.startsWith("\ufeff") ? Math.max(0, character - 1) : character;
}

class Habits {
  readonly units: string[] = [];
  readonly dashes: string[] = [];
  readonly quotes: QuoteHabit[] = [];
  readonly paddings: string[] = [];
  private seen = 0;

  constructor(private readonly document: Document) {}

  look(node: TreeNode): void {
    if (++this.seen > ENOUGH || this.document.text[node.span.start] === "*") return;
    if (node.type === "scalar") {
      if (typeof node.value === "string" && (node.style === "plain" || node.style === "single" || node.style === "double")) this.quotes.push(node.style);
      return;
    }
    if (node.flow) this.lookAtBrackets(node);
    if (node.type === "list") {
      for (const item of node.items) this.look(item);
      return;
    }
    for (const { key, value, merged } of node.entries) {
      if (merged) continue;
      if (!node.flow && value.type !== "scalar" && !value.flow) this.lookAtBlock(key.span.start, value);
      this.look(value);
    }
  }

  private lookAtBlock(key: number, value: TreeNode): void {
    const step = columnOf(this.document, value.span.start) - columnOf(this.document, key);
    if (value.type === "list") this.dashes.push(" ".repeat(Math.max(0, step)));
    if (step > 0) this.units.push(" ".repeat(step));
  }

  private lookAtBrackets(node: TreeNode & { type: "map" | "list" }): void {
    const { text, lines } = this.document;
    const first = node.type === "map" ? node.entries.find((entry) => !entry.merged)?.key : node.items[0];
    if (!first) return;
    if (lines.lineOf(first.span.start) === lines.lineOf(node.span.start)) {
      if (node.type === "map") this.paddings.push(/[ \t]/.test(text[node.span.start + 1] ?? "") ? " " : "");
      return;
    }
    const [outer, inner] = [indentAt(this.document, node.span.start), indentAt(this.document, first.span.start)];
    if (inner.startsWith(outer) && inner.length > outer.length) this.units.push(inner.slice(outer.length));
  }
}

/** The value that stands most often; the first of those that stand equally often. */
function most<Value extends string>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
