import assert from "node:assert/strict";
import * as vscode from "vscode";
import { pageShown } from "./page-shown";
import { answering } from "./questions";
import { clausewise, leaveNothingOpen, often, show, until, uriOf, write } from "./workspace-files";

const CARD = "kind: model-card\nid: sorter\nname: Sorter\nintended_use:\n  primary_uses: [Sort parcels]\n  human_oversight: A clerk looks\n";

/** The document in the active editor, once it is one that `wanted` is content with. */
async function shown(wanted: (document: vscode.TextDocument) => boolean): Promise<vscode.TextDocument> {
  return until(vscode.window.onDidChangeActiveTextEditor, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document !== undefined && wanted(document) && document;
  });
}

describe("a document written as something else", () => {
  /** A folder for each test: a file system may tell late that one is gone. */
  let folder = "";
  let number = 0;
  const card = () => uriOf(`${folder}/sorter.model-card.yaml`);

  before(clausewise);
  beforeEach(async () => {
    folder = `sorter-${++number}`;
    await write(`${folder}/sorter.model-card.yaml`, CARD);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand("notifications.clearAll");
    await leaveNothingOpen();
    await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
  });

  it("is a new file in the same folder, not saved yet, and the old one stays", async () => {
    await show(card());
    const asked = await answering(["CycloneDX 1.6"], () => vscode.commands.executeCommand("clausewise.writeAs"));
    assert.deepEqual(asked, [{ title: "Write “Sorter” as…", shown: ["Markdown", "JSON", "Hugging Face model card", "CycloneDX 1.6", "CycloneDX 1.7", "Model Card Toolkit JSON", "Bridge2AI YAML"] }]);
    const document = await shown(({ languageId }) => languageId === "json");
    assert.equal(vscode.workspace.asRelativePath(document.uri), `${folder}/sorter.cdx.json`);
    assert.equal(document.isDirty, true);
    assert.match(document.getText(), /"useCases": \["Sort parcels"\]/);
    assert.equal((await vscode.workspace.openTextDocument(card())).getText(), CARD);
  });

  it("asks before it changes a file that is there, and takes another name unless it may", async () => {
    await write(`${folder}/README.md`, "# Notes\n");
    await show(card());
    const asked = await answering(["Hugging Face", "Write README-2.md"], () => vscode.commands.executeCommand("clausewise.writeAs"));
    assert.deepEqual(asked[1], { title: "README.md is there already", shown: ["Write README-2.md", "Replace the text of README.md"] });
    await shown(({ uri }) => uri.path.endsWith("/README-2.md"));
    assert.equal((await vscode.workspace.openTextDocument(uriOf(`${folder}/README.md`))).getText(), "# Notes\n");
    await show(card());
    await answering(["Hugging Face", "Replace"], () => vscode.commands.executeCommand("clausewise.writeAs"));
    const replaced = await shown(({ uri }) => uri.path.endsWith("/README.md"));
    assert.match(replaced.getText(), /^---\ngovernance:\n[^]*\n# Sorter\n/);
    assert.equal(replaced.isDirty, true);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(replaced.uri)), "# Notes\n");
  });

  it("leaves all as it is when the person gives up", async () => {
    await show(card());
    await answering([], () => vscode.commands.executeCommand("clausewise.writeAs"));
    assert.deepEqual((await vscode.workspace.fs.readDirectory(uriOf(folder))).map(([name]) => name), ["sorter.model-card.yaml"]);
  });

  it("has no name yet where it was made from a file that has none", async () => {
    const source = await vscode.workspace.openTextDocument({ language: "yaml", content: CARD });
    await vscode.window.showTextDocument(source);
    await answering(["JSON"], () => vscode.commands.executeCommand("clausewise.writeAs"));
    const document = await shown(({ languageId }) => languageId === "json");
    assert.equal(document.isUntitled, true);
    assert.equal((JSON.parse(document.getText()) as { name: string }).name, "Sorter");
  });

  it("stands in the light bulb at the head of the document", async () => {
    const uri = card();
    await show(uri);
    const head = new vscode.Range(0, 0, 0, 0);
    const [action] = await until(often, async () => {
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", uri, head, vscode.CodeActionKind.RefactorRewrite.value);
      return offered.length > 0 && offered;
    });
    assert.equal(action?.title, "Write this model card as…");
    const { command } = action;
    const asked = await answering([], () => vscode.commands.executeCommand(command?.command ?? "", ...((command?.arguments ?? []) as unknown[])));
    assert.equal(asked[0]?.title, "Write “Sorter” as…");
  });

  it("has a page that lists what was lost", async () => {
    const address = `clausewise:/what-is-lost?cyclonedx-1.6&0&${encodeURIComponent(card().toString())}`;
    await show(card());
    await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(address, true));
    assert.match(await pageShown(), /^clausewise:\/what-is-lost\?cyclonedx-1\.6&0&/);
  });
});
