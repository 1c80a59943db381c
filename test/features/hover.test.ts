import assert from "node:assert/strict";
import type { MarkupContent } from "vscode-languageserver";
import { hoverAt } from "../../src/features/hover";
import { opened, ROOT } from "./opened";
import type { Setting } from "./opened";

/** The hover at the cursor `▮` with the words it is about. */
function hovered(marked: string, { path = "a.yaml", markdown = true, ...setting }: Setting & { path?: string; markdown?: boolean } = {}): { words: string; text: string } | undefined {
  const at = marked.indexOf("▮");
  const text = marked.replace("▮", "");
  const context = opened({ [path]: text }, setting);
  const lines = context.index.get(`${ROOT}/${path}`)?.readings.document.lines;
  const hover = lines && hoverAt(context, `${ROOT}/${path}`, lines.positionAt(at), markdown);
  return hover?.range && { words: text.slice(lines?.offsetAt(hover.range.start), lines?.offsetAt(hover.range.end)), text: (hover.contents as MarkupContent).value };
}

const RISK = `kind: security-risk
risks:
  - id: R-1
    likelihood: possible
    consequence: severe
    level: low
    treatment: { option: modify, controls: ["iso27001:A.8.15", "A.12.6.1"] }
`;

describe("a hover on a key", () => {
  const hover = hovered("kind: model-card\nintended_use:\n  out_of_▮scope_uses: [Mortgages]\n");

  it("is about the key alone", () => assert.equal(hover?.words, "out_of_scope_uses"));

  it("says what the field is called, what it holds, what to write, and gives an example", () => {
    assert.match(hover?.text ?? "", /^\*\*Out-of-scope uses\*\* · list of text\n\n\S.*\n\nExample: `.+`\n/);
  });

  it("links its clauses, each with its note", () => {
    assert.match(hover?.text ?? "", /\*\*ISO\/IEC 42001\*\*\s[-\s]*\[A\.9\.4 Intended use of the AI system\]\(clausewise:\/iso42001\/A\.9\.4\): \w/);
  });

  it("says from which profile on it is expected", () => assert.match(hover?.text ?? "", /Expected from profile starter on$/));

  it("keeps to the standards of the workspace", () => {
    const text = hovered("kind: model-card\nna▮me: A\n", { profile: { standards: ["iso27001"] } })?.text ?? "";
    assert.match(text, /ISO\/IEC 27001/);
    assert.doesNotMatch(text, /42001/);
  });

  it("shows an example of several lines in the notation of the file", () => {
    assert.match(hovered("kind: model-card\nintended▮_use:\n")?.text ?? "", /```yaml\nintended_use:\n {2}primary_uses:\n/);
    assert.match(hovered('{ "kind": "model-card", "intended▮_use": {} }', { path: "a.json" })?.text ?? "", /```json\n"intended_use": \{\n/);
  });

  it("works in JSON, in front matter and at both ends of the key", () => {
    assert.equal(hovered('{ "kind": "model-card", ▮"name": "A" }', { path: "a.json" })?.words, '"name"');
    assert.equal(hovered("---\nkind: model-card\nname▮: A\n---\n", { path: "a.md" })?.words, "name");
  });

  it("has no markup for an editor that shows none, and no links without pages", () => {
    assert.doesNotMatch(hovered("kind: model-card\nna▮me: A\n", { markdown: false })?.text ?? "", /\*\*|\]\(|`/);
    assert.doesNotMatch(hovered("kind: model-card\nna▮me: A\n", { pages: false })?.text ?? "", /clausewise:/);
  });
});

describe("a hover on a value", () => {
  it("says what a choice means", () => {
    assert.deepEqual(hovered("kind: model-card\nstatus: de▮ployed\n"), { words: "deployed", text: "`deployed` · In use" });
  });

  it("says what the kind is", () => assert.match(hovered("kind: model▮-card\n")?.text ?? "", /^`model-card` · What a model is for/));

  it("shows a rating on its scale, and what the matrix gives", () => {
    const likelihood = hovered(RISK.replace("possible", "pos▮sible"))?.text ?? "";
    assert.match(likelihood, /3 of 5 on the scale: rare → unlikely → \*\*possible\*\* → likely → almost certain/);
    assert.match(likelihood, /With consequence `severe` the risk matrix gives `high`\./);
    const level = hovered(RISK.replace("low", "lo▮w"))?.text ?? "";
    assert.match(level, /The risk matrix gives `high`/);
    assert.match(level, /Within the appetite, which ends at `medium`\./);
    assert.match(hovered(RISK.replace("low", "hi▮gh"))?.text ?? "", /Above the appetite/);
  });

  it("says what a control is after and what evidence looks like", () => {
    const hover = hovered(RISK.replace("A.8.15", "A.8.▮15"));
    assert.equal(hover?.words, '"iso27001:A.8.15"');
    assert.match(hover?.text ?? "", /\[A\.8\.15 Logging\].*\n\n\w.*\n\n\*What evidence looks like:\* \w/);
  });

  it("leads from a control of 2013 to its successor", () => {
    assert.match(hovered(RISK.replace("A.12.6.1", "A.12.▮6.1"))?.text ?? "", /of the 2013 edition\. In the 2022 edition: \[A\.8\.8 /);
  });

  for (const [date, words] of [["2026-11-24", "today"], ["2026-11-25", "tomorrow"], ["2026-11-23", "yesterday"], ["2027-11-24", "in 365 days"], ["2026-03-01", "268 days ago"]] as const) {
    it(`counts the days to ${date}`, () => assert.equal(hovered(`kind: model-card\nreview: { last: 2026-01-01, next: ${date.slice(0, 4)}▮${date.slice(4)} }\n`)?.text, `\`${date}\` is ${words}.`));
  }

  it("says nothing where the value says everything", () => assert.equal(hovered("kind: model-card\nname: Sco▮rer\n"), undefined));
});

describe("a hover elsewhere", () => {
  for (const [what, marked] of [["an unknown key", "kind: model-card\nfo▮o: 1\n"], ["a comment", "kind: model-card\n# no▮te\n"], ["blank lines", "kind: model-card\n\n▮\n"], ["a file of another kind", "replicas: ▮3\n"]] as const) {
    it(`says nothing on ${what}`, () => assert.equal(hovered(marked), undefined));
  }

  it("says nothing about a file that is not there", () => assert.equal(hoverAt(opened({}), `${ROOT}/a.yaml`, { line: 0, character: 0 }), undefined));

  it("does not take the words of a file for markup", () => {
    assert.match(hovered("kind: security-risk\nrisks: [{ id: R, likelihood: \"[x](▮y)\" }]\n")?.text ?? "", /^`\[x\]\(y\)` is not on this scale/);
  });
});
