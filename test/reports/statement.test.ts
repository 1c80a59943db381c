import assert from "node:assert/strict";
import { newStatement } from "../../src/reports/statement/new-statement";
import { statementsAbout, updateStatement, withEdits } from "../../src/reports/statement/update-statement";
import { statementCsv, statementMarkdown } from "../../src/reports/statement/views";
import { workspace } from "./workspace";

const register = `kind: security-risk
id: risks
risks:
  - { id: R-001, title: Poisoned feed, owner: Data lead, treatment: { option: modify, controls: ["iso27001:A.5.21"], actions: [{ what: Sign, status: in_progress }] } }
  - { id: R-002, title: Copied weights, owner: Data lead, treatment: { option: modify, controls: ["ISO 27001 A.8.12", "iso27001:A.5.21"], actions: [{ what: Watch, status: done }] } }
`;
const card = "kind: model-card\nid: scorer\nname: Scorer\n";

/** What the statement says of a control, as its fields and values. */
function entry(text: string, control: string): Record<string, unknown> {
  const { index } = workspace({ "soa.yaml": text });
  const root = index.get("file:///w/soa.yaml")?.readings.readings[0]?.root;
  const entries = root?.children.find((field) => field.definition.name === "entries")?.children ?? [];
  const found = entries.find((one) => one.children.some((field) => field.value === control));
  return Object.fromEntries(found?.children.map((field) => [field.definition.name, field.value ?? field.items.map((item) => item.value)]) ?? []);
}

/** The statement in `soa.yaml` brought up to date with the files beside it. */
function updated(statement: string, files: Readonly<Record<string, string>> = { "risks.yaml": register }): { text: string; changes: readonly string[] } {
  const update = updateStatement(workspace({ ...files, "soa.yaml": statement }), "file:///w/soa.yaml");
  assert.ok(update);
  return { text: withEdits(statement, update.edits), changes: update.changes };
}

const head = "kind: statement-of-applicability\nid: soa\nstandard: iso27001\nentries:\n";

