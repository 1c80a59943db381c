import type { Position, Range, Span } from "./span";

/**
 * Converts between offsets and positions of one text. A line ends at `\n`, `\r\n` or a lone `\r`, as in the language server
 * protocol, so that positions agree with every editor.
 */
export class Lines {
  private readonly starts: number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit === 13 && text.charCodeAt(index + 1) === 10) continue;
      if (unit === 10 || unit === 13) starts.push(index + 1);
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
