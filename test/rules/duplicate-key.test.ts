import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("duplicate-key", () => {
  it("shows both places", () => {
    const text = "kind: model-card\nname: Scorer\nname: Ranker\n";
    const [finding] = assertMarked("duplicate-key", text.replace("name: R", "⟦name⟧: R"));
    assert.equal(finding?.message, "`name` stands twice: it is already in line 2. Tools differ in which of the two they read. Keep the right one.");
    assert.deepEqual(finding?.related.map(({ span }) => [span.start, text.slice(span.start, span.end)]), [[17, "name"]]);
    assert.deepEqual(finding?.clauses, ["iso42001:A.6.2.7", "iso42001:7.5.2", "iso27001:A.5.9"]);
    assert.equal(finding?.severity, "error");
  });

  it("says so when both say the same", () => {
    const [finding] = assertMarked("duplicate-key", "kind: model-card\nowners: [{ name: Risk team, ⟦name⟧: Risk team }]\n");
    assert.match(finding?.message ?? "", /Both say the same, so remove one\.$/);
  });

  it("finds it in JSON, in front matter, and each time", () => {
    assertMarked("duplicate-key", '{ "kind": "model-card", "name": "A", ⟦"name"⟧: "B", ⟦"name"⟧: "C" }', { language: "json" });
    assertMarked("duplicate-key", "---\nkind: model-card\nname: A\n⟦name⟧: B\n---\n", { language: "markdown" });
  });

  it("is quiet about the same key in two mappings, and about a merge that is written over", () => {
    assertMarked("duplicate-key", "kind: model-card\nx-base: &base { name: A }\nowners:\n  - { <<: *base, name: B }\n  - { name: C }\n");
  });

  it("does not look into what an alias repeats", () => {
    assertMarked("duplicate-key", "kind: model-card\nx-base: &base { name: A, ⟦name⟧: B }\nowners: [*base, *base]\n");
  });
});
