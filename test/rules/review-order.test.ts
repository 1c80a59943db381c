import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const card = (last: string, next: string) => `kind: model-card\nreview:\n  last: ${last}\n  next: ${next}\n`;

describe("review-order", () => {
  it("shows both dates when the next comes before the last", () => {
    const [finding] = assertMarked("review-order", card("2026-09-01", "⟦2026-08-01⟧"));
    assert.equal(finding?.message, "The next review, 2026-08-01, is before the last one, 2026-09-01. Set a later date, or correct the date of the last review.");
    assert.deepEqual(finding?.related.map(({ message }) => message), ["The last review: 2026-09-01."]);
    assert.ok(finding?.clauses.includes("iso42001:9.1"));
    assert.equal(finding?.severity, "error");
  });

  it("wants another day than that of the last review", () => {
    assert.match(assertMarked("review-order", card("2026-09-01", "⟦2026-09-01⟧"))[0]?.message ?? "", /is on the same day as the last one/);
  });

  it("reports a last review that lies ahead, once", () => {
    const [finding] = assertMarked("review-order", card("⟦2026-11-25⟧", "2027-01-01"), { today: "2026-11-24" });
    assert.match(finding?.message ?? "", /a day that has not come yet/);
    assertMarked("review-order", card("2026-11-24", "2027-01-01"), { today: "2026-11-24" });
  });

  it("looks at the review of a single risk, in JSON too", () => {
    assertMarked("review-order", '{ "kind": "security-risk", "risks": [{ "review": { "last": "2026-02-01", "next": ⟦"2026-01-01"⟧ } }] }', { language: "json" });
  });

  it("is quiet about dates in order, half a review, and dates that are none", () => {
    for (const text of [card("2026-09-01", "2027-03-01"), card("TODO", "2026-01-01"), card("2026-02-30", "2026-01-01")]) assertMarked("review-order", text);
  });
});
