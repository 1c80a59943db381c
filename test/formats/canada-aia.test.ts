import assert from "node:assert/strict";
import { mayBeDocument } from "../../src/formats/glance";
import { findingsOf } from "../rules/checked";
import { read, recognised, said } from "./read";

const FILE = `{
  "version": "0.10.0",
  "currentPage": 3,
  "data": {
    "projectDetailsTitle": "Parcel claims",
    "projectDetailsRespondent": "Ada",
    "projectDetailsDescription": "Sorts claims for lost parcels.",
    "businessDrivers3": "Claims wait for six weeks.",
    "impact9": "item2-2",
    "impact10": "A claim may be turned down.",
    "impact13": "item3-3",
    "aboutDataSource1": "item1-4",
    "fairnessDesign13A": ""
  },
  "translationsOnResult": {}
}
`;
const path = "AIA Results.json";

describe("answers to Canada's Algorithmic Impact Assessment", () => {
  it("are read into the fields of an impact assessment", () => {
    const reading = read(path, FILE, "json");
    assert.equal(reading.format.id, "canada-aia");
    assert.ok(mayBeDocument(path, FILE));
    assert.deepEqual(said(reading), {
      title: "Parcel claims",
      "system.name": "Parcel claims",
      "system.description": "Sorts claims for lost parcels.",
      "system.purpose": "Claims wait for six weeks.",
      "assessors[0].name": "Ada",
      intended_uses: ["Claims wait for six weeks."],
      "impacts[0].dimension": "fundamental_rights",
      "impacts[0].severity": "moderate",
      "impacts[0].description": "A claim may be turned down.",
      "impacts[1].dimension": "financial",
      "impacts[1].severity": "high",
      "impacts[1].description": "empty",
      "data.personal_data": true,
      complaint_mechanism: "empty",
    });
  });

  it("are told of questions without an answer: those left blank, and ratings without their reasons", () => {
    const found = findingsOf("empty-field", FILE, { language: "json", path });
    assert.deepEqual(found.map(({ field }) => field), ["impacts[1].description", "complaint_mechanism"]);
  });

  it("are not seen in every file that a questionnaire saves", () => {
    assert.equal(recognised("results.json", `{ "version": 1, "currentPage": 2, "data": { "question1": "item1" } }`, "json").kind, undefined);
  });
});
