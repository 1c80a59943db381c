import type { Row } from "../../src/features/row";

/** A tree as indented lines, each with label and description; rows are opened where `open` says so. */
export function drawnRows(rows: (parent?: string) => Row[], open: (row: Row) => boolean = () => true): string[] {
  const below = (parent: string | undefined, indent: string): string[] =>
    rows(parent).flatMap((row) => [
      `${indent}${row.label}${row.description === undefined ? "" : ` · ${row.description}`}`,
      ...(row.expandable && open(row) ? below(row.id, `${indent}  `) : []),
    ]);
  return below(undefined, "");
}
