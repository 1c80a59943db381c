import assert from "node:assert/strict";
import { languageOf, readDocument } from "../../src/documents/read";
import type { Recognition } from "../../src/formats/format";
import { mayBeDocument } from "../../src/formats/glance";
import { readParts } from "../../src/formats/readings";
import type { RecognitionContext } from "../../src/formats/recognise";

/** What each part of a file is taken for. */
function parts(path: string, text: string, more: Partial<RecognitionContext> = {}): readonly Recognition[] {
  return readParts(readDocument(`file:///${path}`, languageOf(path) ?? "yaml", text), { path, ...more }).recognitions;
}

const recognised = (path: string, text: string, more?: Partial<RecognitionContext>) => {
  const [first] = parts(path, text, more);
  return [first?.kind, first?.by];
};

const RISKS = "risks:\n  - { id: R-1, title: Poisoned feed, owner: Lead }\n";

describe("a file is taken for", () => {
  it("what a person chose, whatever it says itself", () => {
    const text = "# clausewise: kind=model-card\nkind: impact-assessment\n";
    assert.deepEqual(recognised("model-card.yaml", text, { forced: "security-risk", pattern: "clausewise" }), ["security-risk", "forced"]);
    assert.deepEqual(recognised("model-card.yaml", text, { forced: "none" }), [undefined, "nothing"]);
  });

  it("then what a comment in it says", () => {
    const text = "# clausewise: kind=model-card\nkind: impact-assessment\n";
    assert.deepEqual(recognised("risks.yaml", text, { pattern: "clausewise" }), ["model-card", "directive"]);
    assert.deepEqual(recognised("model-card.yaml", "# clausewise: kind=none\nkind: model-card\n"), [undefined, "nothing"]);
    assert.deepEqual(recognised("a.json", '// clausewise: kind = "security-risk"\n{}'), ["security-risk", "directive"]);
    assert.deepEqual(recognised("a.md", "# Card\n\n<!-- clausewise: kind=model-card -->\n"), ["model-card", "directive"]);
  });

  it("then what its `kind` says", () => {
    assert.deepEqual(recognised("risks.yaml", "kind: impact-assessment\n", { pattern: "model-card" }), ["impact-assessment", "kind-key"]);
    assert.deepEqual(recognised("a.json", '{ "kind": "security-risk" }'), ["security-risk", "kind-key"]);
    assert.deepEqual(recognised("a.md", "---\nkind: model-card\n---\n"), ["model-card", "kind-key"]);
  });

  it("then what the profile's patterns say", () => {
    assert.deepEqual(recognised("docs/any.yaml", "a: 1\n", { pattern: "model-card" }), ["model-card", "pattern"]);
    assert.deepEqual(recognised("model-card.yaml", "overview: Ranks\n", { pattern: "none" }), [undefined, "nothing"]);
  });

  it("then what its name and its content say together", () => {
    assert.deepEqual(recognised("risk-register.yaml", RISKS), ["security-risk", "name"]);
    assert.deepEqual(recognised("notes.yaml", RISKS), [undefined, "nothing"]);
  });

  it("a document that is being begun, while it holds a word or nothing", () => {
    for (const text of ["", "\n", "# A card\n", "own", "owners:\n", "name: Scorer\nversion: 1.0.0\nowners:\n  - name: Risk team\n"]) assert.equal(recognised("model-card.yaml", text)[0], "model-card", JSON.stringify(text));
  });

  it("several things, where it holds several documents", () => {
    assert.deepEqual(parts("all.yaml", "kind: model-card\n---\nkind: security-risk\n---\nkind: Deployment\n").map(({ kind }) => kind), ["model-card", "security-risk", undefined]);
  });

  it("its kind even where it cannot be read, so that somebody learns why nothing is found", () => {
    assert.deepEqual(recognised("any.yaml", `kind: model-card\na: ${"[".repeat(5000)}`), ["model-card", "kind-key"]);
    assert.deepEqual(recognised("any.json", '{\n  "kind": "security-risk",\n  "x": "\0" }'), ["security-risk", "kind-key"]);
    assert.deepEqual(recognised("any.yaml", `kind: Deployment\na: ${"[".repeat(5000)}`), [undefined, "nothing"]);
  });

  it("what it says, and the reason is a sentence", () => {
    const reasons = [parts("a.yaml", "kind: model-card\n"), parts("a.yaml", "a: 1\n"), parts("risks.yaml", "max_loss: 3\n"), parts("risks.yaml", RISKS)].map(([first]) => first?.because ?? "");
    for (const reason of reasons) assert.match(reason, /^[A-Z].*\.$/);
    assert.equal(new Set(reasons).size, 4);
  });
});

