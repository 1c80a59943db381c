import { contextOf } from "../standards/reference-context";
import type { ReferenceContext } from "../standards/reference-context";
import { mayNameStandard, standardsNamedBy } from "../standards/standard-names";
import type { WrittenTitle } from "../standards/title-beside";
import type { Comment, Document, Part } from "./document";
import { keyText } from "./node";
import type { Entry, MapNode, ScalarNode, TreeNode } from "./node";
import { titleElsewhere } from "./passage";
import type { Passage } from "./passage";
import type { Span } from "./span";

/** Keys whose value says to which framework the keys beside them belong. */
const FRAMEWORK = /^(?:control_?)?(?:standards?|frameworks?|norm|source|catalog(?:ue)?|scheme|regulation|authority|benchmark|label|iso)(?:_?(?:name|id|title))?$/i;
/** Keys whose value is the title of the number beside them. */
const TITLE = /^(?:(?:control|clause)_?)?(?:title|name|titel|titre|título|titolo|bezeichnung)$/i;
/** Keys whose value is a number that has a title. */
const NUMBERED = /^(?:(?:control|clause|annex(?:_?a)?|requirement|iso)_?)?(?:id|no|nr|num|number|code|ref|reference|control|clause)$/i;

/** Keys that hold the number of one clause. */
const CLAUSE_KEY = /(?:^|[_\s-])(?:clause|control|annex(?:[_\s-]a)?|ref|reference)(?:[_\s-](?:id|no|nr|number|ref))?$/i;
/** Keys whose value names the thing that the mapping is about. */
const ID = /^(?:id|uid|uuid|key|ref)$/i;
const DIGIT = /\d/;

/** A number without quotes where the number of a clause is expected. */
export interface Numeral {
  readonly node: ScalarNode;
  readonly around: readonly ReferenceContext[];
}

/** What a part holds: its passages, and numbers that may have been meant as the numbers of clauses. */
export interface PartPassages {
  readonly passages: readonly Passage[];
  readonly numerals: readonly Numeral[];
}

/** The keys, values and comments of one YAML document, JSON value or block of front matter. */
export function passagesOfPart(part: Part, document: Document, around: readonly ReferenceContext[]): PartPassages {
  const walk = new TreeWalk(document, document.comments.filter(({ span }) => span.start >= part.span.start && span.end <= part.span.end));
  if (part.root) walk.node(part.root, around, undefined);
  return { passages: [...walk.passages, ...walk.comments(around)], numerals: walk.numerals };
}

/** `5.10`: one point between two numbers that clauses and controls begin and go on with. */
const NUMERAL = /^(?:[4-9]|10)\.[1-9]\d?0?$/;

/** What a key says about the values behind it and beside it. */
interface KeyMeaning {
  readonly context: ReferenceContext | undefined;
  readonly framework: boolean;
  readonly title: boolean;
  /** Its value may be a number that has a title. */
  readonly numbered: boolean;
  /** Its value is the number of one clause. */
  readonly clause: boolean;
  readonly id: boolean;
}

class TreeWalk {
  readonly passages: Passage[] = [];
  readonly numerals: Numeral[] = [];
  /** The contexts of the values, by the line on which each begins; comments take theirs from there. */
  private readonly byLine = new Map<number, readonly ReferenceContext[]>();
  private readonly commentAt = new Map<number, Comment>();
  private readonly byKey = new Map<string, KeyMeaning>();
  private readonly behind = new Map<readonly ReferenceContext[], Map<ReferenceContext, readonly ReferenceContext[]>>();

  constructor(
    private readonly document: Document,
    private readonly all: readonly Comment[],
  ) {
    for (const comment of all) this.commentAt.set(document.lines.lineOf(comment.span.start), comment);
  }

  node(node: TreeNode, around: readonly ReferenceContext[], title: WrittenTitle | undefined): void {
    if (node.type === "map") this.map(node, around);
    else if (node.type === "list") for (const item of node.items) this.item(item, around);
    else this.scalar(node, around, title);
  }

  /** In a list of numbers below the name of a standard each is a clause's. */
  private item(item: TreeNode, around: readonly ReferenceContext[]): void {
    if (item.type === "scalar" && around[0]?.place === "key" && around[0].bars === undefined) this.numeral(item, around);
    this.node(item, around, undefined);
  }

