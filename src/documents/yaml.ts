import { Composer, isAlias, isMap, isPair, isScalar, isSeq, Lexer, Parser } from "yaml";
import type { Alias, Document as YamlDocument, Node as YamlNode, Pair, Scalar, YAMLError, YAMLMap, YAMLSeq } from "yaml";
import type { Comment, Part, ReadResult, SyntaxProblem } from "./document";
import { keyText } from "./node";
import type { Entry, ScalarNode, ScalarStyle, TreeNode } from "./node";
import { loopingAliases, unclosed, unknownAlias, yamlProblem } from "./problems";
import type { Span } from "./span";

/** Nodes that aliases may add to one document before it counts as looping (a "billion laughs" file has more). */
const ALIAS_BUDGET = 20_000;
/** Nesting deeper than this is not followed; no document of ours comes near it. */
const DEPTH_LIMIT = 200;

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", "[": "]", "{": "}" };
const COLON = /[ \t]*:/y;
const SCALAR_MARK = "\u001f";

/**
 * Reads a YAML stream (YAML 1.2 core schema, merge keys understood). Never throws: broken text gives a tree of what could be
 * read and the problems found. `offset` is added to every position, so front matter can be read in place.
 */
export function readYaml(text: string, offset = 0): ReadResult {
  const comments: Comment[] = [];
  const problems: SyntaxProblem[] = [];
  const parts: Part[] = [];
  const composer = new Composer({ uniqueKeys: false, version: "1.2", schema: "core", prettyErrors: false, logLevel: "silent" });
  for (const doc of composer.compose(tokens(text, offset, comments), true, text.length)) {
    const span = { start: offset + (parts.length === 0 ? 0 : doc.range[0]), end: offset + doc.range[2] };
    const reader = new NodeReader(doc, offset, text);
    const root = doc.contents === null ? undefined : reader.read(doc.contents, undefined, 0);
    parts.push({ index: parts.length, notation: "yaml", root: isAbsent(root) ? undefined : root, span });
    for (const error of doc.errors) problems.push(reader.unclosedAt(error) ?? yamlProblem(error, text, offset));
    problems.push(...reader.unknown.map(unknownAlias));
    if (reader.looping) problems.push(loopingAliases(reader.looping));
  }
  return { parts, problems, comments };
}

/** Feeds the lexer's tokens to the parser and notes the comments on their way, since the composed tree keeps no places for them. */
function* tokens(text: string, offset: number, comments: Comment[]) {
  const parser = new Parser();
  let place = 0;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    const mark = token.length === 1 && (token === SCALAR_MARK || token === "\u0002" || token === "\u0018");
    if (!mark) {
      if (!scalar && token.charCodeAt(0) === 35) {
        comments.push({ text: token.slice(1).trim(), span: { start: offset + place, end: offset + place + token.length } });
      }
      place += token.length;
    }
    scalar = token === SCALAR_MARK;
    yield* parser.next(token);
  }
  yield* parser.end();
}

function isAbsent(node: TreeNode | undefined): boolean {
  return node?.type === "scalar" && node.value === null && node.source === "";
}

/** Turns composed nodes into ours. Aliases become what they stand for, with the place of the alias. */
class NodeReader {
  /** The place of the alias that loops or explodes, once one was met. */
  looping: Span | undefined;
  /** Aliases of anchors that are nowhere above. */
  readonly unknown: Span[] = [];
  private budget = ALIAS_BUDGET;
  private readonly open = new Set<YamlNode>();
  private readonly unclosed: Span[] = [];
  /** True when a line without a colon, such as a key being typed, runs into the key on the next line. */
  private readonly runsOn: boolean;

  constructor(
    private readonly doc: YamlDocument,
    private readonly offset: number,
    private readonly text: string,
  ) {
    this.runsOn = doc.errors.some((error) => error.code === "MULTILINE_IMPLICIT_KEY");
  }

  /** The parser notices a missing quote or bracket only where the text goes on; the problem is where it was opened. */
  unclosedAt({ code, pos }: YAMLError): SyntaxProblem | undefined {
    if (code !== "MISSING_CHAR" && code !== "BAD_INDENT") return undefined;
    const open = this.unclosed.find((span) => Math.abs(pos[0] + this.offset - span.end) <= 1);
    return open && unclosed(open, this.text, this.offset);
  }

  /** `at` is the place of the alias through which this node is read, undefined when it is read where it stands. */
  read(node: YamlNode | null | undefined, at: Span | undefined, depth: number, fallback = 0): TreeNode {
    if (at && --this.budget < 0) this.looping ??= at;
    if (!node || depth > DEPTH_LIMIT || this.looping) return nothing(at ?? this.empty(fallback));
    const span = at ?? this.spanOf(node, fallback);
    if (isAlias(node)) return this.alias(node, span, depth);
    if (!at && this.isUnclosed(node)) this.unclosed.push(span);
    if (isMap(node)) return this.map(node, span, at, depth);
    if (isSeq(node)) return this.list(node, span, at, depth);
    return isScalar(node) ? scalarOf(node, span) : nothing(span);
  }

