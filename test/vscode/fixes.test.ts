import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, findings, leaveNothingOpen, ours, ruleOf, show, until, uriOf, withSettings, write } from "./workspace-files";

/** Every test writes into a folder of its own, since an editor keeps the text of a file for a while. */
let folders = 0;

/** Writes a file into a folder of its own, opens it, and waits until a rule speaks there. */
async function opened(name: string, text: string, rule: string): Promise<{ editor: vscode.TextEditor; finding: vscode.Diagnostic }> {
  const editor = await show(await write(`fixes-${++folders}/${name}`, text));
  const { uri } = editor.document;
  const finding = await until(vscode.languages.onDidChangeDiagnostics, () => ours(uri).find((one) => ruleOf(one) === rule));
  return { editor, finding };
}

/** What the light bulb offers at a finding. */
async function offered({ document }: vscode.TextEditor, { range }: vscode.Diagnostic, resolved = 0): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, vscode.CodeActionKind.QuickFix.value, resolved);
}

/** Chooses an action as a person does; gives the text of the editor after it. */
async function chosen(actions: readonly vscode.CodeAction[], title: string, { document }: vscode.TextEditor): Promise<string> {
  const action = actions.find((one) => one.title === title);
  assert.ok(action?.edit, `“${title}” is offered with its edit; there are ${actions.map((one) => one.title).join(", ")}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), "the editor takes the edit");
  return document.getText();
}

/** Writes a file, chooses a repair of the rule's first finding, and gives the text after it. */
async function repaired(name: string, text: string, rule: string, title: string): Promise<string> {
  const { editor, finding } = await opened(name, text, rule);
  return chosen(await offered(editor, finding), title, editor);
}

const RISK = "kind: security-risk\nid: r\nscope: Scorer\nowner: Officer\nrisks:\n    - id: R-101\n      title: Copied weights\n      likelihood: possible\n      consequence: major\n      level: low\n      treatment: { option: avoid }\n";
const CARD = "kind: model-card\nid: m\nname: Scorer\nversion: 1.0.0\n";

describe("repairs in the editor", () => {
  before(clausewise);
  afterEach(async () => {
    await leaveNothingOpen();
    await vscode.workspace.fs.delete(uriOf(`fixes-${folders}`), { recursive: true });
  });

  it("add a missing field in its place, moved in as its neighbours are", async () => {
    const after = await repaired("risks.security-risk.yaml", RISK, "missing-field", "Add owner");
    assert.equal(after, RISK.replace("weights\n", "weights\n      owner: <risk owner>\n"));
  });

  it("add a block moved in as the rest of the file is", async () => {
    const text = `${CARD}owners:\n    - name: Team\nevaluation:\n    metrics:\n        - name: auc\n`;
    const after = await repaired("a.model-card.yaml", text, "missing-field", "Add intended_use");
    const block = "intended_use:\n    primary_uses:\n        - <primary uses>\n    out_of_scope_uses:\n        - <out-of-scope uses>\n";
    assert.equal(after, text.replace("evaluation:", `${block}evaluation:`));
  });

  it("add a block inside of another one", async () => {
    const text = RISK.replace("      treatment: { option: avoid }\n", "");
    const after = await repaired("risks.security-risk.yaml", text, "missing-field", "Add treatment");
    assert.match(after, /^ {6}level: low\n {6}treatment:\n {10}option: \S+\n$/m);
  });

  it("add a missing field to JSON with its commas and quotes", async () => {
    const text = '{\n    "kind": "model-card",\n    "id": "m",\n    "name": "Scorer",\n    "version": "1.0.0",\n    "owners": [{ "name": "Team" }]\n}\n';
    const after = await repaired("a.model-card.json", text, "missing-field", "Add intended_use");
    assert.equal(
      after,
      text.replace("}]\n", '}],\n    "intended_use": {\n        "primary_uses": ["<primary uses>"],\n        "out_of_scope_uses": ["<out-of-scope uses>"]\n    }\n'),
    );
  });

  it("add a missing field to front matter with CRLF", async () => {
    const text = `---\n${CARD}owners:\n  - name: Team\n---\n\n# Scorer\n`.replaceAll("\n", "\r\n");
    const after = await repaired("MODEL_CARD.md", text, "missing-field", "Add intended_use");
    const block = "intended_use:\r\n  primary_uses:\r\n    - <primary uses>\r\n  out_of_scope_uses:\r\n    - <out-of-scope uses>\r\n";
    assert.equal(after, text.replace("Team\r\n", `Team\r\n${block}`));
  });

  it("put the cursor where something is to be written", async () => {
    const { editor, finding } = await opened("risks.security-risk.yaml", RISK, "missing-field");
    const selected = new Promise<string>((resolve) => {
      const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        const text = selection && !selection.isEmpty ? textEditor.document.getText(selection) : "";
        if (textEditor.document.uri.toString() !== editor.document.uri.toString() || text === "") return;
        listener.dispose();
        resolve(text);
      });
    });
    await chosen(await offered(editor, finding), "Add owner", editor);
    assert.equal(await selected, "<risk owner>");
  });

  it("rename a key to the one that was meant", async () => {
    const after = await repaired("a.model-card.yaml", `${CARD}intented_use:\n  primary_uses: [Ranking]\n`, "unknown-field", "Rename to intended_use");
    assert.equal(after, `${CARD}intended_use:\n  primary_uses: [Ranking]\n`);
  });

  it("write a value that is picked from the list", async () => {
    const after = await repaired("a.model-card.yaml", `${CARD}status: "live" # since May\n`, "value-not-listed", "Write in_review");
    assert.equal(after, `${CARD}status: "in_review" # since May\n`);
  });

  it("remove a key that stands twice", async () => {
    const after = await repaired("a.model-card.yaml", `${CARD}status: deployed\nversion: 1.0.0\nowners:\n  - name: Team\n`, "duplicate-key", "Remove the second one");
    assert.equal(after, `${CARD}status: deployed\nowners:\n  - name: Team\n`);
  });

  it("compute the level that the matrix gives", async () => {
    assert.equal(await repaired("risks.security-risk.yaml", RISK, "level-not-from-matrix", "Change to “high”"), RISK.replace("level: low", "level: high"));
  });

  it("keep a finding silent with a reason, and then it is", async () => {
    const { editor, finding } = await opened("risks.security-risk.yaml", RISK, "level-not-from-matrix");
    const after = await chosen(await offered(editor, finding), "Keep level-not-from-matrix silent here, with a reason", editor);
    assert.equal(after, RISK.replace("      level: low", "      # clausewise-disable-next-line level-not-from-matrix -- <reason>\n      level: low"));
    await findings(editor.document.uri, (found) => !found.some((one) => one.startsWith("level-not-from-matrix")));
  });

  it("make all repairs of a rule, which are computed once it is chosen", async () => {
    const { editor, finding } = await opened("a.model-card.yaml", `${CARD.replace("1.0.0", "v1.2")}version_date: 2026/09/01\n`, "bad-format");
    const title = "Repair all 2 bad-format findings in this file";
    const lazy = (await offered(editor, finding)).find((one) => one.title === title);
    assert.ok(lazy && lazy.edit === undefined, "the edit is not computed before it is asked for");
    const after = await chosen(await offered(editor, finding, 100), title, editor);
    assert.equal(after, `${CARD.replace("1.0.0", "1.2.0")}version_date: 2026-09-01\n`);
  });

  it("come once, even where several findings offer the same", async () => {
    const { editor, finding } = await opened("a.model-card.yaml", CARD, "missing-field");
    const titles = (await offered(editor, finding)).map((one) => one.title);
    assert.deepEqual(titles, [...new Set(titles)]);
  });

  it("set the severity of a rule in a profile, which they make and change", async () => {
    const { editor, finding } = await opened("risks.security-risk.yaml", RISK, "level-not-from-matrix");
    const { uri } = editor.document;
    const action = (await offered(editor, finding)).find((one) => one.title === "Set the severity of level-not-from-matrix in clausewise.yaml…");
    assert.ok(action?.command, "the severity is on offer");
    const set = async (setting: string) => vscode.commands.executeCommand(action.command?.command ?? "", ...(action.command?.arguments as unknown[]), setting);
    const profile = uriOf("clausewise.yaml");
    const written = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(profile));
    await set("hint");
    assert.equal(await written(), "rules:\n  level-not-from-matrix: hint\n");
    await until(vscode.languages.onDidChangeDiagnostics, () => ours(uri).some((one) => ruleOf(one) === "level-not-from-matrix" && one.severity === vscode.DiagnosticSeverity.Hint));
    await set("off");
    assert.equal(await written(), 'rules:\n  level-not-from-matrix: "off"\n');
    await findings(uri, (found) => !found.some((one) => one.startsWith("level-not-from-matrix")));
    await vscode.workspace.fs.delete(profile);
    await findings(uri, (found) => found.some((one) => one.startsWith("level-not-from-matrix")));
  });

  it("are made on saving where the editor is set so, as far as they change no answer", async () => {
    await withSettings({ "editor.codeActionsOnSave": { "source.fixAll.clausewise": "explicit" } }, async () => {
      const { editor } = await opened("a.model-card.yaml", `${CARD}status: Deployed\nversion_date: 2026/09/01\n`, "bad-format");
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "# ours\n"));
      assert.ok(await editor.document.save());
      const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(editor.document.uri));
      assert.equal(saved, `# ours\n${CARD}status: deployed\nversion_date: 2026-09-01\n`);
    });
  });
});
