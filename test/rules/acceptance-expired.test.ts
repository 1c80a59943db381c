import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const risk = (until: string, more = "") => `kind: security-risk\nrisks:\n  - { id: R-1, ${more}acceptance: { by: Head, until: ${until} } }\n`;

describe("acceptance-expired", () => {
  it("says since when nobody stands for the decision", () => {
    const [finding] = assertMarked("acceptance-expired", risk("⟦2026-11-22⟧"), { today: "2026-11-24" });
    assert.equal(finding?.message, "The acceptance ended on 2026-11-22, 2 days ago. Treat the risk, or have it accepted anew.");
    assert.deepEqual(finding?.clauses, ["iso42001:6.1.3", "iso27001:6.1.3"]);
    assert.equal(finding?.severity, "warning");
  });

  it("holds through its last day", () => {
    assertMarked("acceptance-expired", risk("2026-11-24"), { today: "2026-11-24" });
    assertMarked("acceptance-expired", risk("⟦2026-11-24⟧"), { today: "2026-11-25" });
  });

  it("does not press for a closed risk, nor read a date that is none", () => {
    assertMarked("acceptance-expired", risk("2020-01-01", "status: closed, "));
    assertMarked("acceptance-expired", risk("2020-02-30"));
  });

  it("finds it in JSON", () => {
    assertMarked("acceptance-expired", '{ "kind": "security-risk", "risks": [{ "acceptance": { "until": ⟦"2020-01-01"⟧ } }] }', { language: "json" });
  });
});
