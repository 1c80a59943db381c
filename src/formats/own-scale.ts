import type { Section, TableBlock, Words } from "../documents/markdown-block";
import { westernDigits } from "../documents/digits";
import { sectionsIn } from "../documents/sections";
import type { Rating } from "./field";
import { phraseOf } from "./phrase";
import { scaleRating } from "./values";
import type { Vocabulary } from "./vocabulary";

/** A level as the file's own scale calls it, with the place where it says so. */
export interface OwnLevel {
  readonly words: Words;
  readonly word: string;
}

/** A row of a table of bands: scores from one number to another have this level. */
interface Band extends OwnLevel {
  readonly from: number;
  readonly to: number;
}

/** A table with likelihoods down and consequences across, or the other way round. */
interface Grid {
  readonly rows: readonly Rating[];
  readonly columns: readonly Rating[];
  readonly likelihoodDown: boolean;
  readonly cells: readonly (readonly (OwnLevel | undefined)[])[];
}

/** How a register reckons by its own account: its bands of scores, and its matrix. */
export class OwnScale {
  constructor(
    private readonly bands: readonly Band[],
    private readonly grids: readonly Grid[],
  ) {}

  /** The level of a score; undefined where two bands hold it, or none. */
  ofScore(score: number): OwnLevel | undefined {
    const held = this.bands.filter(({ from, to }) => score >= from && score <= to);
    return held.length === 1 ? held[0] : undefined;
  }

  /** The level where two ratings meet in the matrix. */
  ofRatings(likelihood: Rating, consequence: Rating): OwnLevel | undefined {
    for (const { rows, columns, likelihoodDown, cells } of this.grids) {
      const row = rows.findIndex((one) => isSame(one, likelihoodDown ? likelihood : consequence));
      const column = columns.findIndex((one) => isSame(one, likelihoodDown ? consequence : likelihood));
      const level = cells[row]?.[column];
      if (level) return level;
    }
    return undefined;
  }
}

function isSame(one: Rating, other: Rating): boolean {
  if (one.word !== undefined && other.word !== undefined) return one.word === other.word;
  return one.number !== undefined && one.number === other.number;
}

/** Finds the bands and matrices that a register explains itself with; undefined without any. */
export function ownScale(body: Section, vocabulary: Vocabulary): OwnScale | undefined {
  const tables = [...sectionsIn(body)].flatMap((section) => section.blocks.flatMap((block) => (block.type === "table" ? [block] : [])));
  const bands = tables.map(bandsOf).find((found) => found.length > 1) ?? [];
  const grids = tables.flatMap((table) => gridOf(table, vocabulary) ?? []);
  return bands.length > 0 || grids.length > 0 ? new OwnScale(bands, grids) : undefined;
}

/** `20–25 | Critical`, `Low | < 5`. A ladder of single steps is a scale of ratings and has no bands. */
function bandsOf(table: TableBlock): Band[] {
  const found = table.rows.map((row) => {
    const range = row.map(({ text }) => rangeOf(text)).find((one) => one !== undefined);
    const words = row.find(({ text }) => text.length < 30 && rangeOf(text) === undefined && scaleRating(text)?.word !== undefined);
    const word = words && scaleRating(words.text)?.word;
    return range && words && word !== undefined ? { ...range, words, word } : undefined;
  });
  const bands = found.filter((one) => one !== undefined);
  return bands.length === table.rows.length && bands.some(({ from, to }) => to > from) ? bands : [];
}

/** `6–11`, `6 to 11`, `15+`, `≥ 15`, `> 14`, `< 5`, `4`. */
function rangeOf(text: string): { from: number; to: number } | undefined {
  const said = westernDigits(text).trim();
  const two = /^(\d+)\s*(?:[-–—~]|to|bis|à|a)\s*(\d+)$/iu.exec(said);
  if (two) return { from: Number(two[1]), to: Number(two[2]) };
  const open = /^(?:(≥|>=|>|≤|<=|<)\s*)?(\d+)\s*(\+|(?:and|or) (?:above|more|higher|over))?$/iu.exec(said);
  if (!open?.[2]) return undefined;
  const number = Number(open[2]);
  if (open[3] !== undefined || open[1] === "≥" || open[1] === ">=") return { from: number, to: Infinity };
  if (open[1] === ">") return { from: number + 1, to: Infinity };
  if (open[1] === "≤" || open[1] === "<=") return { from: 0, to: number };
  return open[1] === "<" ? { from: 0, to: number - 1 } : { from: number, to: number };
}

/** A matrix says in its corner which side is which: `Likelihood \ Impact`, `Impact → / Likelihood ↓`. */
function gridOf(table: TableBlock, vocabulary: Vocabulary): Grid | undefined {
  const [corner, ...heads] = table.header;
  const columns = heads.map(({ text }) => scaleRating(text));
  const rows = table.rows.map(([first]) => scaleRating(first?.text ?? ""));
  const down = corner && likelihoodDown(corner.text, vocabulary);
  if (down === undefined || columns.length < 2 || rows.length < 2 || columns.includes(undefined) || rows.includes(undefined)) return undefined;
  const cells = table.rows.map((row) => row.slice(1).map((words) => {
    const word = words.text.length < 30 ? scaleRating(words.text)?.word : undefined;
    return word === undefined ? undefined : { words, word };
  }));
  const all = cells.flat();
  return all.length > 0 && all.every((one) => one !== undefined) ? { rows: rows as Rating[], columns: columns as Rating[], likelihoodDown: down, cells } : undefined;
}

function likelihoodDown(corner: string, vocabulary: Vocabulary): boolean | undefined {
  const sides = corner.split(/[\\/|×xX]|\bvs\.?\b/u).filter((side) => phraseOf(side) !== "");
  const meanings = sides.map((side) => vocabulary.columns.find(side.replace(/[→↓←↑>]/gu, " ")));
  if (sides.length !== 2 || !meanings.includes("likelihood") || !meanings.includes("consequence")) return undefined;
  const arrow = sides.findIndex((side) => side.includes("↓"));
  const across = sides.findIndex((side) => side.includes("→"));
  const first = arrow >= 0 ? arrow : across >= 0 ? 1 - across : 0;
  return meanings[first] === "likelihood";
}
