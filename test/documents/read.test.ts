import assert from "node:assert/strict";
import { languageOf, readDocument, SIZE_LIMIT } from "../../src/documents/read";
import { read } from "./drawn";

const causes = (language: "yaml" | "json" | "markdown", text: string) => read(language, text).problems.map(({ cause }) => cause);

describe("reading", () => {
  it("knows the language by the ending of a name", () => {
    const names = ["a.yaml", "a.YML", "a.json", "a.jsonc", "README.md", "a.markdown", "a.txt", "Makefile", ".yaml", "a.yaml.bak"];
    assert.deepEqual(names.map(languageOf), ["yaml", "yaml", "json", "json", "markdown", "markdown", undefined, undefined, "yaml", undefined]);
  });

  for (const language of ["yaml", "json", "markdown"] as const) {
    it(`gives one problem and nothing else for ${language} that is huge, binary or bottomless`, () => {
      const texts = { "too-large": "a".repeat(SIZE_LIMIT + 1), binary: "a: 1\0", "too-deep": "[".repeat(100_000) };
      for (const [cause, text] of Object.entries(texts)) {
        const document = read(language, text);
        assert.deepEqual(document.problems.map((problem) => problem.cause), [cause]);
        assert.deepEqual(document.parts, []);
      }
    });
  }

  it("takes every text up to the limits", () => {
    assert.deepEqual(causes("yaml", `a: ${"[".repeat(150)}${"]".repeat(150)}`), []);
    assert.deepEqual(causes("markdown", "a".repeat(SIZE_LIMIT)), []);
    assert.deepEqual(causes("yaml", `a: |\n  ${"(see [1], {2}) ".repeat(1000)}\n`), []);
  });

  it("says of a merge conflict only that it is one", () => {
    const conflict = "<<<<<<< HEAD\nversion: 1.0.0\n=======\nversion: 2.0.0\n>>>>>>> other\n";
    assert.deepEqual(causes("yaml", `name: A\n${conflict}`), ["merge-conflict"]);
    assert.deepEqual(causes("json", `{\n${conflict}}`), ["merge-conflict"]);
    assert.deepEqual(causes("yaml", `${conflict}${conflict}`.replace(/\n/g, "\r\n")), ["merge-conflict", "merge-conflict"]);
  });

  it("does not take a heading underlined in Markdown for a conflict", () => {
    assert.deepEqual(causes("markdown", "Head\n=======\n\n> quote\n"), []);
  });

  it("never changes the text", () => {
    const text = "\ufeffa: 1\r\n\tb\r\n\u0085";
    assert.equal(readDocument("file:///x", "yaml", text).text, text);
  });
});
