import assert from "node:assert/strict";
import { githubAnnotations } from "../../src/reports/github";
import { cardWith, reported } from "./reported";

describe("the annotations for GitHub", () => {
  it("stand at the words, with the rule as title and the clauses behind the sentence", () => {
    const text = githubAnnotations([reported("cards/model-card.yaml", cardWith("status: deploid\n"))]);
    assert.match(text, /^::error file=cards\/model-card\.yaml,line=10,endLine=10,col=9,endColumn=15,title=Clausewise value-not-listed::.*deployed.* \(ISO\/IEC 42001 A\.6\.1\.3, ISO\/IEC 42001 A\.6\.2\.2\)\n$/);
  });

  it("escape what would end a property or the line", () => {
    const text = githubAnnotations([reported("a,b:c%/model-card.yaml", cardWith("status: deploid\n"))]);
    assert.match(text, /file=a%2Cb%3Ac%25\/model-card\.yaml,line=/);
    assert.equal(text.trimEnd().split("\n").length, 1);
  });
});