describe("a new statement of applicability", () => {
  const text = newStatement(workspace({ "risks.yaml": register, "model-card.yaml": card, "clausewise.yaml": "scope: Lending\n" }), "iso27001");

  it("has one entry per control, with its title beside it", () => {
    assert.equal(text.match(/^ {2}- control: /gm)?.length, 93);
    assert.match(text, /^ {2}- control: "iso27001:A\.8\.12" {3}# Data leakage prevention$/m);
  });

  it("proposes a control by which a risk is treated, with the risks, their owner and how far it is", () => {
    const { applicable, justification, status, owner, risks } = entry(text, "iso27001:A.5.21");
    assert.deepEqual([applicable, status, owner, risks], [true, "in_progress", "Data lead", ["R-001", "R-002"]]);
    assert.equal(justification, "Treats R-001 (Poisoned feed), R-002 (Copied weights).");
  });

  it("understands a control in any usual spelling", () => assert.equal(entry(text, "iso27001:A.8.12")["status"], "implemented"));

  it("proposes what documents show, with the lines", () => {
    const { applicable, evidence } = entry(text, "iso27001:A.5.9");
    assert.deepEqual([applicable, evidence], [true, ["model-card.yaml#L2", "model-card.yaml#L3"]]);
  });

  it("leaves open what it cannot know, and proposes no exclusion", () => {
    assert.deepEqual(entry(text, "iso27001:A.7.4"), { control: "iso27001:A.7.4", applicable: "TODO", justification: "TODO" });
    assert.doesNotMatch(text, /applicable: false/);
  });

  it("is a document without a finding but what is still open", () => {
    const { index } = workspace({ "soa.yaml": text });
    const rules = new Set(index.check("file:///w/soa.yaml").flatMap((one) => one.findings.map((finding) => finding.rule)));
    assert.deepEqual([...rules], ["placeholder"]);
  });
});

describe("a statement that is there already", () => {
  const first = `${head}  # agreed in March\n  - control: A.5.21   # suppliers\n    applicable: true\n    justification: Partner feeds come in daily.\n    owner: Purchasing\n    risks: [R-009]\n`;

  it("keeps every word that a person wrote", () => {
    const { text } = updated(first);
    const lines = text.split("\n");
    for (const line of first.split("\n").filter((one) => !one.includes("risks:"))) assert.ok(lines.includes(line), line);
    assert.deepEqual(entry(text, "A.5.21"), { control: "A.5.21", applicable: true, justification: "Partner feeds come in daily.", owner: "Purchasing", risks: ["R-009", "R-001", "R-002"], status: "in_progress" });
  });

  it("gets the controls that it does not name, and says so", () => {
    const { text, changes } = updated(first);
    assert.equal(text.match(/control: /g)?.length, 93);
    assert.match(changes.at(-1) ?? "", /^92 entries added: A\.5\.1, A\.5\.2,/);
  });

  it("is the same after a second time", () => {
    const { text } = updated(first);
    assert.deepEqual(updated(text), { text, changes: [] });
  });

  it("gets a proposal where a stand-in is", () => {
    const { text } = updated(`${head}  - control: "iso27001:A.5.21"\n    applicable: TODO\n    justification: TODO\n`);
    assert.equal(entry(text, "iso27001:A.5.21")["justification"], "Treats R-001 (Poisoned feed), R-002 (Copied weights).");
    assert.equal(entry(text, "iso27001:A.5.21")["applicable"], true);
  });

  it("follows the lines of its own evidence and leaves other evidence alone", () => {
    const statement = `${head}  - control: A.5.9\n    applicable: true\n    justification: Assets are known.\n    evidence:\n      - https://example.com/assets   # the list\n      - "model-card.yaml#L2"\n      - "model-card.yaml#L3"\n`;
    const { text, changes } = updated(statement, { "model-card.yaml": `# one more line\n${card}` });
    assert.deepEqual(entry(text, "A.5.9")["evidence"], ["https://example.com/assets", "model-card.yaml#L4", "model-card.yaml#L3"]);
    assert.ok(text.includes("# the list"));
    assert.equal(changes[0], "A.5.9: 1 of its lines of evidence moved");
  });

  it("is not argued with where it rules a control out, but people are told", () => {
    const { text, changes } = updated(`${head}  - { control: A.5.21, applicable: false, justification: No suppliers }\n`);
    assert.deepEqual(entry(text, "A.5.21"), { control: "A.5.21", applicable: false, justification: "No suppliers" });
    assert.equal(changes[0], "A.5.21 is ruled out, but R-001, R-002 are treated by it: look at this.");
  });

  for (const [name, statement] of [
    ["empty", `${head.trimEnd()} []\n`],
    ["in JSON", JSON.stringify({ kind: "statement-of-applicability", id: "soa", standard: "iso27001", entries: [] })],
    ["with CRLF", first.replace(/\n/g, "\r\n")],
    ["without a last line ending", first.trimEnd()],
  ] as const) {
    it(`is brought up to date when it is ${name}`, () => {
      const { text } = updated(statement);
      const { index } = workspace({ "soa.yaml": text });
      const document = index.get("file:///w/soa.yaml")?.readings.document;
      assert.deepEqual(document?.problems, []);
      assert.equal(text.match(/control["']?: /g)?.length, 93);
      if (statement.includes("\r\n")) assert.doesNotMatch(text, /[^\r]\n/);
    });
  }

  it("is found by the standard it is about", () => {
    const source = workspace({ "a.soa.yaml": head, "b.soa.yaml": head.replace("iso27001", "iso42001") });
    assert.deepEqual(statementsAbout(source, "iso42001"), ["file:///w/b.soa.yaml"]);
  });
});

describe("the views of a statement", () => {
  const source = workspace({ "soa.yaml": `${head}  - { control: A.5.21, applicable: false, justification: "No suppliers, a | b" }\n` });

  it("have a row per control of the standard, those without an entry too", () => {
    const rows = statementCsv(source, "iso27001").trimEnd().split("\r\n");
    assert.equal(rows.length, 94);
    assert.ok(rows.includes('A.5.21,Managing information security in the ICT supply chain,no,"No suppliers, a | b",,,,'), rows.find((row) => row.startsWith("A.5.21")));
    assert.ok(rows.includes("A.5.1,Policies for information security,no entry,,,,,"));
  });

  it("escape what would break a Markdown table", () => assert.match(statementMarkdown(source, "iso27001"), /\| No suppliers, a \\\| b \|/));
});
