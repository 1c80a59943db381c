import assert from "node:assert/strict";
import { assertMarked, check, findingsOf, fixed } from "./checked";
import type { Setting } from "./checked";

const markdown: Setting = { language: "markdown", path: "notes.md" };
const REFERENCE_RULES = ["unknown-clause", "clause-title-mismatch", "objective-cited-as-control", "superseded-edition", "definition-cited-as-requirement", "ambiguous-clause", "clause-id-became-number", "wrong-control-count"];
const aboutReferences = (text: string, setting?: Setting) => check(text, setting).filter(({ rule }) => REFERENCE_RULES.includes(rule));

describe("unknown-clause", () => {
  it("names the nearest clause that exists and writes it in the spelling that is there", () => {
    const text = "iso-42001_references:\n  - ⟦A-6-2-9⟧\n";
    const [finding] = assertMarked("unknown-clause", text);
    assert.match(finding?.message ?? "", /ISO\/IEC 42001:2023 has no A\.6\.2\.9.*A\.6\.2\.8 AI system recording of event logs/);
    assert.equal(fixed(text, finding?.fixes[0]), "iso-42001_references:\n  - A-6-2-8\n");
  });

  it("goes by the title beside the number where that names a clause", () => {
    const text = "ISO 42001 ⟦8.5⟧ Third-party and customer relationships\n";
    const [finding] = assertMarked("unknown-clause", text, markdown);
    assert.match(finding?.message ?? "", /A\.10 Third-party/);
  });

  it("offers the house spelling with the title in prose", () => {
    const text = "Evidence for ISO27001 ⟦A.5.15.1⟧ is kept.\n";
    const [finding] = assertMarked("unknown-clause", text, markdown);
    assert.equal(fixed(text, finding?.fixes[1]), "Evidence for ISO/IEC 27001 A.5.15 Access control is kept.\n");
  });

  it("says where the numbers end when none is near", () => {
    const [finding] = assertMarked("unknown-clause", "ISO 42001 ⟦A.15.2⟧\n", markdown);
    assert.match(finding?.message ?? "", /Its Annex A runs from A\.2 to A\.10\./);
  });

  it("keeps the letter of Annex B and the missing letter behind “Annex A”", () => {
    assert.match(fixed("ISO 42001 B.6.2.9", assertMarked("unknown-clause", "ISO 42001 ⟦B.6.2.9⟧", markdown)[0]?.fixes[0]), /B\.6\.2\.8/);
    assert.match(fixed("ISO 27001 Annex A 8.35", assertMarked("unknown-clause", "ISO 27001 Annex A ⟦8.35⟧", markdown)[0]?.fixes[0]), /Annex A 8\.34/);
  });

  it("leaves introduction, terms and every clause that exists alone", () => {
    assert.deepEqual(aboutReferences("ISO 42001 clause 3, clause 4.1, A.6.2.8, B.7.4 and clauses 4–10; ISO 27001 A.5.1–A.5.37 and 6.1.3 d)\n", markdown), []);
  });
});

