import assert from "node:assert/strict";
import { foldingRangesOf } from "../../src/features/folding-ranges";
import { opened, ROOT } from "./opened";

/** The folds as `first-last kind`, lines counted from 1. */
const folds = (path: string, text: string) => foldingRangesOf(opened({ [path]: text }), `${ROOT}/${path}`)?.map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ""}`);

describe("folding", () => {
  it("takes entries, items and values of several lines, without the blank lines behind them", () => {
    const text = "kind: model-card\nowners:\n  - name: A\n    role: B\n  - name: C\noverview: |\n  One\n  two\n\nlimitations: [a,\n  b]\n";
    assert.deepEqual(folds("a.yaml", text), ["2-5", "3-4", "6-8", "10-11"]);
  });

  it("lets a closing bracket on its own line be seen", () => {
    assert.deepEqual(folds("a.json", '{\n  "kind": "model-card",\n  "owners": [\n    {\n      "name": "A"\n    }\n  ]\n}\n'), ["3-6", "4-5"]);
  });

  it("takes the front matter with its dashes, and leaves the text below to the editor", () => {
    assert.deepEqual(folds("a.md", "---\r\nkind: model-card\r\nowners:\r\n  - name: A\r\n---\r\n\r\n# Heading\r\n\r\ntext\r\n"), ["1-5", "3-4"]);
  });

  it("takes each document of a stream", () => {
    assert.deepEqual(folds("a.yaml", "kind: model-card\nname: A\n---\nkind: security-risk\nscope: B\n"), ["3-5"]);
  });

  it("takes comments below each other, and no others", () => {
    const text = "# one\n# two\nkind: model-card # three\n# four\nname: A\n";
    assert.deepEqual(folds("a.yaml", text), ["1-2 comment"]);
    assert.deepEqual(folds("a.json", '{\n  /* one\n     two */\n  "kind": "model-card"\n}'), ["2-3 comment"]);
  });

  it("leaves files that are none of ours to the editor", () => {
    assert.equal(folds("a.yaml", "a:\n  b: 1\n"), undefined);
  });
});
