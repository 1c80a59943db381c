import assert from "node:assert/strict";
import { catalogue } from "../../src/standards/catalogue";
import { displayReference, findClauses, parseReference } from "../../src/standards/reference";

describe("a clause reference", () => {
  const spellings: readonly [text: string, standard: string | undefined, id: string][] = [
    ["iso42001:A.6.2.4", "iso42001", "A.6.2.4"],
    ["ISO/IEC 42001:2023 A.6.2.4", "iso42001", "A.6.2.4"],
    ["ISO 42001 Annex A.6.2.4", "iso42001", "A.6.2.4"],
    ["ISO42001.A.6.2.4", "iso42001", "A.6.2.4"],
    ["ISO-IEC 42001 A-6-2-4", "iso42001", "A.6.2.4"],
    ["ISO 42001 B.6.2.3", "iso42001", "A.6.2.3"],
    ["42001 6.1.2", "iso42001", "6.1.2"],
    ["ISO/IEC 42001 Clause 6.1.2", "iso42001", "6.1.2"],
    ["ISO 27001:2022 5.7", "iso27001", "A.5.7"],
    ["ISO/IEC 27001:2022 Annex A 8.15", "iso27001", "A.8.15"],
    ["iso27001:A.8.15", "iso27001", "A.8.15"],
    ["ISO27001 A.14.2.1", "iso27001", "A.14.2.1"],
    ["A.6.2.4", undefined, "A.6.2.4"],
    ["a.6.2.4", undefined, "A.6.2.4"],
    ["A-6-2-4", undefined, "A.6.2.4"],
    ["Annex A 8.15", undefined, "A.8.15"],
    ["Clause 6.1.2", undefined, "6.1.2"],
    ["§6.1.4", undefined, "6.1.4"],
    ["10.2", undefined, "10.2"],
  ];
  for (const [text, standard, id] of spellings) {
    it(`is read from “${text}”`, () => assert.deepEqual(parseReference(text), { standard, id }));
  }

  for (const text of ["", "Logging", "ISO/IEC 42001", "v", "Article 35", "A.", "GDPR 5.1"]) {
    it(`is not read from “${text}”`, () => assert.equal(parseReference(text), undefined));
  }

  it("without a standard finds the clause in each standard that has the number", () => {
    assert.deepEqual(findClauses("6.1.2", catalogue).map((clause) => clause.ref), ["iso42001:6.1.2", "iso27001:6.1.2"]);
  });

  it("finds the control when people leave out Annex A and no clause has the number", () => {
    assert.deepEqual(findClauses("ISO 27001:2022 5.7", catalogue).map((clause) => clause.ref), ["iso27001:A.5.7"]);
  });

  it("prefers the clause over the control of the same number", () => {
    assert.deepEqual(findClauses("ISO 27001 5.1", catalogue).map((clause) => clause.ref), ["iso27001:5.1"]);
  });

  it("finds nothing for a number that neither standard has", () => {
    assert.deepEqual(findClauses("A.19.1", catalogue), []);
  });

  it("is shown with the name of its standard", () => {
    assert.equal(displayReference("iso42001:A.6.2.4"), "ISO/IEC 42001 A.6.2.4");
  });
});
