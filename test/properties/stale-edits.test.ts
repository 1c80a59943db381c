import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeAction } from "vscode-languageserver";
import { codeActionsAt, resolveAction } from "../../src/features/code-actions";
import { opened, ROOT } from "../features/opened";

const FOLDER = join("test", "fixtures", "fixes");
const PROFILE = `${ROOT}/clausewise.yaml`;
const abilities = { versions: true, snippets: true, creates: true };
const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** Everything that the light bulb offers about a rule in a file whose text has version 7, beside a profile whose text has version 9. */
function offeredFor(rule: string, file: string, text: string, beside: Readonly<Record<string, string>>): { actions: CodeAction[]; versionOf: (uri: string) => number } {
  const context = opened({ "clausewise.yaml": "owners: [{ name: Credit risk team }]\n", ...beside, [file]: text }, { profile: { strictness: "standard" } });
  context.index.setWhole(true);
  const uri = `${ROOT}/${file}`;
  const versionOf = (one: string) => (one === uri ? 7 : 9);
  const request = { range, rules: [rule], version: 7, versionOf, abilities, comments: true };
  const lazy = codeActionsAt(context, uri, { ...request, resolves: true }).filter((action) => action.data !== undefined);
  for (const action of lazy) {
    assert.equal(action.edit, undefined, action.title);
    assert.equal(resolveAction(context, action, () => 8, abilities).edit, undefined, `${action.title}: the text has changed since`);
    assert.notEqual(resolveAction(context, action, versionOf, abilities).edit, undefined, action.title);
  }
  return { actions: [...codeActionsAt(context, uri, { ...request, resolves: false, only: ["quickfix", "source.fixAll"] })], versionOf };
}

describe("an edit that was made for an older text", () => {
  for (const rule of readdirSync(FOLDER)) {
    it(`is refused, whatever repairs ${rule}: each names the version of every file that it changes`, () => {
      const folder = join(FOLDER, rule);
      const beside = existsSync(join(folder, "beside")) ? Object.fromEntries(readdirSync(join(folder, "beside")).map((name) => [name, readFileSync(join(folder, "beside", name), "utf8")])) : {};
      let repairs = 0;
      const inputs = readdirSync(folder).filter((name) => /\.\w+$/.test(name) && !/\.(?:fixed|profile)\./.test(name));
      // One per syntax shows every kind of edit.
      for (const file of inputs.filter((name, index) => inputs.findIndex((other) => other.endsWith(name.slice(name.lastIndexOf(".")))) === index)) {
        const { actions, versionOf } = offeredFor(rule, file, readFileSync(join(folder, file), "utf8"), beside);
        for (const { title, edit, command } of actions) {
          assert.ok(edit !== undefined || command !== undefined, title);
          assert.equal(edit?.changes, undefined, title);
          const created = new Set<string>();
          for (const change of edit?.documentChanges ?? []) {
            if ("kind" in change) {
              assert.ok(change.kind === "create" && change.options?.overwrite === false && change.options.ignoreIfExists === false, title);
              created.add(change.uri);
            } else {
              assert.equal(change.textDocument.version, created.has(change.textDocument.uri) ? null : versionOf(change.textDocument.uri), title);
              repairs++;
            }
          }
        }
      }
      assert.ok(repairs > 0);
    });
  }

  it("is refused where a severity is set, too", () => {
    const { actions } = offeredFor("value-not-listed", "a.model-card.yaml", "kind: model-card\nstatus: gone\n", {});
    assert.ok(actions.some(({ title }) => title.startsWith("Set the severity of value-not-listed")));
    const context = { ...opened({ "clausewise.yaml": "profile: audit\n", "a.yaml": "kind: model-card\nstatus: gone\n" }), pages: false };
    const off = codeActionsAt(context, `${ROOT}/a.yaml`, { range, version: 7, versionOf: (uri) => (uri === PROFILE ? 9 : 7), abilities, comments: true, resolves: false }).find(({ title }) => title === "Turn off value-not-listed in clausewise.yaml");
    assert.deepEqual(off?.edit?.documentChanges?.map((one) => "textDocument" in one && one.textDocument), [{ uri: PROFILE, version: 9 }]);
  });
});
