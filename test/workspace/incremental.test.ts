import assert from "node:assert/strict";
import { fileCheck, plainCheck } from "../../src/workspace/file-check";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

const PAIRS = 8;
const uri = (name: string) => `file:///w/${name}.yaml`;
const card = (number: number, risk = `R-${number}`) => `kind: model-card\nid: m-${number}\nname: Model ${number}\nstatus: deployed\nlinks: { risks: [${risk}] }\n`;
const register = (number: number, id = `R-${number}`) => `kind: security-risk\nid: register-${number}\nrisks:\n  - { id: ${id}, title: A, model: m-${number} }\n`;

/** Many models, each with a risk file of its own. */
function files(): Map<string, string> {
  return new Map(Array.from({ length: PAIRS }, (_, number) => [[uri(`card-${number}`), card(number)] as const, [uri(`risks-${number}`), register(number)] as const]).flat());
}

function indexOf(texts: Iterable<readonly [string, string]>): WorkspaceIndex {
  const index = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced: () => undefined });
  index.setFolders([{ uri: "file:///w", name: "w" }]);
  for (const [one, text] of texts) index.update(one, "yaml", text);
  index.setWhole(true);
  return index;
}

/** All that an editor shows after a change. */
function shown(index: WorkspaceIndex): unknown {
  const ids = index.identifiers();
  return {
    findings: index.all().map((one) => plainCheck(fileCheck(index, one.uri), false)),
    ids: ids.ofType("risk").map((one) => [one.id, one.uri, one.span]),
    pointers: ids.mentionsOfType("risk").map((one) => [one.id, one.uri, one.span]),
    evidence: index.evidenceFor("iso42001:A.6.2.7").map((one) => [one.uri, one.path, one.state]),
  };
}

/** What a change costs until everything is shown again. */
function costOf(index: WorkspaceIndex, change: () => void) {
  shown(index);
  const before = { ...index.effort };
  change();
  shown(index);
  return { read: index.effort.read - before.read, checked: index.effort.checked - before.checked, entered: index.effort.entered - before.entered };
}

describe("an edit in a large workspace", () => {
  it("that others do not ask about costs one file", () => {
    const index = indexOf(files());
    assert.deepEqual(costOf(index, () => index.update(uri("card-7"), "yaml", `${card(7)}overview: New\n`)), { read: 1, checked: 1 + 1, entered: 1 });
  });

  it("of an id costs the file and those that point at it", () => {
    const index = indexOf(files());
    assert.deepEqual(costOf(index, () => index.update(uri("risks-7"), "yaml", register(7, "R-7b"))), { read: 1, checked: 1 + 1, entered: 1 });
    assert.deepEqual(index.findings(uri("card-7")).filter((one) => one.rule === "unknown-reference").length, 1);
  });

  it("costs nothing where the text stays the same", () => {
    const index = indexOf(files());
    assert.deepEqual(costOf(index, () => index.update(uri("card-7"), "yaml", card(7))), { read: 0, checked: 0, entered: 0 });
  });

  it("leaves everything as if all files were read anew, whatever comes, changes and goes", () => {
    const texts = files();
    const index = indexOf(texts);
    const changes: (readonly [string, string | undefined])[] = [
      [uri("card-3"), card(3, "R-4")],
      [uri("risks-4"), undefined],
      [uri("a-new-one"), register(4, "R-5")],
      [uri("clausewise"), "profile: standard\nowners: [{ name: Ana }]\n"],
      [uri("risks-9"), "nothing: here\n"],
      [uri("risks-4"), register(4)],
      [uri("clausewise"), undefined],
      [uri("a-new-one"), "kind: model-card\nid: m-5\nname: Same id\n"],
    ];
    for (const [one, text] of changes) {
      if (text === undefined) {
        texts.delete(one);
        index.remove(one);
      } else {
        texts.set(one, text);
        index.update(one, "yaml", text);
      }
      assert.deepEqual(shown(index), shown(indexOf(texts)), `${one} ${text ?? "is gone"}`);
    }
  });
});
