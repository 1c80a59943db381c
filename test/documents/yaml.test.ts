import assert from "node:assert/strict";
import { drawn, read } from "./drawn";

const yaml = (text: string) => read("yaml", text);
const cut = (text: string, span: { start: number; end: number }) => text.slice(span.start, span.end);
const problems = (text: string) => yaml(text).problems.map(({ cause, span }) => `${cause} ${JSON.stringify(cut(text, span))}`);

describe("YAML", () => {
  it("gives every key and value its place", () => {
    assert.deepEqual(drawn(yaml("name: Scorer\nlist:\n  - a\n  - 'b c'\nempty:\nflow: { n: 1, l: [x, \"y\"] }\n")), [
      String.raw`map "name: Scorer\nlist:\n  - a\n  - 'b c'\nempty:\nflow: { n: 1, l: [x, \"y\"] }"`,
      '  "name" → "name" plain',
      '    "Scorer" → "Scorer" plain',
      '  "list" → "list" plain',
      String.raw`    list "- a\n  - 'b c'"`,
      '      "a" → "a" plain',
      `      "'b c'" → "b c" single`,
      '  "empty" → "empty" plain',
      '    "" → null plain',
      '  "flow" → "flow" plain',
      String.raw`    map "{ n: 1, l: [x, \"y\"] }"`,
      '      "n" → "n" plain',
      '        "1" → 1 plain',
      '      "l" → "l" plain',
      String.raw`        list "[x, \"y\"]"`,
      '          "x" → "x" plain',
      String.raw`          "\"y\"" → "y" double`,
    ]);
  });

  it("reads blocks of text with their line breaks, and ends them before a comment", () => {
    assert.deepEqual(drawn(yaml("a: |\n  one\n  two\n\nb: >-\n  x\n  y\n# end\n")).slice(2), [String.raw`    "|\n  one\n  two\n" → "one\ntwo\n" block`, '  "b" → "b" plain', String.raw`    ">-\n  x\n  y\n" → "x y" block`]);
  });

  it("reads values as YAML 1.2 does: dates and yes are text, 5.10 is a number", () => {
    const values = drawn(yaml("a: 2026-09-01\nb: yes\nc: 5.10\nd: true\ne: ~\nf: 0x1F\ng: 010\nh: '1'\n")).filter((line) => line.startsWith("    "));
    assert.deepEqual(values.map((line) => line.split(" → ")[1]), ['"2026-09-01" plain', '"yes" plain', "5.1 plain", "true plain", "null plain", "31 plain", "10 plain", '"1" single']);
  });

  it("keeps the place of an absent value behind its colon, or behind a key without one", () => {
    for (const text of ["key:", "key  :", "key:\n", "{ key }", "a: 1\nkey"]) {
      const root = yaml(text).parts[0]?.root;
      const entry = root?.type === "map" ? root.entries.at(-1) : undefined;
      assert.match(`${text.slice(0, entry?.value.span.start)}|`, /key(?:\s*:)?\|$/, text);
    }
  });

  it("finds comments wherever they stand, and none inside quotes or blocks of text", () => {
    const text = 'a: 1 # one\n# two\nb: "# no"\nc: |\n  # no\n#three';
    assert.deepEqual(yaml(text).comments.map((comment) => [comment.text, cut(text, comment.span)]), [["one", "# one"], ["two", "# two"], ["three", "#three"]]);
  });

  it("reads several documents in one file, each with the text that belongs to it", () => {
    const text = "--- # first\na: 1\n---\n# only this\n---\nb: 2\n";
    const document = yaml(text);
    assert.deepEqual(document.parts.map(({ span }) => cut(text, span)), ["--- # first\na: 1\n", "---\n# only this\n", "---\nb: 2\n"]);
    assert.deepEqual([0, 1, 2].map((part) => drawn(document, part)[0]), ['map "a: 1"', undefined, 'map "b: 2"']);
  });

  it("reads an alias as what it stands for, in the place of the alias", () => {
    assert.deepEqual(drawn(yaml("base: &b [x, 1]\nref: *b\n")).slice(-3), ['    list "*b"', '      "*b" → "x" plain', '      "*b" → 1 plain']);
  });

  it("merges what `<<` brings in below what the mapping says itself", () => {
    assert.deepEqual(drawn(yaml("base: &b { x: 1, y: 2 }\nuse:\n  <<: *b\n  y: 3\n")).slice(-5), [
      String.raw`    map "<<: *b\n  y: 3"`,
      '      "y" → "y" plain',
      '        "3" → 3 plain',
      '      "*b" → "x" plain *',
      '        "*b" → 1 plain',
    ]);
  });

  it("says of an alias that its anchor is not there", () => {
    assert.deepEqual(problems("a: *nobody\nb: &late 1\nc: *late\n"), ['unknown-alias "*nobody"']);
  });

  it("counts \\r\\n, a byte order mark and characters outside the basic plane as editors do", () => {
    const text = "\ufeffé😀: 😀 # 😀\r\nb:\r\n  - x\r\n";
    const document = yaml(text);
    assert.deepEqual(drawn(document), [String.raw`map "é😀: 😀 # 😀\r\nb:\r\n  - x"`, '  "é😀" → "é😀" plain', '    "😀" → "😀" plain', '  "b" → "b" plain', '    list "- x"', '      "x" → "x" plain']);
    const root = document.parts[0]?.root;
    assert.deepEqual(root && document.lines.rangeOf(root.span), { start: { line: 0, character: 1 }, end: { line: 2, character: 5 } });
  });

  it("gives what can be read of broken text", () => {
    const text = 'a: [1, 2\nb: "x\n';
    assert.deepEqual(problems(text), ['unclosed-bracket "[1, 2"', String.raw`unclosed-quote "\"x"`]);
    assert.deepEqual(drawn(yaml(text)).filter((line) => /^ {2}\S/.test(line)), ['  "a" → "a" plain', '  "b" → "b" plain']);
  });

  it("reads the key on its own line when the line above lacks its colon", () => {
    assert.deepEqual(drawn(yaml("nam\nversion: 1\n")).slice(1), ['  "version" → "version" plain', '    "1" → 1 plain']);
  });

  it("has no root in an empty text or one of comments", () => {
    assert.deepEqual(["", "\n\n", "# only\n", "---\n"].map((text) => yaml(text).parts[0]?.root), [undefined, undefined, undefined, undefined]);
  });

  it("counts as looping when aliases lead in a circle or multiply without end", () => {
    assert.deepEqual(problems("a: &a { b: *a }\n"), ['looping "*a"']);
    assert.deepEqual(problems(`a: &a [${"1,".repeat(100)}]\nb: &b [${"*a,".repeat(100)}]\nc: [${"*b,".repeat(100)}]\n`), ['looping "*b"']);
    assert.deepEqual(problems("a: &a [1]\nb: [*a, *a, *a]\n"), []);
  });
});
