import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, findings, leaveNothingOpen, ours, ruleOf, show, until, uriOf, withSettings, write } from "./workspace-files";

describe("findings in the editor", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  it("stand on the exact words", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    assert.deepEqual((await findings(document.uri, (found) => found.length > 0)).sort(), [
      "missing-field: intended_use",
      "placeholder: TODO",
      "value-not-listed: deploid",
    ]);
  });

  it("name their clauses and the page of their rule", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    await findings(document.uri, (found) => found.length === 3);
    const [finding] = ours(document.uri).filter((one) => ruleOf(one) === "missing-field");
    assert.deepEqual(
      finding?.relatedInformation?.map(({ message, location }) => [message, location.uri.toString(true)]),
      [
        ["ISO/IEC 42001 A.9.4 Intended use of the AI system", "clausewise:/iso42001/A.9.4"],
        ["ISO/IEC 42001 A.9.2 Processes for responsible use of AI systems", "clausewise:/iso42001/A.9.2"],
        ["ISO/IEC 42001 A.8.2 System documentation and information for users", "clausewise:/iso42001/A.8.2"],
      ],
    );
    assert.equal(typeof finding?.code === "object" && finding.code.target.toString(true), "clausewise:/rules/missing-field");
  });

  it("follow the typing", async () => {
    const editor = await show(uriOf("credit.model-card.yaml"));
    const { document } = editor;
    await findings(document.uri, (found) => found.includes("value-not-listed: deploid"));
    const place = document.getText().indexOf("deploid");
    await editor.edit((edit) => edit.replace(new vscode.Range(document.positionAt(place), document.positionAt(place + 7)), "deployed"));
    await findings(document.uri, (found) => !found.some((one) => one.startsWith("value-not-listed")));
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("come with repairs that can be applied", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    await findings(document.uri, (found) => found.includes("value-not-listed: deploid"));
    const range = document.lineAt(4).range;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range);
    const fix = actions.find((action) => action.isPreferred && action.title === "Write deployed");
    assert.ok(fix?.edit, actions.map((action) => action.title).join(", "));
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.lineAt(4).text, "status: deployed");
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("are there for closed files too", async () => {
    const uri = uriOf("docs/closed.security-risk.yaml");
    const found = await until(vscode.languages.onDidChangeDiagnostics, () => ours(uri).length > 0 && ours(uri).map(ruleOf).sort());
    assert.deepEqual(found, ["acceptance-incomplete", "level-not-from-matrix"]);
  });

  it("stand right in the front matter of Markdown with CRLF", async () => {
    const { document } = await show(uriOf("SUPPORT_MODEL_CARD.md"));
    const found = await findings(document.uri, (all) => all.length > 0);
    assert.ok(found.includes("bad-format: v1"), found.join("\n"));
    assert.ok(found.includes("missing-field: kind: model-card"), found.join("\n"));
  });

  it("stand right in JSON with comments", async () => {
    const { document } = await show(uriOf("risk-register.json"));
    assert.deepEqual(await findings(document.uri, (found) => found.length > 0), ['wrong-type: "none"']);
  });

  it("leave alone what merely has such a name", async () => {
    const other = await show(uriOf("other/risks.yaml"));
    await findings((await show(uriOf("credit.model-card.yaml"))).document.uri, (found) => found.length > 0);
    assert.deepEqual(ours(other.document.uri), []);
  });

  it("are kept silent by a comment with a reason", async () => {
    const uri = await write("silent.model-card.yaml", "# clausewise-disable-file missing-field -- only a sketch\nkind: model-card\nname: A\nstatus: gone\n");
    await show(uri);
    assert.deepEqual(await findings(uri, (found) => found.length > 0), ["value-not-listed: gone"]);
    await vscode.workspace.fs.delete(uri);
  });

  it("take their severity from the settings", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    await findings(document.uri, (found) => found.length === 3);
    await withSettings({ "clausewise.rules": { placeholder: "error", "missing-field": "off" } }, async () => {
      await findings(document.uri, (found) => found.length === 2);
      const placeholder = ours(document.uri).find((one) => ruleOf(one) === "placeholder");
      assert.equal(placeholder?.severity, vscode.DiagnosticSeverity.Error);
    });
    await findings(document.uri, (found) => found.length === 3);
  });

  it("are as many as the strictness in the settings asks for", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    await findings(document.uri, (found) => found.length === 3);
    await withSettings({ "clausewise.profile": "audit" }, async () => void (await findings(document.uri, (found) => found.length > 20)));
    await findings(document.uri, (found) => found.length === 3);
  });

  it("follow the profile when it comes and goes", async () => {
    const { document } = await show(uriOf("credit.model-card.yaml"));
    await findings(document.uri, (found) => found.length === 3);
    const profile = await write("clausewise.yaml", "organisation: A\nscope: B\nstandards: [iso42001]\nprofile: audit\n");
    await findings(document.uri, (found) => found.length > 20);
    await vscode.workspace.fs.delete(profile);
    await findings(document.uri, (found) => found.length === 3);
  });

  it("are there for a document that was never saved", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "yaml", content: "kind: model-card\nstatus: gone\n" });
    await vscode.window.showTextDocument(document);
    await until(vscode.languages.onDidChangeDiagnostics, () => ours(document.uri).some((one) => ruleOf(one) === "value-not-listed"));
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await until(vscode.languages.onDidChangeDiagnostics, () => ours(document.uri).length === 0);
  });

  it("come and go with a folder, of which the editor hears as a whole", async () => {
    // Nobody looks into this folder, so the files below it are news when it gets another name.
    await write("node_modules/arriving/deep/far.model-card.yaml", "kind: model-card\nstatus: gone\n");
    await vscode.workspace.fs.rename(uriOf("node_modules/arriving"), uriOf("arrived"));
    const uri = uriOf("arrived/deep/far.model-card.yaml");
    await until(vscode.languages.onDidChangeDiagnostics, () => ours(uri).length > 0);
    await vscode.workspace.fs.delete(uriOf("arrived"), { recursive: true });
    await until(vscode.languages.onDidChangeDiagnostics, () => ours(uri).length === 0);
    await vscode.workspace.fs.delete(uriOf("node_modules"), { recursive: true });
  });

  it("go when the file goes", async () => {
    const uri = await write("gone.model-card.yaml", "kind: model-card\nstatus: gone\n");
    await until(vscode.languages.onDidChangeDiagnostics, () => ours(uri).length > 0);
    await vscode.workspace.fs.delete(uri);
    await until(vscode.languages.onDidChangeDiagnostics, () => ours(uri).length === 0);
  });
});
