import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const risk = (controls: string) => `kind: security-risk\nrisks: [{ id: R-1, treatment: { option: modify, controls: ${controls} } }]\n`;

describe("clause-id-became-number", () => {
  it("says which number it became and which control was probably meant", () => {
    const [finding] = assertMarked("clause-id-became-number", risk("[⟦5.10⟧]"));
    assert.match(finding?.message ?? "", /^`5\.10` is read as the number 5\.1, but “Controls” names a clause\. It may mean ISO\/IEC 27001 A\.5\.10 .* Put it in quotes, with its standard\.$/);
    assert.deepEqual(finding?.clauses, ["iso42001:6.1.3", "iso27001:6.1.3"]);
    assert.equal(finding?.severity, "error");
  });

  it("takes the control of the standard that a statement is about", () => {
    const [finding] = assertMarked("clause-id-became-number", "kind: statement-of-applicability\nstandard: iso42001\nentries: [{ control: ⟦5.4⟧ }]\n");
    assert.match(finding?.message ?? "", /It may mean ISO\/IEC 42001 A\.5\.4 /);
    assert.deepEqual(finding?.fixes.map(({ title }) => title), ['Write "iso42001:A.5.4"']);
  });

  it("guesses nothing for a number that no control has", () => {
    const [finding] = assertMarked("clause-id-became-number", risk("[⟦99.9⟧]"));
    assert.equal(finding?.message, "`99.9` is read as a number, but “Controls” names a clause. Put it in quotes, with its standard.");
  });

  it("finds it in JSON", () => {
    assertMarked("clause-id-became-number", '{ "kind": "statement-of-applicability", "entries": [{ "control": ⟦5.1⟧ }] }', { language: "json" });
  });

  it("is quiet about text, and about numbers where no clause is named", () => {
    assertMarked("clause-id-became-number", `${risk("[iso27001:A.5.10, '5.10']")}---\nkind: model-card\nversion: 5.10\n`);
  });
});
