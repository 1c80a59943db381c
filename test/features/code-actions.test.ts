import assert from "node:assert/strict";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver";
import { languageOf } from "../../src/documents/read";
import { codeActionsAt, FIX_ALL, resolveAction } from "../../src/features/code-actions";
import type { ActionRequest } from "../../src/features/code-actions";
import type { FeatureContext } from "../../src/features/context";
import { severityEdit } from "../../src/features/severity-edit";
import { catalogue } from "../../src/standards/catalogue";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

const TODAY = "2026-11-24";
const FOLDER = "file:///work";
const CARD = `${FOLDER}/card.yaml`;

function workspace(files: Record<string, string>, pages = true): FeatureContext {
  const index = new WorkspaceIndex({ today: TODAY, adjust: (profile) => profile, forced: () => undefined, exists: () => false });
  index.setFolders([{ uri: FOLDER, name: "work" }]);
  for (const [name, text] of Object.entries(files)) index.update(`${FOLDER}/${name}`, languageOf(name) ?? "yaml", text);
  return { index, catalogue, today: TODAY, pages };
}

function actions(context: FeatureContext, line: number, request: Partial<ActionRequest> = {}, uri = CARD): CodeAction[] {
  const range = { start: { line, character: 0 }, end: { line, character: 1000 } };
  return codeActionsAt(context, uri, { range, version: 1, versionOf: () => 1, abilities: { versions: true, snippets: false, creates: true }, comments: false, resolves: false, ...request });
}

/** The text of a file after the edits of an action. */
function after(context: FeatureContext, action: CodeAction | undefined, uri = CARD): string {
  const document = context.index.get(uri)?.readings.document;
  const edit = action?.edit?.documentChanges?.find((one): one is TextDocumentEdit => "textDocument" in one && one.textDocument.uri === uri);
  assert.ok(document && edit, "the action has edits for the file");
  const spans = edit.edits.map((one) => ({ start: document.lines.offsetAt(one.range.start), end: document.lines.offsetAt(one.range.end), text: "newText" in one ? one.newText : one.snippet.value }));
  return spans.reduceRight((text, span) => text.slice(0, span.start) + span.text + text.slice(span.end), document.text);
}

function titled(all: readonly CodeAction[], title: string): CodeAction | undefined {
  return all.find((action) => action.title === title);
}

describe("the light bulb", () => {
  const CARD_TEXT = "kind: model-card\nstatus: Deployed\nversion_date: 2026/09/01\nversion: v2.1\n";

  it("offers what repairs the finding first, then what can be done about its rule", () => {
    const titles = actions(workspace({ "card.yaml": CARD_TEXT }), 2).map((action) => action.title);
    assert.deepEqual(titles, [
      "Write 2026-09-01",
      "Repair all 2 bad-format findings in this file",
      "Explain bad-format",
      "Keep bad-format silent here, with a reason",
      "Keep bad-format silent in this file, with a reason",
      "Set the severity of bad-format in clausewise.yaml…",
    ]);
  });

  it("prefers one repair at a place, so that one keystroke makes it", () => {
    const preferred = actions(workspace({ "card.yaml": CARD_TEXT }), 0).filter((action) => action.isPreferred);
    assert.deepEqual(preferred.map((action) => action.title), ["Add id"]);
  });

  it("keeps to the kinds and the findings that it is asked for", () => {
    const context = workspace({ "card.yaml": CARD_TEXT });
    assert.deepEqual(actions(context, 2, { only: ["refactor"] }), []);
    assert.deepEqual(actions(context, 2, { only: ["source.fixAll"] }).map((action) => action.kind), [FIX_ALL]);
    assert.deepEqual(actions(context, 2, { rules: ["review-order"] }), []);
  });

  it("repairs all findings of a rule at once", () => {
    const context = workspace({ "card.yaml": CARD_TEXT });
    const action = titled(actions(context, 2), "Repair all 2 bad-format findings in this file");
    assert.equal(after(context, action), "kind: model-card\nstatus: Deployed\nversion_date: 2026-09-01\nversion: 2.1.0\n");
  });

  it("makes on saving only what changes no answer", () => {
    const text = `${CARD_TEXT}Name: Credit scorer\nintended_use:\n  users: Officers\nreview: { last: 2024-01-01, next: 2024-06-01 }\n`;
    const context = workspace({ "card.yaml": text });
    const [action] = actions(context, 0, { only: [FIX_ALL] });
    assert.equal(
      after(context, action),
      "kind: model-card\nstatus: deployed\nversion_date: 2026-09-01\nversion: 2.1.0\nname: Credit scorer\nintended_use:\n  users: [Officers]\nreview: { last: 2024-01-01, next: 2024-06-01 }\n",
    );
    assert.deepEqual(actions(workspace({ "card.yaml": "kind: model-card\n" }), 0, { only: [FIX_ALL] }), []);
  });

  it("gives a repair that was chosen late no edit for a newer text", () => {
    const context = workspace({ "card.yaml": CARD_TEXT });
    const lazy = titled(actions(context, 2, { resolves: true }), "Repair all 2 bad-format findings in this file");
    assert.ok(lazy && lazy.edit === undefined);
    const abilities = { versions: true, snippets: true, creates: true };
    assert.equal(resolveAction(context, lazy, () => 2, abilities).edit, undefined);
    assert.equal(after(context, resolveAction(context, lazy, () => 1, abilities)), "kind: model-card\nstatus: Deployed\nversion_date: 2026-09-01\nversion: 2.1.0\n");
  });

  it("offers once what several findings at a place have in common", () => {
    const all = actions(workspace({ "card.yaml": CARD_TEXT }), 0).map((action) => action.title);
    assert.ok(all.some((title) => /^Add the \d+ missing fields of the model card$/.test(title)), all.join("\n"));
    assert.deepEqual(all, [...new Set(all)]);
  });

  it("offers to begin a missing file that is named, in each place where it may be meant inside the workspace", () => {
    const create = (named: string, creates = true) => {
      const uri = `${FOLDER}/models/card.yaml`;
      const context = workspace({ "models/card.yaml": `kind: model-card\ndesign:\n  hyperparameters: ${named}\n` });
      context.index.setWhole(true);
      return actions(context, 2, { abilities: { versions: true, snippets: false, creates } }, uri).filter(({ title }) => title.startsWith("Create"));
    };
    assert.deepEqual(
      create("notes/first-run.md").map(({ title, edit }) => [title, edit?.documentChanges?.length]),
      [["Create the file models/notes/first-run.md", 2], ["Create the file notes/first-run.md", 2]],
    );
    assert.deepEqual(create("../notes.txt").map(({ title }) => title), ["Create the file notes.txt"]);
    assert.deepEqual(create("notes.md", false), [], "a client that creates no files");
    assert.deepEqual(create("model.onnx"), [], "a file that nobody writes by hand");
  });

  it("offers the file that is there under nearly the name of a missing one, or in another folder, with its place in the file", () => {
    const uri = `${FOLDER}/models/card.yaml`;
    const write = (named: string, ...files: string[]) => {
      const context = workspace({ "models/card.yaml": `kind: model-card\ndesign:\n  hyperparameters: ${named}\n` });
      context.index.setWhole(true);
      const action = actions(context, 2, { files: files.map((file) => `${FOLDER}/${file}`) }, uri).find(({ title }) => title.startsWith("Write "));
      return action && after(context, action, uri).split("\n")[2]?.trim();
    };
    assert.equal(write("configs/trian.toml", "models/configs/train.toml", "README.md"), "hyperparameters: configs/train.toml");
    assert.equal(write("train.toml", "old/train.toml", "models/configs/train.toml"), "hyperparameters: configs/train.toml");
    assert.equal(write('"configs/train.tml#lr"', "configs/train.toml"), 'hyperparameters: "configs/train.toml#lr"');
    assert.equal(write("configs/train.toml", "configs/evaluation.toml", "models/card.yaml"), undefined);
  });

  it("puts the cursor where something is to be written, in a client that can", () => {
    const context = workspace({ "card.yaml": "kind: model-card\nid: a\n" });
    const action = titled(actions(context, 0, { abilities: { versions: true, snippets: true, creates: true } }), "Add name");
    assert.equal(after(context, action), "kind: model-card\nid: a\nname: ${1:<name>}\n");
  });
});

