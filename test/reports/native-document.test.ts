import assert from "node:assert/strict";
import { nativeDocument } from "../../src/reports/native-document";
import { read, said } from "../formats/read";
import { findingsOf } from "../rules/checked";

const CARD = "# Model Card: Parcel sorter\n\n**Version:** 1.2.0\n\n**Status:** hatched\n\n## Intended use\n\n- Sort parcels: by size\n\n## Limitations\n\n- Poor on foil\n\n## Metrics\n\n| Metric | Value |\n|---|---|\n| Accuracy | 97.1% |\n\n## Zorg\n\nSomething else.\n";

describe("a document in our own shape", () => {
  it("says what the other one says, and tells what it cannot say", () => {
    const reading = read("MODEL_CARD.md", CARD);
    const { text, lost } = nativeDocument(reading, "yaml");
    const { status, ...before } = said(reading);
    assert.equal(status, "hatched");
    assert.deepEqual(said(read("x.yaml", text, "yaml")), { kind: "model-card", id: "parcel-sorter", ...before });
    assert.deepEqual(lost.map((one) => one.slice(0, 14)), ["“Zorg” is not ", "“hatched” is n"]);
    assert.deepEqual([...findingsOf("wrong-type", text), ...findingsOf("value-not-listed", text), ...findingsOf("unknown-field", text)], []);
  });

  it("loses nothing of one that is in our own shape already, in YAML or JSON", () => {
    const text = "kind: security-risk\nid: parcels\nrisks:\n  - id: R1\n    title: Labels are swapped\n    treatment:\n      option: modify\n      actions:\n        - what: Scan twice\n          due: 2027-01-31\n";
    const reading = read("a.yaml", text, "yaml");
    assert.deepEqual(nativeDocument(reading, "yaml"), { text, lost: [] });
    assert.deepEqual(said(read("a.json", nativeDocument(reading, "json").text, "json")), said(reading));
  });

  it("is made of a register in a table of values", () => {
    const reading = read("risk_register.csv", "ID,Risk,Likelihood,Impact,Due\nR1,Labels,High,Low,soon\n", "csv");
    const { text, lost } = nativeDocument(reading, "yaml");
    assert.match(text, /^kind: security-risk\nrisks:\n {2}- id: R1\n {4}title: Labels\n/);
    assert.equal(lost.length, 1);
    assert.match(lost[0] ?? "", /“soon” is none of the answers/);
  });
});
