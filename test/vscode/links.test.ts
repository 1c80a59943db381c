import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, findings, leaveNothingOpen, ours, ruleOf, show, uriOf, write } from "./workspace-files";

/** Every test writes into a folder of its own, since an editor keeps the text of a file for a while. */
let folders = 0;

function file(name: string, text: string): Promise<vscode.Uri> {
  return write(`links-${folders}/${name}`, text);
}

/** The texts that a rule underlines in a file. */
async function underlined(uri: vscode.Uri, rule: string, ready: (texts: string[]) => boolean): Promise<void> {
  await findings(uri, (found) => ready(found.filter((one) => one.startsWith(`${rule}: `)).map((one) => one.slice(rule.length + 2))));
}

const none = (texts: string[]) => texts.length === 0;
const only = (text: string) => (texts: string[]) => texts.length === 1 && texts[0] === text;

describe("findings about other files", () => {
  before(clausewise);
  beforeEach(() => void folders++);
  afterEach(async () => {
    await leaveNothingOpen();
    await vscode.workspace.fs.delete(uriOf(`links-${folders}`), { recursive: true });
  });

  it("change in both files when one of them changes", async () => {
    const card = (name: string) => `kind: model-card\nid: twin-model\nname: ${name}\n`;
    const closed = await file("one.model-card.yaml", card("One"));
    const editor = await show(await file("two.model-card.yaml", card("Two")));
    await underlined(closed, "duplicate-id", only("twin-model"));
    await underlined(editor.document.uri, "duplicate-id", only("twin-model"));
    const [finding] = ours(closed).filter((one) => ruleOf(one) === "duplicate-id");
    assert.ok(finding?.relatedInformation?.some(({ location }) => location.uri.toString() === editor.document.uri.toString()), "it leads to the other file");
    await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().indexOf("twin-model")), "other-"));
    await underlined(closed, "duplicate-id", none);
    await underlined(editor.document.uri, "duplicate-id", none);
  });

  it("go once the other file has what is pointed at, and come with the id that was meant", async () => {
    const card = await file("one.model-card.yaml", "kind: model-card\nid: linked-model\nlinks:\n  risks: [R-701]\n");
    await underlined(card, "unknown-reference", only("R-701"));
    const risks = await file("one.security-risk.yaml", "kind: security-risk\nid: linked-risks\nrisks:\n  - id: R-701\n    title: Copied weights\n");
    await underlined(card, "unknown-reference", none);
    await vscode.workspace.fs.delete(risks);
    await underlined(card, "unknown-reference", only("R-701"));
  });

  it("say which named file is not there, until it is", async () => {
    const { document } = await show(await file("one.model-card.yaml", "kind: model-card\nid: proven-model\ndesign:\n  hyperparameters: configs/train.toml\n"));
    await underlined(document.uri, "unknown-reference", only("configs/train.toml"));
    const named = await file("configs/train.toml", "rate = 0.1\n");
    await underlined(document.uri, "unknown-reference", none);
    await vscode.workspace.fs.delete(named);
    await underlined(document.uri, "unknown-reference", only("configs/train.toml"));
  });

  it("offer to begin the file that is not there", async () => {
    const { document } = await show(await file("one.model-card.yaml", "kind: model-card\nid: proven-model\ndesign:\n  hyperparameters: notes/training-run.md\n"));
    await underlined(document.uri, "unknown-reference", only("notes/training-run.md"));
    const finding = ours(document.uri).find((one) => ruleOf(one) === "unknown-reference");
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, finding.range);
    assert.deepEqual(
      actions.map((one) => one.title).filter((title) => title.startsWith("Create")),
      [`Create the file links-${folders}/notes/training-run.md`, "Create the file notes/training-run.md"],
    );
    const edit = actions.find((one) => one.title.endsWith(`links-${folders}/notes/training-run.md`))?.edit;
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    const created = await vscode.workspace.openTextDocument(uriOf(`links-${folders}/notes/training-run.md`));
    assert.equal(created.getText(), "# Training run\n");
    await underlined(document.uri, "unknown-reference", none);
    assert.ok(await created.save());
  });
});