describe("the name of a file promises", () => {
  const content = { "model-card": "overview: Ranks applications\n", "impact-assessment": "intended_uses: [Ranking]\n", "security-risk": RISKS, "statement-of-applicability": "standard: iso27001\nentries: [{ control: iso27001:A.5.1, applicable: true }]\n" };
  const names: readonly [kind: keyof typeof content, names: string][] = [
    ["model-card", "model-card.yaml credit.model-card.yml MODEL_CARD.yaml model_card.yaml modelcard.yml credit-model-card.yaml docs/credit_model_card.yaml"],
    ["impact-assessment", "impact-assessment.yaml loans.impact-assessment.yml ai-impact-assessment.yaml AI_IMPACT_ASSESSMENT.yaml credit.aiia.yaml"],
    ["security-risk", "risks.yaml risk-register.yaml risk_register.yml credit.security-risk.yaml security-risks.yaml RISK_REGISTER.yaml"],
    ["statement-of-applicability", "soa.yaml iso27001.soa.yaml statement-of-applicability.yaml iso42001-soa.yml STATEMENT_OF_APPLICABILITY.yaml"],
  ];
  for (const [kind, list] of names) {
    it(`${kind}: ${list}`, () => {
      for (const name of list.split(" ")) assert.deepEqual(recognised(name, content[kind]), [kind, "name"], name);
    });
  }

  it("the same in JSON and in front matter", () => {
    assert.deepEqual(recognised("model_card.json", '{ "overview": "Ranks" }'), ["model-card", "name"]);
    assert.deepEqual(recognised("MODEL_CARD.md", "---\noverview: Ranks\n---\n"), ["model-card", "name"]);
  });

  it("nothing where the words are part of others, or the ending is another", () => {
    for (const name of ["remodel-cards.yaml", "asterisks.yaml", "samoa.yaml", "risks.yaml.tpl", "brisks.yml"]) assert.deepEqual(recognised(name, `${RISKS}overview: Ranks\n`), [undefined, "nothing"], name);
  });

  it("a profile only by its full name", () => {
    assert.deepEqual(recognised("clausewise.yaml", "organisation: Bank\n"), ["clausewise", "name"]);
    assert.deepEqual(recognised("my-clausewise.yaml", "organisation: Bank\n"), [undefined, "nothing"]);
  });
});

describe("a file is left alone that merely looks like one of ours:", () => {
  const lookalikes: readonly [what: string, path: string, text: string][] = [
    ["a list of language models to test", "model-card.yaml", "models:\n  - name: llama-3\n    provider: local\n  - name: gpt-4o\n    temperature: 0\n"],
    ["a list at the root", "modelcard.yaml", "- name: llama-3\n- name: gpt-4o\n"],
    ["a game's risk settings", "risks.yaml", "risks:\n  fire: 0.2\n  flood: 0.1\ndifficulty: hard\n"],
    ["a game's list of risks", "risks.yaml", "risks:\n  - fire\n  - flood\n"],
    ["a list of risks with other keys", "risks.yaml", "risks:\n  - { sprite: fire.png, damage: 3, name: Fire }\n"],
    ["limits of a trading program", "config/risks.yaml", "max_notional: 100000\ndaily_loss_limit: 10000\nrate_limit: { max_orders: 10 }\n"],
    ["a resource of Kubernetes", "model-card.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: model-card }\n"],
    ["a resource of Kubernetes with a field of ours", "model-card.yaml", "kind: ModelCard\noverview: Ranks\n"],
    ["notes about structs of arrays", "docs/soa.md", "# SoA\n\nStruct of arrays keeps each column together.\n"],
    ["notes with front matter of a site", "docs/risk-register.md", "---\ntitle: Risk register\nstatus: planned\nowner: maintainer\nversion: 0.1.0\n---\n# Risk register\n"],
    ["a note about a method of that name", "docs/IMPACT_ASSESSMENT.md", "# resolveImpactAssessment\n\nReturns the assessment.\n"],
    ["a service-oriented architecture", "soa.json", '{ "services": [{ "name": "billing", "status": "up" }], "version": "2" }'],
    ["a text of one sentence", "model-card.yaml", "Please write the card here.\n"],
    ["JSON that is a number", "risks.json", "42"],
  ];
  for (const [what, path, text] of lookalikes) {
    it(what, () => assert.deepEqual(recognised(path, text), [undefined, "nothing"]));
  }

  it("and is offered to the person, when its name promises a kind", () => {
    assert.equal(parts("risks.yaml", "max_loss: 3\n")[0]?.candidate, "security-risk");
    assert.equal(parts("values.yaml", "max_loss: 3\n")[0]?.candidate, undefined);
  });
});

describe("a glance before reading", () => {
  it("lets through every file that could be recognised", () => {
    for (const [path, text] of [["a.yaml", "x: 1\n---\n'kind' : model-card\n"], ["a.json", '{"kind":"security-risk"}'], ["a.md", "<!-- clausewise: kind=model-card -->"], ["a.yaml", "# clausewise: kind = none"], ["risks.yaml", ""]] as const) assert.ok(mayBeDocument(path, text), text);
  });

  it("keeps out the rest of a workspace", () => {
    for (const [path, text] of [["deployment.yaml", "kind: Deployment\n"], ["package.json", '{ "name": "model-card" }'], ["README.md", "# A kind of card\n"]] as const) assert.ok(!mayBeDocument(path, text), text);
  });
});
