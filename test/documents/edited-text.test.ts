import assert from "node:assert/strict";
import fc from "fast-check";
import { EditedText } from "../../src/documents/edited-text";
import type { Change } from "../../src/documents/edited-text";

describe("a text that is changed again and again", () => {
  it("tells all changes as changes of the text as it was", () => {
    const edited = new EditedText("one two three");
    edited.apply([{ span: { start: 0, end: 3 }, text: "1" }, { span: { start: 8, end: 8 }, text: "and " }]);
    assert.equal(edited.text, "1 two and three");
    edited.apply([{ span: { start: 2, end: 5 }, text: "2" }]);
    assert.equal(edited.text, "1 2 and three");
    assert.deepEqual(edited.changes(), [
      { span: { start: 0, end: 3 }, text: "1" },
      { span: { start: 4, end: 7 }, text: "2" },
      { span: { start: 8, end: 8 }, text: "and " },
    ]);
  });

  it("keeps insertions at one place in their order", () => {
    const edited = new EditedText("ab");
    edited.apply([{ span: { start: 1, end: 1 }, text: "1" }, { span: { start: 1, end: 1 }, text: "2" }]);
    assert.equal(edited.text, "a12b");
  });

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
