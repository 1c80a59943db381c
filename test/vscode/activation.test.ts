import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise } from "./workspace-files";

describe("the extension", () => {
  it("activates and reads the workspace", async () => {
    await clausewise();
    assert.equal(vscode.extensions.getExtension("clausewise.clausewise")?.isActive, true);
  });

  it("works in untrusted and virtual workspaces, and says so", () => {
    const { capabilities } = vscode.extensions.getExtension("clausewise.clausewise")?.packageJSON as { capabilities: { untrustedWorkspaces: { supported: boolean }; virtualWorkspaces: boolean } };
    assert.deepEqual([capabilities.untrustedWorkspaces.supported, capabilities.virtualWorkspaces], [true, true]);
  });
});
