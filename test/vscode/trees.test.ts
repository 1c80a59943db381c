import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Row } from "../../src/server/protocol";
import type { Tree } from "../../src/extension/trees";
import { clausewise, leaveNothingOpen, often, show, until, uriOf } from "./workspace-files";

/** The rows below the labels, from the top. */
async function rowsBelow(tree: Tree, ...labels: string[]): Promise<Row[]> {
  let rows = await tree.getChildren();
  for (const label of labels) {
    const row = rows.find((one) => one.label.startsWith(label));
    assert.ok(row, `${label} is not among ${rows.map((one) => one.label).join(", ")}`);
    rows = await tree.getChildren(row);
  }
  return rows;
}

const shown = ({ label, description, state }: Row) => `${label} | ${description ?? ""} | ${state}`;

describe("the Documents tree", () => {
  afterEach(leaveNothingOpen);

  it("shows kinds, files, sections and fields with their clauses and states", async () => {
    const { documents } = await clausewise();
    // What other tests wrote and deleted goes as soon as the editor hears of it.
    await until(documents.onDidChange, async () => (await rowsBelow(documents)).map(shown).filter((row) => row.includes("| 2 |")).length === 2);
    assert.deepEqual((await rowsBelow(documents)).map(shown), ["Model cards | 2 | none", "Security risk files | 2 | none", "Not recognised | 1 | none"]);
    assert.deepEqual((await rowsBelow(documents, "Model cards")).map((row) => row.label), ["credit.model-card.yaml", "SUPPORT_MODEL_CARD.md"]);
    const fields = await rowsBelow(documents, "Model cards", "credit.model-card.yaml", "Intended use");
    assert.deepEqual(fields.map(shown), ["Primary uses | A.9.4 · A.6.2.2 · A.8.2 | filled", "Out-of-scope uses | A.9.4 · A.9.2 · A.8.2 · missing | missing"]);
  });

  it("names what looks like a document and is none", async () => {
    const { documents } = await clausewise();
    assert.deepEqual((await rowsBelow(documents, "Not recognised")).map(shown), ["risks.yaml | named like a security risk file: say which kind | none"]);
  });

  it("goes to the exact place on a click", async () => {
    const { documents } = await clausewise();
    const [row] = await rowsBelow(documents, "Model cards", "credit.model-card.yaml", "Limits");
    assert.ok(row);
    const { command } = documents.getTreeItem(row);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), "limitations");
  });

  it("gives screen readers a sentence for each row", async () => {
    const { documents } = await clausewise();
    const [, row] = await rowsBelow(documents, "Model cards", "credit.model-card.yaml", "Intended use");
    assert.equal(row && documents.getTreeItem(row).accessibilityInformation?.label, "Out-of-scope uses, missing, 1 problem, ISO/IEC 42001 A.9.4, ISO/IEC 42001 A.9.2, ISO/IEC 42001 A.8.2");
  });

  it("follows the typing", async () => {
    const { documents } = await clausewise();
    const editor = await show(uriOf("credit.model-card.yaml"));
    await editor.edit((edit) => edit.insert(new vscode.Position(7, 0), "overview: Ranks applications\n"));
    await until(documents.onDidChange, async () => (await rowsBelow(documents, "Model cards", "credit.model-card.yaml", "Identity")).some((row) => row.label === "Overview"));
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});

