import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, findings, uriOf } from "./workspace-files";

describe("a new document", () => {
  before(clausewise);
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("of the workspace profile goes to the root, with the cursor on the first thing to fill", async () => {
    await vscode.commands.executeCommand("clausewise.newProfile");
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uriOf("clausewise.yaml").toString());
    assert.equal(editor.document.getText(editor.selection), "<organisation>");
    assert.match(editor.document.getText(), /^kind: clausewise\n/);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.workspace.fs.delete(uriOf("clausewise.yaml"));
  });
});

describe("a snippet", () => {
  before(clausewise);

  for (const [language, prefix] of [["yaml", "security-risk"], ["json", "impact-assessment"], ["jsonc", "model-card"], ["markdown", "model-card"]] as const) {
    it(`starts a document in ${language}`, async () => {
      const document = await vscode.workspace.openTextDocument({ language, content: "" });
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), prefix));
      const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, new vscode.Position(0, prefix.length));
      const item = list.items.find((one) => one.kind === vscode.CompletionItemKind.Snippet && (typeof one.label === "string" ? one.label : one.label.label) === prefix);
      assert.ok(item?.insertText instanceof vscode.SnippetString);
      await editor.insertSnippet(item.insertText, new vscode.Range(0, 0, 0, prefix.length));
      const found = await findings(document.uri, (all) => all.length > 0);
      assert.ok(found.every((one) => /^(?:placeholder|treatment-incomplete): /.test(one)), found.join("\n"));
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    });
  }
});
