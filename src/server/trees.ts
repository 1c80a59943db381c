import type { Connection } from "vscode-languageserver";
import { clauseRowPath, clauseRows } from "../features/clauses-tree";
import { documentRowPath, documentRows } from "../features/documents-tree";
import { rowsAsMarkdown } from "../features/rows-markdown";
import type { About } from "./actions";
import { fingerprint } from "../documents/fingerprint";
import { ChangedRows, RowMarkdown, RowPath, Rows } from "./protocol";
import type { ChangedRowsParams, Row, RowMarkdownParams, RowPathParams, RowsBelow, RowsParams } from "./protocol";
import type { Session } from "./session";

/** Answers for the two trees: their rows, the way to a place of a file, and a row with all below it as Markdown. */
export function answerTrees(connection: Connection, session: Session, about: About): void {
  const rowsOf = ({ tree, parent, view }: RowsParams): Row[] => (tree === "documents" ? documentRows(session.context(), parent) : clauseRows(session.context(), parent, view));
  connection.onRequest(Rows, async (params: RowsParams) => (await about("", () => rowsOf(params))) ?? []);
  connection.onRequest(ChangedRows, async ({ known, ...rest }: ChangedRowsParams) => (await about("", () => known.flatMap(({ parent, print }) => changed(print, parent, rowsOf({ ...rest, parent }))))) ?? []);
  connection.onRequest(RowPath, async ({ tree, uri, position, view }: RowPathParams) => {
    const path = () => (tree === "documents" ? documentRowPath(session.context(), uri, position) : clauseRowPath(session.context(), uri, position, view));
    return (await about(uri, path)) ?? [];
  });
  connection.onRequest(RowMarkdown, async ({ row, ...rest }: RowMarkdownParams) => (await about("", () => rowsAsMarkdown(row, (parent) => rowsOf({ ...rest, parent })))) ?? "");
}

/** The rows below a parent, unless they are the ones of the print. */
function changed(before: string | undefined, parent: string | undefined, rows: readonly Row[]): RowsBelow[] {
  const print = fingerprint(JSON.stringify(rows));
  return print === before ? [] : [{ parent, rows, print }];
}
