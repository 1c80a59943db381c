import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("metric-without-value", () => {
  it("asks for the number that was measured", () => {
    const [finding] = assertMarked("metric-without-value", "kind: model-card\nevaluation:\n  metrics:\n    - { name: ⟦auc⟧, threshold: 0.85 }\n");
    assert.equal(finding?.message, "“auc” is named, but its value is missing. Add `value` with the number that was measured.");
    assert.deepEqual(finding?.clauses, ["iso42001:A.6.2.4", "iso42001:9.1"]);
    assert.equal(finding?.severity, "warning");
  });

  it("asks for the result of a fairness test too, in JSON as well", () => {
    const found = assertMarked("metric-without-value", '{ "kind": "model-card", "fairness": [{ "group": ⟦"over 60"⟧, "metric": "approval rate ratio" }] }', { language: "json" });
    assert.deepEqual(found[0]?.clauses, ["iso42001:A.6.2.4", "iso42001:A.5.4"]);
  });

  it("is quiet about a value, zero included, about one that is still to come, and about a metric without a name", () => {
    assertMarked("metric-without-value", "kind: model-card\nevaluation: { metrics: [{ name: error rate, value: 0 }, { name: auc, value: TODO }, { name: f1, value: }, { threshold: 0.8 }] }\n");
  });
});
