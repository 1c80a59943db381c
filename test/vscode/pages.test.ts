import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, until } from "./workspace-files";

/** Waits until the active tab is a page of ours, and gives its address. */
async function pageShown(): Promise<string> {
  return until(vscode.window.tabGroups.onDidChangeTabs, () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom && input.viewType === "clausewise.page" ? input.uri.toString(true) : undefined;
  });
}

describe("a page", () => {
  before(clausewise);
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("of a clause opens by command", async () => {
    await vscode.commands.executeCommand("clausewise.openPage", "clausewise:/iso42001/A.9.4");
    assert.equal(await pageShown(), "clausewise:/iso42001/A.9.4");
  });

  it("of a rule opens like any other address", async () => {
    await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse("clausewise:/rules/missing-field"));
    assert.equal(await pageShown(), "clausewise:/rules/missing-field");
  });
});
