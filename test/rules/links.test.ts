import assert from "node:assert/strict";
import { Linked } from "./linked";

const card = (lines = "", id = "scorer") => `kind: model-card\nid: ${id}\nname: Scorer\nversion: 2.1.0\n${lines}`;
const register = (risks: string, id = "risks") => `kind: security-risk\nid: ${id}\nrisks:\n${risks}`;
const assessment = (lines = "") => `kind: impact-assessment\nid: assessment\nsystem: { model_card: scorer, version: 2.1.0 }\n${lines}`;
const statement = (entries: string) => `kind: statement-of-applicability\nid: soa\nstandard: iso27001\nentries:\n${entries}`;

describe("unknown-reference", () => {
  it("names the nearest id and offers it", () => {
    const made = new Linked({ "card.yaml": card("links: { risks: [R-0001] }\n"), "risks.yaml": register("  - { id: R-001, title: A }\n") });
    const [finding] = made.findings("card.yaml", "unknown-reference");
    assert.deepEqual(made.words("card.yaml", "unknown-reference"), ["R-0001"]);
    assert.match(finding?.message ?? "", /There is no risk with the id “R-0001”.*Did you mean “R-001”\?/);
    assert.deepEqual(finding?.fixes.map((fix) => [fix.title, fix.edits[0]?.text]), [["Write R-001", "R-001"]]);
  });

  it("is about cards, assessments, risks, data sets, assets and impacts", () => {
    const made = new Linked({
      "card.yaml": card("evaluation: { metrics: [{ name: auc, value: 1, dataset: gone }] }\nlinks: { impact_assessment: none-such }\n"),
      "risks.yaml": register("  - { id: R-001, title: A, model: other, asset: thing, impact: I-9 }\n"),
    });
    assert.deepEqual(made.words("card.yaml", "unknown-reference"), ["gone", "none-such"]);
    assert.deepEqual(made.words("risks.yaml", "unknown-reference"), ["other", "thing", "I-9"]);
  });

  it("says nothing while not all files are known", () => {
    const made = new Linked({ "card.yaml": card("links: { risks: [R-1] }\n") });
    made.index.setWhole(false);
    assert.deepEqual(made.words("card.yaml", "unknown-reference"), []);
  });

  it("finds the thing in the file itself", () => {
    const made = new Linked({ "card.yaml": card("training_data: { datasets: [{ id: loans, source: A }] }\nevaluation: { metrics: [{ name: auc, value: 1, dataset: loans }] }\n") });
    assert.deepEqual(made.words("card.yaml", "unknown-reference"), []);
  });

  it("finds the thing in another folder of the workspace", () => {
    const made = new Linked({ "card.yaml": card("links: { risks: [R-1] }\n"), "/v/risks.yaml": register("  - { id: R-1, title: A }\n") });
    assert.deepEqual(made.words("card.yaml", "unknown-reference"), []);
  });

  it("follows files beside the document and below the root, and leaves texts alone that are no paths", () => {
    const metrics = (evidence: string) => card(`evaluation: { metrics: [{ name: auc, value: 1, evidence: "${evidence}" }] }\n`);
    for (const [evidence, words] of [
      ["metrics.json#/auc", []],
      ["../reports/auc.csv", []],
      ["reports/auc.csv", []],
      ["reports/gone.csv", ["reports/gone.csv"]],
      ["https://example.com/auc.csv", []],
      ["Model registry, run 42", []],
    ] as const) {
      const made = new Linked({ "models/card.yaml": metrics(evidence) }, ["models/metrics.json", "reports/auc.csv"]);
      assert.deepEqual(made.words("models/card.yaml", "unknown-reference"), words, evidence);
    }
  });

  it("comes and goes in one file when another changes", () => {
    const made = new Linked({ "card.yaml": card("links: { risks: [R-1] }\n") });
    assert.deepEqual(made.words("card.yaml", "unknown-reference"), ["R-1"]);
    made.write("risks.yaml", register("  - { id: R-1, title: A }\n"));
    assert.deepEqual(made.words("card.yaml", "unknown-reference"), []);
    made.write("risks.yaml", register("  - { id: R-2, title: A }\n"));
    assert.deepEqual(made.words("card.yaml", "unknown-reference"), ["R-1"]);
    made.remove("risks.yaml");
    assert.match(made.findings("card.yaml", "unknown-reference")[0]?.message ?? "", /No document here has a risk yet/);
  });
});

