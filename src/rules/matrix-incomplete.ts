import type { Notation } from "../documents/document";
import type { NewScalar } from "../documents/new-value";
import { isPlaceholder } from "../documents/placeholder";
import type { Entry, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import { child } from "../formats/field";
import type { Field } from "../formats/field";
import { defaultMatrix } from "../kinds/profile";
import type { Reading } from "../formats/format";
import { fixFrom, placeOf } from "./additions";
import { insertEntries } from "./insertion";
import { nearest } from "./nearest";
import { lacks, listed } from "./objects";
import { wholeMatrix, writtenMatrix } from "./risk-matrix";
import type { WrittenMatrix } from "./risk-matrix";
import type { Draft, Fix, Rule } from "./rule";
import { replacement } from "./written";

/** The workspace's risk matrix does not give a level for every rating. */
export const matrixIncomplete: Rule = {
  id: "matrix-incomplete",
  title: "The risk matrix has gaps",
  severity: "error",
  clauses: ["iso42001:6.1.2", "iso27001:6.1.2"],
  page: {
    why: "Every risk of the workspace is rated with this matrix. While it has a gap, Clausewise uses its default matrix instead, and levels may come out differently than you mean.",
    fix: "Give every likelihood a row in `table`, and every row one of the `levels` for each consequence, in the order of `consequence`.",
    wrong: "kind: clausewise\nrisk_matrix:\n  likelihood: [unlikely, likely]\n  consequence: [minor, major]\n  levels: [low, high]\n  table:\n    unlikely: [low, low]\n    likely: [low]",
    right: "kind: clausewise\nrisk_matrix:\n  likelihood: [unlikely, likely]\n  consequence: [minor, major]\n  levels: [low, high]\n  table:\n    unlikely: [low, low]\n    likely: [low, high]",
  },
  *check({ reading }) {
    const field = child(reading.root, "risk_matrix");
    if (reading.kind.id !== "clausewise" || !field) return;
    const written = writtenMatrix(field);
    const tail = wholeMatrix(written) ? "" : " Until the matrix is whole, the default one is used.";
    for (const { message, ...gap } of [...partGaps(field), ...tableGaps(field, written, reading)]) {
      yield { message: message + tail, clauses: field.definition.clauses, field: field.path, ...gap };
    }
    yield* appetiteGap(field, written, reading.part.notation);
  },
};

interface Gap {
  readonly message: string;
  readonly span: Span;
  readonly fixes?: Draft["fixes"];
}

const PARTS = ["likelihood", "consequence", "levels", "table"];

/** A scale or the table is not there at all. A profile that only sets its appetite needs none of them. */
function* partGaps(field: Field): Generator<Gap> {
  const missing = PARTS.filter((name) => lacks(field, name));
  if (missing.length === 0 || missing.length === PARTS.length) return;
  yield { message: `The risk matrix has no ${listed(missing.map((name) => `\`${name}\``))}.`, span: field.anchor };
}

function* tableGaps(field: Field, written: WrittenMatrix, reading: Reading): Generator<Gap> {
  const { notation } = reading.part;
  const table = child(field, "table");
  if (!table || PARTS.some((name) => child(field, name)?.state !== "filled")) return;
  const without = new Set(written.likelihood.filter((name) => !written.rows.has(name)));
  for (const [name, row] of written.rows) {
    if (written.likelihood.includes(name)) yield* rowGaps(name, row, written, notation);
    else {
      // A misspelt row and the row that is missing for it are one slip.
      const meant = nearest(name, without);
      if (meant !== undefined) without.delete(meant);
      const advice = meant === undefined ? "Remove the row, or add the name to `likelihood`." : `Did you mean “${meant}”?`;
      yield { message: `“${name}” is not one of the likelihoods. ${advice}`, span: row.key.span, fixes: changeTo(row.key, meant, notation) };
    }
  }
  if (without.size > 0) {
    const names = listed([...without].map((name) => `“${name}”`));
    const message = `The table has no row for ${names}. Add one with a level for each consequence.`;
    yield { message, span: table.anchor, fixes: () => addRows(table, [...without], written, reading) };
  }
}

function* rowGaps(name: string, row: Entry, written: WrittenMatrix, notation: Notation): Generator<Gap> {
  if (row.value.type !== "list") return;
  const cells = row.value.items;
  const [given, wanted] = [cells.length, written.consequence.length];
  if (given !== wanted) {
    yield { message: `The row “${name}” has ${counted(given, "level")} for ${counted(wanted, "consequence")}. Write one for each.`, span: row.key.span };
  }
  for (const cell of cells) {
    if (cell.type !== "scalar" || cell.value === null) continue;
    const level = String(cell.value);
    if (!written.levels.includes(level) && !isPlaceholder(level)) yield { ...unknownLevel(cell, level, written.levels, notation), span: cell.span };
  }
}

function* appetiteGap(field: Field, written: WrittenMatrix, notation: Notation) {
  const appetite = child(field, "appetite");
  const levels = written.levels.length > 0 ? written.levels : defaultMatrix.levels;
  if (appetite?.state !== "filled" || written.appetite === undefined || levels.includes(written.appetite)) return;
  const gap = unknownLevel(appetite.node, written.appetite, levels, notation);
  yield { ...gap, span: appetite.valueSpan, clauses: appetite.definition.clauses, field: appetite.path };
}

function unknownLevel(node: TreeNode | undefined, level: string, levels: readonly string[], notation: Notation): Omit<Gap, "span"> {
  const known = listed(levels.map((one) => `“${one}”`));
  return { message: `“${level}” is not one of the levels ${known}.`, fixes: changeTo(node, nearest(level, levels), notation) };
}

function changeTo(node: TreeNode | undefined, meant: string | undefined, notation: Notation): Fix[] {
  const edit = meant === undefined ? undefined : replacement(node, meant, notation);
  return edit ? [{ title: `Change to “${meant}”`, edits: [edit], preferred: true }] : [];
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** A row per likelihood, with a level to choose for each consequence. */
function addRows(table: Field, names: readonly string[], { likelihood, consequence, levels }: WrittenMatrix, reading: Reading): Fix[] {
  const cells = consequence.map((): NewScalar => ({ type: "scalar", value: "<level>", stop: { choices: levels, holds: "text" } }));
  const rows = names.map((key) => ({ key, value: { type: "list", items: cells, oneLine: true } as const }));
  return fixFrom(names.length > 1 ? `Add the ${names.length} missing rows` : `Add the row ${names[0] ?? ""}`, insertEntries(placeOf(table, reading), rows, likelihood), reading);
}
