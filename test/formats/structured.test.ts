import assert from "node:assert/strict";
import { formats } from "../../src/formats/formats";
import { pathsIn } from "../../src/formats/tree-format";
import { toolkitPlaces } from "../../src/formats/model-card-toolkit";
import { kind } from "../../src/kinds/kinds";
import { check, findingsOf } from "../rules/checked";
import { read, recognised, said, wordsAt } from "./read";

describe("a structured format", () => {
  it("reads a Model Card Toolkit card, whichever version it has", () => {
    const later = `{
      "model_details": { "name": "Sorter", "owners": [{ "name": "Depot team" }], "version": { "name": "1.0", "date": "2026-01-02" }, "licenses": [{ "identifier": "MIT" }] },
      "model_parameters": { "data": [{ "name": "Photos", "description": "Parcels of one year" }] },
      "quantitative_analysis": { "performance_metrics": [{ "type": "accuracy", "value": "0.9", "confidence_interval": { "lower_bound": "0.8", "upper_bound": "0.95" } }] },
      "considerations": { "use_cases": [{ "description": "Sort parcels" }], "limitations": [{ "description": "Foil" }], "ethical_considerations": [{ "name": "Jobs", "mitigation_strategy": "Training" }] }
    }`;
    const reading = read("card.json", later, "json");
    assert.equal(reading.format.id, "model-card-toolkit");
    assert.deepEqual(said(reading), {
      name: "Sorter",
      "owners[0].name": "Depot team",
      version: "1.0",
      version_date: "2026-01-02",
      "design.license": "MIT",
      "training_data.datasets[0].name": "Photos",
      "training_data.datasets[0].population": "Parcels of one year",
      "evaluation.metrics[0].name": "accuracy",
      "evaluation.metrics[0].value": 0.9,
      "evaluation.metrics[0].confidence_interval.lower": 0.8,
      "evaluation.metrics[0].confidence_interval.upper": 0.95,
      "intended_use.primary_uses": ["Sort parcels"],
      limitations: ["Foil"],
      "ethical_considerations[0].name": "Jobs",
      "ethical_considerations[0].mitigation_strategy": "Training",
    });
    assert.equal(wordsAt(reading, "evaluation.metrics[0].value"), '"0.9"');
    assert.deepEqual(findingsOf("format-violation", later, { language: "json" }), []);
    const earlier = '{ "model_details": { "name": "Sorter", "license": "MIT" }, "considerations": { "use_cases": ["Sort parcels"], "limitations": ["Foil"] } }';
    assert.deepEqual(said(read("card.json", earlier, "json")), { name: "Sorter", "design.license": "MIT", "intended_use.primary_uses": ["Sort parcels"], limitations: ["Foil"] });
  });

  it("names the place where a card does not have the shape of its version", () => {
    const text = '{ "$id": "v0.0.2", "model_details": { "name": "Sorter", "license": "MIT" }, "considerations": { "users": "Clerks" } }';
    const [found, ...more] = findingsOf("format-violation", text, { language: "json" });
    assert.deepEqual(more, []);
    assert.equal(found?.message, "Model Card Toolkit 0.0.1 wants a list here. Write it that way, or other tools cannot read it.");
    assert.equal(text.slice(found.span.start, found.span.end), '"Clerks"');
  });

  it("reads a Bridge2AI card", () => {
    const text = "schema_version: '0.0.2'\nmodel_details:\n  name: Sorter\n  short_description: Sorts parcels\nbase_model: base/net\nout_of_scope_uses:\n  - description: Weighing\nconsiderations:\n  use_cases:\n    - description: Sort parcels\n";
    const reading = read("card.yaml", text, "yaml");
    assert.equal(reading.format.id, "bridge2ai");
    assert.deepEqual(said(reading), { name: "Sorter", "intended_use.primary_uses": ["Sort parcels"], overview: "Sorts parcels", "design.base_model": "base/net", "intended_use.out_of_scope_uses": ["Weighing"] });
  });

  const BILL = `{
    "bomFormat": "CycloneDX", "specVersion": "1.6",
    "components": [
      { "type": "machine-learning-model", "name": "sorter", "version": "1.2.0", "bom-ref": "m",
        "modelCard": { "modelParameters": { "task": "image sorting", "datasets": [{ "ref": "d" }] }, "considerations": { "users": ["Clerks"], "technicalLimitations": ["Foil"] } } },
      { "type": "data", "name": "photos", "bom-ref": "d", "data": [{ "type": "dataset", "name": "Photos", "contents": { "url": "https://example.com/photos" }, "governance": { "owners": [{ "organization": { "name": "Depot" } }] } }] }
    ]
  }`;

  it("reads the model card inside a CycloneDX bill, with the data it refers to", () => {
    const reading = read("bom.json", BILL, "json");
    assert.equal(reading.format.id, "cyclonedx");
    assert.deepEqual(said(reading), {
      name: "sorter",
      version: "1.2.0",
      "intended_use.task": "image sorting",
      "intended_use.users": ["Clerks"],
      limitations: ["Foil"],
      "training_data.datasets[0].name": "Photos",
      "training_data.datasets[0].source": "https://example.com/photos",
      "training_data.datasets[0].owner": "Depot",
    });
    assert.deepEqual(findingsOf("format-violation", BILL, { language: "json" }), []);
    assert.equal(findingsOf("format-violation", BILL.replace('"task"', '"taks"'), { language: "json" })[0]?.message, "CycloneDX 1.6 has no key `taks` here, so other tools do not read it. Take it out or correct its name.");
    assert.equal(recognised("bom.json", '{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{ "type": "library", "name": "left-pad" }] }', "json").kind, undefined);
  });

  it("reads cards of the Dutch Algorithm Reporting Standard and leaves what they include alone", () => {
    const reading = read("card.yaml", "name: Sorteerder\nstatus: production\ngoal_and_impact: Pakketten sorteren\nhuman_intervention: Een medewerker kijkt mee\nlegal_base:\n  - name: Postwet\nassessments:\n  - !include iama.yaml\n", "yaml");
    assert.equal(reading.format.id, "algorithm-system-card");
    assert.deepEqual(said(reading), { name: "Sorteerder", status: "deployed", "intended_use.primary_uses": ["Pakketten sorteren"], "intended_use.human_oversight": "Een medewerker kijkt mee", "regulation.duties": ["Postwet"] });
    const assessment = read("iama.yaml", "name: IAMA\ndate: 2026-03-25\ncontents:\n  - question: Wat is het doel dat bereikt dient te worden?\n    answer: Pakketten sorteren\n    authors:\n      - name: Een team\n", "yaml");
    assert.equal(assessment.format.id, "algorithm-assessment-card");
    assert.deepEqual(said(assessment), { title: "IAMA", date: "2026-03-25", "assessors[0].name": "Een team", "system.purpose": "Pakketten sorteren" });
  });

  it("is Threagile's too when it holds requirements alone", () => {
    const text = "security_requirements:\n  Input validation: Checked on both sides\n  Access: Only with two factors\n";
    const reading = read("requirements.yaml", text, "yaml");
    assert.equal(reading.format.id, "threagile");
    assert.deepEqual(said(reading), { security_requirements: ["Checked on both sides", "Only with two factors"] });
    assert.equal(recognised("requirements.yaml", "security_requirements:\n  - Input validation\n", "yaml").kind, undefined);
  });

  it("reads assets, risks and tracked risks of a Threagile model", () => {
    const text =
      "threagile_version: 1.0.0\ntitle: Shop\ndata_assets:\n  Orders:\n    id: orders\n    confidentiality: restricted\nindividual_risk_categories:\n  Odd thing:\n    id: odd\n    mitigation: Look at it\n    risks_identified:\n      Odd thing at shop:\n        severity: high\n        exploitation_likelihood: likely\n" +
      "risk_tracking:\n  sql-injection@shop:\n    status: mitigated\n    justification: Checked\n    date: 2026-02-03\n    checked_by: Sec team\n  xss@shop:\n    status: accepted\n";
    const reading = read("threagile.yaml", text, "yaml");
    assert.deepEqual(said(reading), {
      title: "Shop",
      "assets[0].id": "orders",
      "assets[0].name": "Orders",
      "assets[0].classification": "confidential",
      "risks[0].id": "sql-injection@shop",
      "risks[0].title": "sql-injection@shop",
      "risks[0].status": "treated",
      "risks[0].treatment.justification": "Checked",
      "risks[0].history[0].date": "2026-02-03",
      "risks[0].history[0].by": "Sec team",
      "risks[0].history[0].change": "Checked",
      "risks[1].id": "xss@shop",
      "risks[1].title": "xss@shop",
      "risks[1].status": "accepted",
      "risks[2].title": "Odd thing at shop",
      "risks[2].level": "high",
      "risks[2].likelihood": "likely",
      "risks[2].id": "odd",
      "risks[2].treatment.actions[0].what": "Look at it",
    });
    const [found] = findingsOf("tracking-incomplete", text);
    assert.equal(found?.message, "This risk was decided, but the entry has no `justification` and no `date`. Add `justification` and `date`, so that the decision can be looked at again.");
    assert.equal(text.slice(found.span.start, found.span.end), "accepted");
  });

  const PLAN = `plan-of-action-and-milestones:
  metadata: { title: Plan, last-modified: "2026-01-02T00:00:00Z" }
  risks:
    - uuid: r1
      title: Open door
      description: A door stands open
      statement: Anybody walks in
      status: open
      characterizations: [{ facets: [{ name: likelihood, value: likely }] }]
      deadline: "2026-05-01T00:00:00Z"
      remediations: [{ lifecycle: planned, title: Close it }]
    - { uuid: r2, title: Open window, description: A window, statement: Rain, status: open }
`;

  it("reads the risks of an OSCAL plan; one that is late or has no remediation is told", () => {
    const reading = read("poam.yaml", PLAN, "yaml");
    assert.equal(reading.format.id, "oscal");
    assert.equal(said(reading)["risks[0].due"], "2026-05-01");
    assert.equal(said(reading)["risks[0].treatment.actions[0].what"], "Close it");
    const place = ({ span }: { span: { start: number; end: number } }) => PLAN.slice(span.start, span.end);
    assert.deepEqual(findingsOf("deadline-passed", PLAN).map(place), ['"2026-05-01T00:00:00Z"']);
    assert.deepEqual(findingsOf("open-without-measure", PLAN).map(place), ["Open window"]);
  });

  it("reads Threat Dragon, Open Threat Model and TM-BOM threats as risks", () => {
    const dragon = '{ "version": "2.3.0", "summary": { "title": "Shop" }, "detail": { "diagrams": [{ "cells": [{ "data": { "type": "tm.Store", "name": "DB", "threats": [{ "title": "Leak", "status": "Open", "severity": "High", "mitigation": "" }] } }] }] } }';
    const first = read("model.json", dragon, "json");
    assert.equal(first.format.id, "threat-dragon");
    assert.deepEqual(said(first), { title: "Shop", "risks[0].title": "Leak", "risks[0].status": "open", "risks[0].level": "High", "risks[0].asset": "DB" });
    assert.equal(findingsOf("open-without-measure", dragon, { language: "json" }).length, 1);
    const open = "otmVersion: 0.2.0\nproject: { name: Shop, id: shop }\ncomponents:\n  - id: api\n    threats: [{ threat: t1, state: exposed, mitigations: [{ mitigation: m1, state: implemented }] }]\nthreats: [{ id: t1, name: Stolen key }]\nmitigations: [{ id: m1, name: Rotate keys }]\n";
    assert.deepEqual(said(read("model.yaml", open, "yaml")), {
      title: "Shop",
      scope: "Shop",
      "risks[0].id": "t1",
      "risks[0].title": "Stolen key",
      "risks[0].status": "open",
      "risks[0].treatment.actions[0].what": "Rotate keys",
      "risks[0].treatment.actions[0].status": "done",
    });
    const library = '{ "version": "1.0", "scope": { "title": "Shop", "description": "The web shop" }, "trust_zones": [], "trust_boundaries": [], "data_flows": [], "risks": [{ "symbolic_name": "r1", "title": "Leak", "threats": ["t1"], "likelihood": "likely", "impact": "major" }], "controls": [{ "symbolic_name": "c1", "title": "Encrypt", "threats": ["t1"], "status": "active" }] }';
    const third = said(read("model.json", library, "json"));
    assert.equal(third["risks[0].consequence"], "major");
    assert.equal(third["risks[0].treatment.actions[0].what"], "Encrypt");
  });

  it("reads a register with people's own keys, also as one list", () => {
    const text = "- id: R1\n  risk: Leak of prompts\n  probability: high\n  severity: major\n  impact: Loss of trust\n  lead: Platform\n  response: mitigate\n  mitigation: [Filter, Log]\n  state: open\n  target_date: 2099-01-02\n  flavour: x\n";
    const reading = read("anything.yaml", text, "yaml");
    assert.equal(reading.format.id, "risk-register");
    assert.deepEqual(said(reading), {
      "risks[0].id": "R1",
      "risks[0].title": "Leak of prompts",
      "risks[0].likelihood": "high",
      "risks[0].consequence": "major",
      "risks[0].impact": "Loss of trust",
      "risks[0].owner": "Platform",
      "risks[0].treatment.option": "modify",
      "risks[0].treatment.actions[0].what": "Filter",
      "risks[0].treatment.actions[1].what": "Log",
      "risks[0].status": "open",
      "risks[0].due": "2099-01-02",
    });
    assert.deepEqual(reading.unmapped.map(({ name }) => name.text), ["flavour"]);
  });

  it("reads a model card with keys of its own where the file's name promises one", () => {
    const text = '{ "model_name": "Sorter", "model_version": "1.0", "intended_uses": ["Sort parcels"], "out_of_scope": ["Weighing"], "metrics": { "auc": 0.81, "threshold": 0.5 }, "known_limitations": ["Foil"], "ethics": ["Jobs"], "colour": "blue" }';
    const reading = read("model_card.json", text, "json");
    assert.equal(reading.format.id, "structured-model-card");
    assert.deepEqual(said(reading), {
      name: "Sorter",
      version: "1.0",
      "intended_use.primary_uses": ["Sort parcels"],
      "intended_use.out_of_scope_uses": ["Weighing"],
      "evaluation.metrics[0].name": "auc",
      "evaluation.metrics[0].value": 0.81,
      limitations: ["Foil"],
      "ethical_considerations[0].name": "Jobs",
    });
    assert.deepEqual(reading.unmapped.map(({ name }) => name.text), ["colour"]);
    assert.equal(recognised("other.json", text, "json").kind, undefined);
    assert.equal(recognised("model_card.json", '{ "version": "1", "features": ["a"], "n_features": 1, "python": "3.10" }', "json").kind, undefined);
  });

  it("reads instances of the ISO 27001 LinkML model and AI Verify checklists", () => {
    const risk = read("Risk.yaml", "id: iso27001:risk-mail\nname: Phishing\nrisk_owner: Head of IT\nlikelihood: likely\nimpact: major\nrisk_treatment_option: accept\n", "yaml");
    assert.equal(said(risk)["risks[0].treatment.option"], "retain");
    const statement = read("soa.yaml", "id: iso27001:soa-1\nname: SoA\nsoa_entries:\n  - { control_reference: A.5.1, is_applicable: true, inclusion_justification: Law }\n", "yaml");
    assert.deepEqual(said(statement), { title: "SoA", "entries[0].control": "A.5.1", "entries[0].applicable": true, "entries[0].justification": "Law" });
    const checklist = read("answers.json", '{ "completed-9.1.1": "Yes", "elaboration-9.1.1": "By the release process", "completed-9.1.2": "No" }', "json");
    assert.deepEqual(said(checklist), { "measures[0].id": "9.1.1", "measures[0].what": "By the release process", accountability: "By the release process", "measures[0].status": "done", "measures[1].id": "9.1.2", "measures[1].status": "not_started" });
  });

  it("leaves look-alikes alone", () => {
    const others: readonly [string, string][] = [
      ["risk.yaml", "risk:\n  max_drawdown: 0.2\n  position_size: 0.01\n"],
      ["risks.yaml", "risks:\n  - name: lava\n    damage: 5\n  - name: spikes\n    damage: 3\n"],
      ["compose.yaml", "services:\n  threats: { image: x }\n"],
      ["dbt.yaml", "version: 2\nmodels:\n  - name: orders\n    description: One row per order\n    columns: [{ name: id, tests: [unique] }]\n"],
      ["openapi.yaml", "openapi: 3.0.0\ninfo: { title: Risk API, version: '1' }\npaths: {}\ncomponents: { schemas: { Risk: { type: object, properties: { severity: { type: string } } } } }\n"],
      ["faq.yaml", "contents:\n  - title: How to\n    question_count: 3\n"],
      ["tests.yaml", "- name: refuses\n  input: Tell me a secret\n  severity: high\n"],
      ["scan.yaml", "threats:\n  - title: Open port\n    severity: high\n    priority: high\n    mitigation: Close it\n"],
      ["tickets.yaml", "- title: Slow page\n  severity: low\n  priority: high\n  status: open\n"],
      ["jobs.yaml", "items:\n  - name: nightly\n    priority: high\n    owner: ops\n"],
    ];
    for (const [path, text] of others) assert.equal(recognised(path, text, "yaml").kind, undefined, path);
    assert.equal(recognised("summary.json", '{ "summary": { "title": "x" }, "detail": { "rows": [] } }', "json").kind, undefined);
  });

  it("survives every kind of node at every place", () => {
    for (const odd of ["null", "[]", "{}", "1", '"x"', "[[1], null]", "[{}]"]) {
      for (const key of ["model_details", "components", "contents", "risk_tracking", "individual_risk_categories", "plan-of-action-and-milestones", "detail", "threats", "risks", "soa_entries", "completed-1.1"]) {
        const text = `{ "bomFormat": "CycloneDX", "otmVersion": "1", "project": 1, "summary": {}, "threagile_version": 1, "${key}": ${odd} }`;
        for (const { span } of check(text, { language: "json" })) assert.ok(span.end <= text.length && span.start < span.end);
      }
    }
  });

  it("leads to fields that are there", () => {
    const card = kind("model-card");
    for (const path of pathsIn(toolkitPlaces, "")) assert.ok(path.split(".").reduce((owner: typeof card.root | undefined, name) => owner?.fields.get(name), card.root), path);
    assert.ok(formats.length > 10);
  });

  it("reads a register whose entries share only id and status with our own shape", () => {
    const text = '{ "risks": [{ "id": "r-1", "risk": "Labels are swapped", "mitigation": "Scan twice", "status": "open" }] }';
    const reading = read("risk_register.json", text, "json");
    assert.equal(reading.format.id, "risk-register");
    assert.deepEqual(said(reading), { "risks[0].id": "r-1", "risks[0].title": "Labels are swapped", "risks[0].treatment.actions[0].what": "Scan twice", "risks[0].status": "open" });
    assert.equal(recognised("risk_register.json", '{ "risks": [{ "id": "r-1", "titel": "x" }] }', "json").format?.id, "json", "one slip does not make it foreign");
  });

  it("takes a list for a register when the file is called so and most entries say what only risks say", () => {
    const text = "- id: risk_bias\n  title: Unfair outcomes\n  severity: High\n  mitigations: [Review with users]\n";
    assert.equal(read("risks.yaml", text, "yaml").format.id, "risk-register");
    assert.equal(recognised("notes.yaml", text, "yaml").kind, undefined);
  });

  it("reads results that stand beside the other keys of a card, and nothing out of a bare yes or number", () => {
    const text = '{ "model_name": "Sorter", "version": "1.0", "task": "sorting", "dataset": "Photos", "test_auc": 0.99, "test_f1": 0.98, "test_samples": 86, "features": 30, "monitoring": true }';
    const reading = read("model_card.json", text, "json");
    assert.deepEqual(said(reading), {
      name: "Sorter",
      version: "1.0",
      "intended_use.task": "sorting",
      "training_data.datasets[0].source": "Photos",
      "evaluation.metrics[0].name": "test_auc",
      "evaluation.metrics[0].value": 0.99,
      "evaluation.metrics[1].name": "test_f1",
      "evaluation.metrics[1].value": 0.98,
    });
    assert.deepEqual(reading.unmapped.map(({ name }) => name.text), ["test_samples", "features", "monitoring"]);
  });

  it("names who stands for a model in a bill once", () => {
    const bill = '{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{ "type": "machine-learning-model", "name": "m", "supplier": { "name": "Depot" }, "authors": [{ "name": "Depot" }], "publisher": "Depot" }] }';
    assert.deepEqual(said(read("bom.json", bill, "json")), { name: "m", "owners[0].name": "Depot" });
  });

  it("keeps the ratings of an Open Threat Model, which count to a hundred, and holds them against no other scale", () => {
    const text = "otmVersion: 0.2.0\nproject: { name: Shop, id: shop, description: The web shop }\nthreats: [{ id: t1, name: Stolen key, cwes: [CWE-798], risk: { likelihood: 50, impact: 100, impactComment: Customers leave } }]\n";
    const reading = read("model.yaml", text, "yaml");
    assert.deepEqual(said(reading), {
      title: "Shop",
      scope: "The web shop",
      "risks[0].id": "t1",
      "risks[0].title": "Stolen key",
      "risks[0].impact": "Customers leave",
      "risks[0].vulnerability": "CWE-798",
      "risks[0].likelihood": "50",
      "risks[0].consequence": "100",
    });
    assert.deepEqual(findingsOf("level-not-from-matrix", text), []);
    assert.deepEqual(findingsOf("value-not-listed", text), []);
  });

  it("finds what a risk of a TM-BOM affects at its threats", () => {
    const text = '{ "scope": { "title": "Shop" }, "trust_zones": [], "trust_boundaries": [], "data_flows": [], "threats": [{ "symbolic_name": "t1", "title": "Theft", "components_affected": ["api"] }], "risks": [{ "symbolic_name": "r1", "title": "Leak", "threats": ["t1"] }] }';
    assert.equal(said(read("model.json", text, "json"))["risks[0].asset"], "api");
  });
});
