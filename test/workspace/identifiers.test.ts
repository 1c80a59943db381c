import assert from "node:assert/strict";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

const root = "file:///w";

function workspace(files: Readonly<Record<string, string>>): WorkspaceIndex {
  const index = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced: () => undefined });
  index.setFolders([{ uri: root, name: "w" }]);
  for (const [path, text] of Object.entries(files)) index.update(`${root}/${path}`, path.endsWith(".json") ? "json" : path.endsWith(".md") ? "markdown" : "yaml", text);
  return index;
}

const RISKS = "kind: security-risk\nid: credit-risks\nrisks:\n  - id: R-001\n    title: Poisoned data\n    asset: applications\n  - id: 'R-002'\n";
const CARD = "kind: model-card\nid: scorer\nname: Credit scorer\nlinks:\n  risks: [R-001, \"R-002\"]\ntraining_data:\n  datasets:\n    - id: applications\n";

describe("the ids of a workspace", () => {
  it("are those that documents give themselves and the items of their lists", () => {
    const names = workspace({ "a.yaml": RISKS, "b.yaml": CARD }).identifiers();
    assert.deepEqual(names.ofType("risk").map((one) => [one.id, one.title, one.path]), [
      ["R-001", "Poisoned data", "risks[0].id"],
      ["R-002", undefined, "risks[1].id"],
    ]);
    assert.deepEqual(names.ofType("model-card").map((one) => [one.id, one.title]), [["scorer", "Credit scorer"]]);
    assert.deepEqual(names.ofType("dataset").map((one) => one.id), ["applications"]);
  });

  it("lie in the text without their quotes", () => {
    const [, second] = workspace({ "a.yaml": RISKS }).identifiers().ofType("risk");
    assert.ok(second);
    assert.equal(RISKS.slice(second.span.start - 1, second.span.end + 1), "'R-002'");
  });

  it("are found from where they are mentioned, and the mentions from them", () => {
    const names = workspace({ "a.yaml": RISKS, "b.json": '{ "kind": "model-card", "links": { "risks": ["R-001"] } }' }).identifiers();
    assert.deepEqual(names.meant("risk", "R-001").map((one) => one.uri), [`${root}/a.yaml`]);
    assert.deepEqual(names.mentionsOf("risk", "R-001").map((one) => [one.uri, one.path]), [[`${root}/b.json`, "links.risks"]]);
  });

  it("count as assets where they are data sets", () => {
    const names = workspace({ "a.yaml": RISKS, "b.yaml": CARD }).identifiers();
    assert.deepEqual(names.meant("asset", "applications").map((one) => one.type), ["dataset"]);
    assert.deepEqual(names.mentionsOf("dataset", "applications").map((one) => one.path), ["risks[0].asset"]);
  });

  it("are read in front matter too", () => {
    const names = workspace({ "MODEL_CARD.md": `---\n${CARD}---\n\n# Scorer\n` }).identifiers();
    assert.deepEqual(names.ofType("model-card").map((one) => one.id), ["scorer"]);
  });

  it("leave out stand-ins and what an alias repeats", () => {
    const names = workspace({ "a.yaml": "kind: security-risk\nid: TODO\nrisks:\n  - &one\n    id: R-001\n    model: TODO\n  - *one\n" }).identifiers();
    assert.deepEqual(names.ofType("security-risk"), []);
    assert.deepEqual(names.mentionsOfType("model-card"), []);
    assert.deepEqual(names.ofType("risk").map((one) => one.path), ["risks[0].id"]);
  });

  it("follow the text: a new version brings its own, and a file that is gone takes its own away", () => {
    const index = workspace({ "a.yaml": RISKS, "b.yaml": CARD });
    assert.equal(index.identifiers().ofType("risk").length, 2);
    index.update(`${root}/a.yaml`, "yaml", RISKS.replace("R-001", "R-100"));
    assert.deepEqual(index.identifiers().ofType("risk").map((one) => one.id), ["R-100", "R-002"]);
    assert.deepEqual(index.identifiers().meant("risk", "R-001"), []);
    index.remove(`${root}/a.yaml`);
    assert.deepEqual(index.identifiers().ofType("risk"), []);
    assert.deepEqual(index.identifiers().ofType("model-card").map((one) => one.id), ["scorer"]);
  });
});
