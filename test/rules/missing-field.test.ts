import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("missing-field", () => {
  it("stands on the key of the object that lacks the field, never on the whole file", () => {
    const [finding] = assertMarked("missing-field", `kind: model-card
id: scorer
name: Scorer
version: 1.0.0
owners: [{ name: Risk team }]
⟦intended_use⟧:
  primary_uses: [Rank applications]
training_data: { datasets: [{ id: loans, source: Loan system }] }
evaluation: { metrics: [{ name: auc, value: 0.9 }] }
limitations: [Self-declared income]
`);
    assert.match(finding?.message ?? "", /^“Out-of-scope uses” is missing here\. .* Add `out_of_scope_uses`\.$/);
    assert.deepEqual(finding?.clauses, ["iso42001:A.9.4", "iso42001:A.9.2", "iso42001:A.8.2"]);
    assert.equal(finding?.severity, "warning");
    assert.equal(finding?.field, "intended_use.out_of_scope_uses");
  });

  it("stands on the `kind` where the document itself lacks one", () => {
    const found = assertMarked("missing-field", `id: soa\n${"⟦kind: statement-of-applicability⟧"}\nstandard: iso27001\n`);
    assert.deepEqual(found.map(({ field }) => field), ["entries"]);
  });

  it("calls the item of a list by the words a reader finds it by", () => {
    assertMarked("missing-field", "kind: model-card\nowners:\n  - ⟦role⟧: approver\n  - name: Risk team\n", { profile: { strictness: "starter" }, only: "owners" });
    assertMarked("missing-field", "kind: security-risk\nrisks:\n  - { id: ⟦R-1⟧, title: Poisoned feed, owner: Lead, likelihood: rare, consequence: minor }\n", { only: "risks" });
  });

  it("finds the same gap in JSON and in front matter", () => {
    assertMarked("missing-field", '{ "kind": "model-card", ⟦"intended_use"⟧: { "primary_uses": ["Rank"] } }', { language: "json", only: "intended_use" });
    assertMarked("missing-field", "---\nkind: model-card\n⟦intended_use⟧:\n  primary_uses: [Rank]\n---\n# Scorer\n", { language: "markdown", only: "intended_use" });
  });

  it("expects more at a stricter profile", () => {
    const text = "kind: model-card\n⟦intended_use⟧: { primary_uses: [Rank], out_of_scope_uses: [Loans], users: [Officers], domain: Credit, foreseeable_misuse: [Hiring], human_oversight: An officer decides }\n";
    assertMarked("missing-field", text.replace(/[⟦⟧]/g, ""), { profile: { strictness: "standard" }, only: "intended_use" });
    const [finding] = assertMarked("missing-field", text, { profile: { strictness: "audit" }, only: "intended_use" });
    assert.equal(finding?.field, "intended_use.user_instructions");
  });

  it("leaves a misspelt key to the rule that knows the right one", () => {
    assertMarked("missing-field", "kind: model-card\nintended_use: { primary_uses: [Rank], out_of_scope_use: [Loans] }\n", { only: "intended_use" });
  });

  it("says nothing where an open quote, bracket or comment may have swallowed the field, and still asks elsewhere", () => {
    assertMarked("missing-field", 'kind: model-card\nname: "Scorer\nid: scorer\n');
    for (const language of ["json", "yaml"] as const) assertMarked("missing-field", '{ "kind": "model-card", "intended_use": { "primary_uses": ["Rank', { language });
    assertMarked("missing-field", 'kind: model-card\n⟦intended_use⟧: { primary_uses: [Rank] }\nname: "Scorer\n', { only: "intended_use" });
    assertMarked("missing-field", 'kind: security-risk\nid: r\n---\nkind: model-card\nname: "Scorer\n', { only: "version" });
    assertMarked("missing-field", '⟦kind: security-risk⟧\nid: r\n---\nkind: model-card\nname: "Scorer\n', { only: "risks" });
  });

  it("asks nothing of what is not there at all, nor of an empty file", () => {
    assertMarked("missing-field", "kind: model-card\n", { only: "fairness" });
    assertMarked("missing-field", "", { path: "model-card.yaml" });
  });
});