describe("a comment that keeps a finding silent", () => {
  it("goes above the line, with room for the reason", () => {
    const context = workspace({ "card.yaml": "kind: model-card\nowners:\n  - name: A\n    contact: nobody\n" });
    const here = titled(actions(context, 3), "Keep bad-format silent here, with a reason");
    assert.equal(after(context, here), "kind: model-card\nowners:\n  - name: A\n    # clausewise-disable-next-line bad-format -- <reason>\n    contact: nobody\n");
    const file = titled(actions(context, 3), "Keep bad-format silent in this file, with a reason");
    assert.equal(after(context, file), "# clausewise-disable-file bad-format -- <reason>\nkind: model-card\nowners:\n  - name: A\n    contact: nobody\n");
  });

  it("is offered in JSON only where there are comments", () => {
    const uri = `${FOLDER}/card.json`;
    const titles = (text: string, comments: boolean) => actions(workspace({ "card.json": text }), 1, { comments, rules: ["bad-format"] }, uri).filter(({ title }) => title.startsWith("Keep")).length;
    assert.equal(titles('{\n  "kind": "model-card", "version": "v1"\n}', false), 0);
    assert.equal(titles('{\n  "kind": "model-card", "version": "v1"\n}', true), 2);
    assert.equal(titles('{ // a card\n  "kind": "model-card", "version": "v1"\n}', false), 2);
  });
});

describe("the severity of a rule", () => {
  const abilities = { versions: true, snippets: false, creates: true };
  const set = (profile: string | undefined) => {
    const context = workspace({ "card.yaml": "kind: model-card\n", ...(profile === undefined ? {} : { "clausewise.yaml": profile }) });
    return { context, made: severityEdit(context, CARD, "placeholder", "off", () => null, abilities) };
  };

  it("is written into the profile, where comments and order stay", () => {
    const uri = `${FOLDER}/clausewise.yaml`;
    const cases = [
      ["# ours\nprofile: audit\nreview_interval: P6M\n", '# ours\nprofile: audit\nrules:\n  placeholder: "off"\nreview_interval: P6M\n'],
      ["rules:\n    empty-field: hint # for now\n", 'rules:\n    empty-field: hint # for now\n    placeholder: "off"\n'],
      ["rules: { placeholder: hint } # all\n", 'rules: { placeholder: "off" } # all\n'],
    ] as const;
    for (const [before, expected] of cases) {
      const { context, made } = set(before);
      assert.equal(after(context, made && { title: "", edit: made.edit }, uri), expected);
    }
  });

  it("makes a profile where there is none", () => {
    const { made } = set(undefined);
    assert.deepEqual(made?.edit.documentChanges?.map((one) => ("kind" in one ? one.kind : one.edits.map((edit) => ("newText" in edit ? edit.newText : "")).join(""))), ["create", 'rules:\n  placeholder: "off"\n']);
  });

  it("is not written into a profile that has errors", () => {
    assert.equal(set("rules: [\n").made, undefined);
  });
});