describe("duplicate-id", () => {
  it("is found at both places, each leading to the other", () => {
    const made = new Linked({ "a.risks.yaml": register("  - { id: R-1, title: A }\n", "a"), "b.risks.yaml": register("  - { id: R-1, title: B }\n", "b") });
    assert.deepEqual(made.words("a.risks.yaml", "duplicate-id"), ["R-1"]);
    assert.deepEqual(made.words("b.risks.yaml", "duplicate-id"), ["R-1"]);
    assert.equal(made.findings("a.risks.yaml", "duplicate-id")[0]?.related[0]?.document?.uri, "file:///w/b.risks.yaml");
  });

  it("is none between two roots, two versions of a model, or two cards with the same data set", () => {
    const made = new Linked({
      "a.yaml": card("training_data: { datasets: [{ id: loans, source: A }] }\n"),
      "b.yaml": card("training_data: { datasets: [{ id: loans, source: A }] }\n").replace("2.1.0", "3.0.0"),
      "/v/c.yaml": card(),
    });
    for (const path of ["a.yaml", "b.yaml", "/v/c.yaml"]) assert.deepEqual(made.words(path, "duplicate-id"), [], path);
  });

  it("is found inside one file", () => {
    const made = new Linked({ "risks.yaml": register("  - { id: R-1, title: A }\n  - { id: R-1, title: B }\n") });
    assert.deepEqual(made.words("risks.yaml", "duplicate-id"), ["R-1", "R-1"]);
  });
});

describe("assessment-missing", () => {
  const personal = "training_data: { datasets: [{ id: loans, source: A, personal_data: true }] }\n";

  it("speaks of a model that learned from personal data, compares groups, is classified high-risk or carries a high risk", () => {
    for (const lines of [personal, "fairness: [{ group: over 60, metric: ratio, value: 0.9 }]\n", "regulation: { classification: High-risk (Annex III) }\n"]) {
      assert.deepEqual(new Linked({ "card.yaml": card(lines) }).words("card.yaml", "assessment-missing"), ["scorer"], lines);
    }
    const made = new Linked({ "card.yaml": card(), "risks.yaml": register("  - { id: R-1, title: A, model: scorer, likelihood: likely, consequence: severe }\n") });
    assert.match(made.findings("card.yaml", "assessment-missing")[0]?.message ?? "", /^Risk R-1 of this model is rated critical|^Risk R-1 of this model is rated high/);
  });

  it("is content with an assessment that names the card", () => {
    assert.deepEqual(new Linked({ "card.yaml": card(personal), "assessment.yaml": assessment() }).words("card.yaml", "assessment-missing"), []);
  });

  it("leaves a model alone that touches nobody, or is not used any more", () => {
    assert.deepEqual(new Linked({ "card.yaml": card() }).words("card.yaml", "assessment-missing"), []);
    assert.deepEqual(new Linked({ "card.yaml": card(`status: retired\n${personal}`) }).words("card.yaml", "assessment-missing"), []);
  });
});

