import assert from "node:assert/strict";
import { offered } from "./completed";

const RISK = { path: "r.security-risk.yaml" };
const risk = (line: string) => `kind: security-risk\nrisks:\n  - id: R-001\n${line.replace(/^/gm, "    ")}\n`;

describe("completion of values", () => {
  it("offers the listed values with their meaning", async () => {
    const { labels, item } = await offered("kind: model-card\nstatus: dep|\n");
    assert.ok(labels.includes("deployed"));
    assert.notEqual(item("deployed").detail ?? "", "");
  });

  it("puts the value where the half-typed one stood, in its quotes", async () => {
    assert.equal((await offered('kind: model-card\nstatus: "dep|"\n')).taken("deployed"), 'kind: model-card\nstatus: "deployed"\n');
    assert.equal((await offered("kind: model-card\nstatus: 'dep|\n")).taken("deployed"), "kind: model-card\nstatus: 'deployed'\n");
    assert.equal((await offered("kind: model-card\nstatus:|\n")).taken("deployed"), "kind: model-card\nstatus: deployed\n");
    assert.equal((await offered("kind: model-card\nstatus: |# now\n")).taken("deployed"), "kind: model-card\nstatus: deployed # now\n");
    assert.equal((await offered('{ "kind": "model-card", "status": | }', { path: "a.json" })).taken("deployed"), '{ "kind": "model-card", "status": "deployed" }');
  });

  it("offers the words of the workspace's own risk matrix", async () => {
    const matrix = "risk_matrix:\n  likelihood: [seldom, often]\n  consequence: [small, large]\n  levels: [fine, bad]\n  table:\n    seldom: [fine, fine]\n    often: [fine, bad]\n  appetite: fine\n";
    const others = { "clausewise.yaml": matrix };
    assert.deepEqual((await offered(risk("likelihood: |"), { ...RISK, others })).labels, ["seldom", "often"]);
    const { items } = await offered(risk("likelihood: often\nconsequence: large\nlevel: |"), { ...RISK, others });
    assert.deepEqual(items.filter((one) => one.preselect).map((one) => one.label), ["bad"]);
  });

  it("reads a word with a blank in it as one", async () => {
    assert.equal((await offered(risk("likelihood: almost c|"), RISK)).taken("almost certain"), risk("likelihood: almost certain"));
  });

  it("offers a list's values once each, as a list where there is none", async () => {
    assert.deepEqual((await offered(risk("affects: [integrity, |]"), RISK)).labels, ["confidentiality", "availability"]);
    assert.equal((await offered(risk("affects: |"), RISK)).taken("integrity"), risk("affects: [integrity]"));
    assert.equal((await offered(risk("affects:\n  |"), RISK)).taken("integrity"), risk("affects:\n  - integrity"));
    assert.equal((await offered(risk("affects:\n  - integrity\n  - |"), RISK)).taken("availability"), risk("affects:\n  - integrity\n  - availability"));
    assert.equal((await offered(risk("affects: [integrity |]"), RISK)).labels.length, 3);
  });

  it("closes a list that was only begun", async () => {
    assert.equal((await offered("kind: security-risk\nrisks:\n  - id: R-001\n    affects: [|\n    owner: A\n", RISK)).taken("integrity"), "kind: security-risk\nrisks:\n  - id: R-001\n    affects: [integrity]\n    owner: A\n");
  });

  it("knows true and false", async () => {
    const { labels, taken } = await offered("kind: model-card\ntraining_data:\n  datasets:\n    - id: a\n      personal_data: |\n");
    assert.deepEqual(labels, ["true", "false"]);
    assert.match(taken("true"), /personal_data: true\n$/);
  });

  it("offers nothing where any text will do, and no value in a place of another shape", async () => {
    assert.deepEqual((await offered("kind: model-card\noverview: |\n")).labels, []);
    assert.deepEqual((await offered("kind: model-card\nstatus:\n  - |\n")).labels, []);
    assert.deepEqual((await offered("kind: model-card\nstatus: [|]\n")).labels, []);
  });
});

describe("completion of dates", () => {
  const dates = async (line: string, others = {}) => (await offered(risk(line), { ...RISK, others })).labels;

  it("offers today, and for the next review what the profile's interval gives", async () => {
    assert.deepEqual(await dates("review: { last: | }"), ["2026-11-24"]);
    assert.equal((await dates("review: { next: | }"))[0], "2027-05-24");
    assert.equal((await dates("review: { next: | }", { "clausewise.yaml": "review_interval: P6M\nreview_intervals: { security-risk: P3M }\n" }))[0], "2027-02-24");
  });

  it("offers a year for an acceptance, and days to come for what is due", async () => {
    assert.equal((await dates("acceptance: { until: | }"))[0], "2027-11-24");
    assert.deepEqual(await dates("due: |"), ["2026-12-24", "2027-02-24", "2027-05-24"]);
  });
});