  private alias(node: Alias, span: Span, depth: number): TreeNode {
    const target = node.resolve(this.doc);
    if (!target) {
      this.unknown.push(span);
      return nothing(span);
    }
    if (this.open.has(target)) {
      this.looping ??= span;
      return nothing(span);
    }
    return this.read(target, span, depth + 1);
  }

  private map(node: YAMLMap, span: Span, at: Span | undefined, depth: number): TreeNode {
    this.open.add(node);
    const entries: Entry[] = [];
    const merges: { value: TreeNode; at: Span }[] = [];
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const { key, value } = pair as Pair<YamlNode | null, YamlNode | null>;
      const keyNode = this.key(key, at, span.start);
      const valueNode = this.read(value, at, depth + 1, this.behindColon(keyNode.span.end - this.offset));
      if (keyNode.value === "<<" && keyNode.style === "plain") {
        merges.push({ value: valueNode, at: valueNode.span });
        continue;
      }
      const end = Math.max(keyNode.span.end, valueNode.span.end);
      entries.push({ key: keyNode, value: valueNode, span: { start: keyNode.span.start, end }, merged: false });
    }
    for (const merge of merges) mergeInto(entries, merge.value, merge.at);
    this.open.delete(node);
    return { type: "map", span: tight(span, entries.findLast((entry) => !entry.merged)?.span ?? merges.at(-1)?.at, node.flow), entries, flow: node.flow === true };
  }

  private list(node: YAMLSeq, span: Span, at: Span | undefined, depth: number): TreeNode {
    this.open.add(node);
    const items = node.items.map((item) => this.read(item as YamlNode, at, depth + 1, span.start - this.offset));
    this.open.delete(node);
    return { type: "list", span: tight(span, items.at(-1)?.span, node.flow), items, flow: node.flow === true };
  }

  private key(key: YamlNode | null, at: Span | undefined, fallback: number): ScalarNode {
    const node = this.read(key, at, 0, fallback - this.offset);
    if (node.type === "scalar") return this.runsOn && !at && node.style === "plain" ? this.lastLine(node) : node;
    return { type: "scalar", span: node.span, value: "", source: "", style: "plain" };
  }

  /** Of a key that ran on from the line above, what stands on its own line. */
  private lastLine(node: ScalarNode): ScalarNode {
    const written = this.text.slice(node.span.start - this.offset, node.span.end - this.offset);
    const own = /[^\r\n]*$/.exec(written)?.[0].trimStart() ?? "";
    if (own === "" || own.length === written.length) return node;
    return { type: "scalar", span: { start: node.span.end - own.length, end: node.span.end }, value: own, source: own, style: "plain" };
  }

  /** Where a value would begin: behind the colon that follows a key, or right behind a key without one. */
  private behindColon(keyEnd: number): number {
    COLON.lastIndex = keyEnd;
    return COLON.test(this.text) ? COLON.lastIndex : keyEnd;
  }

  /** True for a quoted text, a list or a mapping that does not end with what closes it. */
  private isUnclosed(node: YamlNode): boolean {
    const delimited = isScalar(node) ? node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" : (isMap(node) || isSeq(node)) && node.flow;
    if (!node.range || !delimited) return false;
    const written = this.text.slice(node.range[0], node.range[1]);
    return written.length < 2 || CLOSING[written.charAt(0)] !== written.at(-1);
  }

  private spanOf(node: YamlNode, fallback: number): Span {
    if (!node.range) return this.empty(fallback);
    return { start: node.range[0] + this.offset, end: node.range[1] + this.offset };
  }

  private empty(place: number): Span {
    return { start: place + this.offset, end: place + this.offset };
  }
}

/** An indented collection ends with its last value; the blank lines and comments below it belong to nobody. */
function tight(span: Span, last: Span | undefined, flow: boolean | undefined): Span {
  return flow || !last ? span : { start: span.start, end: Math.max(span.start + 1, last.end) };
}

/** Adds what a merge key brings in, below what the mapping says itself. */
function mergeInto(entries: Entry[], value: TreeNode, at: Span): void {
  if (value.type === "list") {
    for (const item of value.items) mergeInto(entries, item, at);
    return;
  }
  if (value.type !== "map") return;
  const known = new Set(entries.map(keyText));
  for (const entry of value.entries) {
    if (!known.has(keyText(entry))) entries.push({ ...entry, span: at, merged: true });
  }
}

function nothing(span: Span): ScalarNode {
  return { type: "scalar", span: { start: span.start, end: span.end }, value: null, source: "", style: "plain" };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_DOUBLE: "double",
  QUOTE_SINGLE: "single",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};

function scalarOf(node: Scalar, span: Span): ScalarNode {
  const value = node.value;
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  const source = node.source ?? "";
  return {
    type: "scalar",
    span,
    value: typeof value === "bigint" ? Number(value) : plain,
    // The same text is kept once: a register has tens of thousands of them.
    source: plain === source ? plain : source,
    style: STYLES[node.type ?? ""] ?? "plain",
  };
}
