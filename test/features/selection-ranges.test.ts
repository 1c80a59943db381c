import assert from "node:assert/strict";
import type { SelectionRange } from "vscode-languageserver";
import { Lines } from "../../src/documents/lines";
import { selectionRangesAt } from "../../src/features/selection-ranges";
import { opened, ROOT } from "./opened";

/** What a growing selection takes in at the mark `|`, from the inside out; undefined for a file that is none of ours. */
function growing(path: string, marked: string): string[] | undefined {
  const at = marked.indexOf("|");
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const lines = new Lines(text);
  const ranges = selectionRangesAt(opened({ [path]: text }), `${ROOT}/${path}`, [lines.positionAt(at)]);
  if (!ranges) return undefined;
  const steps: string[] = [];
  for (let step: SelectionRange | undefined = ranges[0]; step; step = step.parent) steps.push(text.slice(lines.offsetAt(step.range.start), lines.offsetAt(step.range.end)));
  return steps;
}

describe("a growing selection", () => {
  it("goes from the value over the entry, the item and the list to the document", () => {
    assert.deepEqual(growing("a.yaml", "kind: model-card\nowners:\n  - name: 'A|B'\n    role: C\n"), [
      "AB",
      "'AB'",
      "name: 'AB'",
      "name: 'AB'\n    role: C",
      "- name: 'AB'\n    role: C",
      "owners:\n  - name: 'AB'\n    role: C",
      "kind: model-card\nowners:\n  - name: 'AB'\n    role: C",
      "kind: model-card\nowners:\n  - name: 'AB'\n    role: C\n",
    ]);
  });

  it("begins with the key on a key", () => {
    assert.deepEqual(growing("a.json", '{ "ki|nd": "model-card" }')?.slice(0, 3), ["kind", '"kind"', '"kind": "model-card"']);
  });

  it("ends with the whole file in front matter, and leaves the text below to other tools", () => {
    assert.deepEqual(growing("a.md", "---\nkind: model-|card\n---\n\ntext\n"), ["model-card", "kind: model-card", "kind: model-card\n", "---\nkind: model-card\n---\n\ntext\n"]);
    assert.deepEqual(growing("a.md", "---\nkind: model-card\n---\n\nte|xt\n"), [""]);
  });

  it("says nothing about files that are none of ours", () => {
    assert.equal(growing("a.yaml", "a: |1\n"), undefined);
  });
});
