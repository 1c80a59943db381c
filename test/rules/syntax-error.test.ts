import assert from "node:assert/strict";
import type { Language } from "../../src/documents/document";
import { assertMarked, check, findingsOf, fixed, unmarked } from "./checked";

describe("syntax-error", () => {
  const yaml: readonly [what: string, marked: string, message: RegExp][] = [
    ["a quote that nothing closes, where it opens", 'kind: model-card\nname: ⟦"Scorer⟧\nversion: 1.0.0\n', /^This quote is not closed\./],
    ["a bracket that nothing closes, where it opens", "kind: model-card\nlimitations: ⟦[Income, Age⟧\nversion: 1.0.0\n", /^This `\[` is not closed\. Add `\]`/],
    ["a brace that nothing closes, where it opens", "kind: model-card\nreview: ⟦{ last: 2026-01-01⟧\n", /^This `\{` is not closed\. Add `\}`/],
    ["a colon inside a text", "kind: model-card\noverview: ⟦Use: rank applications⟧ # by risk\n", /Put the value in quotes\.$/],
    ["a key without its colon", "kind: model-card\n⟦nam⟧\nversion: 1.0.0\n", /Is a colon missing on this line\?$/],
    ["a key without its colon at the end", "kind: model-card\n⟦nam⟧", /Is a colon missing on this line\?$/],
    ["a tab in the indentation", "kind: model-card\nreview:\n⟦\t⟧last: 2026-01-01\n", /indented with spaces, and there is a tab here/],
    ["an asterisk that YAML takes for an alias", "kind: model-card\nname: ⟦*important*⟧\n", /Put it in quotes if it is text\.$/],
    ["a merge conflict, once", "kind: model-card\n⟦<<<<<<< HEAD⟧\nversion: 1.0.0\n=======\nversion: 2.0.0\n>>>>>>> b\nname: Scorer\n", /^A merge conflict stands here\./],
  ];
  for (const [what, marked, message] of yaml) {
    it(`reports ${what}`, () => {
      const [finding] = assertMarked("syntax-error", marked);
      assert.match(finding?.message ?? "", message);
      assert.deepEqual(finding?.clauses, ["iso42001:7.5.3", "iso27001:7.5.3"]);
      assert.equal(finding?.severity, "error");
      assert.deepEqual(rulesBeside(marked), [], "nothing else is said of the same slip");
    });
  }

  const json: readonly [what: string, marked: string, message: RegExp][] = [
    ["a missing comma", '{ "kind": "model-card" ⟦"name"⟧: "Scorer" }', /^A comma is missing before this\.$/],
    ["a missing brace, at the last character there is", '{ "kind": "model-card", "name": "Scorer⟦"⟧\n', /^A closing `\}` is missing\.$/],
    ["a word without quotes", '{ "kind": "model-card", "name": ⟦Scorer⟧ }', /Put text in double quotes\.$/],
    ["a text that is not closed", '{ "kind": "model-card", "name": ⟦"Scorer⟧\n}', /Add a double quote\.$/],
  ];
  for (const [what, marked, message] of json) {
    it(`reports ${what} in JSON`, () => assert.match(assertMarked("syntax-error", marked, { language: "json" })[0]?.message ?? "", message));
  }

  it("has its place in front matter", () => {
    assertMarked("syntax-error", '---\nkind: model-card\nname: ⟦"Scorer⟧\n---\n# Scorer\n', { language: "markdown" });
  });

  it("is reported once per line", () => {
    assertMarked("syntax-error", "kind: model-card\nname: ⟦a: b: c: d⟧\n");
  });

  it("is quiet about comments and a trailing comma in JSON, and about YAML that merely looks odd", () => {
    assertMarked("syntax-error", '{\n  // a card\n  "kind": "model-card",\n}', { language: "json" });
    assertMarked("syntax-error", "%YAML 1.2\n---\n? kind\n: model-card\nname: !!str 1\noverview: >-\n  a: b\n...\n");
  });

  it("does not keep a reader from the rest of the file", () => {
    assertMarked("placeholder", "kind: model-card\nlimitations: [Income\noverview: ⟦TODO⟧\n");
  });

  const repaired: readonly [what: string, before: string, after: string][] = [
    ["a bracket, before the comment on its line", "review: { last: 2026-01-01 # done\nname: Scorer\n", "review: { last: 2026-01-01 } # done\nname: Scorer\n"],
    ["a blank behind a colon", "owners:\n  - name:Credit team\n    role: owner\n", "owners:\n  - name: Credit team\n    role: owner\n"],
    ["a colon behind a field", "name Scorer\nversion: 1.0.0\n", "name: Scorer\nversion: 1.0.0\n"],
    ["quotes around an address that begins with @", "name: @credit/scorer\n", 'name: "@credit/scorer"\n'],
    ["quotes around what is more than a list", "name: [EU] Scorer # new\n", 'name: "[EU] Scorer" # new\n'],
    ["single quotes around a path with backslashes", 'name: "C:\\models"\n', "name: 'C:\\models'\n"],
    ["a line in the column of the line above it", "review:\n  last: 2026-01-01\n next: 2027-01-01\n", "review:\n  last: 2026-01-01\n  next: 2027-01-01\n"],
  ];
  for (const [what, before, after] of repaired) {
    it(`is repaired by ${what}`, () => assertRepaired(`kind: model-card\n${before}`, `kind: model-card\n${after}`, "yaml"));
  }

  const repairedJson: readonly [what: string, before: string, after: string][] = [
    ["double quotes in place of single ones", `"name": 'The "A"'`, '"name": "The \\"A\\""'],
    ["quotes around a key", 'name: "Scorer"', '"name": "Scorer"'],
    ["small letters for True", '"x-new": True', '"x-new": true'],
    ["one comma less", ', "name": "Scorer"', ' "name": "Scorer"'],
    ["a quote before the comma", '"name": "Scorer,\n"version": "1.0.0"', '"name": "Scorer",\n"version": "1.0.0"'],
    ["a second backslash", '"name": "C:\\models"', '"name": "C:\\\\models"'],
    ["a colon", '"name" "Scorer"', '"name": "Scorer"'],
  ];
  for (const [what, before, after] of repairedJson) {
    it(`is repaired by ${what} in JSON`, () => assertRepaired(`{ "kind": "model-card", ${before} }`, `{ "kind": "model-card", ${after} }`, "json"));
  }

  it("is repaired by the brackets that are missing at the end of JSON", () => {
    assertRepaired('{ "kind": "model-card", "owners": [{ "name": "A"\n', '{ "kind": "model-card", "owners": [{ "name": "A"}]}\n', "json");
  });

  it("is left to its writer where no repair would leave fewer problems", () => {
    for (const text of ["limitations: [a,\n  b\nname: Scorer\n", 'name: "Scorer # c\nversion: 1.0.0\n']) {
      assert.deepEqual(findingsOf("syntax-error", `kind: model-card\n${text}`).flatMap(({ fixes }) => fixes), []);
    }
    assert.deepEqual(findingsOf("syntax-error", '{ "kind": "model-card", "x-a": 01 }', { language: "json" }).flatMap(({ fixes }) => fixes), []);
  });

  function assertRepaired(before: string, after: string, language: Language): void {
    const [finding] = findingsOf("syntax-error", before, { language });
    assert.equal(fixed(before, finding?.fixes[0]), after);
    assert.deepEqual(findingsOf("syntax-error", after, { language }), []);
  }

  function rulesBeside(marked: string): string[] {
    const { text } = unmarked(marked);
    return check(text, { profile: { rules: { "missing-field": "off" } } }).flatMap(({ rule }) => (rule === "syntax-error" ? [] : [rule]));
  }
});
