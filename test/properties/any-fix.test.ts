import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import type { Language } from "../../src/documents/document";
import { readDocument } from "../../src/documents/read";
import type { Finding, Fix } from "../../src/rules/rule";
import { check } from "../rules/checked";

/** Pieces of a model card, each with something that a machine can repair. */
const PIECES: readonly string[] = [
  "id: credit scorer # its id\n",
  "name: Credit scorer\n",
  "version: v2.1\n",
  "status: deploid # since May\n",
  "Status: deployed\n",
  "overview:\n",
  "owners:\n  - name: Risk team\n    role: # nobody yet\n  - Finance\n",
  "owners:\n- contact: team@example.com\n",
  "intended_use: { primary_use: [Ranking], users: Officers }\n",
  "intended_use:\n    primary_uses:\n        - Ranking # of applications\n    human_oversight: TODO\n",
  "training_data:\n  datasets: [{ id: a b, personal_data: yes }]\n\n",
  "# measured in May\nevaluation:\n  metrics:\n    - name: auc\n      threshold: \"0,85\"\n    # more to come\n",
  "limitations: []\n",
  "limitations: None known\n",
  "review: { last: 2025-09-01, next: 2025-03-01 }\n",
  "review:\n  next: 1 March 2026\n",
  "review: {}\n",
  "approvals:\n  - { name: Board, date: 09/01/2026 }\n",
  "own_key: |+\n  a text\n\n",
];

/** Suppressions and stand-ins for reasons leave it to a person to make the finding go. */
const LEFT_TO_A_PERSON = new Set(["suppression-without-reason"]);

const texts = fc
  .tuple(fc.shuffledSubarray([...PIECES], { minLength: 1, maxLength: 5 }), fc.constantFrom<Language>("yaml", "json", "markdown"), fc.constantFrom("\n", "\r\n"), fc.boolean())
  .map(([pieces, language, eol, end]) => ({ language, text: written(pieces.join(""), language, end).replace(/\n/g, eol) }));

function written(pieces: string, language: Language, end: boolean): string {
  const yaml = `kind: model-card\n${pieces}`;
  if (language === "json") return JSON.stringify(parse(yaml, { uniqueKeys: false, logLevel: "silent" }), null, 2);
  if (language === "markdown") return `---\n${yaml}---\n\n# Notes\n`;
  return end ? yaml : yaml.replace(/\n+$/, "");
}

describe("any repair of any document", () => {
  it("changes nothing beside its edits, breaks nothing, and its finding is gone", () => {
    fc.assert(
      fc.property(texts, ({ text, language }) => {
        const problems = readDocument("", language, text).problems.length;
        const seen = new Set<string>();
        for (const finding of check(text, { language, profile: { strictness: "standard" } })) {
          for (const fix of finding.fixes) {
            const key = JSON.stringify([fix.title, fix.edits]);
            if (!seen.has(key)) assertRepair(text, language, problems, finding, fix);
            seen.add(key);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

function assertRepair(text: string, language: Language, problems: number, finding: Finding, fix: Fix): void {
  const about = `“${fix.title}” of ${finding.rule} at ${finding.field ?? "the text"} in\n${text}`;
  let place = 0;
  let result = "";
  for (const { span, text: put } of fix.edits) {
    assert.ok(span.start >= place && span.end >= span.start && span.end <= text.length, `the edits are in order and inside the text: ${about}`);
    result += text.slice(place, span.start) + put;
    place = span.end;
  }
  result += text.slice(place);
  assert.notEqual(result, text, `something changes: ${about}`);
  if (text.includes("\r\n")) assert.ok(!/[^\r]\n/.test(result), `the line endings stay: ${about}`);
  for (const comment of readDocument("", language, text).comments) {
    // What stands inside of something that is taken out goes with it.
    const taken = fix.edits.some(({ span }) => span.start < comment.span.end && comment.span.start < span.end);
    assert.ok(taken || result.includes(comment.text), `${comment.text} stays: ${about}\n→\n${result}`);
  }
  assert.ok(readDocument("", language, result).problems.length <= problems, `no syntax error comes in: ${about}\n→\n${result}`);
  assert.ok(errorsIn(result, language) <= errorsIn(text, language), `no error comes in: ${about}\n→\n${result}`);
  assert.ok(alike(finding, result, language) < alike(finding, text, language) || LEFT_TO_A_PERSON.has(finding.rule), `the finding is gone: ${about}\n→\n${result}`);
}

/** How many errors there are. */
function errorsIn(text: string, language: Language): number {
  return check(text, { language, profile: { strictness: "standard" } }).filter((one) => one.severity === "error").length;
}

/** How often the same is said of the same field: of a key that stands three times it is said twice. */
function alike({ rule, field, message }: Finding, text: string, language: Language): number {
  return check(text, { language, profile: { strictness: "standard" } }).filter((one) => one.rule === rule && one.field === field && one.message === message).length;
}
