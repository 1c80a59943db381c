import assert from "node:assert/strict";
import type { Block, Section } from "../../src/documents/markdown-block";
import { readDocument } from "../../src/documents/read";
import { sectionsIn } from "../../src/documents/sections";

const bodyOf = (text: string): Section => {
  const body = readDocument("file:///a.md", "markdown", text).body?.();
  assert.ok(body);
  return body;
};
const titles = (text: string) => [...sectionsIn(bodyOf(text))].flatMap(({ title, depth }) => (title ? [`${depth} ${title.text}`] : []));
const keys = (text: string) =>
  [...sectionsIn(bodyOf(text))].flatMap((section) => section.blocks.flatMap(keysOf)).map(({ key, value }) => [text.slice(key.span.start, key.span.end), text.slice(value.span.start, value.span.end)]);
const keysOf = (block: Block) => (block.type === "paragraph" ? block.keys : block.type === "list" ? block.items.flatMap((item) => item.key ?? []) : []);
const tables = (text: string) => [...sectionsIn(bodyOf(text))].flatMap((section) => section.blocks.filter((block) => block.type === "table"));

describe("the body of a Markdown file", () => {
  it("has sections for headings with signs, underlines and HTML, and for bold lines", () => {
    assert.deepEqual(titles("# A\n\nB\n-\n\n<h3 align=\"center\">C</h3>\n\n**D**\n\ntext\n"), ["1 A", "2 B", "3 C", "7 D"]);
  });

  it("reads what a division wraps", () => {
    assert.deepEqual(titles('<div align="center">\n# A\n</div>\n## B\n'), ["1 A", "2 B"]);
  });

  it("finds no headings in code and comments", () => {
    assert.deepEqual(titles("# A\n\n```\n# no\n<div>\n# no\n```\n\n<!-- # no -->\n"), ["1 A"]);
  });

  it("reads keys in all the ways people write them", () => {
    const text = "# A\n\n**One:** 1\n**Two**: 2\n`three`: 3\n\nFour: 4\n\n- **Five:** `5`\n- Six：六\n- __Seven__: 7\n\n*Eight: 8*\n";
    assert.deepEqual(keys(text), [["One", "1"], ["Two", "2"], ["three", "3"], ["Four", "4"], ["Five", "`5`"], ["Six", "六"], ["Seven", "7"], ["Eight", "8"]]);
  });

  it("takes a sentence with a colon for a sentence", () => {
    assert.deepEqual(keys("# A\n\nIt has three parts: one\nand two more\nlines of prose.\n"), []);
  });

  it("joins a value that goes on in the next line", () => {
    const [first] = keys("# A\n\n- **One:** begins\n  and ends\n");
    assert.deepEqual(first, ["One", "begins\n  and ends"]);
  });

  it("gives cells the places of their words, whatever the line ending and the alphabet", () => {
    const text = "\ufeff---\r\na: 1\r\n---\r\n# 𝔸 Ü\r\n\r\n| | 值 |\r\n|---|---|\r\n| **k** | `v` |\r\n| e | |\r\n";
    const [table] = tables(text);
    assert.deepEqual(table?.header.map((cell) => cell.text), ["", "值"]);
    assert.deepEqual(table?.rows.map((row) => row.map((cell) => text.slice(cell.span.start, cell.span.end))), [["**k**", "`v`"], ["e", ""]]);
  });

  it("passes over a line of dashes that is drawn across a table", () => {
    assert.deepEqual(tables("| a | b |\n| --- | --- |\n| 1 | - |\n| ------ | ---- |\n| 2 | 3 |\n")[0]?.rows.map((row) => row.map((cell) => cell.text)), [["1", "-"], ["2", "3"]]);
  });

  it("reads tables that are made of tabs, and pipes over a rule of another width", () => {
    assert.deepEqual(tables("# A\n\nid\tname\tok\n1\tx\tyes\n2\ty\tno\n").map((table) => [table.notation, table.rows.length]), [["tabs", 2]]);
    assert.deepEqual(tables("# A\n\n| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n").map((table) => table.rows.map((row) => row.map((cell) => cell.text))), [[["1", "2", "3"]]]);
  });

  it("is read only when somebody asks, and then once", () => {
    const document = readDocument("file:///a.md", "markdown", "# A\n");
    assert.equal(document.body?.(), document.body?.());
  });
});
