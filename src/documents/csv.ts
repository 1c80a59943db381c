import type { ReadResult } from "./document";
import type { Section, TableBlock, Words } from "./markdown-block";
import { unclosedCell } from "./problems";
import { sectionTree } from "./sections";
import type { Heading } from "./sections";
import type { Span } from "./span";

/** A record of a table of values: its cells, and where it stands without its line ending. */
export interface CsvRecord {
  readonly cells: readonly Words[];
  readonly span: Span;
}

/** A table of values as it is written. */
export interface Csv {
  readonly records: readonly CsvRecord[];
  readonly delimiter: string;
  /** Where a quote begins that nothing closes. */
  readonly unclosed: number | undefined;
}

/** What spreadsheets write between cells; a point of order where a file could be read in two ways. */
const DELIMITERS = [",", ";", "\t", "|"];

/** Lines that show how a file is separated; more would say the same. */
const LOOKED_AT = 20;

/** Spreadsheets of some countries name the delimiter in the first line. */
const NAMED = /^\ufeff?"?sep=(.)"?\r?(?:\n|$)/i;

/**
 * Reads a table of values separated by commas, semicolons, tabs or bars. Never throws. Written for its places: cells know where they
 * stand in the text, without their quotes, and a quote that nothing closes ends at the end of its line instead of the file's.
 * Source: RFC 4180; `sep=` is a habit of spreadsheets.
 */
export function readRecords(text: string): Csv {
  const named = NAMED.exec(text);
  const start = named ? named[0].length : text.startsWith("\ufeff") ? 1 : 0;
  const delimiter = named?.[1] ?? delimiterOf(text.slice(start));
  return new Scanner(text, delimiter).read(start);
}

/** The delimiter that cuts most of the first records into the same number of cells, and into more than the others do. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "").slice(0, LOOKED_AT).join("\n");
  const rated = DELIMITERS.map((delimiter) => {
    const widths = new Scanner(lines, delimiter).read(0).records.map(({ cells }) => cells.length);
    const usual = mostFrequent(widths.filter((width) => width > 1));
    return { delimiter, width: usual, share: usual === 0 ? 0 : widths.filter((width) => width === usual).length / widths.length };
  });
  return rated.sort((a, b) => b.share * Math.min(b.width, 4) - a.share * Math.min(a.width, 4))[0]?.delimiter ?? ",";
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

class Scanner {
  private unclosed: number | undefined;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  read(from: number): Csv {
    const records: CsvRecord[] = [];
    for (let place = from; place < this.text.length; ) {
      const cells: Words[] = [];
      const start = place;
      for (;;) {
        const { words, end } = this.cell(place);
        cells.push(words);
        place = end;
        if (this.text[place] !== this.delimiter) break;
        place++;
      }
      records.push({ cells, span: { start, end: place } });
      if (this.text[place] === "\r") place++;
      if (this.text[place] === "\n") place++;
    }
    return { records, delimiter: this.delimiter, unclosed: this.unclosed };
  }

  /** A cell and where the delimiter or line ending behind it stands. */
  private cell(start: number): { words: Words; end: number } {
    let open = start;
    while (this.text[open] === " ") open++;
    if (this.text[open] === '"') {
      const close = this.closing(open + 1);
      if (close !== undefined) return { words: wordsOf(this.text, open + 1, close, true), end: this.ending(close + 1) };
      this.unclosed ??= open;
    }
    const end = this.ending(start);
    return { words: wordsOf(this.text, start, end, false), end };
  }

  /** The quote that closes the cell: the first that is not doubled. */
  private closing(from: number): number | undefined {
    for (let place = this.text.indexOf('"', from); place >= 0; place = this.text.indexOf('"', place + 2)) {
      if (this.text[place + 1] !== '"') return place;
    }
    return undefined;
  }

  private ending(from: number): number {
    for (let place = from; place < this.text.length; place++) {
      const unit = this.text[place];
      if (unit === this.delimiter || unit === "\n" || unit === "\r") return place;
    }
    return this.text.length;
  }
}

function wordsOf(text: string, from: number, to: number, quoted: boolean): Words {
  const raw = text.slice(from, to);
  const lead = raw.trim() === "" ? 0 : (/^\s*/.exec(raw)?.[0].length ?? 0);
  const written = raw.trim();
  const said = (quoted ? written.replace(/""/g, '"') : written).replace(/\s+/g, " ");
  return { text: said, span: { start: from + lead, end: from + lead + written.length } };
}

/** A text as a cell: in quotes where it has to be, or where its neighbours are. */
export function csvCell(text: string, delimiter: string, quoted: boolean): string {
  return quoted || text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * Reads a table of values as a body with one table. A line with one cell above a header is the title of what follows, so that a sheet with a
 * heading, or with several tables below each other, is read as a Markdown file with such sections would be.
 */
export function readCsv(text: string): ReadResult {
  let body: Section | undefined;
  const csv = readRecords(text);
  const problems = csv.unclosed === undefined ? [] : [unclosedCell(csv.unclosed, text)];
  return { parts: [], problems, comments: [], body: () => (body ??= bodyOf(csv, text)) };
}

function bodyOf({ records }: Csv, text: string): Section {
  const pieces: (Heading | TableBlock)[] = [];
  let rows: CsvRecord[] = [];
  let apart = true;
  const close = () => {
    const [header, ...others] = rows;
    if (header) pieces.push({ type: "table", notation: "values", span: { start: header.span.start, end: others.at(-1)?.span.end ?? header.span.end }, header: header.cells, rows: others.map(({ cells }) => cells) });
    rows = [];
  };
  for (const record of records) {
    const said = record.cells.filter((cell) => cell.text !== "");
    const [only] = said;
    if (only === undefined) apart = true;
    else if (said.length === 1 && apart && record.cells[0] === only) {
      close();
      pieces.push({ type: "heading", depth: pieces.length === 0 ? 1 : 2, words: only, span: record.span });
    } else {
      rows.push(record);
      apart = false;
    }
  }
  close();
  return sectionTree(pieces, { start: 0, end: text.length });
}
