import assert from "node:assert/strict";
import { assertMarked, check } from "./checked";

describe("bad-format", () => {
  const cases: readonly [marked: string, message: RegExp][] = [
    ["kind: model-card\nversion: ⟦v2.1⟧\n", /is not a semantic version such as 2\.1\.0, which “Version” wants\. Did you mean `2\.1\.0`\?$/],
    ["kind: model-card\nversion_date: ⟦1 September 2026⟧\n", /is not a date such as 2026-09-01.*Did you mean `2026-09-01`\?$/],
    ["kind: model-card\nversion_date: ⟦2026-02-30⟧\n", /The calendar has no such day\.$/],
    ["kind: model-card\nversion_date: ⟦01/02/2026⟧\n", /is not a date such as 2026-09-01, which “Version date” wants\. Did you mean `2026-02-01` or `2026-01-02`\?$/],
    ["kind: model-card\nowners: [{ name: Risk team, contact: ⟦risk team at example⟧ }]\n", /is not an e-mail address such as team@example\.com/],
    ["kind: model-card\nid: ⟦credit scorer⟧\n", /without blanks.*Did you mean `credit-scorer`\?$/],
    ["kind: clausewise\nreview_interval: ⟦6 months⟧\n", /is not a duration such as P6M for six months/],
    ["kind: security-risk\nrisks: [{ id: R-1, atlas_techniques: [⟦T0020⟧] }]\n", /Did you mean `AML\.T0020`\?$/],
    ["kind: security-risk\nrisks: [{ id: R-1, treatment: { controls: [⟦ISO 27001 A.8.15⟧] } }]\n", /is not a control with its standard.*Did you mean `iso27001:A\.8\.15`\?$/],
    ["kind: security-risk\nrisks: [{ id: R-1, treatment: { controls: [⟦A.5.10⟧] } }]\n", /Did you mean `iso27001:A\.5\.10`\?$/],
    ["kind: security-risk\nrisks: [{ id: R-1, treatment: { controls: [⟦A.5.2⟧] } }]\n", /Did you mean `iso42001:A\.5\.2` or `iso27001:A\.5\.2`\?$/],
    ["kind: statement-of-applicability\nstandard: iso42001\nentries: [{ control: ⟦A.5.2⟧ }]\n", /Did you mean `iso42001:A\.5\.2`\?$/],
    ["kind: statement-of-applicability\nstandard: iso27001\nentries: [{ control: ⟦'5.10'⟧ }]\n", /Did you mean `iso27001:A\.5\.10`\?$/],
    ["kind: statement-of-applicability\nstandard: iso42001\nentries: [{ control: ⟦A.5.10⟧ }]\n", /which “Control” wants\.$/],
  ];
  for (const [marked, message] of cases) {
    it(`reports ${/⟦(.*)⟧/.exec(marked)?.[1]}`, () => {
      const [finding] = assertMarked("bad-format", marked);
      assert.match(finding?.message ?? "", message);
      assert.equal(finding?.severity, "error");
    });
  }

  it("makes no safe repair of a control whose standard was not named", () => {
    const fixesOf = (control: string) => check(`kind: security-risk\nrisks: [{ id: R-1, treatment: { controls: [${control}] } }]\n`, { only: "risks[0].treatment.controls" }).flatMap(({ fixes }) => fixes);
    assert.deepEqual(fixesOf("A.5.10").map(({ preferred, safe = false }) => ({ preferred, safe })), [{ preferred: true, safe: false }]);
    assert.deepEqual(fixesOf("ISO 27001 A.5.10").map(({ preferred, safe }) => ({ preferred, safe })), [{ preferred: true, safe: true }]);
  });

  it("carries the clauses of the field", () => {
    const [finding] = assertMarked("bad-format", "kind: model-card\nreview: { last: 2026-09-01, next: ⟦soon⟧ }\n");
    assert.deepEqual(finding?.clauses, ["iso42001:7.5.2", "iso42001:7.5.3", "iso27001:7.5.2", "iso42001:9.1"]);
  });

  it("underlines text with its quotes", () => {
    assertMarked("bad-format", '{ "kind": "model-card", "version_date": ⟦"2026/01/02"⟧ }', { language: "json" });
  });

  it("is quiet about what has its form, and about stand-ins", () => {
    assertMarked("bad-format", "kind: model-card\nid: Größe-1.2_b\nversion: 2.1.0-rc.1+build.5\nversion_date: 2024-02-29\nowners: [{ name: A, contact: team@example.com }, { name: B, contact: TODO }]\n");
  });
});
