import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, leaveNothingOpen, show, write } from "./workspace-files";

/** The files that a test wrote, each in a folder of its own, since an editor keeps the text of the one before for a while. */
const written: vscode.Uri[] = [];

/** Writes a file with the cursor's place marked by `|`, opens it, and gives the editor and what is on offer there. */
async function offeredIn(name: string, marked: string, resolved = 0): Promise<{ editor: vscode.TextEditor; items: vscode.CompletionItem[] }> {
  const offset = marked.indexOf("|");
  const uri = await write(`completion-${written.length}/${name}`, marked.replace("|", ""));
  written.push(uri);
  const editor = await show(uri);
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", editor.document.uri, position, undefined, resolved);
  return { editor, items: list.items };
}

/** Takes an item as a key press does; gives the text of the editor after it, tab stops as they are first. */
async function taken({ editor, items }: { editor: vscode.TextEditor; items: vscode.CompletionItem[] }, label: string): Promise<string> {
  const item = items.find((one) => labelOf(one) === label);
  assert.ok(item, `${label} is offered; there are ${items.map(labelOf).join(", ")}`);
  const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
  assert.ok(range, "it has a range");
  const text = item.insertText ?? "";
  await editor.insertSnippet(typeof text === "string" ? new vscode.SnippetString().appendText(text) : text, range, { undoStopBefore: true, undoStopAfter: true, keepWhitespace: item.keepWhitespace });
  if (item.additionalTextEdits) await editor.edit((edit) => item.additionalTextEdits?.forEach((one) => edit.replace(one.range, one.newText)));
  return editor.document.getText();
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

describe("completion in the editor", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);
  after(async () => {
    for (const uri of written) await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, ".."), { recursive: true });
  });

  it("turns a half-typed key into a block that is moved in as its neighbours are", async () => {
    const offered = await offeredIn("new.model-card.yaml", "kind: model-card\ninten|\nevaluation:\n    metrics:\n      - name: auc\n");
    assert.equal(
      await taken(offered, "intended_use"),
      "kind: model-card\nintended_use:\n    primary_uses:\n      - <primary uses>\n    out_of_scope_uses:\n      - <out-of-scope uses>\nevaluation:\n    metrics:\n      - name: auc\n",
    );
  });

  it("offers values behind their key, ids of other documents among them", async () => {
    assert.equal(await taken(await offeredIn("new.model-card.yaml", "kind: model-card\nstatus: |\n"), "deployed"), "kind: model-card\nstatus: deployed\n");
    const { items } = await offeredIn("new.model-card.yaml", "kind: model-card\nlinks:\n  risks: [|]\n");
    assert.ok(items.some((item) => item.kind === vscode.CompletionItemKind.Reference), items.map(labelOf).join(", "));
  });

  it("offers the workspace's files where a path is wanted", async () => {
    const { items } = await offeredIn("new.model-card.yaml", "kind: model-card\ndesign:\n  hyperparameters: |\n");
    assert.ok(items.some((item) => labelOf(item) === "credit.model-card.yaml"), items.map(labelOf).join(", "));
  });

  it("adds the commas and quotes of JSON", async () => {
    const offered = await offeredIn("new.model-card.json", '{\n  "kind": "model-card"\n  |\n}\n');
    assert.equal(await taken(offered, "version"), '{\n  "kind": "model-card",\n  "version": "<version>"\n}\n');
  });

  it("works in front matter", async () => {
    const offered = await offeredIn("MODEL_CARD.md", "---\nkind: model-card\nver|\n---\n\n# A card\n");
    assert.equal(await taken(offered, "version"), "---\nkind: model-card\nversion: <version>\n---\n\n# A card\n");
  });

  it("explains each key with what to write and its clauses", async () => {
    const { items } = await offeredIn("new.model-card.yaml", "kind: model-card\nintended_use:\n  |\n", 20);
    const item = items.find((one) => labelOf(one) === "primary_uses");
    const { documentation } = item ?? {};
    assert.match(documentation instanceof vscode.MarkdownString ? documentation.value : "", /\*\*Primary uses\*\*[^]*A\.9\.4 Intended use of the AI system/);
  });

  it("ends its lines as the file does", async () => {
    const offered = await offeredIn("new.model-card.yaml", "kind: model-card\r\ninten|\r\n");
    assert.equal(
      await taken(offered, "intended_use"),
      "kind: model-card\r\nintended_use:\r\n  primary_uses:\r\n    - <primary uses>\r\n  out_of_scope_uses:\r\n    - <out-of-scope uses>\r\n",
    );
  });

  it("offers the values of a stand-in, each with what it means beside it", async () => {
    const offered = await offeredIn("new.model-card.yaml", "kind: model-card\nreview:\n  next: <next review>|\n");
    const [first] = offered.items.filter((item) => item.kind === vscode.CompletionItemKind.Value);
    assert.ok(first && typeof first.label !== "string" && first.label.description, offered.items.map(labelOf).join(", "));
    assert.match(first.label.label, /^\d{4}-\d\d-\d\d$/);
    assert.equal(await taken(offered, first.label.label), `kind: model-card\nreview:\n  next: ${first.label.label}\n`);
  });

  it("offers nothing in a file that is none of ours, where the editor itself offers words and snippets", async () => {
    const { items } = await offeredIn("service.yaml", "apiVersion: v1\nkind: Service\n|\n");
    const ours = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text && kind !== vscode.CompletionItemKind.Snippet);
    assert.deepEqual(ours.map(labelOf), []);
  });
});
