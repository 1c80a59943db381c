import assert from "node:assert/strict";
import { advicePageUri, anyPageAt } from "../../src/reports/page-at";
import type { Answers } from "../../src/workspace/advice";
import { workspace } from "./workspace";

const context = { ...workspace({ "model-card.yaml": "kind: model-card\nid: scorer\nname: Scorer\n" }), pages: true };
const page = (uri: string) => anyPageAt(context, uri, "1.2.3");

describe("the pages of a workspace", () => {
  it("have the report, with links that an editor follows", () => {
    const html = page("clausewise:/report")?.html ?? "";
    assert.match(html, /<a href="file:\/\/\/w\/model-card\.yaml#L1,1-L1,17"/);
    assert.match(html, /<a href="clausewise:\/iso42001\/A\.9\.4">A\.9\.4 Intended use of the AI system<\/a>/);
  });

  it("have the advice that follows from answers", () => {
    const answers: Answers = { ai: true, people: true, information: false, security: false, aiDuty: false, suppliers: false };
    assert.equal(advicePageUri(answers), "clausewise:/advice?yynnnn");
    assert.match(page(advicePageUri(answers))?.html ?? "", /ISO\/IEC 42001: what you answer for is what your AI does\./);
    assert.match(page(advicePageUri(answers))?.html ?? "", /<a href="clausewise:\/standards\?iso42001">Write this answer to <code>clausewise\.yaml<\/code><\/a>/);
    assert.doesNotMatch(page("clausewise:/advice?nnnnnn")?.html ?? "", /clausewise:\/standards/);
    assert.equal(page("clausewise:/advice?yy"), undefined);
  });

  it("have those of clauses and rules", () => {
    assert.equal(page("clausewise:/iso42001/A.9.4")?.title, "A.9.4 Intended use of the AI system");
    assert.equal(page("clausewise:/rules/missing-field")?.title, "An expected field is missing");
    assert.equal(page("clausewise:/nothing"), undefined);
  });
});
