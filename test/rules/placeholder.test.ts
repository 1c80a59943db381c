import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("placeholder", () => {
  it("stands on the words that wait for an answer", () => {
    const [finding] = assertMarked("placeholder", "kind: model-card\nlimitations: [⟦TODO⟧, Self-declared income]\n");
    assert.match(finding?.message ?? "", /^`TODO` is not an answer yet for “Limitations”\. \w/);
    assert.deepEqual(finding?.clauses, ["iso42001:A.8.2", "iso42001:A.6.2.7"]);
    assert.equal(finding?.severity, "information");
  });

  it("stands on the key where the words are in a block of text", () => {
    assertMarked("placeholder", "kind: model-card\n⟦overview⟧: |\n  [More Information Needed]\n");
  });

  it("is found where a list, a number or a group of keys belongs", () => {
    assertMarked("placeholder", "kind: model-card\nowners: ⟦TBD⟧\nevaluation: { metrics: [{ name: auc, value: ⟦<value>⟧ }] }\nintended_use: ⟦tbd⟧\n");
  });

  it("is found in JSON and in front matter", () => {
    assertMarked("placeholder", '{ "kind": "model-card", "name": ⟦"TODO"⟧ }', { language: "json" });
    assertMarked("placeholder", "---\nkind: model-card\nname: ⟦<name>⟧\n---\nTODO\n", { language: "markdown" });
  });

  it("is quiet about words that only begin like one", () => {
    assertMarked("placeholder", "kind: model-card\nname: Todoist ranker\noverview: To be used by officers\nlimitations: [Income < 0, TBDs]\n");
  });
});
