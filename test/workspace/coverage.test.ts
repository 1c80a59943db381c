import assert from "node:assert/strict";
import { catalogue } from "../../src/standards/catalogue";
import { COVERAGE_STATES, coverageOf, withinReachOf } from "../../src/workspace/coverage";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

const workspace = (files: Readonly<Record<string, string>>) => {
  const index = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced: () => undefined });
  index.setFolders([{ uri: "file:///w", name: "w" }]);
  for (const [path, text] of Object.entries(files)) index.update(`file:///w/${path}`, "yaml", text);
  return index;
};
const stateOf = (files: Readonly<Record<string, string>>, ref: string) =>
  coverageOf(workspace(files), catalogue)
    .standards.flatMap((one) => one.clauses)
    .find((one) => one.clause.ref === ref)?.state;
const statement = (entries: string) => `kind: statement-of-applicability\nid: soa\nstandard: iso27001\nentries:\n${entries}`;

describe("the coverage of a workspace", () => {
  it("counts each clause without subclauses and each control once", () => {
    const { standards } = coverageOf(workspace({}), catalogue);
    assert.deepEqual(standards.map(({ standard, clauses }) => [standard.id, clauses.length]), [
      ["iso42001", 70],
      ["iso27001", 123],
    ]);
    for (const { counts, clauses } of standards) assert.equal(COVERAGE_STATES.reduce((sum, state) => sum + counts[state], 0), clauses.length);
  });

  it("never counts as a gap what these documents cannot evidence", () => {
    const [first] = coverageOf(workspace({}), catalogue).standards;
    assert.ok(first);
    assert.deepEqual(withinReachOf(first.counts), { evidenced: 0, reachable: first.counts.missing });
    assert.equal(first.clauses.find((one) => one.clause.id === "A.2.2")?.state, "out-of-reach");
  });

  it("looks at the standards that the profile names", () => {
    const { standards } = coverageOf(workspace({ "clausewise.yaml": "standards: [iso27001]\n" }), catalogue);
    assert.deepEqual(standards.map((one) => one.standard.id), ["iso27001"]);
  });

  it("calls a control not applicable when a statement says so with a reason", () => {
    assert.equal(stateOf({ "soa.yaml": statement("  - { control: A.8.28, applicable: false, justification: No code is written here }\n") }, "iso27001:A.8.28"), "not-applicable");
    assert.notEqual(stateOf({ "soa.yaml": statement("  - { control: A.8.28, applicable: false }\n") }, "iso27001:A.8.28"), "not-applicable");
  });

  it("does not call it so when another statement says that it applies", () => {
    const files = {
      "a.soa.yaml": statement("  - { control: A.8.28, applicable: false, justification: No code is written here }\n"),
      "b.soa.yaml": statement("  - { control: A.8.28, applicable: true, justification: Code of the pipeline }\n"),
    };
    assert.notEqual(stateOf(files, "iso27001:A.8.28"), "not-applicable");
  });

  it("takes a bare number in a statement for a control of its standard", () => {
    assert.equal(stateOf({ "soa.yaml": statement('  - { control: "5.1", applicable: false, justification: Held by the parent company }\n') }, "iso27001:A.5.1"), "not-applicable");
  });

  it("counts a field that serves both standards once", () => {
    const { shared } = coverageOf(workspace({ "model-card.yaml": "kind: model-card\nid: a\nintended_use: { primary_uses: [Rank] }\n" }), catalogue);
    assert.equal(shared.both + shared.iso42001 + shared.iso27001, 3);
    assert.ok(shared.both >= 1 && shared.iso42001 >= 1, JSON.stringify(shared));
  });

  it("tells for each document how many of the expected fields are filled", () => {
    const { documents } = coverageOf(workspace({ "model-card.yaml": "kind: model-card\nid: a\nname: TODO\n", "clausewise.yaml": "scope: A\n" }), catalogue);
    assert.deepEqual(documents.map(({ document, filled }) => [document.path, filled]), [["model-card.yaml", 2]]);
  });
});