describe("clause-title-mismatch", () => {
  const wrong: readonly string[] = [
    "ISO 42001: 8.4 ⟦AI System Lifecycle⟧\n",
    "ISO 27001 10.1 ⟦Nonconformity and corrective action⟧; 10.2 ⟦Continual improvement⟧\n",
    "ISO 27001:2022 A.8.10 ⟦Secure Authentication⟧\n",
    "ISO 27001:2022 A.8.31 (⟦Logging⟧)\n",
    "- ISO 27001:2022 A.6.2 ⟦Security Awareness⟧\n",
    "ISO 27001:2022 A.5.36 — ⟦Legal & Contractual⟧\n",
    "## ISO 27001\n\n| Control | Title |\n|--|--|\n| A.7.5 | ⟦Clear desk and clear screen⟧ |\n",
  ];
  for (const text of wrong) it(`reports “${text.trim().split("\n").at(-1) ?? ""}”`, () => assertMarked("clause-title-mismatch", text, markdown));

  const forgiven: readonly string[] = [
    "ISO 27001 A.8.15 Event logging",
    "ISO 27001 A.8.20 Network security",
    "ISO 27001 A.8.25 Secure SDLC",
    "ISO 27001 A.8.17 Clock synchronisation",
    "ISO 27001 A.5.15 Restrict access to what people need",
    "ISO 27001 A.6.3 Security awareness",
    "ISO 27001 A.8.8 Patch management",
    "ISO 27001 A.8.24 (encryption at rest)",
    "ISO 27001 A.8.24 Kryptographie",
    "ISO 27001 A.5.24 (incident planning)",
    "ISO 42001 A.6.2.6 System monitoring",
    "ISO 42001 A.6.2.8 Event logs",
    "ISO 42001 A.7.4 Data quality",
    "ISO 42001 A.5.4 Impact on individuals",
    "ISO 42001 6.1.4 Impact assessment",
    "ISO 42001 A.10.3 Lieferanten",
    "ISO 42001 8.4 — AI system operation",
    "ISO 42001 A.6.2.4 (see the test report)",
    "ISO 42001 A.8.4 Responsible AI",
    "ISO 42001 A.7.2 Transparency",
    "ISO 27001 A.5.28 (logging)",
    "ISO 42001 A.6.2.4 is met by the logging of tests",
  ];
  for (const text of forgiven) it(`forgives “${text}”`, () => assertMarked("clause-title-mismatch", text, markdown));

  it("offers both ways out: the title's number, the number's title", () => {
    const text = "- ISO 27001:2022 A.8.10 ⟦Secure Authentication⟧\n";
    const [finding] = assertMarked("clause-title-mismatch", text, markdown);
    const outcomes = finding?.fixes.map((fix) => fixed(text, fix));
    assert.deepEqual(outcomes, ["- ISO 27001:2022 A.8.5 Secure Authentication\n", "- ISO 27001:2022 A.8.10 Information deletion\n", "- ISO/IEC 27001 A.8.5 Secure authentication\n"]);
  });

  it("reads the title from the comment behind a number and from the key beside it", () => {
    assertMarked("clause-title-mismatch", "iso-42001_references:\n  - A-6-1-3 # ISO 42001: ⟦Data provenance⟧\n  - A-7-5 # ISO 42001: Data provenance\n");
    assertMarked("clause-title-mismatch", "framework: ISO 27001\ncontrols:\n  - id: A.8.31\n    title: ⟦Logging⟧\n  - id: A.8.15\n    title: Logging\n");
    assertMarked("clause-title-mismatch", 'iso27001: { "A.8.31": ⟦Logging⟧, "A.8.15": implemented }\n');
  });

  it("does not take the title of a risk for that of its control", () => {
    assert.deepEqual(aboutReferences("standard: ISO 27001\nrisks:\n  - id: R-1\n    title: Data leakage\n    control: A.8.24\n"), []);
  });

  it("says nothing about a control of the 2013 edition", () => {
    assert.deepEqual(aboutReferences("ISO/IEC 27001:2013 A.8.2 Information classification\n", markdown), []);
  });
});

describe("objective-cited-as-control", () => {
  it("reports every objective of ISO/IEC 42001 Annex A, and none of its controls", () => {
    const ids = ["A.2.1", "A.3.1", "A.4.1", "A.5.1", "A.6.1.1", "A.6.2.1", "A.7.1", "A.8.1", "A.9.1", "A.10.1"];
    assertMarked("objective-cited-as-control", `ISO 42001: ${ids.map((id) => `⟦${id}⟧`).join(", ")}, A.2.2, A.6.1.2, A.10.2\n`, markdown);
  });

  it("goes by the title to the control that is meant", () => {
    const text = "ISO 42001 ⟦A.5.1⟧ Documentation of AI system impact assessments\n";
    const [finding] = assertMarked("objective-cited-as-control", text, markdown);
    assert.match(fixed(text, finding?.fixes[0]), /A\.5\.3/);
  });

  it("leaves alone who calls it an objective, a range, and ISO/IEC 27001", () => {
    assert.deepEqual(aboutReferences("The objective ISO 42001 A.7.1; ISO 42001 A.2.1–A.2.4; ISO 27001 A.5.1, A.7.1 and A.8.1\n", markdown), []);
  });
});

