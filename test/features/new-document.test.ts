import assert from "node:assert/strict";
import { languageOf } from "../../src/documents/read";
import { newDocument } from "../../src/features/new-document";
import { isLeaf, walk } from "../../src/formats/field";
import { kind, kinds } from "../../src/kinds/kinds";
import { defaultProfile } from "../../src/kinds/profile";
import { read } from "../formats/read";
import { check } from "../rules/checked";
import { inserted } from "./inserted";
import { opened, ROOT } from "./opened";

const make = (kind: Parameters<typeof newDocument>[0], notation: Parameters<typeof newDocument>[1], name = "Credit scorer", profile = defaultProfile) => newDocument(kind, notation, name, { profile, today: "2026-11-24" });

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
    assert.match(snippet, /likelihood: \$\{\d+\|<likelihood>,"seldom\\, if ever",often\|\}/);
  });

  it("chooses nothing for its writer: every answer is a stand-in until somebody gives one", () => {
    const known = new Set(["id", "name", "title", "system.name", "review.last"]);
    for (const { id } of kinds.filter((kind) => kind.id !== "clausewise")) {
      for (const notation of ["yaml", "json", "markdown"] as const) {
        const { fileName, snippet } = make(id, notation, "Credit scorer", { ...defaultProfile, strictness: "audit" });
        const { root } = read(fileName, inserted(snippet), languageOf(fileName) ?? "yaml");
        const filled = [...walk(root)].filter((field) => isLeaf(field) && field.state === "filled").map(({ path }) => path);
        assert.deepEqual(filled.filter((path) => path !== "kind" && !known.has(path)), [], fileName);
      }
    }
  });

  it("begins a workspace profile with what holds without one, so that a line is kept or taken out", () => {
    assert.match(make("clausewise", "yaml").snippet, /standards:\n\t- \$\{3:iso42001\}\n\t- \$\{4:iso27001\}\nprofile: \$\{5\|starter,standard,audit\|\}/);
    assert.match(make("clausewise", "json").snippet, /"standards": \["\$\{3:iso42001\}", "\$\{4:iso27001\}"\]/);
    for (const { preset, path } of kind("clausewise").fields.filter((field) => field.preset !== undefined)) {
      assert.deepEqual(preset, { standards: defaultProfile.standards, profile: defaultProfile.strictness, review_interval: defaultProfile.reviewInterval }[path], path);
    }
  });
});

describe("a new document in a workspace with others", () => {
  const card = (id: string, name: string) => `kind: model-card\nid: ${id}\nname: ${name}\nversion: 2.1.0\n`;
  const begun = (kindId: Parameters<typeof newDocument>[0], name: string, files: Readonly<Record<string, string>>) => {
    const { index, today } = opened(files);
    return inserted(newDocument(kindId, "yaml", name, { profile: { ...defaultProfile, strictness: "standard" }, today, workspace: { index, root: ROOT } }).snippet);
  };

  it("is about the card that goes by its name, in the version of that card", () => {
    const files = { "a.yaml": card("credit-scorer", "Credit scorer"), "b.yaml": card("chat", "Support chat") };
    const text = begun("impact-assessment", "Credit scorer", files);
    assert.match(text, /^system:\n {2}name: Credit scorer\n/m);
    assert.match(text, /^ {2}model_card: credit-scorer$/m);
    assert.match(text, /^ {2}version: 2\.1\.0$/m);
    assert.match(begun("impact-assessment", "Support chat assessment", files), /model_card: chat$/m);
    assert.match(begun("impact-assessment", "Something else", files), /model_card: <model card>$/m);
    assert.match(begun("security-risk", "Support chat", files), /^ {4}model: chat$/m);
  });

  it("is about the only card there is, unless that is assessed already", () => {
    const files = { "a.yaml": card("scorer", "Scorer") };
    assert.match(begun("impact-assessment", "Lending", files), /model_card: scorer$/m);
    assert.match(begun("impact-assessment", "Lending", { ...files, "b.yaml": "kind: impact-assessment\nid: x\nsystem:\n  model_card: scorer\n" }), /model_card: <model card>$/m);
  });

  it("is named by the assessment that was there before it", () => {
    assert.match(begun("model-card", "Scorer", { "b.yaml": "kind: impact-assessment\nid: scorer-assessment\ntitle: Scorer\n" }), /impact_assessment: scorer-assessment$/m);
  });

  it("leaves documents of other folders of the workspace alone", () => {
    const { index, today } = opened({});
    index.update("file:///elsewhere/a.yaml", "yaml", card("scorer", "Scorer"));
    const { snippet } = newDocument("impact-assessment", "yaml", "Scorer", { profile: { ...defaultProfile, strictness: "standard" }, today, workspace: { index, root: ROOT } });
    assert.match(snippet, /model_card: \$\{\d+:<model card>\}/);
  });
});
