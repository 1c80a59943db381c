import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise, leaveNothingOpen, show, uriOf } from "./workspace-files";

async function hoverOn(words: string): Promise<{ text: string; on: string }> {
  const { document } = await show(uriOf("credit.model-card.yaml"));
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
  const hover = hovers.find((one) => one.contents.some((content) => content instanceof vscode.MarkdownString));
  assert.ok(hover?.range, `nothing is said about ${words}`);
  return { text: hover.contents.map((content) => (content as vscode.MarkdownString).value).join("\n"), on: document.getText(hover.range) };
}

describe("a hover", () => {
  before(clausewise);
  afterEach(leaveNothingOpen);

  it("on a key tells what to write and which clauses it serves", async () => {
    const { text, on } = await hoverOn("primary_uses");
    assert.equal(on, "primary_uses");
    assert.match(text, /\*\*Primary uses\*\*/);
    assert.match(text, /The tasks the model was built and tested for/);
    assert.match(text, /A\.9\.4 Intended use of the AI system/);
  });

  it("has links that open the pages of the clauses", async () => {
    const { text } = await hoverOn("primary_uses");
    assert.ok(text.includes(`command:clausewise.openPage?${encodeURIComponent(JSON.stringify(["clausewise:/iso42001/A.9.4"]))}`), text);
  });

  it("in a file that is none of ours says nothing", async () => {
    const { document } = await show(uriOf("other/risks.yaml"));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, new vscode.Position(1, 3));
    assert.deepEqual(hovers, []);
  });
});
