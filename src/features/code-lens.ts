import type { CodeLens, Command } from "vscode-languageserver";
import type { Reading } from "../formats/format";
import { countFilled } from "../workspace/evidence";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { ProblemCounts } from "./problem-counts";
import { counted } from "./row";

/** Commands of the client that the lenses run. The first two take the file's address and a place in it. */
export const REVEAL_IN_DOCUMENTS = "clausewise.revealInDocuments";
export const NEXT_PROBLEM = "clausewise.nextProblem";
export const SHOW_CLAUSES = "clausewise.showClauses";

/**
 * What stands above the head of each document of a file: how many fields are filled, how many stand-ins and problems there are, and the way
 * to the clauses. Nothing for a client that does not know the commands behind it.
 */
export function codeLensesOf(context: FeatureContext, uri: string): CodeLens[] {
  const document = context.index.get(uri);
  if (!document || !context.pages) return [];
  return document.readings.readings.flatMap((reading) => lensesOf(context, document, reading));
}

function lensesOf(context: FeatureContext, document: IndexedDocument, reading: Reading): CodeLens[] {
  const { lines, language } = reading.document;
  const checked = context.index.check(document.uri).find((one) => one.reading.part.index === reading.part.index);
  const { total: problems, toFillIn } = new ProblemCounts(reading.root, checked?.findings ?? []);
  const head = reading.part.root?.span.start ?? reading.part.span.start;
  const start = { line: language === "markdown" ? 0 : lines.lineOf(head), character: 0 };
  const range = { start, end: start };
  const at = [document.uri, lines.positionAt(reading.root.anchor.start)];
  const { filled, expected } = countFilled(reading.root, document.folder.profile.strictness);
  // The workspace profile sets the tool up: none of its fields is owed.
  const fields: Command[] = reading.kind.id === "clausewise" ? [] : [{ title: `${filled} of ${counted(expected, "field")}`, tooltip: "Show the fields in the Documents tree", command: REVEAL_IN_DOCUMENTS, arguments: at }];
  const next = (title: string, tooltip: string): Command => ({ title, tooltip, command: NEXT_PROBLEM, arguments: at });
  const found: Command[] = [
    ...(toFillIn > 0 ? [next(`${toFillIn} to fill in`, "Go to the next one")] : []),
    ...(problems > 0 ? [next(counted(problems, "problem"), "Go to the next problem")] : []),
  ];
  const nothing: Command = { title: "no problems", command: "" };
  const coverage: Command = { title: "open coverage", tooltip: "Show what the workspace evidences, clause by clause", command: SHOW_CLAUSES, arguments: [] };
  return [...fields, ...(found.length > 0 ? found : [nothing]), coverage].map((command) => ({ range, command }));
}