describe("assessment-other-version", () => {
  it("is found in the card and in the assessment", () => {
    const made = new Linked({ "card.yaml": card(), "assessment.yaml": assessment().replace("2.1.0", "1.4.0") });
    assert.deepEqual(made.words("card.yaml", "assessment-other-version"), ["2.1.0"]);
    assert.deepEqual(made.words("assessment.yaml", "assessment-other-version"), ["1.4.0"]);
    made.write("assessment.yaml", assessment());
    assert.deepEqual(made.words("card.yaml", "assessment-other-version"), []);
  });

  it("takes 2.1 for 2.1.0, and one assessment of this version for enough", () => {
    assert.deepEqual(new Linked({ "card.yaml": card(), "assessment.yaml": assessment().replace("2.1.0", "v2.1") }).words("card.yaml", "assessment-other-version"), []);
    const old = assessment().replace("2.1.0", "1.0.0").replace("id: assessment", "id: old");
    const made = new Linked({ "card.yaml": card(), "assessment.yaml": assessment(), "old.yaml": old });
    assert.deepEqual([...made.words("card.yaml", "assessment-other-version"), ...made.words("old.yaml", "assessment-other-version")], []);
  });
});

describe("use-not-assessed", () => {
  const uses = "intended_use:\n  primary_uses:\n    - Rank consumer credit applications for review\n    - Set prices of car insurance\n";

  it("names the use that the assessment does not speak of, however it words the others", () => {
    const made = new Linked({ "card.yaml": card(uses), "assessment.yaml": assessment("intended_uses: [Ranking of credit applications]\n") });
    assert.deepEqual(made.words("card.yaml", "use-not-assessed"), ["Set prices of car insurance"]);
  });

  it("says nothing where no use was assessed yet", () => {
    assert.deepEqual(new Linked({ "card.yaml": card(uses), "assessment.yaml": assessment() }).words("card.yaml", "use-not-assessed"), []);
  });
});

describe("concern-without-risk", () => {
  const concern = "ethical_considerations: [{ name: Stands in for origin, mitigation_strategy: Left out }]\n";

  it("speaks where there is a risk file and no risk about the model", () => {
    const made = new Linked({ "card.yaml": card(concern), "risks.yaml": register("  - { id: R-1, title: A, model: other }\n") });
    assert.deepEqual(made.words("card.yaml", "concern-without-risk"), ["Stands in for origin"]);
    made.write("risks.yaml", register("  - { id: R-1, title: A, model: scorer }\n"));
    assert.deepEqual(made.words("card.yaml", "concern-without-risk"), []);
  });

  it("does not ask for a risk file", () => assert.deepEqual(new Linked({ "card.yaml": card(concern) }).words("card.yaml", "concern-without-risk"), []));
});

describe("impact-without-measure", () => {
  it("is content with a risk that names the impact", () => {
    const impacts = "impacts: [{ id: I-1, type: harm, description: Refused, level: high }]\n";
    const made = new Linked({ "assessment.yaml": assessment(impacts) });
    assert.equal(made.findings("assessment.yaml", "impact-without-measure").length, 1);
    made.write("risks.yaml", register("  - { id: R-1, title: A, impact: I-1 }\n"));
    assert.equal(made.findings("assessment.yaml", "impact-without-measure").length, 0);
  });
});

describe("control-ruled-out", () => {
  it("is found at the measure and in the statement", () => {
    const made = new Linked({
      "risks.yaml": register('  - { id: R-1, title: A, treatment: { option: modify, controls: ["ISO 27001 A.8.28"] } }\n'),
      "soa.yaml": statement("  - { control: A.8.28, applicable: false, justification: No code }\n"),
    });
    assert.deepEqual(made.words("risks.yaml", "control-ruled-out"), ["ISO 27001 A.8.28"]);
    assert.deepEqual(made.words("soa.yaml", "control-ruled-out"), ["false"]);
    made.write("soa.yaml", statement("  - { control: A.8.28, applicable: true, justification: Code }\n"));
    assert.deepEqual(made.words("risks.yaml", "control-ruled-out"), []);
  });
});

