import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const card = (date: string, more = "") => `kind: model-card\n${more}review: { last: 2026-01-01, next: ${date} }\n`;

describe("review-overdue", () => {
  it("says since when", () => {
    const [finding] = assertMarked("review-overdue", card("⟦2026-03-01⟧"), { today: "2026-11-24" });
    assert.equal(finding?.message, "The review was due on 2026-03-01, 268 days ago. Review the card and set the next date.");
    assert.deepEqual(finding?.clauses, ["iso42001:7.5.2", "iso42001:7.5.3", "iso27001:7.5.2", "iso42001:9.1"]);
    assert.equal(finding?.severity, "warning");
  });

  it("begins the day after", () => {
    assertMarked("review-overdue", card("2026-11-24"), { today: "2026-11-24" });
    assert.match(assertMarked("review-overdue", card("⟦2026-11-23⟧"), { today: "2026-11-24" })[0]?.message ?? "", /, 1 day ago\./);
  });

  it("does not press for a retired model or a closed risk", () => {
    assertMarked("review-overdue", card("2026-03-01", "status: retired\n"));
    assertMarked("review-overdue", "kind: security-risk\nrisks:\n  - { id: R-1, status: closed, review: { next: 2026-03-01 } }\n  - { id: R-2, status: open, review: { next: ⟦2026-03-01⟧ } }\n");
  });

  it("calls the document what people call it", () => {
    const subject = (text: string, language: "yaml" | "json" = "yaml") => /Review the (.*) and set/.exec(assertMarked("review-overdue", text, { language })[0]?.message ?? "")?.[1];
    assert.equal(subject('{ "kind": "impact-assessment", "review": { "next": ⟦"2026-03-01"⟧ } }', "json"), "assessment");
    assert.equal(subject("kind: security-risk\nreview: { next: ⟦2026-03-01⟧ }\n"), "risk file");
    assert.equal(subject("kind: security-risk\nrisks: [{ id: R-1, review: { next: ⟦2026-03-01⟧ } }]\n"), "risk");
    assert.equal(subject("kind: statement-of-applicability\nreview: { next: ⟦2026-03-01⟧ }\n"), "statement");
  });

  it("leaves a date that is none to bad-format", () => {
    assertMarked("review-overdue", card("2026-02-30"));
  });
});
