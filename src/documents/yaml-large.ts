import type { Comment, ReadResult } from "./document";
import type { Entry, ListNode, MapNode, TreeNode } from "./node";
import { splitYaml } from "./segments";
import type { SegmentText } from "./segments";
import type { Span } from "./span";
import { readYaml } from "./yaml";

/** Texts shorter than this are read whole: that takes a few milliseconds. */
const LARGE = 8_000;

/** A stretch as it was read: the entry (of a root or a head) or the item, and its comments, all with places in the whole text. */
export interface ReadSegment extends SegmentText {
  readonly entry: Entry | undefined;
  readonly item: TreeNode | undefined;
  readonly comments: readonly Comment[];
  /** Where the parser saw the stretch end. */
  readonly end: number;
}

/**
 * Reads a YAML text, a large one in stretches, so that after an edit only the stretches that changed are parsed again. The
 * result is the same as that of `readYaml`; whatever does not split cleanly, broken text above all, is read as a whole.
 */
export function readLargeYaml(text: string, previous: readonly ReadSegment[] | undefined): ReadResult {
  if (text.length < LARGE) return readYaml(text);
  const split = splitYaml(text);
  const segments = split && readSegments(split, previous ?? []);
  return segments ? assemble(segments, text) : readYaml(text);
}

function readSegments(split: readonly SegmentText[], previous: readonly ReadSegment[]): ReadSegment[] | undefined {
  let same = 0;
  while (same < split.length && same < previous.length && isSame(split[same], previous[same])) same++;
  let tail = 0;
  const most = Math.min(split.length, previous.length) - same;
  while (tail < most && isSame(split[split.length - 1 - tail], previous[previous.length - 1 - tail])) tail++;
  const read: ReadSegment[] = previous.slice(0, same);
  for (const segment of split.slice(same, split.length - tail)) {
    const fresh = readSegment(segment);
    if (!fresh) return undefined;
    read.push(fresh);
  }
  for (let index = split.length - tail; index < split.length; index++) {
    const old = previous[previous.length - (split.length - index)] as ReadSegment;
    read.push(moved(old, (split[index] as SegmentText).start - old.start));
  }
  return read;
}

function isSame(a: SegmentText | undefined, b: SegmentText | undefined): boolean {
  return a !== undefined && b !== undefined && a.role === b.role && a.text === b.text;
}

/** Undefined when the stretch is not valid by itself. */
function readSegment(segment: SegmentText): ReadSegment | undefined {
  const { parts, problems, comments } = readYaml(segment.text, segment.start);
  const root = parts[0]?.root;
  const end = parts[0]?.span.end ?? segment.start;
  if (problems.length > 0 || parts.length !== 1 || !root) return undefined;
  if (segment.role === "item") {
    return root.type === "list" && root.items.length === 1 ? { ...segment, entry: undefined, item: root.items[0], comments, end } : undefined;
  }
  return root.type === "map" && !root.flow && root.entries.length === 1 ? { ...segment, entry: root.entries[0], item: undefined, comments, end } : undefined;
}

function assemble(segments: readonly ReadSegment[], text: string): ReadResult & { segments: readonly ReadSegment[] } {
  const entries: Entry[] = [];
  for (let index = 0; index < segments.length; index++) {
    const { role, entry } = segments[index] as ReadSegment;
    if (!entry) continue;
    const items: ReadSegment[] = [];
    while (role === "head" && segments[index + 1]?.role === "item") items.push(segments[++index] as ReadSegment);
    entries.push(items.length > 0 ? withItems(entry, items) : entry);
  }
  const span = { start: entries[0]?.key.span.start ?? 0, end: entries.at(-1)?.span.end ?? 0 };
  const root: MapNode = { type: "map", span, entries, flow: false };
  const comments = segments.flatMap((segment) => segment.comments);
  return { parts: [{ index: 0, notation: "yaml", root, span: { start: 0, end: segments.at(-1)?.end ?? text.length } }], problems: [], comments, segments };
}

function withItems(head: Entry, segments: readonly ReadSegment[]): Entry {
  const items = segments.flatMap((segment) => segment.item ?? []);
  const first = segments[0] as ReadSegment;
  const start = first.start + first.text.search(/-/);
  const end = Math.max(start + 1, items.at(-1)?.span.end ?? 0);
  const value: ListNode = { type: "list", span: { start, end }, items, flow: false };
  return { ...head, value, span: { start: head.key.span.start, end } };
}

function moved(segment: ReadSegment, by: number): ReadSegment {
  if (by === 0) return segment;
  const { entry, item, comments } = segment;
  return {
    ...segment,
    start: segment.start + by,
    end: segment.end + by,
    entry: entry && movedEntry(entry, by),
    item: item && movedNode(item, by),
    comments: comments.map((comment) => ({ text: comment.text, span: movedSpan(comment.span, by) })),
  };
}

function movedNode(node: TreeNode, by: number): TreeNode {
  const span = movedSpan(node.span, by);
  if (node.type === "scalar") return { type: "scalar", span, value: node.value, source: node.source, style: node.style };
  if (node.type === "list") return { type: "list", span, items: node.items.map((item) => movedNode(item, by)), flow: node.flow };
  return { type: "map", span, entries: node.entries.map((entry) => movedEntry(entry, by)), flow: node.flow };
}

function movedEntry(entry: Entry, by: number): Entry {
  return {
    key: movedNode(entry.key, by) as Entry["key"],
    value: movedNode(entry.value, by),
    span: movedSpan(entry.span, by),
    merged: entry.merged,
  };
}

function movedSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
