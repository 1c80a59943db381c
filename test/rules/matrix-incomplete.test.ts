import assert from "node:assert/strict";
import { assertMarked } from "./checked";

const profile = (table: string) => `kind: clausewise
risk_matrix:
  likelihood: [unlikely, likely]
  consequence: [minor, major]
  levels: [low, high]
  table:
${table}  appetite: low
`;

describe("matrix-incomplete", () => {
  it("counts the levels of a row", () => {
    const [finding] = assertMarked("matrix-incomplete", profile("    unlikely: [low, low]\n    ⟦likely⟧: [low]\n"));
    assert.equal(finding?.message, "The row “likely” has 1 level for 2 consequences. Write one for each. Until the matrix is whole, the default one is used.");
    assert.deepEqual(finding?.clauses, ["iso42001:6.1.2", "iso27001:6.1.2"]);
    assert.equal(finding?.severity, "error");
  });

  it("names the row that is misspelt, once", () => {
    assert.match(assertMarked("matrix-incomplete", profile("    unlikely: [low, low]\n    ⟦likly⟧: [low, high]\n"))[0]?.message ?? "", /is not one of the likelihoods\. Did you mean “likely”\?/);
  });

  it("names the row that is not there", () => {
    const text = profile("    unlikely: [low, low]\n").replace("table", "⟦table⟧");
    assert.match(assertMarked("matrix-incomplete", text)[0]?.message ?? "", /^The table has no row for “likely”\./);
  });

  it("points at a level that is on no scale", () => {
    assertMarked("matrix-incomplete", profile("    unlikely: [low, ⟦hihg⟧]\n    likely: [low, high]\n"));
    assertMarked("matrix-incomplete", profile("    unlikely: [low, low]\n    likely: [low, high]\n").replace("appetite: low", "appetite: ⟦none⟧"));
  });

  it("names the parts that are missing, and no other rule does", () => {
    const text = "kind: clausewise\n⟦risk_matrix⟧: { likelihood: [unlikely, likely], appetite: low }\n";
    assert.match(assertMarked("matrix-incomplete", text)[0]?.message ?? "", /^The risk matrix has no `consequence`, `levels` and `table`\./);
    assertMarked("missing-field", text.replace(/[⟦⟧]/g, ""));
  });

  it("finds it in JSON", () => {
    assertMarked("matrix-incomplete", '{ "kind": "clausewise", "risk_matrix": { "likelihood": ["a"], "consequence": ["b"], "levels": ["c"], "table": { "a": [⟦"d"⟧] }, "appetite": "c" } }', { language: "json" });
  });

  it("is quiet about a whole matrix, and about an appetite on the default one", () => {
    assertMarked("matrix-incomplete", profile("    unlikely: [low, low]\n    likely: [low, high]\n"));
    assertMarked("matrix-incomplete", "kind: clausewise\nrisk_matrix: { appetite: high }\n");
  });
});
