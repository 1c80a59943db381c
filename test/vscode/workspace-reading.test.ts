import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ReadingState } from "../../src/extension/workspace-reading";
import { clausewise, until } from "./workspace-files";

describe("reading the workspace, in the editor", () => {
  /** Waits for a state, and for what the views say then. */
  async function becomes(state: ReadingState): Promise<void> {
    const { reading } = await clausewise();
    await until(reading.onDidChange, () => reading.state === state);
  }
  afterEach(async () => {
    await vscode.commands.executeCommand("clausewise.readOn");
    await becomes("whole");
  });

  it("can be stopped, says above the trees that the rest was not read, and goes on when it is asked to", async () => {
    const { documents, clauses } = await clausewise();
    // Both are under way before the list of files is asked for, so the reading cannot be over yet.
    await Promise.all([vscode.commands.executeCommand("clausewise.refresh"), vscode.commands.executeCommand("clausewise.stopReading")]);
    await becomes("stopped");
    for (const { view } of [documents, clauses]) assert.match(view.message ?? "", /^Reading was stopped: .+ read\. “Clausewise: Read the Rest of the Workspace” goes on\./);
    assert.ok((await documents.getChildren()).length > 0, "what was read before is still there");
    await vscode.commands.executeCommand("clausewise.readOn");
    await becomes("whole");
    for (const { view } of [documents, clauses]) assert.equal(view.message ?? "", "");
  });
});
