import type { KeyValue, Words } from "./markdown-block";

/** A bold or backticked key with its colon inside or outside of the marks; half- and full-width colons. */
const MARKED = /^(\*\*|__|`|\*|_)(.{1,80}?)\s*(?:([:：])\s*\1|\1\s*([:：]))\s*/u;
/** A key without marks: up to six words that begin with a letter, as people write metadata. */
const PLAIN = /^(\p{L}[\p{L}\p{N}()/&'’._-]*(?:[ \t]+[\p{L}\p{N}()/&'’._-]+){0,5})[ \t]*(?:：|:(?=[ \t]|$))[ \t]*/u;
/** A bold key and its value with a dash between them: `**Not for** — medical advice`. */
const DASHED = /^(\*\*|__)(.{1,80}?)\1\s+[—–-]\s+/u;

/** Reads one line as a key with its value; undefined when it is none. `start` is the line's place in the text. */
export function keyValueOf(line: string, start: number): KeyValue | undefined {
  const wrapped = /^([*_]{1,2})(?![*_])([^*_]+)\1$/.exec(line.trimEnd());
  if (wrapped) return keyValueOf(wrapped[2] ?? "", start + (wrapped[1] ?? "").length);
  const marked = MARKED.exec(line);
  const match = marked ?? DASHED.exec(line) ?? PLAIN.exec(line);
  if (!match) return undefined;
  const [whole] = match;
  const key = match.length > 2 ? (match[2] ?? "") : (match[1] ?? "");
  if (key.trim() === "" || /^(?:https?|note|nb)$/i.test(key)) return undefined;
  const keyStart = start + line.indexOf(key);
  const rest = line.slice(whole.length).trimEnd();
  const valueStart = start + whole.length;
  return {
    key: { text: unmarked(key), span: { start: keyStart, end: keyStart + key.length } },
    value: { text: unmarked(rest), span: { start: valueStart, end: valueStart + rest.length } },
    blocks: [],
    span: { start, end: valueStart + rest.length },
  };
}

/**
 * The keys of a paragraph, when its first line is one. A line without a key continues the value above it. A paragraph whose
 * keys are plain words is prose unless every line has one, since a sentence may hold a colon.
 */
export function keysOfLines(text: string, start: number): KeyValue[] {
  const keys: KeyValue[] = [];
  let plain = 0;
  let lines = 0;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const indent = /^[ \t>]*/.exec(match[0])?.[0].length ?? 0;
    const line = match[0].slice(indent).replace(/(?: {2,}|\\)$/, "");
    if (line === "") continue;
    lines++;
    const place = start + match.index + indent;
    const found = keyValueOf(line, place);
    const several = found ? besides(line, place) : [];
    if (several.length > 0) keys.push(...several);
    else if (found) {
      keys.push(found);
      if (!/^[*_`]/.test(line)) plain++;
    } else {
      const last = keys.pop();
      if (!last) return [];
      keys.push(continued(last, line, place));
    }
  }
  return plain > 0 && keys.length < lines && lines > 1 ? [] : keys;
}

/** `**Version:** 1.0 | **Date:** March 2025`: marked keys with a bar or dot between them on one line; none for a single one. */
function besides(line: string, start: number): KeyValue[] {
  const breaks = [...line.matchAll(/\s+[|·•]\s+(?=(?:\*\*|__)[^*_]{1,40}(?:[:：]\s*(?:\*\*|__)|(?:\*\*|__)\s*[:：]))/gu)];
  if (breaks.length === 0) return [];
  const starts = [0, ...breaks.map((one) => one.index + one[0].length)];
  const found = starts.map((from, index) => keyValueOf(line.slice(from, breaks[index]?.index ?? line.length), start + from));
  return found.every((one) => one !== undefined) ? found : [];
}

function continued(last: KeyValue, line: string, place: number): KeyValue {
  const end = place + line.trimEnd().length;
  const value: Words =
    last.value.text === ""
      ? { text: unmarked(line.trim()), span: { start: place, end } }
      : { text: `${last.value.text} ${unmarked(line.trim())}`, span: { start: last.value.span.start, end } };
  return { ...last, value, span: { start: last.span.start, end } };
}

/** A text without emphasis, code and link marks and without HTML tags. */
export function unmarked(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, "$1")
    .replace(/<(https?:[^>\s]+)>/g, "$1")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)(.+?)(?<=\S)[*_](?![\p{L}\p{N}])/gu, "$1")
    .replace(/`+/g, "")
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
