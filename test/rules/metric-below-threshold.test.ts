import assert from "node:assert/strict";
import { assertMarked, findingsOf } from "./checked";

const card = (metric: string) => `kind: model-card\nevaluation:\n  metrics:\n    - { ${metric} }\n`;

describe("metric-below-threshold", () => {
  it("says which way is better and what to do", () => {
    const [finding] = assertMarked("metric-below-threshold", card("name: auc, value: ⟦0.82⟧, threshold: 0.85"));
    assert.equal(finding?.message, "“auc” is 0.82, below the threshold of 0.85, and higher is better. Improve the model or limit its use, or set `direction` if higher is not better here.");
    assert.deepEqual(finding?.clauses, ["iso42001:A.6.2.4", "iso42001:9.1"]);
    assert.equal(finding?.severity, "warning");
  });

  it("knows metrics that get better as they fall", () => {
    assert.match(assertMarked("metric-below-threshold", card("name: False positive rate, value: ⟦0.06⟧, threshold: 0.05"))[0]?.message ?? "", /above the threshold of 0\.05, and lower is better/);
  });

  it("believes the direction that is written down", () => {
    assertMarked("metric-below-threshold", card("name: auc, value: 0.82, threshold: 0.85, direction: lower_is_better"));
    const [finding] = assertMarked("metric-below-threshold", card("name: auc, value: ⟦0.9⟧, threshold: 0.85, direction: lower_is_better"));
    assert.match(finding?.message ?? "", /limit its use\.$/);
  });

  it("looks at fairness, in JSON too", () => {
    assertMarked("metric-below-threshold", '{ "kind": "model-card", "fairness": [{ "metric": "approval rate ratio", "value": ⟦0.7⟧, "threshold": 0.8 }] }', { language: "json" });
  });

  it("is quiet about a value at its threshold, one without, and a measure of which nobody knows the way", () => {
    for (const metric of ["name: auc, value: 0.85, threshold: 0.85", "name: auc, value: 0.1", "name: demographic parity, value: 0.1, threshold: 0.2", "name: auc, value: high, threshold: 0.8"]) assertMarked("metric-below-threshold", card(metric));
  });

  for (const [name, direction] of [["Accuracy", "higher"], ["rmse", "lower"], ["word error rate", "lower"], ["errorRate", "lower"], ["toxicity detection recall", "higher"], ["attack success rate", "lower"], ["equalised odds difference", "lower"], ["Perplexity (wikitext)", "lower"]] as const) {
    it(`takes ${direction} for better in “${name}”`, () => {
      const [low, high] = [card(`name: ${name}, value: 1, threshold: 2`), card(`name: ${name}, value: 3, threshold: 2`)];
      assert.deepEqual([findingsOf("metric-below-threshold", low).length, findingsOf("metric-below-threshold", high).length], direction === "higher" ? [1, 0] : [0, 1]);
    });
  }
});
