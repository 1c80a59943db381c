import type { Block, ListItem, Section, TableBlock, Words } from "../documents/markdown-block";

/** Code says little; its first characters stand for it. */
const CODE_SHOWN = 120;

/** The separate points of some blocks: paragraphs, the entries of lists with what is nested below them, tables, code. */
export function pointsOf(blocks: readonly Block[], text: string): Words[] {
  return blocks.flatMap((block): Words[] => {
    if (block.type === "paragraph") return block.words.text === "" ? [] : [block.words];
    if (block.type === "list") return block.items.flatMap((item) => pointOf(item, text));
    if (block.type === "table") return isUnanswered(block) ? [] : [{ text: [block.header, ...block.rows].map((row) => row.map((cell) => cell.text).join(" | ")).join("\n"), span: block.span }];
    return [{ text: text.slice(block.span.start, Math.min(block.span.end, block.span.start + CODE_SHOWN)), span: block.span }];
  });
}

/** A form that nobody filled in: no row says anything behind its first cell. */
function isUnanswered({ header, rows }: TableBlock): boolean {
  return header.length > 1 && rows.length > 0 && rows.every((row) => row.slice(1).every((cell) => cell.text === ""));
}

/** An entry of a list as one point. */
export function pointOf(item: ListItem, text: string): Words[] {
  const below = pointsOf(item.blocks, text);
  const words = [item.words, ...below].map((one) => one.text).filter((one) => one !== "");
  const end = below.at(-1)?.span.end ?? item.words.span.end;
  return words.length === 0 ? [] : [{ text: words.join(" "), span: { start: item.words.span.start, end: Math.max(end, item.words.span.end) } }];
}

/** Several points as one text, from the first to the last. */
export function joined(points: readonly Words[]): Words | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return undefined;
  return { text: points.map((point) => point.text).join("\n\n"), span: { start: first.span.start, end: Math.max(...points.map((point) => point.span.end)) } };
}

/** The sentences of a point with their places. */
export function sentencesOf(point: Words, text: string): Words[] {
  const raw = text.slice(point.span.start, point.span.end);
  return [...raw.matchAll(/[^.!?。！？\n]+(?:[.!?。！？]+(?=\s|$|\p{Script=Han})|\n|$)?(?:[^\s.!?。！？][^.!?。！？\n]*[.!?。！？]*)?/gu)].flatMap((match) => {
    const lead = /^[\s*_-]*/.exec(match[0])?.[0].length ?? 0;
    const words = match[0].slice(lead).replace(/[\s*_]+$/, "");
    const start = point.span.start + match.index + lead;
    return words === "" ? [] : [{ text: words.replace(/\*{2,}|_{2,}/g, "").replace(/\s+/g, " "), span: { start, end: start + words.length } }];
  });
}

/** What stands in a section and in everything below it. */
export function allBlocks(section: Section): Block[] {
  return [...section.blocks, ...section.sections.flatMap(allBlocks)];
}
