import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Row } from "../../src/server/protocol";
import { clausewise, until, uriOf, write } from "./workspace-files";

/** What the test uses of the git extension beside what the tool uses. */
interface Repository {
  setConfig(key: string, value: string): Promise<unknown>;
  add(paths: string[]): Promise<void>;
  commit(message: string, options: { all: boolean }): Promise<void>;
  createBranch(name: string, checkout: boolean): Promise<void>;
}
interface Git {
  init(root: vscode.Uri): Promise<Repository | null>;
}

const git = vscode.extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): Git }>("vscode.git");
/** The web host has no git extension. */
const itWithGit = git ? it : it.skip;
const itWithoutGit = git ? it.skip : it;

/** The files with evidence for a control. */
async function filesShown(): Promise<string[]> {
  const { clauses } = await clausewise();
  let rows: Row[] = await clauses.getChildren();
  for (const label of ["ISO/IEC 42001", "A.9 ", "A.9.4"]) {
    const row = rows.find((one) => one.label.startsWith(label));
    rows = row ? await clauses.getChildren(row) : [];
  }
  return [...new Set(rows.flatMap((row) => row.target?.uri.split("/").at(-1) ?? []))].sort();
}

describe("the Clauses tree, filtered by what changed since a git revision", () => {
  before(clausewise);

  itWithoutGit("says where there is no git that it has nothing to compare with", async () => {
    const { clauses } = await clausewise();
    // The sentence stays until somebody closes it.
    void vscode.commands.executeCommand("clausewise.changedClauses", "HEAD");
    await vscode.commands.executeCommand("clausewise.groupByTheme");
    assert.equal(clauses.view.message, "");
  });

  itWithGit("shows the evidence of changed and new files alone, and follows them", async function () {
    const { clauses } = await clausewise();
    const { enabled } = (await git?.activate()) ?? {};
    // The extension is there, and found no git to run on this machine.
    if (!enabled) this.skip();
    const api = git?.exports.getAPI(1);
    const repository = await api?.init(uriOf("."));
    assert.ok(repository, "the folder becomes a repository");
    const original = new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf("credit.model-card.yaml")));
    for (const [key, value] of [["user.name", "A tester"], ["user.email", "tester@example.com"], ["commit.gpgsign", "false"]] as const) await repository.setConfig(key, value);
    await repository.add([uriOf("credit.model-card.yaml").fsPath, uriOf("SUPPORT_MODEL_CARD.md").fsPath, uriOf("docs/closed.security-risk.yaml").fsPath]);
    await repository.commit("All as it is", { all: false });
    await repository.createBranch("before", false);
    try {
      await vscode.commands.executeCommand("clausewise.changedClauses", "before");
      assert.equal(clauses.view.message, "Showing only: changed since before");
      await until(clauses.onDidChange, async () => (await filesShown()).length === 0);
      await write("credit.model-card.yaml", `${original}# reviewed\n`);
      await until(clauses.onDidChange, async () => (await filesShown()).join() === "credit.model-card.yaml");
      await write("changed-new.model-card.yaml", "kind: model-card\nname: New\nintended_use:\n  primary_uses: [Ranking]\n");
      await until(clauses.onDidChange, async () => (await filesShown()).join() === "changed-new.model-card.yaml,credit.model-card.yaml");
      await vscode.commands.executeCommand("clausewise.clearClauseFilter");
      assert.ok((await filesShown()).includes("SUPPORT_MODEL_CARD.md"));
      void vscode.commands.executeCommand("clausewise.changedClauses", "no-such-revision");
      assert.equal(clauses.view.message, "");
    } finally {
      await vscode.commands.executeCommand("clausewise.clearClauseFilter");
      await write("credit.model-card.yaml", original);
      await vscode.workspace.fs.delete(uriOf("changed-new.model-card.yaml"));
      // The repository stays: git fails in the middle of what it does for the editor when its folder goes.
    }
  });
});