describe("control-without-support", () => {
  const claimed = statement('  - { control: "iso27001:A.7.4", applicable: true, justification: Needed }\n  - { control: "iso27001:A.5.9", applicable: true, justification: Needed }\n');

  it("speaks where neither the entry nor the workspace shows anything", () => {
    const made = new Linked({ "soa.yaml": claimed, "card.yaml": card() });
    assert.deepEqual(made.words("soa.yaml", "control-without-support"), ['"iso27001:A.7.4"']);
    made.write("risks.yaml", register('  - { id: R-1, title: A, treatment: { option: modify, controls: ["iso27001:A.7.4"] } }\n'));
    assert.deepEqual(made.words("soa.yaml", "control-without-support"), []);
  });
});

describe("risk-above-appetite", () => {
  const risk = (more: string) => register(`  - { id: R-1, title: A, model: scorer, likelihood: likely, consequence: severe, treatment: { option: modify, actions: [{ what: Sign, status: in_progress }] }, residual: { level: low }${more} }\n`);

  it("is found in the card and in the register while the treatment is not through", () => {
    const made = new Linked({ "card.yaml": card("status: deployed\n"), "risks.yaml": risk("") });
    assert.deepEqual(made.words("card.yaml", "risk-above-appetite"), ["deployed"]);
    assert.deepEqual(made.words("risks.yaml", "risk-above-appetite"), ["scorer"]);
  });

  it("is over when the risk is accepted, treated, or the model not in use", () => {
    for (const more of [", status: treated", ", acceptance: { by: Head, until: 2027-01-01 }"]) {
      assert.deepEqual(new Linked({ "card.yaml": card("status: deployed\n"), "risks.yaml": risk(more) }).words("card.yaml", "risk-above-appetite"), [], more);
    }
    assert.deepEqual(new Linked({ "card.yaml": card("status: in_review\n"), "risks.yaml": risk("") }).words("risks.yaml", "risk-above-appetite"), []);
  });
});

describe("unknown-owner", () => {
  it("compares names and roles with the profile, each name once", () => {
    const made = new Linked({ "clausewise.yaml": "owners: [{ name: Credit risk team, role: model owner }]\n", "card.yaml": card("owners: [{ name: credit risk team }, { name: Credit rsik team }]\napprovals: [{ name: Credit rsik team, date: 2026-01-01 }, { name: Model owner, date: 2026-01-01 }]\n") });
    assert.deepEqual(made.words("card.yaml", "unknown-owner"), ["Credit rsik team"]);
    assert.deepEqual(made.findings("card.yaml", "unknown-owner")[0]?.fixes.map((fix) => fix.title), ["Write Credit risk team", "Add “Credit rsik team” to the owners in clausewise.yaml"]);
  });

  it("says nothing where the profile names nobody", () => {
    assert.deepEqual(new Linked({ "card.yaml": card("owners: [{ name: A }]\n") }).words("card.yaml", "unknown-owner"), []);
  });
});

describe("what files say of each other", () => {
  it("is looked at anew only where it was asked for", () => {
    const made = new Linked({ "a.yaml": card("links: { risks: [R-1] }\n", "a"), "b.yaml": card("", "b"), "risks.yaml": register("  - { id: R-1, title: A }\n  - { id: R-2, title: B }\n") });
    const before = ["a.yaml", "b.yaml"].map((path) => made.index.check(`file:///w/${path}`));
    made.write("notes.yaml", "other: text\n");
    assert.deepEqual(["a.yaml", "b.yaml"].map((path, index) => made.index.check(`file:///w/${path}`) === before[index]), [true, true]);
  });

  it("ends where references run in circles", () => {
    const made = new Linked({ "card.yaml": card("links: { impact_assessment: assessment, risks: [R-1] }\n"), "assessment.yaml": assessment("measures: [{ what: A, risk: R-1 }]\n"), "risks.yaml": register("  - { id: R-1, title: A, model: scorer }\n") });
    for (const path of ["card.yaml", "assessment.yaml", "risks.yaml"]) assert.deepEqual(made.words(path, "unknown-reference"), [], path);
  });
});
