import type { Section, TableBlock } from "../documents/markdown-block";
import { sectionsIn } from "../documents/sections";
import type { FieldDefinition } from "../kinds/field";
import type { Insertion, Reading } from "./format";
import { fieldRows } from "./field-table";
import { vocabularyOf } from "./vocabulary";

/** Single values go where the file has its other single values: into its table of fields or its list of keys. */
const SHORT = new Set(["text", "number", "integer", "boolean"]);

/**
 * Adds stand-ins for fields in the manner of the file: rows where it has a table of fields, keys where it has keys, and sections
 * with headings of its own depth and numbering for the rest.
 */
export function addToMarkdown(fields: readonly FieldDefinition[], reading: Reading): Insertion[] {
  const { document, kind } = reading;
  const body = document.body?.();
  if (!body) return [];
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  const vocabulary = vocabularyOf(kind.id);
  const home = homeOfKeys(body, (name) => vocabulary.keys.find(name) !== undefined);
  const short = home ? fields.filter((field) => field.parent === kind.root && SHORT.has(field.shape) && field.format !== "date") : [];
  const long = fields.filter((field) => !short.includes(field));
  return [...(home && short.length > 0 ? [keysAt(home, short, newline)] : []), ...(long.length > 0 ? [sectionsAt(body, long, document.text, newline)] : [])];
}

interface Home {
  readonly end: number;
  readonly write: (title: string, standIn: string) => string;
}

/** Where the file keeps single values, and how it writes one. */
function homeOfKeys(body: Section, isKey: (name: string) => boolean): Home | undefined {
  for (const section of sectionsIn(body)) {
    for (const block of section.blocks) {
      if (block.type === "table" && fieldRows(block, isKey)) return { end: block.span.end, write: rowWriter(block) };
      if (block.type === "list" && block.items.filter((item) => item.key && isKey(item.key.key.text)).length >= 2) {
        return { end: block.span.end, write: (title, standIn) => `- **${title}:** ${standIn}` };
      }
    }
  }
  return undefined;
}

function rowWriter(table: TableBlock): Home["write"] {
  const more = Math.max(0, table.header.length - 2);
  return (title, standIn) => `| ${title} | ${standIn} |${"  |".repeat(more)}`;
}

function keysAt(home: Home, fields: readonly FieldDefinition[], newline: string): Insertion {
  const lines = fields.map((field) => newline + home.write(field.title, standIn(field)));
  return { span: { start: home.end, end: home.end }, text: lines.join("") };
}

function sectionsAt(body: Section, fields: readonly FieldDefinition[], text: string, newline: string): Insertion {
  const all = [...sectionsIn(body)].filter((section) => section.title && section.depth > 0 && section.depth <= 6);
  const depths = all.slice(1).map((section) => section.depth);
  const depth = depths.length > 0 ? mostFrequent(depths) : 2;
  const numbers = all.filter((section) => section.depth === depth).flatMap((section) => /^(\d+)([.)])\s/.exec(section.title?.text ?? "")?.slice(1, 3) ?? []);
  const last = Number(numbers.at(-2) ?? 0);
  const mark = numbers.at(-1) ?? ".";
  const blank = newline + newline;
  const sections = fields.map((field, index) => `${"#".repeat(depth)} ${last > 0 ? `${last + index + 1}${mark} ` : ""}${field.title}${blank}${standIn(field)}`);
  const end = text.trimEnd().length;
  return { span: { start: end, end: text.length }, text: `${end === 0 ? "" : blank}${sections.join(blank)}${newline}` };
}

function standIn(field: FieldDefinition): string {
  return `TODO: ${field.description.split(/(?<=[.!?])\s/)[0] ?? field.title}`;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 2;
}

/** In a register, fields of every risk become columns of its table; the rest goes where single values go. */
export function addToRegister(fields: readonly FieldDefinition[], reading: Reading): Insertion[] {
  const ofRisks = fields.filter((field) => field.path.startsWith("risks[]"));
  const table = wideTable(reading);
  const columns = table && ofRisks.length > 0 ? columnsFor(table, ofRisks, reading.document.text) : [];
  return [...addToMarkdown(fields.filter((field) => !ofRisks.includes(field)), reading), ...columns];
}

/** The table in which the first risk is a row. */
function wideTable(reading: Reading): TableBlock | undefined {
  const body = reading.document.body?.();
  const first = reading.root.children.find((field) => field.definition.name === "risks")?.children[0];
  if (!body || !first) return undefined;
  const tables = [...sectionsIn(body)].flatMap((section) => section.blocks.flatMap((block) => (block.type === "table" ? [block] : [])));
  return tables.find((table) => table.notation === "pipes" && table.span.start <= first.anchor.start && first.anchor.end <= table.span.end && table.header.length > 2);
}

function columnsFor(table: TableBlock, fields: readonly FieldDefinition[], text: string): Insertion[] {
  const lines = text.slice(table.span.start, table.span.end).split("\n");
  let start = table.span.start;
  return lines.map((line, index) => {
    const end = start + line.trimEnd().length;
    const closed = line.trimEnd().endsWith("|");
    const cells = fields.map((field) => (index === 0 ? field.title : index === 1 ? "---" : "TODO"));
    start += line.length + 1;
    return { span: { start: end, end }, text: closed ? ` ${cells.join(" | ")} |` : ` | ${cells.join(" | ")}` };
  });
}
