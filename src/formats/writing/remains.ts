import type { Comment, Document } from "../../documents/document";
import type { Section } from "../../documents/markdown-block";
import { isEmptySection, sectionsIn } from "../../documents/sections";
import { isEmptyNode, keyText } from "../../documents/node";
import type { TreeNode } from "../../documents/node";
import { covers } from "../../documents/span";
import type { Span } from "../../documents/span";
import { isLeaf, walk } from "../field";
import { isNative } from "../format";
import type { Reading } from "../format";

/** Something a file says that no field holds. */
export interface Remainder {
  /** A key with those above it, a heading, or the words of a comment. */
  readonly name: string;
  readonly sort: "key" | "section" | "comment" | "comments" | "marks";
  readonly span: Span;
}

/** Keys that say how a file is written, and nothing of what it is about. */
const FORM = new Set(["$schema", "$id", "kind", "schema_version", "bomFormat", "specVersion", "version", "serialNumber", "type", "bom-ref", "ref", "key", "timestamp"]);

/**
 * What of a file no field holds, so that a text made of the fields goes without it. `body` leaves out what stands in the text of a
 * Markdown file, for a new file that takes the text over as it is.
 */
export function remainsOf(reading: Reading, body: "with body" | "without body"): Remainder[] {
  const { document, part } = reading;
  const held = walk(reading.root).filter((field) => isLeaf(field) && field.state !== "missing").flatMap((field) => [field.span, field.valueSpan, ...field.items.map(({ span }) => span)]);
  const isHeld = (span: Span) => held.some((one) => covers(one, span) || covers(span, one));
  const within = document.language === "markdown" && isNative(reading.format) ? { start: 0, end: document.text.length } : part.span;
  const keys = part.root ? keysIn(part.root, "", isHeld) : [];
  const text = document.body && document.language === "markdown" && body === "with body" ? inBody(document, document.body(), within, isHeld) : [];
  const comments = document.comments.filter((one) => covers(within, one.span) && one.text !== "" && !isDirective(one) && (body === "with body" || one.span.end <= (document.bodyStart ?? document.text.length)));
  return [...grouped(keys), ...commentsAmong(comments), ...text];
}

/** The same key in many entries is one thing to know. */
function grouped(keys: readonly Remainder[]): Remainder[] {
  const groups = new Map<string, Remainder[]>();
  for (const key of keys) {
    const name = key.name.replace(/\[\d+\]/g, "[]");
    groups.set(name, [...(groups.get(name) ?? []), key]);
  }
  return [...groups].flatMap(([name, [first, ...others]]) => (first ? [others.length === 0 ? first : { ...first, name: `${name} (${others.length + 1} times)` }] : []));
}

/** Comments that are told one by one; of more only how many there are. */
const MOST_COMMENTS = 3;

function commentsAmong(comments: readonly Comment[]): Remainder[] {
  const [first] = comments;
  if (first && comments.length > MOST_COMMENTS) return [{ name: `${comments.length} comments`, sort: "comments", span: first.span }];
  return comments.map(({ text, span }) => ({ name: text, sort: "comment", span }));
}

/** The highest keys of which no field holds anything; of a list, how many of its entries. */
function keysIn(node: TreeNode, before: string, isHeld: (span: Span) => boolean): Remainder[] {
  if (node.type === "scalar") return [];
  if (node.type === "list") {
    const left = node.items.filter((item) => !isHeld(item.span) && !isEmptyNode(item));
    const kept = node.items.flatMap((item, index) => (isHeld(item.span) ? keysIn(item, `${before}[${index}]`, isHeld) : []));
    return left[0] ? [...kept, { name: `${before} (${left.length} of ${node.items.length} entries)`, sort: "key", span: left[0].span }] : kept;
  }
  return node.entries.flatMap((entry): Remainder[] => {
    const name = before === "" ? keyText(entry) : `${before}.${keyText(entry)}`;
    if (entry.merged || isEmptyNode(entry.value) || FORM.has(keyText(entry))) return [];
    return isHeld(entry.value.span) ? keysIn(entry.value, name, isHeld) : [{ name, sort: "key", span: entry.span }];
  });
}

/** The highest sections of which no field holds anything, and how many links, pictures and pieces of code stand in those that are held. */
function inBody(document: Document, body: Section, within: Span, isHeld: (span: Span) => boolean): Remainder[] {
  const left = (section: Section): Remainder[] => {
    if (section.title && !isHeld(section.span)) return isEmptySection(section) ? [] : [{ name: section.title.text, sort: "section", span: section.title.span }];
    return section.sections.flatMap(left);
  };
  const marks = countMarks(document, within);
  return [...left(body).filter(({ span }) => covers(within, span)), ...marks];
}

/** Links, pictures and code, of which a field holds the words alone. */
function countMarks({ text, body }: Document, within: Span): Remainder[] {
  const words = text.slice(within.start, within.end);
  const code = body ? [...sectionsIn(body())].flatMap(({ blocks }) => blocks).filter((block) => block.type === "code" && covers(within, block.span)) : [];
  const links = [...words.matchAll(/!?\[[^\]]*\]\([^)\s]+[^)]*\)/g)];
  const first = links[0];
  return [
    ...(first ? [{ name: links.length === 1 ? "the address of a link" : `the addresses of ${links.length} links`, sort: "marks", span: { start: within.start + first.index, end: within.start + first.index + first[0].length } } as const] : []),
    ...(code[0] ? [{ name: code.length === 1 ? "a piece of code" : `${code.length} pieces of code`, sort: "marks", span: code[0].span } as const] : []),
  ];
}

function isDirective({ text }: Comment): boolean {
  return /^(?:clausewise|yaml-language-server)\b/.test(text);
}
