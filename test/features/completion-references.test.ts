import assert from "node:assert/strict";
import { offered } from "./completed";

const RISKS = "kind: security-risk\nid: credit-risks\nowner: Security officer\nrisks:\n  - id: R-001\n    title: Poisoned data\n  - id: R-007\n    title: Stolen weights\n";

describe("completion of what documents name", () => {
  it("offers the ids of other documents with their titles", async () => {
    const { labels, item, taken } = await offered("kind: model-card\nlinks:\n  risks: [R-001, |]\n", { others: { "sec/r.yaml": RISKS } });
    assert.deepEqual(labels, ["R-007"]);
    assert.equal(item("R-007").detail, "Stolen weights · sec/r.yaml");
    assert.equal(taken("R-007"), "kind: model-card\nlinks:\n  risks: [R-001, R-007]\n");
  });

  it("puts things of the same file first", async () => {
    const text = "kind: security-risk\nassets:\n  - id: weights\nrisks:\n  - id: R-001\n    asset: |\n";
    const { labels } = await offered(text, { path: "r.yaml", others: { "a.yaml": "kind: security-risk\nassets:\n  - id: feed\n" } });
    assert.deepEqual(labels, ["weights", "feed"]);
  });

  it("offers data sets where a test says what it was made with, and cards where a model says what it was made from, without asking for either", async () => {
    const own = "training_data:\n  datasets:\n    - id: applications-2024\n      name: Applications\n";
    const { labels, taken } = await offered(`${own}evaluation:\n  datasets:\n    - |\n`, { others: { "b.yaml": "kind: model-card\nid: base\nname: Base\ntraining_data:\n  datasets: [{ id: holdout-2025 }]\n" } });
    assert.deepEqual(labels.filter((one) => !one.startsWith("- ")), ["applications-2024", "holdout-2025"]);
    assert.equal(taken("holdout-2025"), `${own}evaluation:\n  datasets:\n    - holdout-2025\n`);
    assert.ok((await offered("design:\n  base_model: |\n", { others: { "b.yaml": "kind: model-card\nid: base\n" } })).labels.includes("base"));
    assert.equal((await offered("design:\n  |\n")).item("base_model").command, undefined);
  });

  it("numbers a new risk after the highest in the workspace", async () => {
    const { taken } = await offered("kind: security-risk\nrisks:\n  - id: R-002\n  - |\n", { path: "new.yaml", others: { "r.yaml": RISKS } });
    assert.match(taken("Risks"), /- id: R-002\n {2}- id: R-008\n {4}title: <title>\n/);
  });

  it("calls a document after its file", async () => {
    assert.deepEqual((await offered("kind: model-card\nid: |\n", { path: "models/Credit Scorer.model-card.yaml" })).labels, ["credit-scorer"]);
    assert.deepEqual((await offered("kind: model-card\nid: |\n", { path: "model-card.yaml" })).labels, []);
  });

  it("offers people whom the workspace names", async () => {
    assert.deepEqual((await offered("kind: model-card\nowners:\n  - name: |\n", { others: { "r.yaml": RISKS } })).labels, ["Security officer"]);
  });

  it("offers the workspace's files from the document's folder or from the root", async () => {
    const files = ["models/reports/metrics.json", "docs/plan.pdf", "models/a.model-card.yaml"];
    const { labels } = await offered("kind: model-card\nevaluation:\n  metrics:\n    - name: auc\n      evidence: |\n", { path: "models/a.model-card.yaml", files });
    assert.deepEqual(labels, ["reports/metrics.json", "docs/plan.pdf"]);
  });
});

describe("completion of clause references", () => {
  const controls = (typed: string) => `kind: security-risk\nrisks:\n  - id: R-001\n    treatment:\n      controls: [${typed}]\n`;

  it("offers the controls of the standards in use, in quotes, found by their title", async () => {
    const { item, taken, labels } = await offered(controls("|"), { path: "r.yaml" });
    assert.equal(taken("iso42001:A.6.2.4"), controls('"iso42001:A.6.2.4"'));
    assert.match(item("iso42001:A.6.2.4").filterText ?? "", /verification and validation/i);
    assert.ok(labels.includes("iso27001:A.5.1") && !labels.includes("iso42001:6.1.2"));
    const one = await offered(controls("|"), { path: "r.yaml", others: { "clausewise.yaml": "standards: [iso27001]\n" } });
    assert.ok(one.labels.every((label) => label.startsWith("iso27001:")));
  });

  it("offers the controls of its standard in a statement, each once, in the one form that a statement takes", async () => {
    const { labels, taken } = await offered("kind: statement-of-applicability\nstandard: iso27001\nentries:\n  - control: iso27001:A.5.1\n  - control: |\n", { path: "s.yaml" });
    assert.ok(labels[0] === "iso27001:A.5.2" && labels.length === 92);
    assert.match(taken("iso27001:A.5.2"), /- control: "?iso27001:A\.5\.2"?\n$/);
  });
});
