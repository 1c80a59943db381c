import type { Position, Range, Span } from "./span";

/**
 * Converts between offsets and positions of one text. A line ends at `\n`, `\r\n` or a lone `\r`, as in the language server
 * protocol, so that positions agree with every editor.
 */
export class Lines {
  private readonly starts: number[];

  constructor(private readonly text: string) {
    const starts = [0];
    let feed = text.indexOf("\n");
    let lone = loneReturn(text, 0);
    // A search takes a fraction of the time of a look at every unit, and most texts have no lone `\r`.
    while (feed >= 0 || lone >= 0) {
      const end = lone < 0 || (feed >= 0 && feed < lone) ? feed : lone;
      starts.push(end + 1);
      if (end === feed) feed = text.indexOf("\n", end + 1);
      else lone = loneReturn(text, end + 1);
    }
    this.starts = starts;
  }

  /** Number of lines; an empty text has one. */
  get count(): number {
    return this.starts.length;
  }

  /** The position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= clamped) low = middle + 1;
      else high = middle;
    }
    const line = low - 1;
    return { line, character: clamped - (this.starts[line] ?? 0) };
  }

  /** The offset of a position; lines and characters outside the text are clamped to it. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.starts[position.line];
    if (start === undefined) return this.text.length;
    const span = this.lineSpan(position.line);
    return Math.min(start + Math.max(0, position.character), span.end);
  }

  /** The range of a span. */
  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** The span of a line without its line ending. */
  lineSpan(line: number): Span {
    const start = this.starts[line] ?? this.text.length;
    let end = this.starts[line + 1] ?? this.text.length;
    while (end > start && /[\r\n]/.test(this.text[end - 1] ?? "")) end--;
    return { start, end };
  }

  /** The zero-based line an offset is on. */
  lineOf(offset: number): number {
    return this.positionAt(offset).line;
  }
}

/** The next `\r` that no `\n` follows, or -1. */
function loneReturn(text: string, from: number): number {
  let at = text.indexOf("\r", from);
  while (at >= 0 && text.charCodeAt(at + 1) === 10) at = text.indexOf("\r", at + 2);
  return at;
}
