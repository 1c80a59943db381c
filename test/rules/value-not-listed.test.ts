import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("value-not-listed", () => {
  it("names the nearest value and the others", () => {
    const [finding] = assertMarked("value-not-listed", "kind: model-card\nstatus: ⟦deploid⟧\n");
    assert.equal(finding?.message, "`deploid` is no value of “Status”. Did you mean `deployed`? Write `proposed`, `in_development`, `in_review`, `approved`, `deployed` or `retired`.");
    assert.deepEqual(finding?.clauses, ["iso42001:A.6.1.3", "iso42001:A.6.2.2"]);
    assert.equal(finding?.severity, "error");
  });

  it("takes the words for ratings from the workspace's matrix", () => {
    const matrix = { likelihood: ["low", "high"], consequence: ["minor", "major"], levels: ["green", "red"], table: [["green", "green"], ["green", "red"]], appetite: "green" };
    const risk = "kind: security-risk\nrisks: [{ id: R-1, likelihood: ⟦possible⟧, consequence: major, level: ⟦medium⟧ }]\n";
    const [finding] = assertMarked("value-not-listed", risk, { profile: { matrix } });
    assert.match(finding?.message ?? "", /^`possible` is no value of “Likelihood” in the risk matrix\. Write `low` or `high`\.$/);
    assertMarked("value-not-listed", risk.replace(/[⟦⟧]/g, ""));
  });

  it("knows other words for the same treatment", () => {
    for (const [word, meant] of [["accept", "retain"], ["mitigate", "modify"], ["transfer", "share"]] as const) {
      const [finding] = assertMarked("value-not-listed", `kind: security-risk\nrisks: [{ id: R-1, treatment: { option: ⟦${word}⟧ } }]\n`);
      assert.match(finding?.message ?? "", new RegExp(`Did you mean \`${meant}\`\\?`));
    }
  });

  it("knows other words for the state of a model, and what a word is short for", () => {
    for (const [word, meant] of [["live", "deployed"], ["in production", "deployed"], ["no longer in use", "retired"], ["draft", "in_development"]] as const) {
      const [finding] = assertMarked("value-not-listed", `kind: model-card\nstatus: ⟦${word}⟧\n`);
      assert.match(finding?.message ?? "", new RegExp(`Did you mean \`${meant}\`\\?`));
    }
    const [finding] = assertMarked("value-not-listed", "kind: clausewise\nrules: { placeholder: ⟦warn⟧ }\n");
    assert.match(finding?.message ?? "", /Did you mean `warning`\?/);
  });

  it("says when the matrix is the default one", () => {
    assert.match(assertMarked("value-not-listed", "kind: security-risk\nrisks: [{ id: R-1, likelihood: ⟦medium⟧ }]\n")[0]?.message ?? "", /“Likelihood” in the default risk matrix/);
  });

  it("looks at every entry of a list", () => {
    assertMarked("value-not-listed", "kind: security-risk\nrisks: [{ id: R-1, affects: [integrity, ⟦money⟧] }]\n");
  });

  it("underlines text in JSON with its quotes", () => {
    assertMarked("value-not-listed", '{ "kind": "model-card", "status": ⟦"live"⟧ }', { language: "json" });
  });

  it("knows the kind that a file was chosen to be", () => {
    const [finding] = assertMarked("value-not-listed", "kind: ⟦model-cart⟧\n", { kind: "model-card" });
    assert.match(finding?.message ?? "", /Did you mean `model-card`\?$/);
  });

  it("is quiet about values of the list and about stand-ins", () => {
    assertMarked("value-not-listed", "kind: security-risk\nrisks: [{ id: R-1, likelihood: almost certain, consequence: TODO, level: '', treatment: { option: retain } }]\n");
  });
});
