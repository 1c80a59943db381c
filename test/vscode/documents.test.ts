import assert from "node:assert/strict";
import * as vscode from "vscode";
import { AS_IT_STANDS, answering } from "./questions";
import { clausewise, findings, leaveNothingOpen, uriOf, write } from "./workspace-files";

/** The document that was opened, with its text and what is selected in it. */
function opened(): { path: string; text: string; selected: string } {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, "a document was opened");
  const { document, selection } = editor;
  return { path: vscode.workspace.asRelativePath(document.uri), text: document.getText().replaceAll("\r\n", "\n"), selected: document.getText(selection) };
}

describe("a new document", () => {
  /** What the test wrote, to be taken away again. */
  const written: vscode.Uri[] = [];
  const place = async (path: string, text: string) => void written.push(await write(path, text));

  before(clausewise);
  afterEach(async () => {
    const document = vscode.window.activeTextEditor?.document.uri;
    await leaveNothingOpen();
    for (const uri of [...written.splice(0), ...(document ? [document] : [])]) await vscode.workspace.fs.delete(uri);
  });

  it("of the workspace profile goes to the root, with the cursor on the first thing to fill", async () => {
    assert.deepEqual(await answering([], () => vscode.commands.executeCommand("clausewise.newProfile")), []);
    const { path, text, selected } = opened();
    assert.deepEqual([path, selected], ["clausewise.yaml", "<organisation>"]);
    assert.match(text, /^kind: clausewise\n/);
  });

  it("takes three questions: what it is, what it is about and how it is written", async () => {
    const asked = await answering(["Model card", "Fraud detector", "YAML"], () => vscode.commands.executeCommand("clausewise.newDocument"));
    assert.deepEqual(asked.map(({ title }) => title), ["New document", "Name of the model", "How it is written"]);
    assert.deepEqual(asked[0]?.shown, ["Model card", "AI impact assessment", "Security risk file", "Statement of applicability", "Workspace profile"]);
    // Beside the cards that are there already.
    const { path, text, selected } = opened();
    assert.deepEqual([path, selected], ["fraud-detector.model-card.yaml", "<version>"]);
    assert.match(text, /^kind: model-card\nid: fraud-detector\nname: Fraud detector\nversion: <version>\n/);
  });

  it("begins with what the repository says: its manifest, its licence, its author and address, the model's own files", async () => {
    await place("pyproject.toml", '[project]\nname = "fraud-detector"\nversion = "2.1.0"\ndescription = "Scores card payments"\nauthors = [{ name = "Payments team", email = "payments@example.org" }]\n');
    await place("LICENSE", "Apache License\nVersion 2.0, January 2004\n");
    await place("MLmodel", "flavors:\n  sklearn: { sklearn_version: 1.4.0 }\nsignature:\n  inputs: '[{\"name\": \"amount\", \"type\": \"double\"}]'\n");
    await place("config.json", '{ "model_type": "bert", "architectures": ["BertForSequenceClassification"] }\n');
    const asked = await answering([AS_IT_STANDS, "JSON"], () => vscode.commands.executeCommand("clausewise.newModelCard"));
    assert.deepEqual(asked[0], { title: "Name of the model", shown: "fraud-detector" });
    const { path, text } = opened();
    assert.equal(path, "fraud-detector.model-card.json");
    const card = JSON.parse(text) as Record<string, unknown>;
    assert.deepEqual([card["name"], card["version"], card["overview"]], ["fraud-detector", "2.1.0", "Scores card payments"]);
    assert.deepEqual(card["owners"], [{ name: "Payments team", contact: "payments@example.org" }]);
    assert.deepEqual(card["design"], { architecture: "BertForSequenceClassification (bert)", libraries: ["sklearn"], inputs: ["amount (double)"], license: "Apache-2.0" });
  });

  it("takes its name and author from package.json as well, and goes where documents usually lie", async () => {
    await place("package.json", '{ "name": "@payments/scorer", "version": "0.3.0", "author": "Payments team <payments@example.org>" }\n');
    const asked = await answering([AS_IT_STANDS, "Markdown"], () => vscode.commands.executeCommand("clausewise.newImpactAssessment"));
    assert.deepEqual(asked.map(({ title, shown }) => [title, typeof shown === "string" ? shown : [...shown].sort()]), [
      ["What is assessed", "scorer"],
      ["How it is written", ["JSON", "Markdown", "YAML"]],
    ]);
    const { path, text } = opened();
    assert.equal(path, "docs/scorer.impact-assessment.md");
    assert.match(text, /^---\nkind: impact-assessment\nid: scorer-assessment\ntitle: scorer\n[^]*name: Payments team\n[^]*\n---\n\n# scorer\n/);
  });

  it("is not begun when a question is left", async () => {
    const before = vscode.window.activeTextEditor;
    for (const answers of [[], ["Fraud detector"]]) await answering(answers, () => vscode.commands.executeCommand("clausewise.newModelCard"));
    assert.equal(vscode.window.activeTextEditor, before);
    assert.ok(!(await vscode.workspace.fs.readDirectory(uriOf(""))).some(([name]) => name.startsWith("fraud-detector")));
  });
});

describe("the kind of a file", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  it("can be said by a person, until Clausewise is to decide again", async () => {
    const uri = uriOf("credit.model-card.yaml");
    await vscode.window.showTextDocument(uri);
    await findings(uri, (found) => found.length > 0);
    const say = (answer: string) => answering([answer], () => vscode.commands.executeCommand("clausewise.setKind"));
    const [asked] = await say("None");
    assert.equal(asked?.title, "What is this file?");
    await findings(uri, (found) => found.length === 0);
    await say("Let Clausewise decide");
    await findings(uri, (found) => found.length > 0);
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
