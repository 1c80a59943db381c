import assert from "node:assert/strict";
import { definitionAt } from "../../src/formats/markdown-reader";
import { phraseOf } from "../../src/formats/phrase";
import { vocabularyFiles, vocabularyOf } from "../../src/formats/vocabulary";
import type { VocabularyFile } from "../../src/formats/vocabulary";
import type { KindId } from "../../src/kinds/field";
import { kind } from "../../src/kinds/kinds";

/** Columns that a format works out with others and that are no fields themselves. */
const WORKED_OUT: Readonly<Partial<Record<KindId, readonly string[]>>> = {
  "impact-assessment": ["measure", "owner", "due", "status", "residual"],
  "security-risk": ["score", "residual.score"],
  "statement-of-applicability": ["title"],
};
const RECORDS: Readonly<Partial<Record<KindId, string>>> = {
  "model-card": "evaluation.metrics",
  "impact-assessment": "impacts",
  "security-risk": "risks",
  "statement-of-applicability": "entries",
};

const files = Object.entries(vocabularyFiles) as [KindId, VocabularyFile][];

describe("the vocabularies", () => {
  it("name fields that the kinds have", () => {
    for (const [id, file] of files) {
      const within = Object.values(file.within ?? {}).flatMap((names) => Object.keys(names));
      const columns = Object.keys(file.columns ?? {}).filter((path) => !WORKED_OUT[id]?.includes(path)).map((path) => `${RECORDS[id]}.${path}`);
      for (const path of [...Object.keys(file.names), ...Object.keys(file.keys ?? {}), ...within, ...columns]) {
        assert.ok(definitionAt(kind(id), path), `${id}: ${path} is a field`);
      }
      for (const [path, words] of Object.entries(file.values ?? {})) {
        const choices = definitionAt(kind(id), path)?.choices.map((choice) => choice.value) ?? [];
        for (const value of Object.keys(words)) assert.ok(choices.includes(value), `${id}: ${path} may be ${value}`);
      }
    }
  });

  it("give a name one meaning", () => {
    for (const [id, file] of files) {
      for (const table of [file.names, file.columns ?? {}]) {
        const seen = new Map<string, string>();
        for (const [path, names] of Object.entries(table)) {
          for (const name of names) {
            const before = seen.get(phraseOf(name)) ?? path;
            assert.equal(before, path, `${id}: “${name}” means ${before} and ${path}`);
            seen.set(phraseOf(name), path);
          }
        }
      }
    }
  });

  it("know a name whatever its numbering, emoji, case, accents, punctuation and number", () => {
    const { headings } = vocabularyOf("model-card");
    for (const name of ["Intended Use", "1. intended uses:", "2.3 Intended Use", "IV. INTENDED USE", "🎯 Intended use (optional)", "Utilisation prevue", "**Intended-Use**"]) {
      assert.equal(headings.find(name), "intended_use.primary_uses", name);
    }
  });

  it("do not take a name for its opposite", () => {
    const { headings, keys } = vocabularyOf("model-card");
    for (const name of ["Not for", "Not Intended For", "Out-of-Scope Use", "Non-intended uses", "Nicht vorgesehene Verwendung", "禁止用途", "What it is not for"]) {
      assert.deepEqual(headings.match(name)?.paths, ["intended_use.out_of_scope_uses"], name);
    }
    assert.equal(vocabularyOf("impact-assessment").headings.match("Data we never collect, not even names")?.paths.includes("data.information") ?? false, false);
    assert.notEqual(keys.match("Not a purpose of ours")?.paths[0], "intended_use.primary_uses");
  });

  it("find both sides of an “and”, and the longest name inside another", () => {
    const { headings } = vocabularyOf("model-card");
    assert.deepEqual(headings.match("Training data & evaluation")?.paths, ["training_data.datasets.source", "evaluation.metrics"]);
    assert.deepEqual(headings.match("Our intended use in hospitals")?.paths, ["intended_use.primary_uses"]);
  });
});
