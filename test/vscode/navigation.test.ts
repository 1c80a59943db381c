import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, show, uriOf } from "./workspace-files";

/** The place of these words in a file that is open. */
function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `“${words}” is not in the file`);
  return document.positionAt(at + 1);
}

describe("navigation", () => {
  before(clausewise);
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("leads from a field's key to the pages of its clauses", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", document.uri, placeOf(document, "primary_uses"));
    assert.ok(found.some((one) => ("targetUri" in one ? one.targetUri : one.uri).toString(true) === "clausewise:/iso42001/A.9.4"));
  });

  it("shows a page as text where only text can be shown", async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("clausewise:/iso42001/A.9.4"));
    assert.match(page.getText(), /^# A\.9\.4 /);
  });

  it("finds the evidence of a field's clauses", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    const found = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", document.uri, placeOf(document, "primary_uses"));
    assert.ok(found.some((one) => one.uri.path.endsWith("/credit.model-card.yaml")));
  });

  it("finds clauses among the symbols of the workspace", async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "event logs");
    assert.ok(found.some((one) => one.name.startsWith("A.6.2.8 ")));
  });
});