describe("superseded-edition", () => {
  it("names the successor and writes it", () => {
    const text = "- ISO 27001 ⟦A.12.6.1⟧ (Management of Technical Vulnerabilities)\n";
    const [finding] = assertMarked("superseded-edition", text, markdown);
    assert.match(finding?.message ?? "", /2013 edition.*A\.8\.8 Management of technical vulnerabilities/);
    assert.equal(fixed(text, finding?.fixes[0]), "- ISO 27001 A.8.8 (Management of Technical Vulnerabilities)\n");
  });

  it("knows the sections of the old annex too", () => {
    assertMarked("superseded-edition", "ISO 27001:2022 - ⟦A.12⟧, ⟦A.13⟧, ⟦A.14.2⟧\n", markdown);
  });

  it("offers every successor where there are several, none of them as the obvious one", () => {
    const [finding] = assertMarked("superseded-edition", "iso27001: [⟦A.9.4.3⟧, ⟦A.18.2.3⟧]\n");
    assert.ok(finding?.fixes.every((fix, _, all) => fix.preferred === (all.length === 1)));
  });

  it("leaves a text about the old edition alone", () => {
    assert.deepEqual(aboutReferences("ISO/IEC 27001:2013 A.12.6.1, now ISO/IEC 27001:2022 A.8.8\n", markdown), []);
    assert.deepEqual(aboutReferences("| ISO 27001:2013 | ISO 27001:2022 |\n|--|--|\n| A.12.6.1 | A.8.8 |\n", markdown), []);
  });

  it("speaks for the control field of a risk as well", () => {
    const found = findingsOf("superseded-edition", "kind: security-risk\nrisks:\n  - id: R-1\n    treatment: { option: modify, controls: [iso27001:A.12.6.1] }\n");
    assert.equal(found.length, 1);
  });
});

describe("definition-cited-as-requirement", () => {
  it("reports a term of clause 3", () => void assertMarked("definition-cited-as-requirement", "Evidence for ISO/IEC 42001 clause ⟦3.7⟧ is the policy.\n", markdown));
  it("leaves a definition that is meant as one alone", () => {
    assert.deepEqual(aboutReferences("An AI system as defined in ISO/IEC 42001 clause 3.4\n", markdown), []);
  });
});

describe("ambiguous-clause", () => {
  const intro = "We follow ISO/IEC 42001 and ISO/IEC 27001.\n\n";

  it("reports a number that both standards have for different things", () => {
    const text = `${intro}Evidence for ⟦A.7.2⟧ is kept.\n`;
    const [finding] = assertMarked("ambiguous-clause", text, markdown);
    assert.deepEqual(finding?.fixes.map((fix) => fixed(text, fix).split("\n")[2]), [
      "Evidence for ISO/IEC 42001 A.7.2 Data for development and enhancement of AI system is kept.",
      "Evidence for ISO/IEC 27001 A.7.2 Physical entry is kept.",
    ]);
  });

  it("is settled by a heading, a column, a title, or because one standard alone has the number", () => {
    assert.deepEqual(aboutReferences(`${intro}## ISO 27001\n\nEvidence for A.7.2\n`, markdown), []);
    assert.deepEqual(aboutReferences(`${intro}| ISO 42001 | ISO 27001 |\n|--|--|\n| A.7.2 | A.7.2 |\n`, markdown), []);
    assert.deepEqual(aboutReferences(`${intro}- A.7.2 Physical entry\n- A.8.15\n- A.6.2.4\n`, markdown), []);
  });

  it("leaves clauses alone that both standards have in common", () => {
    assert.deepEqual(aboutReferences(`${intro}The internal audit (Clause 9.2) is due.\n`, markdown), []);
  });
});

