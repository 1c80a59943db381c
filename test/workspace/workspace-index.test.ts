import assert from "node:assert/strict";
import type { KindId } from "../../src/kinds/field";
import { defaultProfile } from "../../src/kinds/profile";
import { stateOfClause } from "../../src/workspace/evidence";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

const root = "file:///w";
const index = (forced: (uri: string) => KindId | "none" | undefined = () => undefined) => {
  const made = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced });
  made.setFolders([{ uri: root, name: "w" }]);
  return made;
};
const kinds = (made: WorkspaceIndex, uri: string) => made.get(uri)?.readings.readings.map((reading) => reading.kind.id);
const rulesAt = (made: WorkspaceIndex, uri: string) => made.check(uri).flatMap((one) => one.findings.map((finding) => finding.rule));

describe("the index of a workspace", () => {
  it("holds what each part of a file is", () => {
    const made = index();
    made.update(`${root}/all.yaml`, "yaml", "kind: model-card\n---\nkind: security-risk\n---\nother: 1\n");
    assert.deepEqual(kinds(made, `${root}/all.yaml`), ["model-card", "security-risk"]);
  });

  it("applies a profile to files that came before it, and takes it back when it goes", () => {
    const made = index();
    made.update(`${root}/cards/a.yaml`, "yaml", "name: A\n");
    assert.deepEqual(kinds(made, `${root}/cards/a.yaml`), []);
    made.update(`${root}/clausewise.yaml`, "yaml", "files: { model-card: ['cards/*.yaml'] }\n");
    assert.deepEqual(kinds(made, `${root}/cards/a.yaml`), ["model-card"]);
    made.remove(`${root}/clausewise.yaml`);
    assert.deepEqual(kinds(made, `${root}/cards/a.yaml`), []);
  });

  it("keeps the profiles of two roots apart", () => {
    const made = index();
    made.setFolders([
      { uri: "file:///a", name: "a" },
      { uri: "file:///b", name: "b" },
    ]);
    made.update("file:///a/clausewise.yaml", "yaml", "rules: { missing-field: 'off' }\n");
    for (const one of ["a", "b"]) made.update(`file:///${one}/card.yaml`, "yaml", "kind: model-card\n");
    assert.equal(rulesAt(made, "file:///a/card.yaml").includes("missing-field"), false);
    assert.equal(rulesAt(made, "file:///b/card.yaml").includes("missing-field"), true);
  });

  it("takes a person's choice over everything else", () => {
    const made = index((uri) => (uri.endsWith("x.yaml") ? "security-risk" : "none"));
    made.update(`${root}/x.yaml`, "yaml", "kind: model-card\n");
    made.update(`${root}/model-card.yaml`, "yaml", "kind: model-card\n");
    assert.deepEqual(kinds(made, `${root}/x.yaml`), ["security-risk"]);
    assert.deepEqual(kinds(made, `${root}/model-card.yaml`), []);
  });

  it("goes on with defaults where the profile is wrong, and says so in the profile", () => {
    const made = index();
    made.update(`${root}/clausewise.yaml`, "yaml", "profile: strict\nreview_interval: P3M\n");
    assert.equal(made.folderOf(`${root}/x`).profile.strictness, defaultProfile.strictness);
    assert.equal(made.folderOf(`${root}/x`).profile.reviewInterval, "P3M");
    assert.ok(rulesAt(made, `${root}/clausewise.yaml`).includes("value-not-listed"));
  });

  it("finds the evidence for a clause in every document, gaps too", () => {
    const made = index();
    made.update(`${root}/a.yaml`, "yaml", "kind: model-card\nintended_use:\n  primary_uses: [Rank applications]\n");
    const evidence = made.evidenceFor("iso42001:A.9.4").map((one) => [one.path, one.state]);
    assert.deepEqual(evidence, [
      ["intended_use.out_of_scope_uses", "missing"],
      ["intended_use.primary_uses", "filled"],
    ]);
    assert.equal(stateOfClause("iso42001:A.9.4", made.evidenceFor("iso42001:A.9.4")), "partly");
  });

  it("forgets the evidence of a file that is gone", () => {
    const made = index();
    made.update(`${root}/a.yaml`, "yaml", "kind: model-card\nname: A\n");
    made.remove(`${root}/a.yaml`);
    assert.deepEqual(made.evidenceFor("iso42001:A.6.2.7"), []);
  });

  it("knows which clauses no field can evidence", () => {
    assert.equal(stateOfClause("iso42001:A.2.2", []), "out-of-reach");
    assert.equal(stateOfClause("iso42001:A.9.4", []), "missing");
  });

  it("finds what is wrong with the references of a file that is of no kind", () => {
    const made = index();
    made.update(`${root}/notes.md`, "markdown", "ISO 42001 A.6.2.9 and A.6.2.8\n");
    assert.deepEqual(made.check(`${root}/notes.md`), []);
    assert.deepEqual(made.findings(`${root}/notes.md`).map(({ rule }) => rule), ["unknown-clause"]);
    assert.deepEqual(made.get(`${root}/notes.md`)?.readings.references().all.map(({ id }) => id), ["A.6.2.9", "A.6.2.8"]);
  });

  it("does not even parse a file that names neither a kind nor a standard", () => {
    const made = index();
    made.update(`${root}/notes.md`, "markdown", "---\na: 1\n---\n\n# Clause 6.1.2\n");
    assert.deepEqual(made.get(`${root}/notes.md`)?.readings.document.parts, []);
    assert.deepEqual(made.findings(`${root}/notes.md`), []);
  });

  it("survives a file name that is no valid URI", () => {
    const made = index();
    made.update(`${root}/100%.model-card.yaml`, "yaml", "name: A\noverview: All of it\n");
    assert.deepEqual(kinds(made, `${root}/100%.model-card.yaml`), ["model-card"]);
  });
});
