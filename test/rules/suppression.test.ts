import assert from "node:assert/strict";
import { findingsOf } from "./checked";

const silent = (text: string, language: "yaml" | "json" | "markdown" = "yaml") => findingsOf("placeholder", text, { language }).map(({ field }) => field);

describe("a suppression", () => {
  it("covers the next line and no other", () => {
    assert.deepEqual(silent("kind: model-card\n# clausewise-disable-next-line placeholder -- r\nname: TODO\noverview: TODO\n"), ["overview"]);
  });

  it("can be stacked above one line", () => {
    const text = "kind: model-card\n# clausewise-disable-next-line placeholder -- r\n# clausewise-disable-next-line unknown-field -- r\nname: TODO\n";
    assert.deepEqual(silent(text), []);
  });

  it("covers its own line", () => {
    assert.deepEqual(silent("kind: model-card\nname: TODO # clausewise-disable-line placeholder -- r\noverview: TODO\n"), ["overview"]);
  });

  it("covers a block until it is enabled again, rule by rule", () => {
    const text = "kind: model-card\n# clausewise-disable placeholder -- r\nname: TODO\n# clausewise-enable unknown-field\noverview: TODO\n# clausewise-enable placeholder\nid: TODO\n";
    assert.deepEqual(silent(text), ["id"]);
    assert.deepEqual(silent("kind: model-card\n# clausewise-disable -- r\nname: TODO\n# clausewise-enable\nid: TODO\n"), ["id"]);
  });

  it("covers the file from wherever it stands", () => {
    assert.deepEqual(silent("kind: model-card\nname: TODO\n# clausewise-disable-file placeholder -- r\n"), []);
    assert.deepEqual(silent('{ "kind": "model-card", "name": "TODO" } // clausewise-disable-file placeholder -- r', "json"), []);
    assert.deepEqual(silent("---\nkind: model-card\nname: TODO\n---\n<!-- clausewise-disable-file placeholder -- r -->\n", "markdown"), []);
  });

  it("in a code block of a Markdown body is an example", () => {
    assert.deepEqual(silent("---\nkind: model-card\nname: TODO\n---\n```html\n<!-- clausewise-disable-file placeholder -- r -->\n```\n", "markdown"), ["name"]);
  });

  it("in quotes is text", () => {
    assert.deepEqual(silent('kind: model-card\noverview: "# clausewise-disable-file placeholder -- r"\nname: TODO\n'), ["name"]);
  });

  it("silences a syntax error, in lines with any ending", () => {
    const text = "kind: model-card\r\n# clausewise-disable-next-line syntax-error -- r\r\nname: [a\r\n";
    assert.deepEqual(findingsOf("syntax-error", text), []);
  });
});
