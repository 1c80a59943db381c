/**
 * A stretch of a large YAML text that reads the same alone as in its place: an entry of the root, the head of a long list, or
 * one item of such a list.
 */
export interface SegmentText {
  readonly role: "entry" | "head" | "item";
  readonly start: number;
  readonly text: string;
}

/** What ties stretches together: anchors, aliases, tags, directives, several documents, explicit keys. */
const TIES = /^(?:---|\.\.\.|%|\? )|(?:^|[\s[{,:-])[&*!][^\s,\]}&]/m;

const ROOT_KEY = /(?:[A-Za-z_][\w-]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=[ \t]|\r?\n|\r?(?![^]))/y;
const BARE_KEY = /^[^\r\n]*:[ \t]*(?:#[^\r\n]*)?\r?\n$/;

/**
 * Splits a text at the keys of its root and at the items of lists right below them, or gives undefined when it has to be read
 * as a whole. Only the shape of lines is looked at: the caller makes sure that every stretch is valid by itself, and then the
 * whole is, because a line at the indentation of a key or of an item's dash ends whatever was open above it.
 */
export function splitYaml(text: string): SegmentText[] | undefined {
  if (TIES.test(text)) return undefined;
  const starts = lineStartsWhere(text, 0, text.length, (start) => isRootKey(text, start));
  if (starts.length === 0) return undefined;
  starts[0] = 0;
  return starts.flatMap((start, index) => splitEntry(text, start, starts[index + 1] ?? text.length));
}

/** An entry whose value is an indented list becomes a head and one stretch per item. */
function splitEntry(text: string, start: number, end: number): SegmentText[] {
  const whole: SegmentText = { role: "entry", start, text: text.slice(start, end) };
  const first = /^[^\r\n]*\n(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*( *)- /.exec(whole.text);
  const indent = first?.[1];
  if (indent === undefined) return [whole];
  const dash = `${indent}- `;
  const items = lineStartsWhere(text, start, end, (line) => text.startsWith(dash, line));
  const head = text.slice(start, items[0]);
  if (!BARE_KEY.test(head) || (start === 0 && !isRootKey(head, 0))) return [whole];
  return [
    { role: "head", start, text: head },
    ...items.map((item, index): SegmentText => ({ role: "item", start: item, text: text.slice(item, items[index + 1] ?? end) })),
  ];
}

function isRootKey(text: string, start: number): boolean {
  ROOT_KEY.lastIndex = start;
  return ROOT_KEY.test(text);
}

function lineStartsWhere(text: string, from: number, to: number, test: (start: number) => boolean): number[] {
  const starts: number[] = [];
  for (let start = from; start < to; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline >= to ? to : newline;
    if (test(start)) starts.push(start);
    start = end + 1;
  }
  return starts;
}
