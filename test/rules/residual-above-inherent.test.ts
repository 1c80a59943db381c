import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const risk = (lines: string) => `kind: security-risk\nrisks:\n  - { id: R-1, ${lines} }\n`;

describe("residual-above-inherent", () => {
  it("names both levels", () => {
    const [finding] = assertMarked("residual-above-inherent", risk("level: medium, residual: { level: ⟦high⟧ }"));
    assert.equal(finding?.message, "After treatment this risk is “high”, before it was “medium”. A treatment lowers a risk: check both ratings.");
    assert.deepEqual(finding?.clauses, ["iso42001:6.1.3", "iso27001:6.1.3"]);
    assert.equal(finding?.severity, "warning");
  });

  it("works out levels that are not written down", () => {
    assertMarked("residual-above-inherent", risk("likelihood: rare, consequence: minor, ⟦residual⟧: { likelihood: likely, consequence: severe }"));
  });

  it("finds it in JSON", () => {
    assertMarked("residual-above-inherent", '{ "kind": "security-risk", "risks": [{ "level": "low", "residual": { "level": ⟦"medium"⟧ } }] }', { language: "json" });
  });

  it("is quiet about a residual risk that is the same or lower, or not rated", () => {
    for (const lines of ["level: high, residual: { level: high }", "level: high, residual: { level: low }", "level: low, residual: { level: unknown }", "residual: { level: high }"]) assertMarked("residual-above-inherent", risk(lines));
  });
});
