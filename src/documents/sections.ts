import type { Block, Section, Words } from "./markdown-block";
import type { Span } from "./span";

/** A line that begins a section. */
export interface Heading {
  readonly type: "heading";
  readonly depth: number;
  readonly words: Words;
  /** The whole heading with its marks. */
  readonly span: Span;
}

interface Open {
  title: Words | undefined;
  depth: number;
  span: Span;
  blocks: Block[];
  sections: Open[];
}

/** Puts the pieces of a body under their headings; a deeper heading belongs to the one above it. */
export function sectionTree(pieces: readonly (Heading | Block)[], span: Span): Section {
  const root: Open = { title: undefined, depth: 0, span, blocks: [], sections: [] };
  const open: Open[] = [root];
  for (const piece of pieces) {
    if (piece.type === "heading") {
      while ((open.at(-1)?.depth ?? 0) >= piece.depth) open.pop();
      const section: Open = { title: piece.words, depth: piece.depth, span: piece.span, blocks: [], sections: [] };
      (open.at(-1) ?? root).sections.push(section);
      open.push(section);
    } else (open.at(-1) ?? root).blocks.push(piece);
    for (const one of open) {
      if (one !== root) one.span = { start: one.span.start, end: Math.max(one.span.end, piece.span.end) };
    }
  }
  return root;
}

/** The section and everything below it, in the order of the text. */
export function* sectionsIn(section: Section): Generator<Section> {
  yield section;
  for (const one of section.sections) yield* sectionsIn(one);
}

/** True when the section holds nothing, not even a heading. */
export function isEmptySection(section: Section): boolean {
  return section.blocks.length === 0 && section.sections.length === 0;
}
