import assert from "node:assert/strict";
import { mayHoldNumbers } from "../../src/standards/clause-numbers";

describe("a glance at a text for the numbers of clauses", () => {
  for (const text of ["A.6.2.4", "a8.15", "Annex A 5", "Anhang A (5.7", "A-6-2-4", "A, clause 5.1", "B_6_2", "clause 4", "Section: § 9", "§7", "controls 5", "Maßnahmen 8", "条款 6", "5.7", "on 5.7 and 5.9"]) {
    it(`goes on to read “${text}”`, () => assert.ok(mayHoldNumbers(text)));
  }

  for (const text of ["Feed 12 carries records", "2026-09-01", "R-0012", "feed-12", "Signed by 3 of 4 partners", "12 500 EUR"]) {
    it(`is enough for “${text}”`, () => assert.ok(!mayHoldNumbers(text)));
  }
});
