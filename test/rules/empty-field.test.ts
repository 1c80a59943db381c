import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("empty-field", () => {
  it("stands on the key without a value and says what to write", () => {
    const [finding] = assertMarked("empty-field", "kind: model-card\nintended_use:\n  ⟦human_oversight⟧:\n");
    assert.match(finding?.message ?? "", /^“Human oversight” is empty\. \w/);
    assert.deepEqual(finding?.clauses, ["iso42001:A.9.2", "iso42001:A.9.3", "iso42001:A.6.1.3", "iso42001:A.5.4"]);
    assert.equal(finding?.severity, "warning");
  });

  it("knows every way to say nothing", () => {
    assertMarked("empty-field", `kind: model-card
⟦name⟧: ""
⟦overview⟧: '  '
⟦status⟧: ~
⟦limitations⟧: []
⟦intended_use⟧: {}
`);
  });

  it("points at the entry of a list that is empty", () => {
    const [finding] = assertMarked("empty-field", 'kind: model-card\nlimitations: [Income, ⟦""⟧]\n');
    assert.equal(finding?.message, "This entry of “Limitations” is empty. Fill it in or remove it.");
    assertMarked("empty-field", "kind: model-card\nowners:\n  - name: Risk team\n  ⟦-⟧\n");
  });

  it("finds it in JSON", () => {
    assertMarked("empty-field", '{ "kind": "model-card", ⟦"name"⟧: "", "limitations": [⟦null⟧, "Income"] }', { language: "json" });
  });

  it("is quiet about answers, false and zero among them, and about an empty list in the profile", () => {
    assertMarked("empty-field", "kind: model-card\nname: Scorer\nevaluation: { metrics: [{ name: error rate, value: 0 }] }\ntraining_data: { datasets: [{ id: a, personal_data: false }] }\n");
    assertMarked("empty-field", "kind: clausewise\nexclude: []\nrules: {}\n");
  });
});
