import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const assessment = (impact: string, measures = "") => `kind: impact-assessment\nimpacts:\n  - { ${impact} }\n${measures}`;

describe("impact-without-measure", () => {
  it("asks for the measure that answers a high impact", () => {
    const [finding] = assertMarked("impact-without-measure", assessment("id: ⟦I-1⟧, type: harm, level: high"));
    assert.equal(finding?.message, "The level is “high”, but no measure answers this impact. Add a measure that names “I-1” under `impacts`.");
    assert.deepEqual(finding?.clauses, ["iso42001:6.1.3", "iso42001:8.3", "iso42001:A.5.2"]);
    assert.equal(finding?.severity, "warning");
  });

  it("goes by the severity where there is no level", () => {
    const [finding] = assertMarked("impact-without-measure", assessment("description: ⟦Refusal without a reason⟧, severity: severe"));
    assert.match(finding?.message ?? "", /^The severity is “severe”.* Give the impact an `id`/);
  });

  it("does not count a measure against another impact", () => {
    assertMarked("impact-without-measure", assessment("id: ⟦I-1⟧, level: high", "measures: [{ what: Explain refusals, impacts: [I-2] }]\n"));
  });

  it("finds it in front matter", () => {
    assertMarked("impact-without-measure", `---\n${assessment("id: ⟦I-1⟧, level: critical")}---\n# Assessment\n`, { language: "markdown" });
  });

  it("is quiet about an impact that is answered, by name or by a measure for all", () => {
    assertMarked("impact-without-measure", assessment("id: I-1, level: high", "measures: [{ what: Explain refusals, impacts: [I-1] }]\n"));
    assertMarked("impact-without-measure", assessment("id: I-1, level: high", "measures: [{ what: Explain refusals }]\n"));
    assertMarked("impact-without-measure", assessment("id: I-1, level: high", "measures: TODO\n"));
  });

  it("is quiet about benefits and about what is rated lower", () => {
    assertMarked("impact-without-measure", assessment("id: I-1, type: benefit, level: high"));
    assertMarked("impact-without-measure", assessment("id: I-1, level: medium"));
  });
});
