import assert from "node:assert/strict";
import { layoutOf } from "../../src/documents/layout";
import type { Layout } from "../../src/documents/layout";
import type { Language } from "../../src/documents/document";
import { readDocument } from "../../src/documents/read";

function layout(text: string, language: Language = "yaml"): Layout {
  const document = readDocument("file:///a", language, text);
  assert.ok(document.parts[0]);
  return layoutOf(document, document.parts[0]);
}

describe("the layout of a document", () => {
  it("has the step of its mappings", () => {
    assert.equal(layout("a:\n  b:\n    c: 1\n").unit, "  ");
    assert.equal(layout("a:\n    b:\n        c: 1\n").unit, "    ");
    assert.equal(layout('{\n\t"a": {\n\t\t"b": 1\n\t}\n}', "json").unit, "\t");
    assert.equal(layout("---\na:\n   b: 1\n---\n", "markdown").unit, "   ");
  });

  it("has the depth of its dashes", () => {
    assert.equal(layout("a:\n- b\n").dashIndent, "");
    assert.equal(layout("a:\n    - b\n").dashIndent, "    ");
    assert.equal(layout("a:\n  b: 1\n").dashIndent, "  ");
  });

  it("follows what most places do", () => {
    assert.equal(layout("a:\n    b: 1\nc:\n  d: 1\ne:\n  f: 1\n").unit, "  ");
  });

  it("has the line ending of the file", () => {
    assert.equal(layout("a: 1\r\nb: 2\r\n").eol, "\r\n");
    assert.equal(layout("a: 1\nb: 2\n").eol, "\n");
    assert.equal(layout("a: 1").eol, "\n");
  });

  it("has the quotes that most texts have", () => {
    assert.equal(layout("a: 'x'\nb: 'y'\nc: z\n").quote, "single");
    assert.equal(layout('a: "x"\nb: "y"\nc: z\n').quote, "double");
    assert.equal(layout('a: x\nb: y\nc: "z"\n').quote, "plain");
  });

  it("has the blanks inside of braces", () => {
    assert.equal(layout("a: {b: 1}\n").padding, "");
    assert.equal(layout("a: { b: 1 }\n").padding, " ");
    assert.equal(layout("a: 1\n").padding, " ");
  });

  it("does not count a byte order mark as a column", () => {
    assert.equal(layout("\ufeffa:\n  b: 1\n").unit, "  ");
  });

  it("leaves out what an alias repeats", () => {
    assert.equal(layout("a: &x\n  b: 1\nc: *x\n").unit, "  ");
  });
});