describe("clause-id-became-number", () => {
  it("reports numbers without quotes below any key that names a standard", () => {
    const text = "mapping:\n  iso_27001: [⟦5.10⟧, ⟦8.2⟧]\n  nist: [5.10]\n  iso27001_score: 8.5\n";
    const [finding] = assertMarked("clause-id-became-number", text);
    assert.match(finding?.message ?? "", /`5\.10` is read as the number 5\.1.*A\.5\.10/);
    assert.equal(fixed(text, finding?.fixes[0]).split("\n")[1], '  iso_27001: ["5.10", 8.2]');
  });

  it("reports a single number behind a key for one clause, in JSON too", () => {
    assertMarked("clause-id-became-number", '{ "iso42001_clause": ⟦6.1⟧, "iso42001_version": 6.1 }', { language: "json" });
  });

  it("reports a field of a document once", () => {
    const found = findingsOf("clause-id-became-number", "kind: security-risk\nstandard: iso27001\nrisks:\n  - id: R-1\n    treatment: { option: modify, controls: [5.10] }\n");
    assert.equal(found.length, 1);
  });
});

describe("wrong-control-count", () => {
  const wrong: readonly string[] = [
    "ISO/IEC 42001:2023 has ⟦39⟧ Annex A controls.",
    "ISO 42001: all ⟦39⟧ controls were considered.",
    "## ISO 42001\n\n- Annex A: ⟦39⟧ controls",
    "ISO 27001:2022: ⟦114⟧ controls across 14 domains",
    "The ⟦114⟧ Annex A controls of ISO 27001",
  ];
  for (const text of wrong) it(`reports “${text.split("\n").at(-1) ?? ""}”`, () => assertMarked("wrong-control-count", text, markdown));

  const right: readonly string[] = [
    "ISO/IEC 42001 has 38 Annex A controls.",
    "ISO/IEC 27001:2022 has 93 controls.",
    "ISO/IEC 27001:2013 had 114 controls.",
    "ISO 27001:2022 reorganised 114 controls into 93.",
    "ISO 27001: 93 controls, compared to the previous 114 controls",
    "We looked at 39 Annex A controls of ISO 27001 in this assessment.",
    "ISO 27001 and 39 controls of NIST",
    "39 Annex A controls",
    "Total controls: 93 (ISO 27001:2022)",
  ];
  for (const text of right) it(`leaves “${text}” alone`, () => assertMarked("wrong-control-count", text, markdown));

  it("writes the right number", () => {
    const text = "ISO 42001 has ⟦39⟧ Annex A controls.";
    assert.equal(fixed(text, assertMarked("wrong-control-count", text, markdown)[0]?.fixes[0]), "ISO 42001 has 38 Annex A controls.");
  });
});

