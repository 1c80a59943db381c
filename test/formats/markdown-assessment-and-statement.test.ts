import assert from "node:assert/strict";
import { catalogue } from "../../src/standards/catalogue";
import { findingsOf } from "../rules/checked";
import { read, recognised, said } from "./read";

describe("a Markdown impact assessment", () => {
  const TEXT = `# AI Impact Assessment

## Parcel sorter

**Version:** 0.1

**Owner:** Depot lead

# Purpose

Sort parcels.

# Who is affected

- Senders
- Depot staff

# Risks and controls

| Risk | Likelihood | Severity | Control |
|---|---|---|---|
| Parcels are lost | Medium | High | Clerk looks |

# Human oversight

A clerk decides.

# Decision

Proceed to shadow mode only.

*Next review due: 2026-01-31*
`;

  it("is read into the canonical fields", () => {
    assert.deepEqual(said(read("docs/ai-impact-assessment.md", TEXT)), {
      "system.version": "0.1",
      "system.purpose": "Sort parcels.",
      "system.name": "Parcel sorter",
      "assessors[0].name": "Depot lead",
      "interested_parties.directly_affected": ["Senders", "Depot staff"],
      "impacts[0].description": "Parcels are lost",
      "impacts[0].likelihood": "Medium",
      "impacts[0].severity": "High",
      "measures[0].what": "Clerk looks",
      human_oversight: "A clerk decides.",
      "review.next": "2026-01-31",
      "decision.outcome": "proceed_with_conditions",
      title: "AI Impact Assessment",
    });
  });

  it("is told when its review is due, and once of what it lacks", () => {
    const setting = { language: "markdown", path: "docs/ai-impact-assessment.md" } as const;
    assert.equal(findingsOf("review-overdue", TEXT, setting).length, 1);
    assert.equal(findingsOf("missing-essentials", TEXT, setting).length, 1);
  });

  it("believes a title that names an assessment, whatever language its questions are in", () => {
    const body = "\n\n## U\n\na\n\n## V\n\nb\n\n## W\n\nc\n\n## X\n\nd\n";
    assert.equal(read("docs/dpia.md", `# DPIA — Avaluació d'impacte${body}`).format.id, "markdown-impact-assessment");
    assert.equal(recognised("docs/dpia.md", `# DPIA policy${body}`).kind, undefined);
    assert.equal(recognised("docs/dpia.md", `# Delivery plan${body}`).kind, undefined);
  });

  it("reads assessments in Dutch, Spanish, Portuguese and Catalan", () => {
    const of = (...titles: string[]) => Object.keys(said(read("docs/dpia.md", `# DPIA: Depot\n\n${titles.map((title, index) => `## ${title}\n\nAntwoord ${index}\n\n`).join("")}`)));
    assert.deepEqual(of("1. Doelstelling van de verwerking", "2. Verwerkingsverantwoordelijke", "3. Soorten persoonsgegevens", "5. Rechtmatige grondslag", "8. Beveiligingsmaatregelen", "9. Rechten van betrokkenen").sort(), ["assessors[0].name", "complaint_mechanism", "data.information", "legal_basis", "measures[0].what", "system.name", "system.purpose", "title"]);
    assert.deepEqual(of("Descripción del tratamiento", "Categorías de datos", "Bases legales", "Medidas técnicas", "Conclusiones").sort(), ["data.information", "legal_basis", "measures[0].what", "residual_impact.conclusion", "system.description", "system.name", "title"]);
    assert.deepEqual(of("Descrição do tratamento", "Bases legais e princípios", "Direitos dos titulares", "Risco residual e parecer").sort(), ["complaint_mechanism", "legal_basis", "residual_impact.conclusion", "system.description", "system.name", "title"]);
    assert.deepEqual(of("Descripció del tractament", "Categories de dades tractades", "Drets dels interessats", "Conclusió").sort(), ["complaint_mechanism", "data.information", "residual_impact.conclusion", "system.description", "system.name", "title"]);
  });
});

describe("a Markdown statement of applicability", () => {
  const setting = { language: "markdown", path: "docs/soa.md" } as const;

  it("is read with section rows, marks and tabs", () => {
    const pipes = "# Statement of Applicability\n\nISO/IEC 27001:2022\n\n|**Ref**|**Title**|**Included / Excluded**|**Justification**|\n|--|--|--|--|\n|**A.5 - Organisational**||||\n|A.5.1|Policies|Included|Base|\n|A.5.2|Roles|Excluded|One depot|\n|A 5.3|Duties|✅|Checks|\n";
    assert.deepEqual(Object.entries(said(read("soa.md", pipes))).filter(([path]) => /control|applicable$/.test(path)), [
      ["entries[0].control", "iso27001:A.5.1"],
      ["entries[0].applicable", true],
      ["entries[1].control", "iso27001:A.5.2"],
      ["entries[1].applicable", false],
      ["entries[2].control", "iso27001:A.5.3"],
      ["entries[2].applicable", true],
    ]);
    const tabs = "# SoA for ISO 42001\n\nControl\tApplicable\tJustification\tStatus\nA.2.2 AI policy\tYes\tBase\tImplemented\nA.2.3 Alignment\tNo\tOne policy\tN/A\nA.2.4 Review\tYes\tYearly\tPlanned\n";
    const found = said(read("soa.md", tabs));
    assert.equal(found["entries[1].control"], "iso42001:A.2.3");
    assert.equal(found["entries[1].applicable"], false);
    assert.equal(found["entries[2].status"], "planned");
  });

  it("is told of controls that are there twice, missing from a nearly whole list, or without a reason", () => {
    const all = catalogue.standards.find((one) => one.id === "iso42001")?.clauses.filter((clause) => clause.kind === "control").map((clause) => clause.id) ?? [];
    const table = (ids: readonly string[], reason = "Needed") => `# SoA, ISO/IEC 42001\n\n| Control | Applicable | Justification |\n|---|---|---|\n${ids.map((id) => `| ${id} | Yes | ${reason} |\n`).join("")}`;
    const [missing] = findingsOf("controls-missing", table(all.filter((id) => id !== "A.6.2.4")), setting);
    assert.equal(missing?.message, `${all.length - 1} of ${all.length} controls are here. Missing: A.6.2.4.`);
    assert.deepEqual(findingsOf("controls-missing", table(all.slice(0, 10)), setting), []);
    assert.equal(findingsOf("control-listed-twice", table([...all.slice(0, 3), "A.2.2"]), setting).length, 1);
    assert.equal(findingsOf("empty-field", table(all.slice(0, 3), ""), setting).length, 3);
    assert.deepEqual(findingsOf("empty-field", table(all, ""), setting).map((one) => one.message.slice(0, 45)), [`“Justification” is empty in ${all.length} of ${all.length} entries.`]);
  });
});

describe("an entry of a catalogue with references", () => {
  it("gives its title, summary and controls", () => {
    const text = "---\nsequence: 10\ntitle: Pin versions\nlayout: mitigation\niso-42001_references:\n  - A-6-2-3  # design\nmitigates: [ri-5]\n---\n## Purpose\n\nKeep what was tested.\n";
    assert.deepEqual(said(read("_mitigations/mi-10.md", text)), {
      title: "Pin versions",
      "risks[0].title": "Pin versions",
      "risks[0].id": "mi-10",
      "risks[0].description": "Keep what was tested.",
      "risks[0].treatment.actions[0].what": "Pin versions",
      "risks[0].treatment.controls": ["iso42001:A.6.2.3"],
    });
  });
});
