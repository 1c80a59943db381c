import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const card = (value: string) => `kind: model-card\ntraining_data: { datasets: [{ id: loans, personal_data: ${value} }] }\n`;

describe("yaml-boolean-word", () => {
  it("says what the word is taken for", () => {
    const [finding] = assertMarked("yaml-boolean-word", card("⟦yes⟧"));
    assert.equal(finding?.message, "`yes` is read as text by some tools and as `true` by others. “Personal data” wants `true`.");
    assert.ok(finding?.clauses.includes("iso27001:A.5.34"));
    assert.equal(finding?.severity, "error");
  });

  for (const [word, value] of [["No", "false"], ["on", "true"], ["OFF", "false"], ["y", "true"], ["'no'", "false"]] as const) {
    it(`reads ${word} as ${value}`, () => assert.match(assertMarked("yaml-boolean-word", card(`⟦${word}⟧`))[0]?.message ?? "", new RegExp(`wants \`${value}\``)));
  }

  it("finds it in JSON", () => {
    assertMarked("yaml-boolean-word", '{ "kind": "statement-of-applicability", "entries": [{ "applicable": ⟦"no"⟧ }] }', { language: "json" });
  });

  it("is quiet about true and false, and about the words where text is wanted", () => {
    assertMarked("yaml-boolean-word", `${card("true")}name: No\n`);
  });
});