describe("the Clauses tree", () => {
  it("shows standards, clauses and controls with what is within reach", async () => {
    const { clauses } = await clausewise();
    const standards = await rowsBelow(clauses);
    assert.deepEqual(standards.map((row) => row.label), ["ISO/IEC 42001:2023", "ISO/IEC 27001:2022"]);
    assert.match(standards[0]?.description ?? "", /^\d+ of \d+ within reach$/);
    assert.match(standards[1]?.description ?? "", /^\d+ of \d+ within reach$/);
    const policies = (await rowsBelow(clauses, "ISO/IEC 42001")).find((row) => row.label === "A.2 Policies related to AI");
    assert.equal(policies && shown(policies), "A.2 Policies related to AI | not evidenced by these documents | out-of-reach");
  });

  it("leads from a control to every place that evidences it, gaps too", async () => {
    const { clauses } = await clausewise();
    const evidence = await rowsBelow(clauses, "ISO/IEC 42001", "A.9 ", "A.9.4");
    const rows = evidence.filter((row) => row.description?.startsWith("credit.model-card.yaml"));
    assert.deepEqual(rows.map(shown), ["Out-of-scope uses | credit.model-card.yaml:8 · missing | missing", "Primary uses | credit.model-card.yaml:9 | filled"]);
  });

  it("adds up from the controls to the standard", async () => {
    const { clauses } = await clausewise();
    const [first] = await rowsBelow(clauses);
    assert.ok(first);
    const leaves = await leavesBelow(clauses, first);
    const states = new Map<string, number>();
    for (const { state } of leaves) states.set(state, (states.get(state) ?? 0) + 1);
    const said = [...(first.tooltip ?? "").matchAll(/(\d+) (evidenced|partly evidenced|placeholder only|missing|not applicable|not evidenced)/g)].map(([, count]) => Number(count));
    assert.deepEqual(said.sort(), [...states.values()].sort());
    const within = (states.get("filled") ?? 0) + (states.get("partly") ?? 0);
    assert.equal(first.description, `${within} of ${within + (states.get("placeholder") ?? 0) + (states.get("missing") ?? 0)} within reach`);
  });

  it("is filtered and grouped, says so above its rows, and shows all again", async () => {
    const { clauses } = await clausewise();
    clauses.setClauseView({ standards: ["iso42001"], states: ["partly"], text: "intended use" }, "Showing only: some");
    assert.deepEqual((await rowsBelow(clauses)).map((row) => row.label), ["ISO/IEC 42001:2023"]);
    assert.deepEqual((await rowsBelow(clauses, "ISO/IEC 42001", "A.9 ")).map((row) => row.label), ["A.9.4 Intended use of the AI system"]);
    await vscode.commands.executeCommand("clausewise.clearClauseFilter");
    assert.deepEqual([(await rowsBelow(clauses)).length, clauses.view.message], [2, ""]);
    await vscode.commands.executeCommand("clausewise.groupByDocument");
    assert.ok((await rowsBelow(clauses, "ISO/IEC 42001")).some((row) => row.label === "credit.model-card.yaml"));
    await vscode.commands.executeCommand("clausewise.groupByTheme");
    assert.ok((await rowsBelow(clauses, "ISO/IEC 42001")).some((row) => row.label === "A.9 Use of AI systems"));
  });

  it("shows the row of what the cursor is on, and keeps it selected while evidence changes", async () => {
    const { clauses } = await clausewise();
    await vscode.commands.executeCommand("clausewise.showClauses");
    await until(clauses.view.onDidChangeVisibility, () => clauses.view.visible);
    const editor = await show(uriOf("credit.model-card.yaml"));
    const place = editor.document.positionAt(editor.document.getText().indexOf("primary_uses") + 1);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand("clausewise.revealInClauses");
    await until(clauses.view.onDidChangeSelection, () => clauses.view.selection[0]?.label === "Primary uses");
    await show(uriOf("credit.model-card.yaml"));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "# one line more\n"));
    try {
      // The view asks for its rows anew, and then the selected one is the same at another place.
      await until(often, () => clauses.view.selection[0]?.label === "Primary uses" && clauses.view.selection[0].description === "credit.model-card.yaml:10");
    } finally {
      await show(editor.document.uri);
      await vscode.commands.executeCommand("workbench.action.files.revert");
      await until(often, async () => (await rowsBelow(clauses, "ISO/IEC 42001", "A.9 ", "A.9.4")).some((row) => row.description === "credit.model-card.yaml:9"));
    }
  });

  it("follows the active editor on request", async () => {
    const { clauses } = await clausewise();
    const editor = await show(uriOf("credit.model-card.yaml"));
    await vscode.commands.executeCommand("clausewise.showClauses");
    await vscode.commands.executeCommand("clausewise.followEditor");
    try {
      const shown = await show(editor.document.uri);
      const place = editor.document.positionAt(editor.document.getText().indexOf("limitations") + 1);
      shown.selection = new vscode.Selection(place, place);
      await until(clauses.view.onDidChangeSelection, () => clauses.view.selection[0]?.description?.startsWith("credit.model-card.yaml:19"));
    } finally {
      await vscode.commands.executeCommand("clausewise.unfollowEditor");
    }
  });

  it("gives a row and all below it as Markdown", async () => {
    const { clauses } = await clausewise();
    const row = (await rowsBelow(clauses, "ISO/IEC 42001", "A.9 ")).find((one) => one.label.startsWith("A.9.4"));
    assert.ok(row);
    const lines = (await clauses.markdownOf(row)).split("\n");
    assert.match(lines[0] ?? "", /^- A\.9\.4 Intended use of the AI system: partly, /);
    assert.ok(lines.includes("  - Primary uses: filled, credit.model-card.yaml:9"), lines.join("\n"));
  });
});

/** The clauses without subclauses, and the controls, below a row. */
async function leavesBelow(tree: Tree, row: Row): Promise<Row[]> {
  const below = (await tree.getChildren(row)).filter((one) => one.context === "clause");
  return below.length === 0 ? [row] : (await Promise.all(below.map((one) => leavesBelow(tree, one)))).flat();
}
