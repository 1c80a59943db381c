import { unmarked } from "./key-values";
import type { TableBlock, Words } from "./markdown-block";

/**
 * A table that GFM does not take for one: lines whose columns stand apart by tabs, as pasted from a spreadsheet, or by pipes
 * with a rule of another width below the header. Undefined for prose.
 */
export function looseTable(text: string, start: number): TableBlock | undefined {
  const lines = [...text.matchAll(/[^\r\n]+/g)].map((match) => ({ text: match[0], start: start + match.index }));
  if (lines.length < 2) return undefined;
  const tabs = lines.filter((line) => line.text.includes("\t")).length;
  if (tabs >= 2 && tabs * 4 >= lines.length * 3) return tableOf(lines, "tabs", text, start);
  const pipes = lines.every((line) => /^\s*\|.*\|\s*$/.test(line.text));
  return pipes && /^[\s|:-]+$/.test(lines[1]?.text ?? "") ? tableOf(lines, "pipes", text, start) : undefined;
}

function tableOf(lines: readonly { text: string; start: number }[], notation: TableBlock["notation"], text: string, start: number): TableBlock {
  const rows = lines.filter((line) => notation === "tabs" || !/^[\s|:-]+$/.test(line.text)).map((line) => cellsOf(line.text, line.start, notation));
  return { type: "table", span: { start, end: start + text.length }, header: rows[0] ?? [], rows: rows.slice(1), notation };
}

function cellsOf(line: string, start: number, notation: TableBlock["notation"]): Words[] {
  const cells: Words[] = [];
  const separator = notation === "tabs" ? /\t/g : /(?<!\\)\|/g;
  let from = 0;
  const add = (to: number) => {
    const raw = line.slice(from, to);
    const lead = /^\s*/.exec(raw)?.[0].length ?? 0;
    const place = start + from + (raw.trim() === "" ? 0 : lead);
    cells.push({ text: unmarked(raw), span: { start: place, end: place + raw.trim().length } });
  };
  for (const match of line.matchAll(separator)) {
    add(match.index);
    from = match.index + 1;
  }
  add(line.length);
  // What stands outside of the outer pipes is no cell.
  return notation === "pipes" ? cells.slice(1, -1) : cells;
}