describe("completion of public vocabularies", () => {
  it("offers licences, the usual ones first, and finds them by name", async () => {
    const { labels, item } = await offered("kind: model-card\ndesign:\n  license: |\n");
    assert.deepEqual(labels.slice(0, 2), ["Apache-2.0", "MIT"]);
    assert.ok(labels.includes("other") && labels.includes("EUPL-1.2") && !labels.includes("GPL-2.0"));
    assert.match(item("Apache-2.0").filterText ?? "", /Apache License/);
  });

  it("offers languages by two letters, and the many others once letters are typed", async () => {
    const path = "a.impact-assessment.yaml";
    const text = (typed: string) => `kind: impact-assessment\nsystem:\n  languages: [${typed}|]\n`;
    const few = await offered(text(""), { path });
    assert.ok(few.labels.includes("de") && !few.labels.includes("deu") && !few.labels.includes("yue") && few.isIncomplete);
    assert.ok((await offered(text("yue"), { path })).labels.includes("yue"));
    assert.equal((await offered(text("no"), { path })).taken("no"), 'kind: impact-assessment\nsystem:\n  languages: ["no"]\n');
  });

  it("offers the Hub's tasks and libraries", async () => {
    assert.ok((await offered("kind: model-card\nintended_use:\n  task: |\n")).labels.includes("text-classification"));
    assert.ok((await offered("kind: model-card\ndesign:\n  libraries: [|]\n")).labels.includes("transformers"));
  });

  it("offers ATLAS techniques with their tactic", async () => {
    const { item, taken } = await offered(risk("atlas_techniques: [|]"), RISK);
    assert.match(item("AML.T0020").detail ?? "", /^Poison Training Data · /);
    assert.equal(taken("AML.T0020"), risk("atlas_techniques: [AML.T0020]"));
  });
});

describe("completion over a stand-in", () => {
  it("offers every answer, since the editor compares them with the stand-in that is there", async () => {
    const yaml = await offered("kind: model-card\ndesign:\n  license: <licence>|\n");
    assert.ok(yaml.item("Apache-2.0").filterText?.startsWith("<licence> Apache-2.0"));
    assert.equal(yaml.taken("Apache-2.0"), "kind: model-card\ndesign:\n  license: Apache-2.0\n");
    const json = await offered('{ "kind": "model-card", "design": { "license": "<licence>|" } }', { path: "a.model-card.json" });
    assert.ok(json.item("Apache-2.0").filterText?.startsWith('"<licence>'));
    assert.equal(json.taken("Apache-2.0"), '{ "kind": "model-card", "design": { "license": "Apache-2.0" } }');
  });

  it("offers the choices right where a stand-in waits for one, in quotes or without", async () => {
    const at = (marked: string, path?: string) => offered(marked, path === undefined ? {} : { path });
    assert.deepEqual((await at("kind: model-card\nstatus: <status>|\n")).labels.slice(0, 2), ["proposed", "in_development"]);
    assert.deepEqual((await at("kind: model-card\ntraining_data:\n  datasets:\n    - personal_data: |<personal data>\n")).labels, ["true", "false"]);
    const json = await at('{ "kind": "model-card", "training_data": { "datasets": [{ "personal_data": "<personal data>|" }] } }', "a.model-card.json");
    assert.deepEqual(json.labels, ["true", "false"]);
    assert.equal(json.taken("true"), '{ "kind": "model-card", "training_data": { "datasets": [{ "personal_data": true }] } }');
    const list = await at("kind: security-risk\nrisks:\n  - affects:\n      - <affects>|\n", "r.yaml");
    assert.equal(list.taken("integrity"), "kind: security-risk\nrisks:\n  - affects:\n      - integrity\n");
    const matrix = await at("kind: security-risk\nrisks:\n  - likelihood: <likelihood>|\n", "r.yaml");
    assert.equal(matrix.taken("almost certain"), "kind: security-risk\nrisks:\n  - likelihood: almost certain\n");
  });

  it("compares with the label alone once something else was typed", async () => {
    assert.match((await offered("kind: model-card\ndesign:\n  license: apa|\n")).item("Apache-2.0").filterText ?? "", /^Apache-2\.0/);
  });
});

describe("completion in the workspace profile", () => {
  const path = "clausewise.yaml";

  it("offers rules by their ids and their severities", async () => {
    const { labels, taken } = await offered("rules:\n  placeholder: off\n  |\n", { path });
    assert.ok(labels.includes("missing-field") && !labels.includes("placeholder"));
    assert.equal(taken("missing-field"), 'rules:\n  placeholder: off\n  missing-field: information\n');
    assert.deepEqual((await offered("rules:\n  placeholder: |\n", { path })).labels, ["off", "hint", "information", "warning", "error"]);
  });

  it("offers kinds where intervals and patterns are set", async () => {
    const { labels, taken } = await offered("review_intervals:\n  model-card: P1Y\n  |\n", { path });
    assert.deepEqual(labels, ["impact-assessment", "security-risk", "statement-of-applicability"]);
    assert.equal(taken("security-risk"), "review_intervals:\n  model-card: P1Y\n  security-risk: P3M\n");
    assert.ok((await offered("files:\n  |\n", { path })).labels.includes("none"));
  });
});
