import type { DocumentSymbol, SymbolKind } from "vscode-languageserver";
import type { Span } from "../documents/span";
import { covers } from "../documents/span";
import { isLeaf, itemTitle } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { FieldShape } from "../kinds/field";
import type { IndexedDocument } from "../workspace/workspace-index";
import { clauseIds } from "./clause-ids";
import type { FeatureContext } from "./context";

/** An outline with more rows than this helps nobody and slows the editor: then the deepest levels are left out. */
const SYMBOLS = 5_000;
/** Characters of a value that a symbol shows. */
const VALUE_LENGTH = 60;

/**
 * The fields of a file as an outline: titles as names, items by their label, and as detail the value or the clauses. A file of
 * several parts has one symbol per part. Only what stands in the front matter of a Markdown file: its headings have an outline
 * of the editor's own. Undefined for a file that is none of ours.
 */
export function documentSymbolsOf(context: FeatureContext, uri: string): DocumentSymbol[] | undefined {
  const document = context.index.get(uri);
  if (!document || document.readings.readings.length === 0) return undefined;
  const several = document.readings.document.parts.length > 1;
  return document.readings.readings.flatMap((reading) => {
    const outline = new Outline(document, reading);
    return several ? [outline.part()] : outline.fields();
  });
}

class Outline {
  private readonly depth: number;
  private readonly end: number;

  constructor(
    private readonly document: IndexedDocument,
    private readonly reading: Reading,
  ) {
    this.depth = depthWithin(reading.root, SYMBOLS);
    this.end = reading.document.bodyStart ?? reading.document.text.length;
  }

  fields(): DocumentSymbol[] {
    return this.inside(this.reading.root, 1);
  }

  /** The part as a whole, named by its kind and what it is about. */
  part(): DocumentSymbol {
    const { root, kind } = this.reading;
    const name = root.children.find((one) => ["name", "title", "id", "scope"].includes(one.definition.name) && typeof one.value === "string")?.value;
    return this.symbol(root, kind.title, typeof name === "string" ? shortened(name) : "", NAMESPACE, this.fields());
  }

  private inside(owner: Field, depth: number): DocumentSymbol[] {
    if (depth > this.depth) return [];
    return owner.children.filter((one) => one.span.end <= this.end).map((field) => this.field(field, depth));
  }

  private field(field: Field, depth: number): DocumentSymbol {
    const { definition } = field;
    const kind = field.index === undefined ? KINDS[definition.shape] : STRUCT;
    const name = field.index === undefined ? definition.title : shortened(itemTitle(field)) || `${definition.title} ${field.index + 1}`;
    return this.symbol(field, name, this.detail(field), kind, this.inside(field, depth + 1));
  }

  private detail(field: Field): string {
    if (field.index !== undefined) return "";
    if (isLeaf(field) && field.state !== "filled") return field.state;
    if (field.value !== undefined) return shortened(String(field.value));
    if (field.items.length === 1) return shortened(String(field.items[0]?.value));
    if (field.items.length > 1) return `${field.items.length} entries`;
    return clauseIds(field.definition, this.document).join(" · ");
  }

  private symbol({ anchor, span }: Field, name: string, detail: string, kind: SymbolKind, children: DocumentSymbol[]): DocumentSymbol {
    const { lines } = this.reading.document;
    const whole = covers(span, anchor) ? span : around(span, anchor);
    return { name, detail, kind, range: lines.rangeOf(whole), selectionRange: lines.rangeOf(anchor), children };
  }
}

/** `SymbolKind` of the protocol. */
const NAMESPACE = 3;
const STRUCT = 23;
const KINDS: Readonly<Record<FieldShape, SymbolKind>> = { text: 15, number: 16, integer: 16, boolean: 17, texts: 18, numbers: 18, lists: 18, object: 19, objects: 18, map: 19, any: 13 };

/** How many levels of fields stay within a number of them; at least one. */
function depthWithin(root: Field, limit: number): number {
  let level: readonly Field[] = root.children;
  let count = 0;
  for (let depth = 0; ; depth++) {
    count += level.length;
    if (level.length === 0 || count > limit) return Math.max(1, depth);
    level = level.flatMap((field) => field.children);
  }
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** A text on one line, cut where it is too long for a row. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > VALUE_LENGTH ? `${line.slice(0, VALUE_LENGTH - 1).trimEnd()}…` : line;
}
