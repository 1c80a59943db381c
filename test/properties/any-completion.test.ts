import assert from "node:assert/strict";
import fc from "fast-check";
import { languageOf, readDocument } from "../../src/documents/read";
import { check, findingsOf } from "../rules/checked";
import { offered } from "../features/completed";

/** Texts per document. A run of thousands found nothing more. */
const RUNS = 15;

const YAML = `# A card
kind: model-card
id: scorer
status: "deployed"
owners:
  - name: Credit team
    role: owner   # who answers
  - { name: Ops, contact: ops@example.com }
intended_use:
  primary_uses:
    - Rank applications
  users: [Officers, 'Head, of credit']
overview: >
  Ranks: applications
  by chance.
review: { last: 2026-01-01 }
`;
const DOCUMENTS: Readonly<Record<string, string>> = {
  "a.model-card.yaml": YAML,
  "b.model-card.yaml": YAML.replace(/^( +)/gm, "$1$1").replace(/\n/g, "\r\n"),
  "c.security-risk.yaml": "kind: security-risk\nrisks:\n- id: R-001\n  affects:\n  - integrity\n  treatment:\n    controls: [\"iso27001:A.5.1\"]\n    actions:\n    - what: Sign\n  level: high\n- id: R-002\n",
  "d.model-card.json": '{\n\t"kind": "model-card", // said\n\t"owners": [{ "name": "A" }],\n\t"status": "deployed",\n\t"review": {\n\t\t"last": "2026-01-01"\n\t}\n}\n',
  "MODEL_CARD.md": "---\nkind: model-card\nowners:\n  - name: A\nlinks:\n  risks: []\n---\n\n# A card\n",
};

/** A text as it may look while it is typed: cut off, or with some characters gone or put in. */
const halfTyped = (text: string) =>
  fc.tuple(fc.nat(text.length), fc.nat(6), fc.constantFrom("", "x", " ", "\n", "  \n", ":", "- ", "\"", "'", "[", "{", ",", "#", "st", "\n  ", "\n    - "), fc.boolean()).map(([at, gone, put, cut]) => {
    const rest = cut ? "" : text.slice(at + gone);
    return { text: text.slice(0, at) + put + rest, offset: at + put.length };
  });

const problemsIn = (path: string, text: string) => readDocument(path, languageOf(path) ?? "yaml", text).problems.length;
const duplicatesIn = (path: string, text: string) => findingsOf("duplicate-key", text, { path, language: languageOf(path) }).length;
const RIGHT = new Set(["unknown-field", "wrong-type", "value-not-listed", "bad-format"]);
const wrongIn = (path: string, text: string) => check(text, { path, language: languageOf(path) }).filter(({ rule }) => RIGHT.has(rule)).map(({ message }) => message);

describe("completion, wherever the cursor stands in whatever text", () => {
  for (const [path, whole] of Object.entries(DOCUMENTS)) {
    it(`offers in ${path} nothing that breaks it`, async () => {
      await fc.assert(
        fc.asyncProperty(halfTyped(whole), async ({ text, offset }) => {
          const marked = `${text.slice(0, offset)}\u0001${text.slice(offset)}`;
          const { items, taken } = await offered(marked, { path, mark: "\u0001", others: { "r.yaml": "kind: security-risk\nrisks:\n  - id: R-009\n" }, files: ["reports/a b.pdf"] });
          for (const { label } of items.filter((_, index) => index < 3 || index % 11 === 0)) {
            const after = taken(label);
            assert.ok(problemsIn(path, after) <= problemsIn(path, text), `${label} in\n${marked.replace("\u0001", "‸")}\ngives\n${after}`);
            if (problemsIn(path, text) === 0) assert.ok(wrongIn(path, after).length <= wrongIn(path, text).length, `${label} in\n${marked.replace("\u0001", "‸")}\ngives\n${after}\n${wrongIn(path, after).join("\n")}`);
            assert.ok(duplicatesIn(path, after) <= duplicatesIn(path, text), `${label} stands twice in\n${after}`);
          }
        }),
        { numRuns: RUNS },
      );
    });
  }
});
