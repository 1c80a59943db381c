import assert from "node:assert/strict";
import fc from "fast-check";
import { contextOf } from "../../src/standards/reference-context";
import { readReferences } from "../../src/standards/reference-reader";

describe("a reference in any text", () => {
  it("never lies outside the text, whatever that is", () => {
    const around = [contextOf("document", "ISO 27001 and ISO 42001") ?? assert.fail()];
    const pieces = ["ISO 27001", "ISO/IEC 42001:2023", "A.6.2.4", "A-6-2-4", "5.10", "–", "§", "Annex A ", "clause ", "(d)", " (", ")", ", ", ". ", "\r\n", "😀", "NIST", "2013", "Logging", ":", "|", "\ufeff"];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 20 }), (words) => {
        const text = words.join("");
        for (const { start, end, idStart, idEnd, title } of readReferences(text, { around })) {
          assert.ok(0 <= start && start <= idStart && idStart < idEnd && idEnd <= end && end <= text.length);
          assert.ok(!title || (title.start < title.end && text.slice(title.start, title.end) === title.text));
        }
      }),
      { numRuns: 150 },
    );
  });
});
