import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const risk = (lines: string) => `kind: security-risk\nrisks:\n  - { id: R-1, ${lines} }\n`;

describe("acceptance-incomplete", () => {
  it("asks who accepts a risk that is retained, and until when", () => {
    const [finding] = assertMarked("acceptance-incomplete", risk("treatment: { option: ⟦retain⟧ }"));
    assert.equal(finding?.message, "This risk is retained, but the file does not say who accepts the risk and until when. Add `acceptance` with `by` and `until`.");
    assert.deepEqual(finding?.clauses, ["iso42001:6.1.3", "iso27001:6.1.3"]);
    assert.equal(finding?.severity, "warning");
  });

  it("asks the same of a risk whose status is accepted, in JSON too", () => {
    assertMarked("acceptance-incomplete", risk("status: ⟦accepted⟧"));
    assertMarked("acceptance-incomplete", '{ "kind": "security-risk", "risks": [{ "status": ⟦"accepted"⟧ }] }', { language: "json" });
  });

  it("asks for what an acceptance leaves out", () => {
    const [finding] = assertMarked("acceptance-incomplete", risk("⟦acceptance⟧: { by: Head of credit risk }"));
    assert.equal(finding?.message, "The acceptance does not say until when. Add `until`, so that the decision can be looked at again.");
  });

  it("is quiet about a whole acceptance, about none where none is needed, and about a key that waits for its answer", () => {
    for (const lines of ["acceptance: { by: Head, until: 2027-01-01 }", "treatment: { option: modify }", "acceptance: { by: TODO, until: '' }", "acceptance: {}"]) assertMarked("acceptance-incomplete", risk(lines));
  });
});
