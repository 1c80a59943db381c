import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { languageOf } from "../../src/documents/read";
import { check } from "../rules/checked";
import { offered } from "../features/completed";

/** Places per document, of whose items two are taken. */
const RUNS = 6;

const CARD = `kind: model-card
id: scorer
version: 2.1.0
status: deployed # since May
owners:
  - name: Credit team
    contact: credit@example.com
intended_use:
  primary_uses: [Rank applications]
training_data:
  datasets:
    - { id: loans, personal_data: true }
design:
  libraries:
    - transformers
  license: Apache-2.0
evaluation:
  datasets:
    - loans
  metrics:
    - name: auc
      value: 0.87
      evidence: reports/m.json
      confidence_interval:
        lower: 0.8
        upper: 0.9
links: { risks: [R-001], impact_assessment: scorer-assessment }
review:
  last: 2026-01-01
`;

const RISKS = `kind: security-risk
id: scorer-risks
assets:
  - id: weights
    type: model
risks:
  - id: R-001
    category: security
    threat: data_poisoning
    affects:
      - integrity
    likelihood: possible
    consequence: major
    treatment:
      option: modify
      controls: ["iso27001:A.5.21"]
      actions:
        - what: Sign
          due: 2026-12-01
          status: done
    residual: { likelihood: rare, consequence: minor, level: low }
`;

const ASSESSMENT = `kind: impact-assessment
id: scorer-assessment
system:
  name: Scorer
  model_card: scorer
  languages: [nl]
data:
  personal_data: true
impacts:
  - id: I-1
    type: harm
    likelihood: rare
    severity: minor
    level: low
measures:
  - what: A second look
    impacts: [I-1]
approvals:
  - name: Board
    date: 2026-01-01
`;

const STATEMENT = `kind: statement-of-applicability
id: soa
standard: iso42001
entries:
  - control: iso42001:A.6.2.4
    applicable: true
    justification: Every model is tested
    evidence:
      - a.md
`;

const PROFILE = `kind: clausewise
standards: [iso42001]
profile: standard
rules:
  placeholder: hint
risk_matrix:
  likelihood: [rare, likely]
  consequence: [minor, major]
  levels: [low, high]
  table:
    rare: [low, low]
    likely: [low, high]
  appetite: low
files:
  model-card: [cards/**]
`;

const TEXTS: Readonly<Record<string, string>> = { "model-card": CARD, "security-risk": RISKS, "impact-assessment": ASSESSMENT, "statement-of-applicability": STATEMENT, clausewise: PROFILE };

/** The same document as people write it: in two steps and four, with dashes further out, in JSON with tabs and on one line, above Markdown. */
const MANNERS: readonly (readonly [manner: string, ending: string, write: (yaml: string) => string])[] = [
  ["YAML", "yaml", (yaml) => yaml],
  ["YAML with four blanks and CRLF", "yaml", (yaml) => yaml.replace(/^( +)/gm, "$1$1").replace(/^( *)- (?=\w+: )/gm, "$1-   ").replace(/\n/g, "\r\n")],
  ["YAML with dashes in the column of their keys", "yaml", outdented],
  ["JSON", "json", (yaml) => JSON.stringify(parse(yaml), null, 2)],
  ["JSON with tabs and comments", "json", (yaml) => JSON.stringify(parse(yaml), null, "\t").replace("{\n", "{ // begun\n")],
  ["JSON on one line", "json", (yaml) => JSON.stringify(parse(yaml))],
  ["Markdown", "md", (yaml) => `---\n${yaml}---\n\n# Notes\n`],
];

/** Each list in the column of its key. */
function outdented(yaml: string): string {
  const lists: number[] = [];
  return yaml.replace(/^( *)(- )?/gm, (_all, blanks: string, dash = "") => {
    while (lists.length > 0 && blanks.length < (lists.at(-1) ?? 0)) lists.pop();
    if (dash !== "" && blanks.length > (lists.at(-1) ?? -1)) lists.push(blanks.length);
    return " ".repeat(blanks.length - 2 * lists.length) + String(dash);
  });
}

/** The rules that speak when something was written that the document cannot have there. */
const RIGHTNESS = new Set(["syntax-error", "unknown-field", "wrong-type", "value-not-listed", "bad-format", "out-of-range", "duplicate-key", "yaml-boolean-word", "clause-id-became-number"]);

describe("completion in a document that is right", () => {
  for (const [kind, yaml] of Object.entries(TEXTS)) {
    for (const [manner, ending, write] of MANNERS) {
      if (kind === "clausewise" && ending === "md") continue;
      const text = write(yaml);
      const path = kind === "clausewise" ? `clausewise.${ending}` : `a.${kind}.${ending}`;
      const wrong = (one: string) => check(one, { path, language: languageOf(path) }).filter(({ rule }) => RIGHTNESS.has(rule)).map(({ rule, message }) => `${rule}: ${message}`);

      it(`offers nothing that makes a ${kind} in ${manner} wrong`, async () => {
        const before = wrong(text).length;
        await fc.assert(
          fc.asyncProperty(fc.nat(text.length), fc.nat(), async (offset, pick) => {
            const marked = `${text.slice(0, offset)}\u0001${text.slice(offset)}`;
            const { items, taken } = await offered(marked, { path, mark: "\u0001", others: { "r.yaml": "kind: security-risk\nid: rr\nrisks:\n  - id: R-009\n" }, files: ["reports/a b.pdf", "x.md"], snippets: pick % 2 === 0 });
            for (const { label } of items.filter((_, index) => index === pick % items.length || index === (pick + 7) % items.length)) {
              const after = taken(label);
              const found = wrong(after);
              assert.ok(found.length <= before, `${label} at\n${marked.replace("\u0001", "‸")}\ngives\n${after}\n${found.join("\n")}`);
            }
          }),
          { numRuns: RUNS },
        );
      });
    }
  }
});
