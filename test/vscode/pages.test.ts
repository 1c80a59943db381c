import assert from "node:assert/strict";
import * as vscode from "vscode";
import { pageShown } from "./page-shown";
import { clausewise, leaveNothingOpen, show, until, uriOf } from "./workspace-files";

const open = (address: string) => vscode.commands.executeCommand("clausewise.openPage", address);

describe("a page", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  it("of a clause opens by command", async () => {
    await open("clausewise:/iso42001/A.9.4");
    assert.equal(await pageShown(), "clausewise:/iso42001/A.9.4");
  });

  it("of a rule opens like any other address", async () => {
    await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse("clausewise:/rules/missing-field"));
    assert.equal(await pageShown(), "clausewise:/rules/missing-field");
  });

  it("is one of those that the editor goes back and forward through", async () => {
    const [first, second] = ["clausewise:/iso42001/A.9.4", "clausewise:/iso27001/A.8.15"];
    await open(first);
    await pageShown((address) => address === first);
    await open(second);
    await pageShown((address) => address === second);
    await show(uriOf("credit.model-card.yaml"));
    await vscode.commands.executeCommand("workbench.action.navigateBack");
    await pageShown((address) => address === second);
    await vscode.commands.executeCommand("workbench.action.navigateBack");
    await pageShown((address) => address === first);
    await vscode.commands.executeCommand("workbench.action.navigateForward");
    await pageShown((address) => address === second);
  });

  it("as text follows what the documents say", async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("clausewise:/iso42001/A.9.4"));
    assert.match(page.getText(), /Primary uses · credit\.model-card\.yaml:9 · filled/);
    const editor = await show(uriOf("credit.model-card.yaml"));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "# one line more\n"));
    await until(vscode.workspace.onDidChangeTextDocument, () => page.getText().includes("credit.model-card.yaml:10"));
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await until(vscode.workspace.onDidChangeTextDocument, () => page.getText().includes("credit.model-card.yaml:9"));
  });
});
