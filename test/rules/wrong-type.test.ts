import assert from "node:assert/strict";
import { assertMarked, fixed } from "./checked";

describe("wrong-type", () => {
  it("shows what a version without quotes became", () => {
    const [finding] = assertMarked("wrong-type", "kind: model-card\nversion: ⟦2.10⟧\n");
    assert.equal(finding?.message, "`2.10` is read as a number, but “Version” is text. Write `2.10.0`.");
    assert.equal(finding?.severity, "error");
    assert.ok(finding?.clauses.includes("iso27001:A.8.9"));
  });

  const cases: readonly [what: string, marked: string, message: RegExp][] = [
    ["a single value for a list", "kind: model-card\nlimitations: ⟦none known⟧\n", /is a list, but there is a single value here\. Write `\[none known\]`\.$/],
    ["a bare name for a list of entries", "kind: model-card\nowners: ⟦Risk team⟧\n", /Write `\[\{ name: Risk team \}\]`\.$/],
    ["a list for one text", "kind: model-card\n⟦name⟧: [Scorer]\n", /is one text, but there is a list here/],
    ["a number in quotes", "kind: model-card\nevaluation: { metrics: [{ name: auc, value: ⟦'0.8'⟧ }] }\n", /`0\.8` stands in quotes, so it is text\. Write `0\.8`\.$/],
    ["a number with its unit", "kind: model-card\nevaluation: { metrics: [{ name: auc, value: ⟦80 percent⟧ }] }\n", /Write the number alone, without unit or words\.$/],
    ["a comma for the decimal point", "kind: model-card\nevaluation: { metrics: [{ name: auc, value: ⟦'0,8'⟧ }] }\n", /Write `0\.8`\.$/],
    ["a percentage", "kind: model-card\nevaluation: { metrics: [{ name: auc, value: ⟦87.9%⟧ }] }\n", /because of the percent sign\. Write `0\.879`, or `87\.9` if the numbers beside it are percentages too\.$/],
    ["a number for one of several words", "kind: model-card\nstatus: ⟦3⟧\n", /Write `proposed`, `in_development`, .* or `retired`\.$/],
    ["a number for a word of the risk matrix", "kind: security-risk\nrisks: [{ id: R-1, likelihood: ⟦3⟧ }]\n", /Write `rare`, .* or `almost certain`\.$/],
    ["a year for a date", "kind: model-card\nreview: { next: ⟦2027⟧ }\n", /Write a date such as 2026-09-01\.$/],
    ["a digit for an id", "kind: model-card\nid: ⟦12⟧\n", /Put it in quotes: `"12"`\.$/],
    ["an entry that is only a name", "kind: model-card\nevaluation: { metrics: [⟦accuracy⟧] }\n", /^Each entry of “Metrics” has keys of its own/],
    ["a sentence for a group of keys", "kind: model-card\nintended_use: ⟦Rank applications⟧\n", /such as `primary_uses`, `users` or `domain`\.$/],
    ["a group of keys for a list", "kind: model-card\n⟦fairness⟧: { group: over 60 }\n", /Put it into a list as its first entry\.$/],
    ["text for true or false", "kind: statement-of-applicability\nentries: [{ applicable: ⟦'true'⟧ }]\n", /Write `true` without quotes\.$/],
  ];
  for (const [what, marked, message] of cases) {
    it(`reports ${what}`, () => assert.match(assertMarked("wrong-type", marked)[0]?.message ?? "", message));
  }

  it("underlines the key where the value runs over several lines", () => {
    assertMarked("wrong-type", "kind: model-card\n⟦limitations⟧: |\n  Self-declared income.\n  Young applicants.\n");
  });

  it("says how a document begins when there is a list or a sentence instead", () => {
    const [finding] = assertMarked("wrong-type", "⟦[a, b]⟧\n", { kind: "model-card" });
    assert.match(finding?.message ?? "", /Begin with `kind: model-card`\.$/);
  });

  it("finds it in JSON, with the quotes that JSON needs", () => {
    const [finding] = assertMarked("wrong-type", '{ "kind": "model-card", "version": ⟦2.1⟧ }', { language: "json" });
    assert.match(finding?.message ?? "", /Write `"2\.1\.0"`\.$/);
  });

  it("offers both numbers that a percentage may stand for, and neither of them unasked", () => {
    const text = "kind: model-card\nevaluation: { metrics: [{ name: auc, value: ⟦87.9%⟧ }] }\n";
    const fixes = assertMarked("wrong-type", text)[0]?.fixes ?? [];
    assert.deepEqual(fixes.map((fix) => [/value: (\S+)/.exec(fixed(text, fix))?.[1], fix.preferred]), [["0.879", false], ["87.9", false]]);
  });

  it("is quiet where the shapes are right, and about stand-ins", () => {
    assertMarked("wrong-type", "kind: model-card\nversion: '2.10.0'\nlimitations: [None known]\nowners: TODO\nevaluation: { metrics: [{ name: auc, value: TBD }] }\n");
  });
});
