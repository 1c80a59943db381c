import assert from "node:assert/strict";
import fc from "fast-check";
import { EditedText } from "../../src/documents/edited-text";
import type { Change } from "../../src/documents/edited-text";

describe("a text that is changed again and again", () => {
  it("comes to the same text either way, whatever the changes", () => {
    const change = fc.tuple(fc.nat(), fc.nat(4), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.string(), fc.array(change, { maxLength: 6 }), (text, changes) => {
        const edited = new EditedText(text);
        for (const [place, length, put] of changes) {
          const start = place % (edited.text.length + 1);
          edited.apply([{ span: { start, end: Math.min(edited.text.length, start + length) }, text: put }]);
        }
        assert.equal(applied(text, edited.changes()), edited.text);
      }),
      { numRuns: 60 },
    );
  });
});

function applied(text: string, changes: readonly Change[]): string {
  return changes.reduceRight((so, { span, text: put }) => so.slice(0, span.start) + put + so.slice(span.end), text);
}
