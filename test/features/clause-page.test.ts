import assert from "node:assert/strict";
import { pageAt, pageTextAt } from "../../src/features/page";
import { opened } from "./opened";

const CARD = "kind: model-card\nid: scorer\nname: Credit scorer\nintended_use:\n  primary_uses: [Rank applications]\n  out_of_scope_uses: [TODO]\n";

const page = (files: Readonly<Record<string, string>>, ref = "iso42001/A.9.4") => {
  const found = pageAt(opened(files), `clausewise:/${ref}`);
  assert.ok(found);
  return found;
};

describe("the page of a clause", () => {
  it("says how far the clause is covered", () => {
    assert.match(page({ "a.yaml": CARD }).html, /<strong>Partly evidenced\.<\/strong> \d+ fields · \d+ gaps? in this workspace/);
  });

  it("leads to the exact words of the evidence", () => {
    assert.ok(page({ "a.yaml": CARD }).html.includes('href="file:///w/a.yaml#L5,3-L5,15"'));
  });

  it("lists the open findings under the clause with their rule", () => {
    const { html } = page({ "a.yaml": CARD });
    assert.match(html, /<h2>Open findings<\/h2>/);
    assert.match(html, /href="file:\/\/\/w\/a\.yaml#L6,\d+-L6,\d+">a\.yaml:6<\/a>.*clausewise:\/rules\/placeholder/);
  });

  it("lists where the workspace names it", () => {
    const { html } = page({ "notes.md": "# Notes\n\nSee ISO/IEC 42001 A.9.4 twice, and\niso42001:A.9.4.\n" });
    assert.match(html, /<h2>Named in 2 places<\/h2>/);
    assert.ok(html.includes('href="file:///w/notes.md#L4,1-L4,15"'), html);
  });

  it("says why a control does not apply, and where that is said", () => {
    const statement = "kind: statement-of-applicability\nstandard: iso27001\nentries:\n  - control: A.7.4\n    applicable: false\n    justification: No premises <of our own>\n";
    assert.match(page({ "s.yaml": statement }, "iso27001/A.7.4").html, /<strong>Not applicable\.<\/strong> No premises &lt;of our own&gt; <a href="file:\/\/\/w\/s\.yaml#L4,/);
  });

  it("is plain text too", () => {
    const text = pageTextAt(opened({ "a.yaml": CARD }), "clausewise:/iso42001/A.9.4") ?? "";
    assert.match(text, /^# A\.9\.4 /);
    assert.match(text, /\n## Evidence in this workspace\n/);
    assert.doesNotMatch(text, /<\w|&amp;|\n{3}/);
  });
});
