import { STATE_WORDS } from "./clause-counts";
import { plain } from "./markdown-text";
import type { Row, RowState } from "./row";

/** Lines that a person still pastes somewhere. */
const MOST_LINES = 5000;

const WORDS: Readonly<Record<RowState, string>> = { ...STATE_WORDS, filled: "filled", partly: "partly", none: "" };

/** A row and all below it as a nested Markdown list, as a report or an issue takes it. */
export function rowsAsMarkdown(row: Row, below: (parent: string) => readonly Row[]): string {
  const lines: string[] = [];
  const add = (one: Row, depth: number) => {
    if (lines.length >= MOST_LINES) return;
    lines.push(`${"  ".repeat(depth)}- ${lineOf(one)}`);
    if (one.expandable) for (const child of below(one.id)) add(child, depth + 1);
  };
  add(row, 0);
  if (lines.length >= MOST_LINES) lines.push("", `Only the first ${MOST_LINES} rows are copied.`);
  return `${lines.join("\n")}\n`;
}

function lineOf({ label, description, state }: Row): string {
  const words = WORDS[state];
  const said = [...(words === "" || (description ?? "").includes(words) ? [] : [words]), ...(description === undefined || description === "" ? [] : [plain(description)])];
  return `${plain(label)}${said.length === 0 ? "" : `: ${said.join(", ")}`}`;
}
