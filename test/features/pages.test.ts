import assert from "node:assert/strict";
import { clauseList } from "../../src/features/clause-list";
import { pageAt } from "../../src/features/page";
import { clausePageUri, rulePageUri } from "../../src/features/page-address";
import { allRules } from "../../src/rules/rules";
import { catalogue } from "../../src/standards/catalogue";
import { opened, ROOT } from "./opened";

const CARD = "kind: model-card\nintended_use:\n  primary_uses: [Rank applications]\n";
const page = (uri: string, files: Record<string, string> = {}) => pageAt(opened(files), uri)?.html ?? "";

/** Tags that are opened and not closed, or the other way round. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

describe("the pages", () => {
  const context = opened({ "a.yaml": CARD });
  const addresses = [...clauseList(context).map((clause) => clause.page), ...allRules.map((rule) => rulePageUri(rule.id))];

  it("exist for every clause and every rule, well formed, with links that lead somewhere", () => {
    for (const uri of addresses) {
      const { html = "", title = "" } = pageAt(context, uri) ?? {};
      assert.ok(title !== "" && html.includes("<h1>"), uri);
      assert.deepEqual(unbalanced(html), [], uri);
      for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g)) {
        assert.ok(href.startsWith(`${ROOT}/`) || href.startsWith("https://www.iso.org/") || addresses.includes(href), `${uri} leads to ${href}`);
      }
      assert.doesNotMatch(html, /undefined|\[object|<script|<style|\son\w+=/, uri);
    }
  });

  it("show as code what the rules write between backticks", () => {
    assert.match(page(rulePageUri("level-not-from-matrix")), /the matrix in <code>clausewise\.yaml<\/code>\./);
    assert.match(page("clausewise:/iso42001/A.9.4", { "a.yaml": CARD }), /Add <code>out_of_scope_uses<\/code>\./);
    for (const uri of addresses) assert.doesNotMatch(page(uri).replace(/<pre>[^]*?<\/pre>/g, ""), /`/, uri);
  });

  it("never claim conformity", () => {
    for (const uri of addresses) assert.doesNotMatch(page(uri).replace(/not a statement of conformity/g, ""), /\bconform(?:s|ity|ant)? (?:to|with)\b|\bcertified\b|\bis compliant\b/i, uri);
  });
});

describe("the page of a clause", () => {
  const html = page("clausewise:/iso42001/A.9.4", { "cards/a.yaml": CARD });

  it("says where it stands, what it is after, and what evidence looks like", () => {
    assert.match(html, /ISO\/IEC 42001:2023 · Annex A · <a href="clausewise:\/iso42001\/A\.9">A\.9 Use of AI systems<\/a>/);
    const clause = catalogue.clause("iso42001:A.9.4");
    assert.ok(clause && html.includes(clause.note) && html.includes(clause.evidence));
  });

  it("shows the evidence and the gaps of this workspace, each a click away", () => {
    assert.match(html, new RegExp(`<h2>Evidence in this workspace</h2>[^]*Primary uses[^]*href="${ROOT}/cards/a.yaml#L3,3-L3,15">a.yaml:3</a>[^]*<h2>Gaps</h2>[^]*Out-of-scope uses[^]*#L2,1-L2,13[^]*missing`));
  });

  it("says so when these documents cannot evidence it", () => assert.match(page("clausewise:/iso42001/A.2.2"), /Not evidenced by these documents/));

  it("escapes what stands in the workspace", () => {
    const text = "kind: security-risk\nrisks:\n  - id: <b>&\n    owner: Lead\n";
    assert.match(page("clausewise:/iso27001/5.3", { "a.yaml": text }), /Risk owner · &lt;b&gt;&amp;/);
  });

  it("shows the licence holder's text where there is one", () => {
    const clause = { ...catalogue.clause("iso42001:A.9.4"), text: "First.\n\nSecond <x>." } as NonNullable<ReturnType<typeof catalogue.clause>>;
    const own = { ...catalogue, clause: (ref: string) => (ref === clause.ref ? clause : catalogue.clause(ref)) };
    assert.match(pageAt({ ...opened({}), catalogue: own }, clausePageUri(clause.ref))?.html ?? "", /<p>First\.<\/p><p>Second &lt;x&gt;\.<\/p>/);
  });
});

describe("the page of a rule", () => {
  it("shows why, what to do, both examples, its clauses, and how to set and silence it", () => {
    const html = page("clausewise:/rules/review-overdue");
    for (const part of ["Why it matters", "What to do", "Reported", "Right", "clausewise:/iso42001/9.1", "review-overdue: information", "clausewise-disable-next-line review-overdue -- "]) assert.ok(html.includes(part), part);
  });
});

describe("an address", () => {
  it("is read as editors write it", () => {
    for (const uri of ["clausewise:/iso42001/A.9.4", "clausewise:///iso42001/A.9.4", "clausewise://iso42001/A.9.4"]) assert.match(page(uri), /A\.9\.4/, uri);
  });

  for (const uri of ["clausewise:/iso42001/A.99", "clausewise:/rules/none", "clausewise:/", "file:///iso42001/A.9.4", "clausewise:/iso42001/A.9.4/more"]) {
    it(`has no page at ${uri}`, () => assert.equal(pageAt(opened({}), uri), undefined));
  }
});