  private numeral(node: ScalarNode, around: readonly ReferenceContext[]): void {
    if (typeof node.value === "number" && NUMERAL.test(node.source) && this.document.text.startsWith(node.source, node.span.start)) this.numerals.push({ node, around });
  }

  private map(node: MapNode, outside: readonly ReferenceContext[]): void {
    // The same surroundings stay the same list, so that what was read in them can be known again.
    const siblings = this.siblingContext(node);
    const around = siblings ? [siblings, ...outside] : outside;
    const titled = node.entries.find((entry) => this.meaningOf(entry).title && isText(entry.value));
    for (const entry of node.entries) {
      if (entry.merged) continue;
      const { context: own, clause, numbered } = this.meaningOf(entry);
      const above = this.contextAbove(entry);
      const outer = above ? [above, ...around] : around;
      const inside = own ? this.within(own, outer) : outer;
      if (own?.numbers && clause && entry.value.type === "scalar") this.numeral(entry.value, inside);
      this.scalar(entry.key, around, isText(entry.value) && DIGIT.test(keyText(entry)) ? this.titleFor(entry.key, entry.value) : undefined);
      this.node(entry.value, inside, numbered && titled && titled !== entry && !this.hasOtherId(node, entry) ? this.titleFor(entry.value, titled.value) : undefined);
    }
  }

  /** The surroundings behind a key with a context of its own, the same list wherever they are the same. */
  private within(own: ReferenceContext, around: readonly ReferenceContext[]): readonly ReferenceContext[] {
    const known = this.behind.get(around) ?? new Map<ReferenceContext, readonly ReferenceContext[]>();
    this.behind.set(around, known);
    const inside = known.get(own) ?? [own, ...around];
    known.set(own, inside);
    return inside;
  }

  /** What a comment on the lines right above a key says of all below it, as a heading does. */
  private contextAbove({ key }: Entry): ReferenceContext | undefined {
    if (this.all.length === 0) return undefined;
    const { lines, text } = this.document;
    const words: string[] = [];
    for (let line = lines.lineOf(key.span.start) - 1; ; line--) {
      const comment = this.commentAt.get(line);
      if (!comment || text.slice(text.lastIndexOf("\n", comment.span.start - 1) + 1, comment.span.start).trim() !== "") break;
      words.unshift(text.slice(comment.span.start, comment.span.end));
    }
    const said = words.join(" ");
    const context = mayNameStandard(said) ? contextOf("heading", said) : undefined;
    return context && context.standards.length > 0 ? context : undefined;
  }

  /** A register has the same dozen keys thousands of times. */
  private meaningOf(entry: Entry): KeyMeaning {
    const key = keyText(entry);
    let meaning = this.byKey.get(key);
    if (!meaning) {
      meaning = {
        context: contextOf("key", key),
        framework: FRAMEWORK.test(key),
        title: TITLE.test(key),
        numbered: NUMBERED.test(key),
        clause: CLAUSE_KEY.test(key.replace(/([a-z0-9])(?=[A-Z])/g, "$1_")),
        id: ID.test(key),
      };
      this.byKey.set(key, meaning);
    }
    return meaning;
  }

  /** True when the mapping is about a thing of its own, such as a risk, so that its title is not that of a clause. */
  private hasOtherId({ entries }: MapNode, entry: Entry): boolean {
    return entries.some((other) => other !== entry && this.meaningOf(other).id);
  }

  /** What the values beside each other say about their framework: `framework: ISO 27001`. */
  private siblingContext({ entries }: MapNode): ReferenceContext | undefined {
    const named = entries.filter((entry) => this.meaningOf(entry).framework);
    const names = named.length > 0 ? named.flatMap(({ value }) => namesIn(value)) : entries.flatMap((entry) => (this.meaningOf(entry).title ? namesIn(entry.value).filter(isName) : []));
    const context = names.length > 0 ? contextOf("row", names.join(" | ")) : undefined;
    return context && { ...context, numbers: false };
  }

