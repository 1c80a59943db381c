import assert from "node:assert/strict";
import { report, reportFile } from "../../src/reports/report/report";
import { html } from "../../src/features/html-text";
import { breakable } from "../../src/reports/report/table";
import { workspace } from "./workspace";

const register = `kind: security-risk
id: risks
scope: Scorer <&>
owner: Security officer
review: { last: 2026-01-01, next: 2026-11-20 }
risks:
  - id: R-001
    title: Poisoned feed
    owner: Data lead
    likelihood: possible
    consequence: major
    treatment: { option: modify, actions: [{ what: Sign the files, owner: Platform, due: 2026-12-01, status: in_progress }, { what: Tell the partner, owner: Platform, due: 2026-10-01, status: done }] }
    residual: { likelihood: rare, consequence: major }
  - { id: R-002, title: Borne one, owner: Data lead, likelihood: likely, consequence: severe, treatment: { option: retain }, status: accepted, acceptance: { by: Head, date: 2026-01-01, until: 2027-06-01 } }
`;
const files = { "clausewise.yaml": "organisation: Bank <b>\nscope: Lending\n", "risks.yaml": register, "model-card.yaml": "kind: model-card\nid: scorer\nname: Scorer\nstatus: gone\n" };
const file = reportFile(workspace(files));

/** The text of a section, without its tags. */
function section(id: string): string {
  const from = file.indexOf(`id="${id}"`);
  assert.ok(from > 0, `there is no section ${id}`);
  const end = file.indexOf("<h2", from);
  return file.slice(from + id.length + 5, end < 0 ? undefined : end).replace(/<wbr>/g, "").replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim();
}

describe("the report", () => {
  it("lets long words break behind a mark and nowhere else, and keeps the line with the end of the name", () => {
    assert.equal(html`${breakable("credit-scorer.model-card.yaml:21")}`.html, "credit-<wbr>scorer.<wbr>model-<wbr>card.<wbr>yaml:21");
    assert.equal(html`${breakable("Applicable to <b> alone")}`.html, "Applicable to &lt;b&gt; alone");
    assert.equal(html`${breakable(`a ${"x".repeat(40)}`)}`.html, `a ${"x".repeat(16)}<wbr>${"x".repeat(16)}<wbr>${"x".repeat(8)}`);
  });

  it("is one file that loads and runs nothing", () => {
    assert.match(file, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.deepEqual(file.match(/<script|\ssrc=|<link|@import|url\((?!#)|\son[a-z]+=/gi), null);
  });

  it("says whose it is, what it is about and of when", () => {
    const header = /<header>([\s\S]*?)<\/header>/.exec(file)?.[1] ?? "";
    assert.match(header, /Bank &lt;b&gt;.*Lending.*2026-11-24/s);
  });

  it("says so where not all files were read", () => {
    assert.match(file, /Not all files were read/);
    const whole = workspace(files);
    whole.index.setWhole(true);
    assert.doesNotMatch(reportFile(whole), /Not all files were read/);
  });

  it("escapes what people wrote", () => assert.doesNotMatch(file, /<b>|<&>/));

  it("shows both standards side by side, counting what is within reach alone", () => {
    assert.equal(file.match(/<section class="card">/g)?.length, 2);
    assert.match(section("summary"), /ISO\/IEC 42001:2023 \d+ of 55 within reach have evidence/);
    assert.match(section("summary"), /15 not evidenced by these documents, and no gap/);
  });

  it("counts the open risks that are above the appetite", () => assert.match(section("summary"), /2, of which 1 above the appetite/));

  it("lists what is overdue and what is due soon, and nothing that is done or far away", () => {
    assert.match(section("due"), /2026-11-20 4 days overdue Review of risks Security officer risks\.yaml:5 2026-12-01 in 7 days R-001: Sign the files Platform risks\.yaml:12$/);
  });

  it("draws an arrow for a risk that moves and none for one that does not", () => {
    assert.equal(file.match(/<line class="arrow"/g)?.length, 1);
    assert.equal(file.match(/<rect class="ring"/g)?.length, 2);
    assert.equal(file.match(/<rect class="dot"/g)?.length, 1);
  });

  it("tells the matrix in words as well", () => {
    assert.match(section("risks"), /R-001 Poisoned feed Data lead high above appetite medium 1 of 2 done; next due 2026-12-01/);
    assert.match(section("risks"), /accepted by Head until 2027-06-01/);
  });

  it("names every clause within reach with where to look", () => {
    assert.match(section("coverage-iso42001"), /A\.9\.4 Intended use of the AI system missing/);
    assert.match(section("coverage-iso42001"), /Not evidenced by these documents, and no gap: .*A\.2\.2/);
  });

  it("lists the open findings, errors first, with links to the lines", () => {
    assert.match(section("findings"), /Clauses model-card\.yaml:4 error /);
    assert.match(file, /<a href="model-card\.yaml#L4" title="model-card\.yaml">model-<wbr>card\.<wbr>yaml:4<\/a>/);
  });

  it("gives every table column and row headers and a caption", () => {
    const tables = file.match(/<table>[\s\S]*?<\/table>/g) ?? [];
    assert.ok(tables.length >= 7);
    for (const table of tables) assert.match(table, /<caption>[^<]+<\/caption>[\s\S]*<th scope="col">[\s\S]*<th scope="row">/);
  });

  it("names its limits and claims nothing", () => {
    assert.match(section("method"), /Whether it is true, enough and lived is for people to judge/);
    assert.doesNotMatch(file, /\b(?:conforms|conformant|compliant|complies|certified)\b/i);
  });

  it("of an empty workspace says so and stays whole", () => {
    const empty = report(workspace({}), { place: () => "", clause: () => undefined }).html;
    assert.match(empty, /No governance document was found/);
    assert.match(empty, /No risk file was found/);
  });

  it("counts risks per cell where arrows would be too many", () => {
    const many = Array.from({ length: 40 }, (_, index) => `  - { id: R-${index}, title: T, owner: O, likelihood: rare, consequence: major, treatment: { option: retain } }\n`).join("");
    const { html } = report(workspace({ "risks.yaml": `kind: security-risk\nrisks:\n${many}` }), { place: () => "", clause: () => undefined });
    assert.match(html, /<text class="tally"[^>]*>40 → 0<\/text>/);
    assert.doesNotMatch(html, /class="ring"/);
  });
});
