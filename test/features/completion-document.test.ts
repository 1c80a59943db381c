import assert from "node:assert/strict";
import { check } from "../rules/checked";
import { offered } from "./completed";

describe("completion in an empty file", () => {
  it("offers the whole document that the file's name promises, the workspace's profile first", async () => {
    const { labels, taken, items } = await offered("|", { path: "credit.model-card.yaml", others: { "clausewise.yaml": "profile: standard\n" } });
    assert.deepEqual(labels.slice(0, 4), ["model-card", "model-card (starter)", "model-card (audit)", "kind"]);
    assert.equal(items[0]?.preselect, true);
    assert.match(taken("model-card"), /^kind: model-card\nid: credit\nname: <name>\n/);
    const rules = new Set(check(taken("model-card"), { path: "credit.model-card.yaml" }).map((one) => one.rule));
    assert.deepEqual([...rules], ["placeholder"], "only the answers are missing");
  });

  it("offers it below comments, in JSON, and with the lines that enclose front matter", async () => {
    assert.match((await offered("# Our card\n|\n", { path: "a.security-risk.yaml" })).taken("security-risk"), /^# Our card\nkind: security-risk\n/);
    assert.match((await offered("|", { path: "a.model-card.json" })).taken("model-card"), /^\{\n {2}"kind": "model-card",\n/);
    assert.match((await offered("|", { path: "MODEL_CARD.md" })).taken("model-card"), /^---\nkind: model-card\n[^]*\n---$/);
    assert.match((await offered("---\n|\n---\n", { path: "MODEL_CARD.md" })).taken("model-card"), /^---\nkind: model-card\n[^]*\n---\n$/);
  });

  it("offers every kind behind `kind:` as long as that is all there is", async () => {
    const kinds = ["model-card", "impact-assessment", "security-risk", "statement-of-applicability", "clausewise"];
    assert.deepEqual((await offered("kind: |\n", { path: "notes.yaml" })).labels, kinds);
    assert.deepEqual((await offered('{ "kind": "|" }', { path: "notes.json" })).labels, kinds);
    assert.deepEqual((await offered("kind: |\n", { path: "a.security-risk.yaml" })).labels[0], "security-risk");
    assert.deepEqual((await offered("apiVersion: v1\nkind: |\n", { path: "notes.yaml" })).labels, []);
  });

  it("offers only the kind in a file whose name promises one but which holds something else", async () => {
    assert.deepEqual((await offered("rows: [1]\nother: 2\n|\n", { path: "risks.yaml" })).labels, ["kind"]);
  });

  it("offers nothing in an empty file with any other name, or where the workspace leaves it out", async () => {
    assert.deepEqual((await offered("|", { path: "notes.yaml" })).labels, []);
    assert.deepEqual((await offered("|", { path: "a.model-card.yaml", others: { "clausewise.yaml": "files: { none: ['*.model-card.yaml'] }\n" } })).labels, []);
  });
});
