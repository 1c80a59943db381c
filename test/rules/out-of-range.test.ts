import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("out-of-range", () => {
  it("points at the second of two equal entries", () => {
    const [finding] = assertMarked("out-of-range", "kind: security-risk\nrisks: [{ id: R-1, affects: [integrity, availability, ⟦integrity⟧] }]\n");
    assert.equal(finding?.message, "`integrity` stands twice in “Affects”. Remove one of the two.");
    assert.deepEqual(finding?.clauses, ["iso42001:6.1.2", "iso27001:6.1.2", "iso27001:A.5.12"]);
    assert.equal(finding?.severity, "error");
  });

  it("points at it in JSON and in a list over several lines", () => {
    assertMarked("out-of-range", '{ "kind": "model-card", "links": { "risks": ["R-1", ⟦"R-1"⟧] } }', { language: "json" });
    assertMarked("out-of-range", "standards:\n  - iso42001\n  - ⟦iso42001⟧\n", { kind: "clausewise" });
  });

  it("is quiet about entries that differ", () => {
    assertMarked("out-of-range", "kind: security-risk\nrisks: [{ id: R-1, affects: [integrity, availability] }]\n");
  });

  it("leaves a list without entries to empty-field", () => {
    assertMarked("out-of-range", "kind: model-card\nlimitations: []\n");
    assertMarked("empty-field", "kind: model-card\n⟦limitations⟧: []\n");
  });
});
