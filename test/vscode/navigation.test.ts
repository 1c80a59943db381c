import assert from "node:assert/strict";
import * as vscode from "vscode";
import { pageShown } from "./page-shown";
import { clausewise, leaveNothingOpen, often, show, until, uriOf, write } from "./workspace-files";

/** Every test writes into a folder of its own, since an editor keeps the text of a file for a while. */
let folders = 0;

function file(name: string, text: string): Promise<vscode.Uri> {
  return write(`navigation-${folders}/${name}`, text);
}

/** The place of these words in a file that is open. */
function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, `“${words}” is not in the file`);
  return document.positionAt(at + 1);
}

/** Asks again and again, since the editor hears of new files in its own time, until the answer is the one that is waited for. */
async function answered<Answer>(ask: () => Thenable<Answer>, ready: (answer: Answer) => boolean): Promise<Answer> {
  return until<Answer & object>(often, async () => {
    const answer = await ask();
    return ready(answer) && (answer as Answer & object);
  });
}

async function definitions(document: vscode.TextDocument, words: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", document.uri, placeOf(document, words));
  return found.map((one) => ("targetUri" in one ? one.targetUri : one.uri).toString(true));
}

async function references(document: vscode.TextDocument, words: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", document.uri, placeOf(document, words));
  const texts = await Promise.all(found.map(async ({ uri, range }) => `${uri.path.slice(uri.path.lastIndexOf("/") + 1)}: ${(await vscode.workspace.openTextDocument(uri)).getText(range)}`));
  return texts.sort();
}

async function symbols(query: string): Promise<vscode.SymbolInformation[]> {
  return vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", query);
}

/** A card and a risk file that point at each other, with ids that no other test has: what was deleted is known for a while. */
function linked(): { model: string; risk: string; card: string; risks: string } {
  const [model, risk] = [`nav-scorer-${folders}`, `NAV-${folders}`];
  return {
    model,
    risk,
    card: `kind: model-card\nid: ${model}\nname: Scorer\nlinks:\n  risks: [${risk}]\n`,
    risks: `kind: security-risk\nid: nav-risks-${folders}\nrisks:\n  - id: ${risk}\n    title: Copied weights of ${folders}\n    model: ${model}\n    treatment: { option: modify, controls: [iso42001:A.6.2.8] }\n`,
  };
}

describe("navigation", () => {
  before(clausewise);
  beforeEach(() => void folders++);
  afterEach(async () => {
    await leaveNothingOpen();
    await vscode.workspace.fs.delete(uriOf(`navigation-${folders}`), { recursive: true }).then(undefined, () => undefined);
  });

  it("leads from a field's key to the pages of its clauses", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    assert.ok((await definitions(document, "primary_uses")).includes("clausewise:/iso42001/A.9.4"));
  });

  const cited: readonly (readonly [name: string, text: string])[] = [
    ["notes.yaml", "# Follows ISO/IEC 42001 A.6.2.8\nport: 1\n"],
    ["mapping.json", '{ "iso42001": ["A.6.2.8"] }\n'],
    ["policy.md", "# Logging\n\nLogs are kept as ISO 42001 Annex A.6.2.8 asks.\n"],
    ["card.model-card.yaml", "kind: model-card\nname: A\nlimitations: [\"See iso42001:A.6.2.8\"]\n"],
  ];
  for (const [name, text] of cited) {
    it(`leads from a reference in ${name} to the clause's page`, async () => {
      const { document } = await show(await file(name, text));
      await answered(() => definitions(document, "A.6.2.8"), (found) => found.join() === "clausewise:/iso42001/A.6.2.8");
    });
  }

  it("opens the page, and goes back to the reference", async () => {
    const editor = await show(await file("policy.md", "# Logging\n\nLogs are kept as ISO 42001 Annex A.6.2.8 asks.\n"));
    const place = placeOf(editor.document, "A.6.2.8");
    await answered(() => definitions(editor.document, "A.6.2.8"), (found) => found.length === 1);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand("editor.action.revealDefinition");
    assert.equal(await pageShown(), "clausewise:/iso42001/A.6.2.8");
    await vscode.commands.executeCommand("workbench.action.navigateBack");
    const back = await until(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor);
    assert.deepEqual([back.document.uri.toString(), back.selection.active.line], [editor.document.uri.toString(), place.line]);
  });

  it("shows a page as text where only text can be shown", async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("clausewise:/iso42001/A.9.4"));
    assert.match(page.getText(), /^# A\.9\.4 /);
  });

  it("finds the evidence of a field's clauses", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    assert.ok((await references(document, "primary_uses")).includes("credit.model-card.yaml: primary_uses"));
  });

  it("finds every place that names a clause, in whatever file", async () => {
    await file("policy.md", "# Logging\n\nLogs are kept as ISO 42001 Annex A.6.2.8 asks.\n");
    const { document } = await show(await file("risks.security-risk.yaml", linked().risks));
    const wanted = ["policy.md: ISO 42001 Annex A.6.2.8", "risks.security-risk.yaml: iso42001:A.6.2.8"];
    await answered(() => references(document, "A.6.2.8"), (found) => wanted.every((one) => found.includes(one)));
  });

  it("leads from an id to the place that gives it, and finds all that point at it", async () => {
    const { model, risk, card, risks } = linked();
    await file("risks.security-risk.yaml", risks);
    const { document } = await show(await file("one.model-card.yaml", card));
    await answered(() => definitions(document, risk), (found) => found.length === 1 && (found[0] ?? "").endsWith("/risks.security-risk.yaml"));
    await answered(() => references(document, model), (found) => found.join() === `one.model-card.yaml: ${model},risks.security-risk.yaml: ${model}`);
  });

  it("renames an id across files", async () => {
    const { model, card, risks } = linked();
    const uri = await file("risks.security-risk.yaml", risks);
    const { document } = await show(await file("one.model-card.yaml", card));
    await answered(() => references(document, model), (found) => found.length === 2);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, placeOf(document, model), "nav-ranker");
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), card.replace(model, "nav-ranker"));
    const other = await vscode.workspace.openTextDocument(uri);
    assert.equal(other.getText(), risks.replace(model, "nav-ranker"));
    assert.ok((await document.save()) && (await other.save()));
  });

  it("finds clauses by number and by title, documents and risks by id and by title", async () => {
    const { model, risk, card, risks } = linked();
    await file("risks.security-risk.yaml", risks);
    await file("one.model-card.yaml", card);
    await answered(() => symbols(risk), (found) => found.some((one) => one.name === `${risk} Copied weights of ${folders}`));
    await answered(() => symbols(`copied weights of ${folders}`), (found) => found.some((one) => one.location.uri.path.endsWith("/risks.security-risk.yaml")));
    await answered(() => symbols(model), (found) => found.some((one) => one.name === `${model} Scorer`));
    for (const query of ["A.6.2.8", "event logs"]) {
      const clause = (await symbols(query)).find((one) => one.name.startsWith("A.6.2.8 "));
      assert.equal(clause?.location.uri.toString(true), "clausewise:/iso42001/A.6.2.8", query);
    }
  });
});
