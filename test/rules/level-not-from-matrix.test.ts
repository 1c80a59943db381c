import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("level-not-from-matrix", () => {
  it("says what the matrix gives", () => {
    const [finding] = assertMarked("level-not-from-matrix", "kind: security-risk\nrisks:\n  - id: R-1\n    likelihood: possible\n    consequence: severe\n    level: ⟦low⟧\n");
    assert.equal(finding?.message, "For “possible” and “severe”, the default risk matrix gives “high”, not “low”. Change the level, or the ratings it follows from.");
    assert.deepEqual(finding?.clauses, ["iso42001:6.1.2", "iso27001:6.1.2"]);
    assert.equal(finding?.severity, "error");
  });

  it("looks at what is left after treatment, and at impacts", () => {
    assertMarked("level-not-from-matrix", "kind: security-risk\nrisks: [{ id: R-1, residual: { likelihood: rare, consequence: minor, level: ⟦medium⟧ } }]\n");
    assertMarked("level-not-from-matrix", "kind: impact-assessment\nimpacts: [{ likelihood: rare, severity: severe, level: ⟦low⟧ }]\n");
  });

  it("goes by the workspace's own matrix", () => {
    const matrix = { likelihood: ["low", "high"], consequence: ["minor", "major"], levels: ["green", "red"], table: [["green", "green"], ["green", "red"]], appetite: "green" };
    const text = '{ "kind": "security-risk", "risks": [{ "likelihood": "high", "consequence": "major", "level": ⟦"green"⟧ }] }';
    assert.match(assertMarked("level-not-from-matrix", text, { language: "json", profile: { matrix } })[0]?.message ?? "", /, the risk matrix gives “red”, not “green”/);
  });

  it("is quiet where the level follows, and where a word is not on the scale", () => {
    assertMarked("level-not-from-matrix", "kind: security-risk\nrisks: [{ likelihood: possible, consequence: severe, level: high }, { likelihood: seldom, consequence: severe, level: low }, { level: low }]\n");
  });
});
