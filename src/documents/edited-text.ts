import type { Span } from "./span";

/** A change of text: `span` is replaced by `text`. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

type Piece = { readonly kept: Span } | { readonly added: string };

/** A text under changes that are made one after the other, which can be told at the end as changes of the text as it was. */
export class EditedText {
  private pieces: readonly Piece[];

  constructor(private readonly original: string) {
    this.pieces = [{ kept: { start: 0, end: original.length } }];
  }

  /** The text as it is now. */
  get text(): string {
    return this.pieces.map((piece) => this.written(piece)).join("");
  }

  /** Makes changes of the text as it is now. They must not overlap. */
  apply(changes: readonly Change[]): void {
    for (const { span, text } of [...changes].sort((a, b) => a.span.start - b.span.start).reverse()) {
      const [before, rest] = this.cut(this.pieces, span.start);
      const [, after] = this.cut(rest, span.end - span.start);
      this.pieces = [...before, ...(text === "" ? [] : [{ added: text }]), ...after];
    }
  }

  /** All changes so far, as changes of the original text in its order. */
  changes(): Change[] {
    const changes: Change[] = [];
    let place = 0;
    let added = "";
    const note = (end: number) => {
      if (added !== "" || end > place) changes.push({ span: { start: place, end }, text: added });
      added = "";
    };
    for (const piece of this.pieces) {
      if ("added" in piece) {
        added += piece.added;
        continue;
      }
      if (piece.kept.end <= piece.kept.start) continue;
      note(piece.kept.start);
      place = piece.kept.end;
    }
    note(this.original.length);
    return changes;
  }

  private written(piece: Piece): string {
    return "added" in piece ? piece.added : this.original.slice(piece.kept.start, piece.kept.end);
  }

  /** The pieces before and behind an offset into them. */
  private cut(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
    const before: Piece[] = [];
    let left = offset;
    for (const [index, piece] of pieces.entries()) {
      const { length } = this.written(piece);
      if (left < length) {
        const [head, tail] = this.halves(piece, left);
        return [[...before, ...head], [...tail, ...pieces.slice(index + 1)]];
      }
      before.push(piece);
      left -= length;
    }
    return [before, []];
  }

  private halves(piece: Piece, at: number): [Piece[], Piece[]] {
    if (at === 0) return [[], [piece]];
    if ("added" in piece) return [[{ added: piece.added.slice(0, at) }], [{ added: piece.added.slice(at) }]];
    const { start, end } = piece.kept;
    return [[{ kept: { start, end: start + at } }], [{ kept: { start: start + at, end } }]];
  }
}
