import assert from "node:assert/strict";
import fc from "fast-check";
import { languageOf } from "../../src/documents/read";
import { diagnosticsOf } from "../../src/features/diagnostics";
import { opened, ROOT } from "../features/opened";
import { assertWholesome } from "./wholesome";

const YAML_CARD = `# clausewise-disable-next-line review-overdue -- the board meets in May
kind: model-card
id: scorer 1   # a blank
name: "Scorer 😀"
version: 2.10
status: live
owners:
  - &team { name: Risk team, contact: team@example }
  - *team
intended_use: &use
  primary_uses:
    - Rank applications: by risk
  human_oversight: |
    An officer decides.

    TODO
  users: []
  out_of_scope_use: Mortgages
training_data:
  datasets: [{ id: loans, personal_data: yes }, { <<: *team, id: loans }]
evaluation:
  metrics:
    - name: auc
      value: 0.82
      threshold: 0.85
status: [deployed]
review: { last: 2026-09-01, next: 2026-03-01 }
---
kind: security-risk
risks:
  - id: R-1
    likelihood: posible
    consequence: severe
    level: low
    treatment: { option: modify, controls: [5.10] }
    residual: { level: high }
`;

const JSON_RISKS = `{
  // clausewise-disable-next-line bad-format
  "kind": "security-risk",
  "id": "risks é",
  "owner": "",
  "risks": [
    { "id": "R-1", "likelihood": "rare", "consequence": "major", "level": "high", "treatment": { "option": "retain" }, "acceptance": { "until": "2020-02-30" } },
    "R-2",
  ],
  "review": { "next": "2020-01-01" }
}
`;

const MARKDOWN_CARD = `---
kind: impact-assessment
impacts:
\t- { id: I-1 }
  - { id: I-2, type: harm, level: high }
title: <title>
---

# An assessment

<!-- clausewise-disable-file placeholder -->

| a | b |
|---|---|
| 1 | 😀 |
`;

const PROFILE = `organisation: Bank
profile: strict
risk_matrix: { likelihood: [low, high], consequence: [low, high], levels: [low, high], table: { low: [low], hihg: [low, tall] } }
rules: { placeholder: loud }
files: { model-card: "*.mc.yaml" }
`;

const FILES: readonly (readonly [path: string, text: string])[] = [
  ["scorer.model-card.yaml", YAML_CARD],
  ["risk-register.json", JSON_RISKS],
  ["impact-assessment.md", MARKDOWN_CARD],
  ["clausewise.yaml", PROFILE],
];

const ODD = ["\n", "\r\n", "\r", "\t", " ", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", " # ", "|\n", ">-\n", '"', "'", "`", "\\", "&a ", "*a ", "*team", "<<: ", "!t ", "%", "@", "---\n", "...\n", "~", "null", "é", "😀", "\ud83d", "\ufeff", "\u2028", "\u0085", "\u0000", "//", "/*", "*/", "<!--", "-->", "```", "| ", "kind: ", "__proto__: 1\n", "\n\n"];

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(30), fc.nat(2000)),
  put: fc.oneof(fc.constantFrom(...ODD), fc.constantFrom(...FILES.flatMap(([, text]) => text.split("\n"))), fc.string({ maxLength: 4 })),
});

/** A document of ours after a few mishaps: cut off, overwritten, joined with another, saved by another editor. */
const mishap = fc.record({
  file: fc.constantFrom(...FILES),
  joined: fc.option(fc.constantFrom(...FILES.map(([, text]) => text)), { freq: 6 }),
  edits: fc.array(edit, { maxLength: 5 }),
  end: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
  lineEnd: fc.constantFrom("\n", "\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "", "\ufeff"),
}).map(({ file: [path, whole], joined, edits, end, lineEnd, mark }) => {
  let text = whole + (joined ?? "");
  for (const { at, removed, put } of edits) {
    const place = Math.floor(at * text.length);
    text = text.slice(0, place) + put + text.slice(place + removed);
  }
  text = text.slice(0, Math.ceil(text.length * end));
  return { path, text: mark + text.replace(/\n/g, lineEnd) };
});

/** The same few mishaps every time, so that no test fails by chance; `CLAUSEWISE_RUNS=2000` looks at that many new ones. */
function runs(few: number): fc.Parameters<unknown> {
  const many = process.env["CLAUSEWISE_RUNS"];
  return many === undefined ? { numRuns: few, seed: 42001 } : { numRuns: Number(many) };
}

describe("any text at all", () => {
  it("gets findings, hovers and rows whose places lie inside it", () => {
    fc.assert(
      fc.property(mishap, ({ path, text }) => assertWholesome(path, text)),
      runs(30),
    );
  });

  it("that names a standard leads from its references and ids to places that exist", () => {
    const pieces = ["ISO/IEC 42001", "ISO 27001:2022 ", "A.6.2.4", "A-7-4", "§6.1.2", "–A.5.9", " Event logs", "id: R-1\n", "risks: [R-1]\n", "kind: model-card\n", "- id: x\n  title: A.7.2\n", "| A.8.15 | Logging |\n", "# ", "\r\n", "附录", ...ODD];
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 40 }).map((words) => `ISO 42001 and ISO 27001\n${words.join("")}`);
    fc.assert(
      fc.property(fc.constantFrom("a.model-card.yaml", "b.json", "notes.md"), text, (path, whole) => assertWholesome(path, whole)),
      runs(25),
    );
  });

  it("is read in a moment where it is one line of many references", () => {
    assertWholesome("notes.md", "ISO 27001 A.8.15, A.5.7 and ISO 42001 A.6.2.8; ".repeat(400));
    assertWholesome("one.json", `{"iso27001": [${Array.from({ length: 500 }, (_, index) => `"A.8.${index}"`).join(",")}]}`);
  });

  it("is read after any edit as if it were read anew", () => {
    fc.assert(
      fc.property(mishap, mishap, ({ path, text }, { text: next }) => {
        const edited = opened({ [path]: text });
        edited.index.update(`${ROOT}/${path}`, languageOf(path) ?? "yaml", next);
        assert.deepEqual(diagnosticsOf(edited, `${ROOT}/${path}`), diagnosticsOf(opened({ [path]: next }), `${ROOT}/${path}`));
      }),
      runs(20),
    );
  });

  for (const [path, text] of FILES) {
    it(`such as ${path} as it stands here gives several findings, so that the mishaps have something to hit`, () => {
      assert.ok(diagnosticsOf(opened({ [path]: text }), `${ROOT}/${path}`).length > 4);
    });
  }
});
