import type { Gap } from "./completion-gap";

/** A line of indented YAML, from its first character (behind a byte order mark) to its end without the line ending. */
export interface Line {
  readonly text: string;
  /** Offset of its first character in the document. */
  readonly start: number;
  /** The last line above it that is not blank. */
  readonly above: string;
  /** The last line above it that is moved in no further than the cursor's line. */
  readonly holder: string;
}

/**
 * The gaps that the cursor may mean on a line of indented YAML, the likeliest first. They go by the line alone; whether something can
 * stand there is for the parser to say. `column` is the cursor's place in the line.
 */
export function blockGaps(line: Line, column: number): Gap[] {
  const head = /^[ ]*(?:-[ ]+)*(?:-(?=$))?/.exec(line.text.slice(0, column))?.[0] ?? "";
  const content = line.text.slice(head.length);
  const start = contentStart(line.text, head.length);
  if (content.trimStart().startsWith("#") && column < start) return [];
  const colon = colonIn(line.text, start);
  if (colon !== undefined && column > colon) return valueGaps(line, column, colon);
  if (column < start && start < line.text.length) return [];
  if (colon !== undefined) return column > start ? [gapOf(line, "name", start, line.text.slice(0, colon).trimEnd().length)] : [];
  return [...entryGaps(line, column, head, Math.min(start, column)), ...deeperGap(line, column)];
}

/**
 * On a blank line below `- name: …` the cursor stands where the dash does, since editors move it there; the keys of the item belong
 * further in.
 */
function deeperGap(line: Line, column: number): Gap[] {
  const dashes = /^ *(?:- +)+(?=[^\s#])/.exec(line.above)?.[0].length ?? 0;
  if (line.text.trim() !== "" || dashes <= column) return [];
  return [{ ...gapOf(line, "key", column, column), before: " ".repeat(dashes - column) }];
}

/** Where the first word behind the indentation and the dashes stands. */
function contentStart(text: string, from: number): number {
  return from + (/^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0);
}

/** The colon that ends a key beginning at `start`: one before a blank or the end of the line, outside of quotes. */
function colonIn(text: string, start: number): number | undefined {
  const key = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#[\]{}](?:[^:#]|:(?=\S)|(?<=\S)#)*?)[ \t]*(?=:(?:[ \t]|$))/.exec(text.slice(start))?.[0];
  return key === undefined ? undefined : start + key.length;
}

function valueGaps(line: Line, column: number, colon: number): Gap[] {
  const { text } = line;
  const start = contentStart(text, colon + 1);
  if (start >= text.length || (text[start] === "#" && column <= start)) {
    const missing = column === colon + 1 ? " " : "";
    return [{ ...gapOf(line, "value", column, column), before: missing, after: text[column] === "#" ? " " : "" }];
  }
  const end = tokenEnd(text, start);
  return isWithin(text, start, end, column) ? [gapOf(line, "value", start, Math.max(end, column))] : [];
}

/** Behind the indentation or a dash: a key, an item of a list, or a single value. */
function entryGaps(line: Line, column: number, head: string, from: number): Gap[] {
  const { text } = line;
  const start = Math.max(from, head.length);
  const end = tokenEnd(text, start);
  if (!isWithin(text, start, end, column)) return [];
  const missing = head.endsWith("-") ? " " : "";
  const after = text[Math.max(end, column)] === "#" ? " " : "";
  const gap = (on: Gap["on"]): Gap => ({ ...gapOf(line, on, start, Math.max(end, column)), before: missing, after });
  // Where lines below already belong to the key, only its name is written.
  const name: Gap = { ...gap("name"), after: `:${after}` };
  if (head.includes("-")) return [gap("key"), name, gap("value")];
  // A list or a value can begin only below a key without one, and a list goes on only below a dash.
  const open = /:[ \t]*(?:#.*)?$/.test(line.holder);
  const dash = /^ *-(?: |$)/.test(line.holder);
  return [gap("key"), name, ...(open || dash ? [gap("item")] : []), ...(open ? [gap("value")] : [])];
}

/** The end of the scalar that begins at `start`: of a quoted one behind its quote, of a plain one before a comment. */
function tokenEnd(text: string, start: number): number {
  const rest = text.slice(start);
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
  if (quoted !== undefined) return start + quoted.length;
  const comment = /(?:^|[ \t])#/.exec(rest)?.index ?? rest.length;
  return start + rest.slice(0, comment).trimEnd().length;
}

/** The cursor is in the scalar, at its end, or parted from it by blanks while it is being typed. */
function isWithin(text: string, start: number, end: number, column: number): boolean {
  if (/^(?:[|>&!*@`%?[{#]|-\S)/.test(text.slice(start, end))) return false;
  if (column >= start && column <= end) return true;
  return column > end && !/["']$/.test(text.slice(start, end)) && text.slice(end, column).trim() === "";
}

function gapOf(line: Line, on: Gap["on"], start: number, end: number): Gap {
  return { on, span: { start: line.start + start, end: line.start + end }, before: "", after: "", comma: undefined, flow: false };
}
