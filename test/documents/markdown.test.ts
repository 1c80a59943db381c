import assert from "node:assert/strict";
import { drawn, read } from "./drawn";

const markdown = (text: string) => read("markdown", text);

describe("Markdown", () => {
  it("gives the fields of its front matter their places in the file", () => {
    const document = markdown("---\nname: Scorer\n---\n# Scorer\n");
    assert.deepEqual(drawn(document), ['map "name: Scorer"', '  "name" → "name" plain', '    "Scorer" → "Scorer" plain']);
    assert.equal(document.parts[0]?.notation, "yaml");
    assert.equal(document.bodyStart, 20);
  });

  it("knows front matter behind a byte order mark and with any line ending", () => {
    assert.deepEqual(drawn(markdown("\ufeff---\r\nname: Scorer\r\n---\r\nbody"))[0], 'map "name: Scorer"');
  });

  it("finds a problem of the front matter in its place", () => {
    const text = '---\nkind: model-card\nname: "x\n---\n';
    assert.deepEqual(markdown(text).problems.map(({ span }) => text.slice(span.start, span.end)), ['"x']);
  });

  for (const [what, text] of [["a line of dashes below the top", "# Head\n---\na: 1\n---\n"], ["a line of dashes that nothing closes", "---\na: 1\n"], ["a file without any", "# Head\n"], ["an empty file", ""]] as const) {
    it(`has no fields in ${what}`, () => assert.deepEqual(drawn(markdown(text)), []));
  }

  it("takes comments from the front matter and from the body, and none from code", () => {
    const text = "---\na: 1 # one\n---\n<!-- two -->\n`<!-- no -->`\n```\n<!-- no -->\n```\n<!--\nthree\n-->\n";
    assert.deepEqual(markdown(text).comments.map((comment) => comment.text), ["one", "two", "three"]);
  });
});
