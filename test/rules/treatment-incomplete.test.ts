import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const risk = (treatment: string) => `kind: security-risk\nrisks:\n  - id: R-1\n    treatment: { option: modify, ${treatment} }\n`;

describe("treatment-incomplete", () => {
  it("asks for the owner and the day of an action", () => {
    const [finding] = assertMarked("treatment-incomplete", risk("actions: [{ what: ⟦Sign partner files⟧ }]"));
    assert.equal(finding?.message, "This action has no owner and no due date. Add `owner` and `due`, or nobody will notice when it is not done.");
    assert.deepEqual(finding?.clauses, ["iso42001:8.3", "iso27001:8.3", "iso27001:5.3"]);
    assert.equal(finding?.severity, "warning");
  });

  it("asks only for what is missing", () => {
    assert.match(assertMarked("treatment-incomplete", risk("actions: [{ what: ⟦Sign⟧, due: 2027-01-01 }]"))[0]?.message ?? "", /^This action has no owner\. Add `owner`,/);
  });

  it("asks by what a risk is to be modified", () => {
    const [finding] = assertMarked("treatment-incomplete", "kind: security-risk\nrisks: [{ id: R-1, treatment: { option: ⟦modify⟧ } }]\n");
    assert.match(finding?.message ?? "", /^The risk is to be modified, but nothing says by what\./);
  });

  it("finds it in JSON", () => {
    assertMarked("treatment-incomplete", '{ "kind": "security-risk", "risks": [{ "treatment": { "actions": [{ "what": ⟦"Sign"⟧, "owner": "Lead" }] } }] }', { language: "json" });
  });

  it("is quiet about whole actions, actions that are done, controls alone, and the other options", () => {
    assertMarked("treatment-incomplete", risk("actions: [{ what: Sign, owner: Lead, due: 2027-01-01 }, { what: Log, owner: Lead, status: done }]"));
    assertMarked("treatment-incomplete", risk("controls: [iso27001:A.8.15]"));
    assertMarked("treatment-incomplete", "kind: security-risk\nrisks: [{ id: R-1, treatment: { option: avoid } }]\n");
  });
});