  private scalar(node: ScalarNode, around: readonly ReferenceContext[], title: WrittenTitle | undefined): void {
    const { text, lines } = this.document;
    const raw = text.slice(node.span.start, node.span.end);
    if (raw === "" || (node.style === "plain" && raw.startsWith("*"))) return;
    // Lines are looked up for the comments alone: a register without any has thousands of values.
    const line = this.all.length > 0 ? lines.lineOf(node.span.start) : undefined;
    if (line !== undefined && !this.byLine.has(line)) this.byLine.set(line, around);
    if (typeof node.value !== "string" || !DIGIT.test(raw)) return;
    const comment = line === undefined || node.style === "block" ? undefined : this.commentAt.get(line);
    const behind = comment && comment.span.start >= node.span.end && /^[ \t,\]}]*$/.test(text.slice(node.span.end, comment.span.start)) ? comment : undefined;
    this.passages.push({ span: node.span, text: withoutEscapes(raw, node), around, heading: false, title: title ?? (behind && titleInComment(behind, node.span, text)) });
  }

  /** A comment belongs to the value on its line, else to the next one below. */
  comments(around: readonly ReferenceContext[]): Passage[] {
    const { lines, text } = this.document;
    const written = [...this.byLine.keys()].sort((a, b) => a - b);
    return this.all.flatMap(({ span }) => {
      const raw = text.slice(span.start, span.end);
      if (!DIGIT.test(raw) || /^(?:#|\/\/|\/\*)\s*clausewise/.test(raw)) return [];
      const line = lines.lineOf(span.start);
      const owner = this.byLine.get(line) ?? this.byLine.get(written.find((one) => one > line) ?? -1) ?? around;
      return [{ span, text: raw.replace(/^(?:#+|\/\/|\/\*)|\*\/$/g, (mark) => " ".repeat(mark.length)), around: owner, heading: false, title: undefined }];
    });
  }

  private titleFor(node: TreeNode, title: TreeNode): WrittenTitle | undefined {
    return title.type === "scalar" && typeof title.value === "string" && title.style !== "block" ? titleElsewhere(title.source, inner(title), node.span) : undefined;
  }
}

/** The place of a scalar's text without its quotes. */
function inner({ span, style }: ScalarNode): Span {
  return style === "double" || style === "single" ? { start: span.start + 1, end: span.end - 1 } : span;
}

function isText(node: TreeNode): boolean {
  return node.type === "scalar" && typeof node.value === "string" && node.style !== "block";
}

/** A name, or those of a short list. */
function namesIn(value: TreeNode): string[] {
  if (value.type === "list") return value.items.length > 8 ? [] : value.items.flatMap((item) => (item.type === "list" ? [] : namesIn(item)));
  return value.type === "scalar" && typeof value.value === "string" && value.value.length < 200 ? [value.value] : [];
}

/** Characters that may stand beside the name of a framework in a value that is nothing but this name, such as its version. */
const BESIDE_NAME = 6;

/** True for a text that names a framework and says nothing else: `PCI DSS 4.0`. */
function isName(text: string): boolean {
  const names = standardsNamedBy(text);
  const named = names.reduce((sum, { start, end }) => sum + end - start, 0);
  return names.length > 0 && text.trim().length - named <= BESIDE_NAME;
}

/** `ISO 42001: Data preparation` behind a value is the title of the value's clause. */
function titleInComment({ span }: Comment, passage: Span, text: string): WrittenTitle | undefined {
  const raw = text.slice(span.start, span.end);
  const lead = /^(?:#+|\/\/|\/\*)\s*(?:(?:ISO|IEC)[\w\s/:.-]*?\d{5}(?::\d{4})?\s*[:–—-]\s*)?/i.exec(raw)?.[0] ?? "";
  const words = raw.slice(lead.length).replace(/\s*\*\/$/, "");
  if (/[\d§]/.test(words)) return undefined;
  const cut = words.split(/\s[–—-]\s|;/)[0] ?? "";
  return titleElsewhere(cut, { start: span.start + lead.length, end: span.end }, passage);
}

/** Escapes of quoted texts, blanked, so that `\nA.5.7` begins a word; a letter written as its code keeps its place. */
function withoutEscapes(raw: string, { style }: ScalarNode): string {
  if (style !== "double" || !raw.includes("\\")) return raw;
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|.)/g, (escape, code?: string) => (code ? `${" ".repeat(escape.length - 1)}${String.fromCharCode(Number.parseInt(code, 16))}` : escape === "\\n" ? " \n" : "  "));
}
