import assert from "node:assert/strict";
import { EditedText } from "../../src/documents/edited-text";

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
});
