import assert from "node:assert/strict";
import { readRecords } from "../../src/documents/csv";
import { mayBeDocument } from "../../src/formats/glance";
import { assertMarked, check, findingsOf, fixed } from "../rules/checked";
import { read, recognised, said, wordsAt } from "./read";

const path = "risk_register.csv";
const setting = { language: "csv", path } as const;
const REGISTER = "Risk ID,Risk,L (1-5),I (1-5),Score,Owner,Due,Response\nR1,Labels are swapped,2,3,6,Depot lead,2027-01-31,Mitigate: scan twice\nR2,\"Camera fails, then\nthe belt stops\",3,4,12,\"The \"\"camera\"\" team\",2027-02-28,Accept\n";

describe("a table of values", () => {
  it("is read cell by cell, with the place of each", () => {
    const { records, delimiter } = readRecords('\ufeffa;"b ""c""\r\nd";  e \r\n;;\r\n');
    assert.equal(delimiter, ";");
    assert.deepEqual(records.map(({ cells }) => cells.map((cell) => cell.text)), [["a", 'b "c" d', "e"], ["", "", ""]]);
    assert.deepEqual(records[0]?.cells.map((cell) => cell.span), [{ start: 1, end: 2 }, { start: 4, end: 14 }, { start: 18, end: 19 }]);
  });

  it("with a quote that nothing closes is read to its end, and says so", () => {
    const text = REGISTER.replace('"Camera', '⟦"⟧Camera').replace("The \"\"camera\"\" team", "team").replace(',"team"', ",team").replace("then\nthe belt stops\"", "then,3,4,12");
    const open = text.replace(/[⟦⟧]/g, "");
    assert.equal(readRecords(open).records.length, 3);
    assert.deepEqual(check(open, setting).filter(({ rule }) => rule === "syntax-error").map(({ span }) => open.slice(span.start, span.start + 7)), ['"Camera']);
  });
});

describe("a risk register in a table of values", () => {
  it("is read, quoted cells and all", () => {
    const reading = read(path, REGISTER, "csv");
    assert.equal(reading.format.id, "csv-risk-register");
    assert.deepEqual(said(reading), {
      "risks[0].id": "R1",
      "risks[0].title": "Labels are swapped",
      "risks[0].likelihood": "2",
      "risks[0].consequence": "3",
      "risks[0].owner": "Depot lead",
      "risks[0].due": "2027-01-31",
      "risks[0].treatment.option": "modify",
      "risks[0].treatment.actions[0].what": "scan twice",
      "risks[1].id": "R2",
      "risks[1].title": "Camera fails, then the belt stops",
      "risks[1].likelihood": "3",
      "risks[1].consequence": "4",
      "risks[1].owner": 'The "camera" team',
      "risks[1].due": "2027-02-28",
      "risks[1].treatment.option": "retain",
    });
    assert.equal(wordsAt(reading, "risks[1].owner"), 'The ""camera"" team');
  });

  it("may have a byte order mark, Windows line endings, semicolons, tabs or a title above its header", () => {
    const plain = said(read(path, "\ufeffRisk;Impact;Owner\r\nLabels;High;Depot lead\r\n", "csv"));
    assert.deepEqual(plain, { "risks[0].title": "Labels", "risks[0].consequence": "High", "risks[0].owner": "Depot lead" });
    assert.deepEqual(said(read("risks.tsv", "Risk\tImpact\tOwner\nLabels\tHigh\tDepot lead\n", "csv")), plain);
    const titled = said(read(path, "Risk register: Parcel sorter,,\n,,\nRisk,Impact,Owner\nLabels,High,Depot lead\n", "csv"));
    assert.deepEqual(titled, { title: "Risk register: Parcel sorter", scope: "Parcel sorter", ...plain });
  });

  it("has its findings at the exact cell, and gets right again without new quotes", () => {
    const marked = REGISTER.replace(",12,", ',"⟦15⟧",');
    assertMarked("score-not-product", marked, setting);
    const [wrong] = findingsOf("score-not-product", marked.replace(/[⟦⟧]/g, ""), setting);
    assert.equal(fixed(marked.replace(/[⟦⟧]/g, ""), wrong?.fixes[0]), REGISTER.replace(",12,", ',"12",'));
  });

  it("gets a column for what its risks lack, written as its cells are", () => {
    const text = '"Risk","Impact"\r\n"Labels","High"\r\n';
    const [missing] = findingsOf("missing-essentials", text, setting);
    assert.equal(fixed(text, missing?.fixes[0]), '"Risk","Impact","Risk owner","Likelihood","Option"\r\n"Labels","High","TODO","TODO","TODO"\r\n');
  });

  it("shows the columns that it does not understand", () => {
    assert.deepEqual(read(path, "Risk,Impact,Zorg\nLabels,High,x\n", "csv").unmapped.map(({ name }) => name.text), ["Zorg"]);
  });
});

describe("a statement of applicability in a table of values", () => {
  it("is read with one entry per control", () => {
    const text = "Control ID,Control Name,Applicable,Justification,Status\nA.5.1,Policies,Yes,Contract,Implemented\nA.5.2,Roles,No,,\nA.5.3,Duties,Yes,Law,Planned\n";
    const reading = read("docs/soa.csv", text, "csv");
    assert.equal(reading.format.id, "csv-statement-of-applicability");
    assert.deepEqual(
      Object.entries(said(reading)).filter(([name]) => /\[1\]|standard/.test(name)),
      [["standard", "iso27001"], ["entries[1].control", "iso27001:A.5.2"], ["entries[1].applicable", false], ["entries[1].justification", "empty"]],
    );
    assert.deepEqual(findingsOf("empty-field", text, { language: "csv", path: "docs/soa.csv" }).map(({ field }) => field), ["entries[1].justification"]);
  });
});

describe("recognition of tables of values", () => {
  it("leaves data alone, whatever its name", () => {
    assert.equal(recognised(path, "Territory,Armies\nAlaska,3\n", "csv").kind, undefined);
    assert.equal(recognised("soa.csv", "Layout,ns\nSoA,5.1\nAoS,9.3\n", "csv").kind, undefined);
    assert.equal(recognised("data/scores.csv", REGISTER, "csv").kind, undefined);
    assert.equal(recognised(path, "", "csv").kind, undefined);
    assert.ok(mayBeDocument(path, REGISTER));
  });

  it("reads columns that a program named", () => {
    const reading = read("risk_register.csv", "riskId,riskTitle,likelihood,impact,riskOwner,dueDate\nR1,Foil,2,3,Depot lead,2026-12-01\n", "csv");
    assert.deepEqual(said(reading), { "risks[0].id": "R1", "risks[0].title": "Foil", "risks[0].likelihood": "2", "risks[0].consequence": "3", "risks[0].owner": "Depot lead", "risks[0].due": "2026-12-01" });
  });
});
