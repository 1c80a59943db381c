import { contextOf } from "../standards/reference-context";
import type { ReferenceContext } from "../standards/reference-context";
import { standardsNamedBy } from "../standards/standard-names";
import type { WrittenTitle } from "../standards/title-beside";
import type { Document } from "./document";
import type { Block, ListItem, Section, TableBlock, Words } from "./markdown-block";
import { titleElsewhere } from "./passage";
import type { Passage } from "./passage";
import type { Span } from "./span";

/** Titles of columns whose cells are the titles of the numbers before them. */
const TITLE_COLUMN = /^(?:(?:control|clause|annex a control|requirement|iso)\s*)?(?:title|name|titel|titre|título|titolo|bezeichnung|intitulé)$|^(?:control|clause|requirement|controls)$/i;
/** Titles of columns whose cells are numbers that have a title. */
const NUMBER_COLUMN = /(?:^|[^\p{L}])(?:id|ref|reference|no|nr|#|number|clause|control|annex|code|controls?|sub-clause|section|iso)(?:$|[^\p{L}])/iu;

/** The headings, paragraphs, items, cells and comments of a Markdown body. Fenced code is an example and is not read. */
export function passagesOfBody(document: Document, around: readonly ReferenceContext[]): Passage[] {
  const body = document.body?.();
  if (!body) return [];
  const walk = new BodyWalk(document.text);
  walk.section(body, around);
  const comments = document.comments.filter(({ span, text }) => span.start >= (document.bodyStart ?? 0) && !text.startsWith("clausewise"));
  return [...walk.passages, ...comments.flatMap(({ span }) => walk.passage(span, around))];
}

class BodyWalk {
  readonly passages: Passage[] = [];

  constructor(private readonly text: string) {}

  section({ title, blocks, sections }: Section, outside: readonly ReferenceContext[]): void {
    const own = title && contextOf("heading", title.text);
    const inside = own ? [own, ...outside] : outside;
    if (title) this.add(title, outside, undefined, true);
    // What a paragraph names holds for what follows it in the section.
    let spoken: readonly ReferenceContext[] = inside;
    for (const block of blocks) {
      this.block(block, spoken);
      const named = block.type === "paragraph" ? contextOf("text", block.words.text) : undefined;
      if (named && named.standards.length > 0) spoken = [named, ...inside];
    }
    for (const one of sections) this.section(one, inside);
  }

  private block(block: Block, around: readonly ReferenceContext[]): void {
    if (block.type === "paragraph") this.add(block.words, around);
    else if (block.type === "list") for (const item of block.items) this.item(item, around);
    else if (block.type === "table") this.table(block, around);
  }

  private item({ words, blocks }: ListItem, around: readonly ReferenceContext[]): void {
    this.add(words, around);
    const named = blocks.length > 0 ? contextOf("text", words.text) : undefined;
    const inside = named && (named.standards.length > 0 || named.others) ? [{ ...named, place: "heading" as const }, ...around] : around;
    for (const block of blocks) this.block(block, inside);
  }

  private table({ header, rows }: TableBlock, around: readonly ReferenceContext[]): void {
    for (const cell of header) this.add(cell, around);
    const columns = header.map((cell) => contextOf("column", cell.text));
    for (const row of rows) {
      const edition = editionOf(row[0]);
      row.forEach((cell, index) => {
        const column = columns[index];
        const beside = contextOf("row", row.filter((other) => other !== cell && isName(other.text)).map((other) => other.text).join(" | "));
        // A number in a row that names a standard is a clause only below a title that says so.
        const context = [...(index > 0 && edition ? [edition] : []), ...(column ? [column] : []), ...(beside ? [{ ...beside, numbers: false }] : []), ...around];
        this.add(cell, context, titleIn(header, row, index));
      });
    }
  }

  private add(words: Words, around: readonly ReferenceContext[], title?: WrittenTitle, heading = false): void {
    this.passages.push(...this.passage(words.span, around, title, heading));
  }

  passage(span: Span, around: readonly ReferenceContext[], title?: WrittenTitle, heading = false): Passage[] {
    const raw = this.text.slice(span.start, span.end);
    return /\d/.test(raw) ? [{ span, text: withoutMarks(raw), around, heading, title }] : [];
  }
}

/** The edition that the first cell of a row names for the others: `2013 mapping`. */
function editionOf(cell: Words | undefined): ReferenceContext | undefined {
  const context = contextOf("row", cell?.text ?? "");
  return context?.edition === undefined ? undefined : { ...context, standards: [], others: false, numbers: false };
}

/** True for a cell that is the name of a framework and little more; one that mentions a framework says nothing about its row. */
function isName(text: string): boolean {
  if (text.length > 60 || !/[A-Z]/.test(text)) return false;
  const named = standardsNamedBy(text).reduce((sum, name) => sum + name.end - name.start, 0);
  return named * 2 >= text.length;
}

/** The next cell, where the columns are titled as a number and its title. */
function titleIn(header: readonly Words[], row: readonly Words[], index: number): WrittenTitle | undefined {
  const [cell, next] = [row[index], row[index + 1]];
  if (!cell || !next || !NUMBER_COLUMN.test(header[index]?.text ?? "") || !TITLE_COLUMN.test(header[index + 1]?.text ?? "")) return undefined;
  return titleElsewhere(next.text, next.span, cell.span);
}

/** `[4.5](#45-backups)`: the number of one of the document's own sections. */
const OWN_SECTION = /\[§?\s*\d[\d.]*\]\(#[^()\s]*\)/g;

/** The words of a piece of Markdown: emphasis, targets of links, tags and quote marks are blanked, and places stay the same. */
function withoutMarks(raw: string): string {
  return raw
    .replace(OWN_SECTION, (link) => link.replace(/[^\n]/g, " "))
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|<!--|-->|<\/?[a-z][^<>]*>|^[ \t]*(?:>[ \t]?)+|\*+|`+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|\\(?=[!-/:-@[-`{-~])/gimu, (mark) => mark.replace(/[^\n]/g, " "))
    .replace(/[[\]](?=\s|$)|(?<=\s|^)\[/g, " ");
}
