import assert from "node:assert/strict";
import { Lines } from "../../src/documents/lines";

describe("the lines of a text", () => {
  it("end at \\n, \\r\\n and a lone \\r, as in every editor", () => {
    const lines = new Lines("a\nbc\r\ndef\rg");
    assert.equal(lines.count, 4);
    assert.deepEqual([0, 1, 2, 3].map((line) => lines.lineSpan(line)), [{ start: 0, end: 1 }, { start: 2, end: 4 }, { start: 6, end: 9 }, { start: 10, end: 11 }]);
  });

  it("count characters in UTF-16 units", () => {
    assert.deepEqual(new Lines("é😀x").positionAt(3), { line: 0, character: 3 });
  });

  it("turn offsets into positions and back", () => {
    const text = "kind: model-card\r\nname: 😀\n\r\n\rend";
    const lines = new Lines(text);
    for (let offset = 0; offset <= text.length; offset++) {
      if (text[offset] === "\n" && text[offset - 1] === "\r") continue;
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
    }
  });

  it("clamp what lies outside of the text", () => {
    const lines = new Lines("ab\ncd");
    assert.deepEqual([lines.positionAt(-1), lines.positionAt(99)], [{ line: 0, character: 0 }, { line: 1, character: 2 }]);
    assert.deepEqual([{ line: 0, character: 99 }, { line: 9, character: 0 }, { line: -1, character: 3 }, { line: 1, character: -1 }].map((one) => lines.offsetAt(one)), [2, 5, 0, 3]);
  });

  it("of an empty text are one", () => assert.deepEqual([new Lines("").count, new Lines("").lineSpan(0)], [1, { start: 0, end: 0 }]));
});
