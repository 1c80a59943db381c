import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, findings, leaveNothingOpen, show, until, uriOf, withSettings, write } from "./workspace-files";

const wholeOf = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0);
const labelOf = ({ label }: vscode.InlayHint) => (typeof label === "string" ? label : label.map((part) => part.value).join(""));

describe("the outline", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  const symbols = (uri: vscode.Uri) => vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", uri);

  it("shows the fields with their titles", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    const all = await symbols(document.uri);
    assert.deepEqual(all?.map(({ name }) => name).slice(0, 4), ["Kind", "Identifier", "Name", "Version"]);
    const uses = all?.find(({ name }) => name === "Intended use")?.children;
    assert.deepEqual(uses?.map(({ name, range, selectionRange }) => [name, document.getText(selectionRange), range.contains(selectionRange)]), [["Primary uses", "primary_uses", true]]);
  });

  // The editor keeps the outline of a text that did not change, so each of these looks at a file that nobody looked at before.
  it("can be turned off", async () => {
    await withSettings({ "clausewise.outline": "off" }, async () => {
      const { document } = await show(uriOf("docs/closed.security-risk.yaml"));
      assert.deepEqual((await symbols(document.uri)) ?? [], []);
    });
  });

  it("stands beside the editor's own in JSON once it is asked for", async () => {
    await withSettings({ "clausewise.outline": "on" }, async () => {
      const { document } = await show(uriOf("risk-register.json"));
      assert.ok((await symbols(document.uri))?.some(({ name }) => name === "Risks"));
    });
  });

  it("is not there for files that are none of ours", async () => {
    const { document } = await show(uriOf("other/risks.yaml"));
    assert.deepEqual((await symbols(document.uri)) ?? [], []);
  });
});

describe("folding and growing selections", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  it("follow the fields of a document", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri);
    const first = (line: number) => document.lineAt(line).text.trim();
    assert.deepEqual(folds.slice(0, 3).map(({ start, end }) => [first(start), first(end)]), [
      ["owners:", "- name: Credit risk team"],
      ["intended_use:", "- Rank consumer credit applications for manual review"],
      ["primary_uses:", "- Rank consumer credit applications for manual review"],
    ]);
    const at = document.positionAt(document.getText().indexOf("auc"));
    const [step] = await vscode.commands.executeCommand<vscode.SelectionRange[]>("vscode.executeSelectionRangeProvider", document.uri, [at]);
    const steps: string[] = [];
    for (let one = step; one; one = one.parent as vscode.SelectionRange) steps.push(document.getText(one.range));
    for (const wanted of ["auc", "name: auc", "name: auc\n      value: 0.87", "- name: auc\n      value: 0.87"]) assert.ok(steps.includes(wanted), `${wanted} is not among\n${steps.join("\n--\n")}`);
  });
});

describe("a clause hint", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  const hints = (document: vscode.TextDocument) => vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, wholeOf(document));

  it("stands behind the line of the cursor, unless more or less is wanted", async () => {
    const editor = await show(uriOf("credit.model-card.yaml"));
    const { document } = editor;
    editor.selection = new vscode.Selection(8, 0, 8, 0);
    const quiet = await until(vscode.window.onDidChangeTextEditorSelection, async () => {
      const all = await hints(document);
      return all.length === 1 && all;
    });
    assert.deepEqual(quiet.map((hint) => [document.lineAt(hint.position.line).text.trim(), labelOf(hint).trim().split(" ")[0]]), [["primary_uses:", "iso42001:A.9.4"]]);
    await withSettings({ "clausewise.clauseHints": "on" }, async () => assert.ok((await hints(document)).length > 8));
    await withSettings({ "clausewise.clauseHints": "off" }, async () => assert.deepEqual(await hints(document), []));
  });
});

describe("the lens above a document", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  const lenses = (uri: vscode.Uri) => vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);

  it("counts, and its commands lead somewhere", async () => {
    const { documents } = await clausewise();
    const { document } = await show(uriOf("credit.model-card.yaml"));
    await findings(document.uri, (found) => found.length === 3);
    const [fields, standIns, problems, coverage] = (await lenses(document.uri)).map(({ command }) => command);
    assert.match(fields?.title ?? "", /^\d+ of \d+ fields$/);
    assert.deepEqual([standIns?.title, problems?.title, coverage?.title], ["1 to fill in", "2 problems", "open coverage"]);
    const run = (command: vscode.Command | undefined) => vscode.commands.executeCommand(command?.command ?? "", ...((command?.arguments ?? []) as unknown[]));
    await run(fields);
    await until(documents.view.onDidChangeSelection, () => documents.view.selection.length > 0);
    await run(problems);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    const { clauses } = await clausewise();
    await run(coverage);
    await until(clauses.view.onDidChangeVisibility, () => clauses.view.visible);
  });

  it("can be turned off", async () => {
    await show(uriOf("credit.model-card.yaml"));
    await withSettings({ "clausewise.codeLens": false }, async () => assert.deepEqual(await lenses(uriOf("credit.model-card.yaml")), []));
  });
});

describe("a link in a document", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  it("leads to a file that is there and to the line that gives an id, and nowhere else", async () => {
    const { documents } = await clausewise();
    const uri = await write("linked.model-card.yaml", "kind: model-card\nlinks:\n  risks: [R-linked, R-none]\nevaluation:\n  metrics:\n    - name: auc\n      evidence: README.md\n    - name: f1\n      evidence: gone.md\n");
    const risks = await write("linked.security-risk.yaml", "kind: security-risk\nrisks:\n  - id: R-linked\n");
    const { document } = await show(uri);
    const links = await until(documents.onDidChange, async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", uri);
      return all.length === 2 && all;
    });
    assert.deepEqual(links.map(({ range, target }) => [document.getText(range), target?.toString(true)]), [
      ["R-linked", `${risks.toString(true)}#L3,9-L3,17`],
      ["README.md", uriOf("README.md").toString(true)],
    ]);
    for (const one of [uri, risks]) await vscode.workspace.fs.delete(one);
  });
});
