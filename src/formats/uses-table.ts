import type { TableBlock, Words } from "../documents/markdown-block";
import { answerOf } from "./answer";
import type { FieldBuilder } from "./field-builder";
import { joined } from "./markdown-points";
import { phraseOf } from "./phrase";
import { truthIn } from "./values";
import type { Vocabulary } from "./vocabulary";

const USES = "intended_use.primary_uses";
const NO_USES = "intended_use.out_of_scope_uses";

/** What heads the column of uses, where the next one says whether each is allowed. */
const USE_COLUMN = new Set(["use", "use case", "scenario", "application", "activity", "task", "purpose", "usage", "decision", "anwendungsfall", "cas d usage", "caso de uso", "gebruik", "用途", "场景", "場面", "利用"].map(phraseOf));

/**
 * Reads a table of what is allowed and what is not: one column for each (`Allowed | Not allowed`, `Do | Don’t`, `In scope | Out of
 * scope`), or a row per use with a verdict behind it. False for other tables.
 */
export function usesOfTable(table: TableBlock, builder: FieldBuilder, vocabulary: Vocabulary): boolean {
  return sidesOfTable(table, builder, vocabulary) || verdictsOfTable(table, builder);
}

function sidesOfTable(table: TableBlock, builder: FieldBuilder, vocabulary: Vocabulary): boolean {
  const within = vocabulary.within("intended_use");
  const sides = table.header.map(({ text }) => within?.find(text) ?? vocabulary.headings.match(text)?.paths[0]);
  if (table.header.length > 3 || !sides.includes(USES) || !sides.includes(NO_USES)) return false;
  for (const [index, path] of sides.entries()) {
    const header = table.header[index];
    if (header && (path === USES || path === NO_USES)) put(path, header, table.rows.flatMap((row) => row[index] ?? []), builder);
  }
  return true;
}

function verdictsOfTable(table: TableBlock, builder: FieldBuilder): boolean {
  const [use, verdict] = table.header;
  if (!use || !verdict || !USE_COLUMN.has(phraseOf(use.text))) return false;
  const rows = table.rows.map((row) => ({ cell: row[0], allowed: verdictIn(row[1]?.text ?? "") }));
  if (rows.length === 0 || rows.some(({ allowed }) => allowed === undefined)) return false;
  for (const [path, truth] of [[USES, true], [NO_USES, false]] as const) put(path, use, rows.flatMap(({ cell, allowed }) => (cell && allowed === truth ? [cell] : [])), builder);
  return true;
}

/** Yes or no in the words of such a table. */
function verdictIn(text: string): boolean | undefined {
  const said = phraseOf(text);
  if (/^(?:not|out of scope|prohibited|forbidden|disallowed|unsupported|unsuitable|never)\b/.test(said)) return false;
  return /^(?:allowed|permitted|in scope|supported|suitable|intended|recommended)\b/.test(said) ? true : truthIn(text);
}

function put(path: string, header: Words, cells: readonly Words[], builder: FieldBuilder): void {
  const items = cells.filter((cell) => cell.text !== "");
  const all = joined(items);
  if (all) builder.put(path, { ...answerOf(all.span, all, items), anchor: header.span });
}

/** Points with a sign before them: what is ticked is allowed, what is crossed out is not, whatever the heading above them says. */
export function bySign(path: string, points: readonly Words[]): readonly (readonly [path: string, points: readonly Words[]])[] | undefined {
  if (path !== USES && path !== NO_USES) return undefined;
  const pathOf = ({ text }: Words): string => (/^[✅✔☑🟢👍]/u.test(text) ? USES : /^[❌✗✘🚫⛔🔴]/u.test(text) ? NO_USES : path);
  const groups = [USES, NO_USES].map((one) => [one, points.filter((point) => pathOf(point) === one)] as const).filter(([, some]) => some.length > 0);
  return groups.length > 0 && groups.some(([one]) => one !== path) ? groups : undefined;
}
