import assert from "node:assert/strict";
import type { Reading } from "../../../src/formats/format";
import { BODY_KEYS, BODY_SECTIONS } from "../../../src/formats/hub-card";
import { shapeViolations } from "../../../src/formats/shape";
import { vocabularyOf } from "../../../src/formats/vocabulary";
import { lossesInShort, targets, targetsFor, writtenAs } from "../../../src/formats/writing/targets";
import type { Written } from "../../../src/formats/writing/targets";
import { check, findingsOf } from "../../rules/checked";
import { read, said } from "../read";

/** A document written as a target names it. */
function as(id: string, reading: Reading): Written {
  const target = targets.find((one) => one.id === id);
  assert.ok(target, id);
  return writtenAs(reading, target);
}

/** What the new file says when it is read. */
function again({ fileName, text, target }: Written): Reading {
  return read(fileName, text, target.language);
}

function yaml(text: string): Reading {
  return read("a.model-card.yaml", text, "yaml");
}

const CARD = `kind: model-card
id: sorter
name: Parcel sorter
version: 1.2.0
overview: "Sorts parcels by size: *small*, _large_ and <foil>."
owners:
  - { name: Depot team, role: model owner, contact: depot@example.com }
intended_use:
  primary_uses: [Sort parcels, "# not a heading"]
  out_of_scope_uses: ["Limitations: none were looked for", Weighing]
  task: image-classification
training_data:
  datasets:
    - { id: photos, name: Photos, source: "https://example.com/photos", population: Parcels of one year }
design:
  license: Apache-2.0
  learning_approach: supervised
  inputs: [photo, weight]
evaluation:
  metrics:
    - { name: Accuracy, value: 0.97, threshold: 0.9, dataset: Photos }
    - { name: Recall, value: 0.8, dataset: Photos }
limitations: [Poor on foil]
ethical_considerations:
  - { name: Jobs, mitigation_strategy: Training }
review: { last: 2026-01-01, next: 2027-01-01 }
`;

