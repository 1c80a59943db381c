import assert from "node:assert/strict";
import * as vscode from "vscode";
import { pageShown } from "./page-shown";
import { answering, AS_IT_STANDS } from "./questions";
import { clausewise, leaveNothingOpen, until, uriOf, write } from "./workspace-files";

/** Waits until the text of an open file is as `ready` wants it. */
async function textOf(uri: vscode.Uri, ready: (text: string) => boolean): Promise<string> {
  return until(vscode.workspace.onDidChangeTextDocument, () => {
    const text = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText();
    return text !== undefined && ready(text) ? text : undefined;
  });
}

describe("the workspace as a whole", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  it("is told in a report", async () => {
    await vscode.commands.executeCommand("clausewise.openReport");
    assert.equal(await pageShown(), "clausewise:/report");
  });

  it("gets a statement of applicability that keeps every word a person wrote", async () => {
    const uri = await write("iso42001.soa.yaml", 'kind: statement-of-applicability\nid: soa\nstandard: iso42001\nentries:\n  # decided in May\n  - control: "iso42001:A.2.2"\n    applicable: true # by the board\n    justification: The board adopted a policy\n');
    const opened = await vscode.workspace.openTextDocument(uri);
    assert.equal(opened.isDirty, false);
    // The command ends once its message was answered; what it changes is there before.
    void vscode.commands.executeCommand("clausewise.updateStatement", "iso42001");
    const text = await textOf(uri, (one) => (one.match(/control: /g) ?? []).length === 38);
    assert.match(text, /^ {2}# decided in May\n {2}- control: "iso42001:A\.2\.2"\n {4}applicable: true # by the board\n {4}justification: The board adopted a policy\n/m);
    await until(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString());
    await vscode.commands.executeCommand("notifications.clearAll");
    await leaveNothingOpen();
    await vscode.workspace.fs.delete(uri);
  });

  it("is asked about, the likely answer first, and told which standards it needs", async () => {
    const asked = await answering(Array.from({ length: 6 }, () => AS_IT_STANDS), () => vscode.commands.executeCommand("clausewise.advise"));
    assert.match(await pageShown(), /^clausewise:\/advice\?[yn]{6}$/);
    assert.deepEqual(asked[0], { title: "Do you build, provide or run AI systems? (1 of 6)", shown: ["Yes", "No"] });
    assert.equal(asked.length, 6);
    const profile = await Promise.resolve(vscode.workspace.fs.stat(uriOf("clausewise.yaml"))).catch(() => undefined);
    assert.equal(profile, undefined, "nothing is written before somebody wants it");
  });
});
