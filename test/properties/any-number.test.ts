import assert from "node:assert/strict";
import fc from "fast-check";
import { clauseNumbersIn, mayHoldNumbers } from "../../src/standards/clause-numbers";

describe("a glance at any text for the numbers of clauses", () => {
  it("misses none that reading finds", () => {
    const pieces = ["A", "B", "a", "Annex", "Anhang ", "附录", "clause", "Cl.", "sub-clause", "§", "§§", "section", "no.", "Nr.", "controls", "contrôle", "Maßnahme", "punto", "numeral", " ", " ", ".", "-", "_", ":", ",", "(", "#", "4", "5", "6.1", "10", "12", "0", "\n", "x", "é"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        assert.ok(mayHoldNumbers(text) || clauseNumbersIn(text, []).length === 0, JSON.stringify(text));
      }),
      { numRuns: 10_000 },
    );
  });
});
