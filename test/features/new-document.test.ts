import assert from "node:assert/strict";
import { languageOf } from "../../src/documents/read";
import { newDocument } from "../../src/features/new-document";
import { kinds } from "../../src/kinds/kinds";
import { defaultProfile } from "../../src/kinds/profile";
import { check } from "../rules/checked";
import { inserted } from "./inserted";

const make = (kind: Parameters<typeof newDocument>[0], notation: Parameters<typeof newDocument>[1], name = "Credit scorer", profile = defaultProfile) => newDocument(kind, notation, name, profile, "2026-11-24");

describe("a new document", () => {
  for (const kind of kinds) {
    for (const notation of ["yaml", "json", "markdown"] as const) {
      it(`${kind.title} in ${notation} asks for nothing but its placeholders, at every strictness`, () => {
        for (const strictness of ["starter", "standard", "audit"] as const) {
          const profile = { ...defaultProfile, strictness };
          const { fileName, snippet } = make(kind.id, notation, "Credit scorer", profile);
          const found = check(inserted(snippet), { language: languageOf(fileName), path: fileName, profile, today: "2026-11-24" });
          assert.deepEqual(found.filter(({ rule }) => rule !== "placeholder").map(({ rule, message }) => `${rule}: ${message}`), []);
          assert.ok(found.length > 0, "something is left to fill in");
        }
      });
    }
  }

  it("has a name that says what it is about and what it is", () => {
    assert.equal(make("model-card", "yaml").fileName, "credit-scorer.model-card.yaml");
    assert.equal(make("security-risk", "json", "").fileName, "security-risk.json");
    assert.equal(make("impact-assessment", "markdown", "Crédit  scorer/2").fileName, "credit-scorer-2.impact-assessment.md");
    assert.equal(make("model-card", "yaml", "信用评分").fileName, "信用评分.model-card.yaml");
    assert.equal(make("clausewise", "yaml").fileName, "clausewise.yaml");
  });

  it("says what is known already", () => {
    const text = inserted(make("model-card", "yaml", "Scorer: v2 $1").snippet);
    assert.match(text, /^kind: model-card\nid: scorer-v2-1\nname: "Scorer: v2 \$1"\n/);
    assert.match(inserted(make("security-risk", "yaml", "Scorer", { ...defaultProfile, strictness: "standard" }).snippet), /\n {2}last: 2026-11-24\n/);
  });

  it("puts the cursor on the first thing to fill", () => assert.match(make("model-card", "yaml").snippet, /^[^$]*version: \$\{1:<version>\}/));

  it("offers the words of the workspace's own matrix", () => {
    const matrix = { ...defaultProfile.matrix, likelihood: ["seldom, if ever", "often"] };
    const { snippet } = make("security-risk", "yaml", "Scorer", { ...defaultProfile, matrix });
    assert.match(snippet, /likelihood: \$\{\d+\|"seldom\\, if ever",often\|\}/);
  });
});
