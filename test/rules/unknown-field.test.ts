import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("unknown-field", () => {
  it("names the field that was meant", () => {
    const [finding] = assertMarked("unknown-field", "kind: model-card\nintended_use:\n  ⟦out_of_scope_use⟧: [Loans]\n");
    assert.equal(finding?.message, "`out_of_scope_use` is no field of “Intended use”, so nothing reads it. Did you mean `out_of_scope_uses`?");
    assert.deepEqual(finding?.clauses, ["iso42001:A.9.4", "iso42001:A.9.2", "iso42001:A.8.2"]);
    assert.equal(finding?.severity, "warning");
  });

  it("says where a key belongs that stands in the wrong place", () => {
    const [finding] = assertMarked("unknown-field", "kind: model-card\n⟦out_of_scope_uses⟧: [Loans]\n");
    assert.match(finding?.message ?? "", /It belongs in `intended_use`\.$/);
  });

  it("says how to keep a key of one's own, and leaves such keys alone", () => {
    const [finding] = assertMarked("unknown-field", "kind: model-card\n⟦team⟧: Lending\nx-team: Lending\nx_cost: 3\n");
    assert.match(finding?.message ?? "", /name it `x-team` if it is your own\.$/);
  });

  it("underlines a key of JSON with its quotes, and leaves `$schema` alone", () => {
    assertMarked("unknown-field", '{ "$schema": "model-card.schema.json", "kind": "model-card", ⟦"Limitations"⟧: ["Income"] }', { language: "json" });
  });

  it("speaks of keys that are no text or belong to the language", () => {
    const found = assertMarked("unknown-field", "kind: model-card\n⟦__proto__⟧: 1\n? ⟦[a, b]⟧\n: c\n⟦1⟧: 2\n");
    assert.match(found[1]?.message ?? "", /^This key is no text/);
  });

  it("knows the rules and kinds that a profile can name", () => {
    const found = assertMarked("unknown-field", "rules: { ⟦place-holder⟧: 'off', review-overdue: error }\nfiles: { ⟦modelcard⟧: ['*.mc.yaml'], none: [old] }\n", { kind: "clausewise" });
    assert.deepEqual(found.map(({ message }) => message), ["`place-holder` is none of the rules, so nothing reads it. Did you mean `placeholder`?", "`modelcard` is none of “File patterns”, so nothing reads it. Did you mean `model-card`?"]);
    assertMarked("value-not-listed", "files: { modelcard: ['*.mc.yaml'] }\nrules: { placeholder: ⟦loud⟧ }\n", { kind: "clausewise" });
  });

  it("is quiet about every key that the kind has", () => {
    assertMarked("unknown-field", "kind: model-card\nlimitations: [Income]\nlinks: { risks: [R-1] }\n");
  });

  it("speaks once, at the alias, of a key that a merge brings in", () => {
    assertMarked("unknown-field", "kind: model-card\nx-base: &base { team: Lending }\nowners:\n  - { <<: ⟦*base⟧, name: Risk team }\n");
  });
});
