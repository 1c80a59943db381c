import assert from "node:assert/strict";
import { coverageCsv } from "../../src/reports/coverage-output";
import { csvText } from "../../src/reports/csv";
import { coverageOf } from "../../src/workspace/coverage";
import { workspace } from "./workspace";

describe("a table for spreadsheets", () => {
  it("quotes what would break a row", () => assert.equal(csvText([["a,b", 'c"d', "e\nf", 1]]), '"a,b","c""d","e\nf",1\r\n'));

  it("makes text of what a spreadsheet would run", () => assert.equal(csvText([["=1+1", "@x", "-5", "+1"]]), "'=1+1,'@x,-5,'+1\r\n"));

  it("of the coverage has a row per clause, with the places", () => {
    const source = workspace({ "model-card.yaml": "kind: model-card\nid: scorer\nname: Scorer\n" });
    const rows = coverageCsv(source, coverageOf(source.index, source.catalogue)).split("\r\n");
    assert.equal(rows.length, 1 + 70 + 123 + 1);
    assert.ok(rows.includes("ISO/IEC 42001:2023,A.9.4,Intended use of the AI system,control,missing,0,1,"), rows.find((row) => row.includes("A.9.4")));
    assert.match(rows.find((row) => row.includes(",A.6.2.7,")) ?? "", /partly,1,\d+,model-card\.yaml:3$/);
  });
});