describe("a document written anew", () => {
  it("says in each format what it said, or it is told", () => {
    const reading = yaml(CARD);
    const kept = said(reading);
    const lost = Object.fromEntries(targetsFor(reading).map((target) => [target.id, writtenAs(reading, target).lost.map(({ span }) => reading.document.text.slice(span.start, span.end))]));
    assert.deepEqual(lost, {
      markdown: [],
      json: [],
      "hugging-face": [],
      "cyclonedx-1.6": ["sorter", "model owner", '"Limitations: none were looked for"', "Weighing", "photos", "0.9", "Photos", "Photos", "2026-01-01", "2027-01-01"],
      "cyclonedx-1.7": ["sorter", "model owner", '"Limitations: none were looked for"', "Weighing", "photos", "0.9", "Photos", "Photos", "2026-01-01", "2027-01-01"],
      "model-card-toolkit": ["sorter", "model owner", '"Limitations: none were looked for"', "Weighing", "image-classification", "photos", "supervised", "0.9", "Photos", "Photos", "2026-01-01", "2027-01-01"],
      bridge2ai: ["sorter", "model owner", "photos", "supervised", "0.9", "Photos", "Photos", "2026-01-01", "2027-01-01"],
    });
    for (const target of targetsFor(reading)) {
      const found = said(again(writtenAs(reading, target)));
      for (const [path, value] of Object.entries(found)) if (path !== "kind") assert.deepEqual(value, kept[path], `${target.id} ${path}`);
    }
  });

  it("is in the shape that its format asks for", () => {
    for (const target of targetsFor(yaml(CARD))) {
      const written = writtenAs(yaml(CARD), target);
      assert.deepEqual(shapeViolations(again(written)), [], target.id);
      const settings = { language: target.language, path: written.fileName };
      assert.deepEqual(check(written.text, settings).filter((one) => ["format-violation", "hub-metadata", "hub-results", "unknown-field", "wrong-type"].includes(one.rule)), [], target.id);
    }
  });

  it("puts what the Hub knows into the Hub's keys, what people read under its headings, and the rest into the block", () => {
    const { text, fileName } = as("hugging-face", yaml(CARD));
    assert.equal(fileName, "README.md");
    assert.match(text, /^---\nlicense: apache-2.0\npipeline_tag: image-classification\nmodel-index:\n {2}- name: Parcel sorter\n/);
    assert.match(text, /\ngovernance:\n {2}id: sorter\n/);
    assert.match(text, /\n### Direct Use\n\n- Sort parcels\n- \\# not a heading\n/);
    assert.match(text, /\| Accuracy \| 0.97 \| 0.9 \| Photos \|\n/);
  });

  it("does not write into the text what would be taken for something else there", () => {
    const { text } = as("hugging-face", yaml("kind: model-card\nname: Sorter\nintended_use:\n  primary_uses: ['Owner: the depot', Sorting]\n"));
    assert.equal(/Direct Use/.test(text), false);
    assert.match(text, /governance:\n {2}name: Sorter\n {2}intended_use:\n {4}primary_uses:\n/);
  });

  const MARKDOWN = "# Model Card: Parcel sorter\n\n**Version:** 1.2.0\n\n**Status:** hatched\n\n## Intended use\n\n- Sort parcels, see [the depot](https://example.com)\n\n## Metrics\n\n| Metric | Value |\n|---|---|\n| Accuracy | 97.1% |\n\n## Zorg\n\nSomething else.\n";

  it("in our own shape leaves out what the fields cannot hold, and tells it with its place", () => {
    const reading = read("MODEL_CARD.md", MARKDOWN);
    const written = as("yaml", reading);
    const { status, ...before } = said(reading);
    assert.equal(status, "hatched");
    assert.deepEqual(said(again(written)), { kind: "model-card", id: "parcel-sorter", ...before });
    assert.deepEqual(written.lost.map(({ message }) => message), [
      "Status: “hatched” is none of the answers that this field takes, so it is left out.",
      "Fields hold plain words: the address of a link stays behind.",
      "The section “Zorg” belongs to no field, so our own YAML goes without it.",
    ]);
    assert.deepEqual([...findingsOf("wrong-type", written.text), ...findingsOf("value-not-listed", written.text), ...findingsOf("unknown-field", written.text)], []);
  });

  it("keeps the text of a Markdown file as it is where the new file has room for text", () => {
    const reading = read("MODEL_CARD.md", MARKDOWN);
    // What is no answer to a field stands in the text all the same, and only a reader of the text sees it.
    for (const [id, lost] of [["markdown", ["Status"]], ["hugging-face", []]] as const) {
      const written = as(id, reading);
      assert.ok(written.text.endsWith(MARKDOWN), id);
      assert.deepEqual(written.lost.map(({ name }) => name), lost, id);
      assert.equal(said(again(written))["evaluation.metrics[1].name"], undefined, id);
    }
  });

  it("tells which comments and keys stay behind", () => {
    const { lost } = as("json", yaml("# by hand\nkind: model-card\nname: Sorter\nx-depot: north\n"));
    assert.deepEqual(lost.map(({ message }) => message), ["The comment “by hand” is not taken over.", "`x-depot` belongs to no field, so our own JSON goes without it."]);
  });

  it("is offered in every form that its kind has, but for the one that it has already", () => {
    assert.deepEqual(targetsFor(yaml(CARD)).map(({ id }) => id), ["markdown", "json", "hugging-face", "cyclonedx-1.6", "cyclonedx-1.7", "model-card-toolkit", "bridge2ai"]);
    const register = read("risk_register.csv", "ID,Risk,Likelihood,Impact,Due\nR1,Labels,High,Low,soon\n", "csv");
    assert.deepEqual(targetsFor(register).map(({ id }) => id), ["yaml", "markdown", "json"]);
    const { text, lost } = as("yaml", register);
    assert.match(text, /^kind: security-risk\nrisks:\n {2}- id: R1\n {4}title: Labels\n/);
    assert.deepEqual(lost.map(({ message }) => message), ["Due: “soon” is none of the answers that this field takes, so it is left out."]);
  });

  it("is the same text again when it was in our own shape", () => {
    const text = "kind: security-risk\nid: parcels\nrisks:\n  - id: R1\n    title: Labels are swapped\n    treatment:\n      option: modify\n      actions:\n        - what: Scan twice\n          due: 2027-01-31\n";
    const written = as("yaml", read("a.yaml", text, "yaml"));
    assert.deepEqual([written.text, written.lost], [text, []]);
  });

  it("is told in short by what is lost, each thing once", () => {
    const lost = ["Role", "Role", "Status", "Review", "Task", "Domain"].map((name) => ({ name, message: "", span: { start: 0, end: 1 } }));
    assert.equal(lossesInShort(lost), "Role, Status, Review and 2 more");
    assert.equal(lossesInShort(lost.slice(0, 3)), "Role and Status");
  });
});

describe("the table of a Hugging Face card", () => {
  it("has headings and keys that the reader takes for the very fields", () => {
    const vocabulary = vocabularyOf("model-card");
    for (const { heading, path } of BODY_SECTIONS) assert.equal(vocabulary.headings.find(heading), path, heading);
    for (const [key, path] of BODY_KEYS) assert.equal(vocabulary.keys.find(key), path, key);
  });
});
