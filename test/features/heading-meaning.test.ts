import assert from "node:assert/strict";
import { documentRows } from "../../src/features/documents-tree";
import { headingMeanings } from "../../src/features/heading-meaning";
import { said } from "../formats/read";
import { uriOf, workspaceOf } from "./workspace";

const CARD = "# Model card\n\n## Sinn und Ziel\n\nPakete sortieren\n\n## Limitations\n\nFolie\n";
const client = { versionOf: () => null, abilities: { versions: true, snippets: false, creates: true } };
const place = { start: CARD.indexOf("Sinn"), end: CARD.indexOf("Sinn") };

describe("a heading that was not understood", () => {
  it("can be given a meaning, which goes into the profile", () => {
    const context = workspaceOf({ "MODEL_CARD.md": CARD, "clausewise.yaml": "profile: starter\n" });
    const action = headingMeanings(context, uriOf("MODEL_CARD.md"), place, client).find((one) => one.title.endsWith("means: Primary uses"));
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change && "edits" in change);
    const text = change.edits.map((edit) => ("newText" in edit ? edit.newText : "")).join("");
    assert.match(text, /headings:\n {2}model-card:\n {4}["']?Sinn und Ziel["']?: intended_use\.primary_uses/);
  });

  it("makes a profile where there is none", () => {
    const context = workspaceOf({ "MODEL_CARD.md": CARD });
    const [action] = headingMeanings(context, uriOf("MODEL_CARD.md"), place, client);
    assert.equal(action?.edit?.documentChanges?.length, 2);
  });

  it("is offered no meaning when it has one", () => {
    const context = workspaceOf({ "MODEL_CARD.md": CARD, "clausewise.yaml": "headings:\n  model-card:\n    Sinn und Ziel: intended_use.primary_uses\n" });
    assert.deepEqual(headingMeanings(context, uriOf("MODEL_CARD.md"), place, client), []);
  });

  it("stands in the tree as not mapped", () => {
    const context = workspaceOf({ "MODEL_CARD.md": CARD });
    const file = documentRows(context, "kind|model-card")[0];
    const row = documentRows(context, file?.id).find((one) => one.label === "Not mapped");
    assert.deepEqual(documentRows(context, row?.id).map((one) => one.label), ["Sinn und Ziel"]);
  });

  it("may be a column, which means something of every entry", () => {
    const register = "Risk,Impact,Zorg\nLabels,High,Depot lead\n";
    const columns = (profile: string) => workspaceOf({ "risk_register.csv": register, "clausewise.yaml": profile });
    const at = { start: register.indexOf("Zorg"), end: register.indexOf("Zorg") };
    const titles = headingMeanings(columns("profile: starter\n"), uriOf("risk_register.csv"), at, client).map((one) => one.title);
    assert.ok(titles.includes("“Zorg” means: Risk owner"), titles.join(", "));
    const mapped = columns("headings:\n  security-risk:\n    Zorg: risks.owner\n");
    assert.deepEqual(headingMeanings(mapped, uriOf("risk_register.csv"), at, client), []);
    const [reading] = mapped.index.get(uriOf("risk_register.csv"))?.readings.readings ?? [];
    assert.equal(reading && said(reading)["risks[0].owner"], "Depot lead");
  });

  /** What a name may mean, and what the file says when it means the path. */
  function given(path: string, text: string, name: string, kind: string, meaning: string) {
    const at = { start: text.indexOf(name), end: text.indexOf(name) };
    const before = workspaceOf({ [path]: text, "clausewise.yaml": "profile: starter\n" });
    const after = workspaceOf({ [path]: text, "clausewise.yaml": `headings:\n  ${kind}:\n    ${JSON.stringify(name)}: ${meaning}\n` });
    const titles = headingMeanings(before, uriOf(path), at, client).map((one) => one.title);
    const [reading] = after.index.get(uriOf(path))?.readings.readings ?? [];
    assert.ok(reading, `${path} is recognised`);
    assert.deepEqual(reading.unmapped.filter((one) => one.name.text === name), []);
    return { titles, fields: said(reading) };
  }

  const REGISTER = "steward: Depot\nrisks:\n  - title: Labels are swapped\n    likelihood: high\n    impact: low\n    zorg: Depot lead\n    tegenActie: Scan twice\n  - title: Foil\n    likelihood: low\n    impact: low\n    zorg: Clerk\n";

  it("may be a key of a risk in YAML, which means the same in every risk", () => {
    const owner = given("risks.yaml", REGISTER, "zorg", "security-risk", "risks.owner");
    assert.ok(owner.titles.includes("“zorg” means: Risk owner"), owner.titles.join(", "));
    assert.equal(owner.fields["risks[0].owner"], "Depot lead");
    assert.equal(owner.fields["risks[1].owner"], "Clerk");
    const measure = given("risks.yaml", REGISTER, "tegenActie", "security-risk", "risks.treatment.actions.what");
    assert.ok(measure.titles.includes("“tegenActie” means: Actions › What"), measure.titles.join(", "));
    assert.equal(measure.fields["risks[0].treatment.actions[0].what"], "Scan twice");
  });

  it("may be a key of the register itself, which means nothing of its risks", () => {
    const { titles, fields } = given("risks.yaml", REGISTER, "steward", "security-risk", "owner");
    assert.deepEqual(titles, ["“steward” means: Scope", "“steward” means: Owner"]);
    assert.equal(fields.owner, "Depot");
  });

  it("may be a key of a model card in JSON, written as its writer writes keys", () => {
    const card = '{ "name": "Sorter", "limitations": ["Foil"], "metrics": { "auc": 0.8 }, "sinnUndZiel": "Sort parcels", "rubriek": { "gewicht": "No scales", "form": "Boxes only" } }';
    const use = given("model_card.json", card, "sinnUndZiel", "model-card", "intended_use.primary_uses");
    assert.ok(!use.titles.some((one) => one.endsWith("Name") && !one.includes("›")), "what is there is not offered");
    assert.deepEqual(use.fields["intended_use.primary_uses"], ["Sort parcels"]);
    const section = given("model_card.json", card, "rubriek", "model-card", "intended_use.out_of_scope_uses");
    assert.ok(section.titles.includes("“rubriek” means: Out-of-scope uses"), section.titles.join(", "));
    assert.deepEqual(section.fields["intended_use.out_of_scope_uses"], ["No scales", "Boxes only"]);
  });

  it("may be a question of an assessment", () => {
    const text = "name: IAMA\ncontents:\n  - question: Hoe laat is het?\n    answer: Laat\n  - question: Wat is het doel?\n    answer: Sorteren\n";
    const { titles, fields } = given("iama.yaml", text, "Hoe laat is het?", "impact-assessment", "human_oversight");
    assert.ok(titles.includes("“Hoe laat is het?” means: Human oversight"), titles.join(", "));
    assert.equal(fields.human_oversight, "Laat");
  });

  it("is offered no field that could not hold what it says", () => {
    const { titles } = given("risks.yaml", REGISTER, "zorg", "security-risk", "risks.owner");
    assert.deepEqual(titles.filter((one) => /Level|Likelihood|Due|Category/.test(one)), []);
  });
});