describe("a text that refers to clauses", () => {
  it("has no finding where it names no standard", () => {
    assert.deepEqual(check("# A.19.1\n\nClause 11.9, A.6.2.9 and 39 Annex A controls\n", markdown), []);
    assert.deepEqual(check("controls: [5.10, A.12.6.1]\nport: 27001\n"), []);
  });

  it("is read in keys, values, comments, prose, tables and front matter, but not in fenced code", () => {
    assertMarked("unknown-clause", '# ISO 42001 ⟦A.6.2.9⟧\n"iso42001:⟦A.6.2.10⟧": "ISO 42001 ⟦A.6.2.11⟧"\n');
    assertMarked("unknown-clause", '{ "iso42001": ["⟦A.6.2.9⟧"] } // ISO 42001 ⟦A.6.2.10⟧\n', { language: "json" });
    assertMarked("unknown-clause", "---\niso42001: ⟦A.6.2.9⟧\n---\n\n# ISO 42001 ⟦A.6.2.10⟧\n\n> `⟦A.6.2.11⟧`\n\n```\nISO 42001 A.6.2.12\n```\n\n<!-- ISO 42001 ⟦A.6.2.13⟧ -->\n", markdown);
  });

  it("keeps its places with CRLF, tabs, a byte order mark and characters beyond the basic plane", () => {
    assertMarked("unknown-clause", "\ufeff# 😀 ISO 42001\r\n\r\n\t😀\r\n\r\n- 😀 **ISO 42001** _A.6.2.8_ and `⟦A.6.2.9⟧`\r\n", markdown);
    assertMarked("unknown-clause", '# 😀\r\nkey: "\\u00a7 ISO 42001 \\t⟦A.6.2.9⟧"\r\n');
  });

  it("reads a reference once where YAML brings it in through an alias or a merge", () => {
    assertMarked("unknown-clause", "base: &base\n  iso42001: ⟦A.6.2.9⟧\nother: *base\nthird:\n  <<: *base\n");
  });

  it("takes suppressions with a reason, and says of one that silences nothing", () => {
    const text = "<!-- clausewise-disable-next-line unknown-clause -- quoted from an old list -->\nISO 42001 A.6.2.9\n";
    assert.deepEqual(check(text, markdown), []);
    assert.deepEqual(check(text.replace("A.6.2.9", "A.6.2.8"), markdown).map(({ rule }) => rule), ["suppression-unused"]);
  });

  it("does not take the numbers of its own sections for clauses", () => {
    const text = "# How we follow ISO/IEC 42001\n\n## 8.6 Scope\n\n## 11.2 Roles\n\nSee section 8.7, table A.12.1 and step 6.1.9.\n";
    assert.deepEqual(aboutReferences(text, markdown), []);
  });

  it("does not take the sections that a text links to, or numbers at the head of its lines, for clauses", () => {
    assert.deepEqual(aboutReferences("## ISO 27001\n\n| Control | Sections |\n|--|--|\n| A.8.26 | [5.1](#51-networks), [4.5](#45-hooks) |\n", markdown), []);
    assert.deepEqual(aboutReferences("4.1.1 The ISMS follows ISO/IEC 27001:2022 clauses 4 to 10 and Annex A.\n4.1.2 It is reviewed each year.\n", markdown), []);
  });

  it("takes the standard from a comment above a key, and from a list of frameworks beside it", () => {
    assertMarked("unknown-clause", "# ISO/IEC 42001, Annex A\ncontrols:\n  - id: ⟦A.6.2.9⟧\n# NIST AI RMF\nothers: [A.6.2.9]\n");
    assertMarked("unknown-clause", "---\nframeworks:\n  - ISO/IEC 42001:2023\ncontrols: [A.6.2.4, ⟦A.9.9⟧]\n---\n\n# Card\n", markdown);
  });

  it("reads a row about the older edition as that", () => {
    assert.deepEqual(aboutReferences("# ISO 27001\n\n| | |\n|--|--|\n| 2013 mapping | A.12.6.1, A.18.2.3 |\n", markdown), []);
  });

  it("takes a heading for a control's where its words are a control's title", () => {
    assertMarked("clause-title-mismatch", "Controls of ISO 27001.\n\n## A.8.19 ⟦Data Leakage Prevention⟧\n\n## A.8.13 Information backup\n\n## A.5.2 Scope of this text\n", markdown);
  });

  it("reads a row by the framework that is named in it, not by one that a cell mentions", () => {
    assertMarked("unknown-clause", "# ISO 27001\n\n| Framework | Control | Note |\n|--|--|--|\n| ISO 27001 | ⟦A.8.39⟧ | OWASP ASVS, GDPR |\n| | ⟦A.8.40⟧ | see OWASP ASVS for the tests |\n| SOC 2 | A.8.41 | |\n", markdown);
  });

  it("stays silent on every right reference of a mapping of both standards", () => {
    const text = `# Mapping

| Topic | ISO/IEC 27001:2022 | ISO/IEC 42001:2023 | NIST AI RMF | SOC 2 |
|--|--|--|--|--|
| Logging | A.8.15, A.8.16 | A.6.2.8 | MEASURE 2.4 | CC7.2 |
| Suppliers | 5.19–5.23 | Annex A.10.3 | GOVERN 6.1 | CC9.2 |
| Audit | Clause 9.2 | 9.2.2 | - | CC4.1 |
`;
    assert.deepEqual(aboutReferences(text, markdown), []);
  });
});
