import assert from "node:assert/strict";
import fc from "fast-check";
import { isLeaf, walk } from "../../src/formats/field";
import { targets, targetsFor, writtenAs } from "../../src/formats/writing/targets";
import { kind } from "../../src/kinds/kinds";
import { read, said } from "../formats/read";

describe("a card written anew", () => {
  it("gives every field by itself, or tells that it is lost", () => {
    for (const field of kind("model-card").fields.filter((one) => one.fields.size === 0 && one.constant === undefined && one.name !== "$schema")) {
      const reading = read("a.model-card.json", JSON.stringify(alone(field.path, field.examples[0])), "json");
      assert.equal(walk(reading.root).filter((one) => isLeaf(one) && one.definition === field).length, 1, field.path);
      for (const target of targetsFor(reading)) {
        const { fileName, text, lost } = writtenAs(reading, target);
        const kept = JSON.stringify(said(read(fileName, text, target.language))).includes(JSON.stringify(said(reading)[field.path.replace(/\[\]/g, "[0]")]));
        assert.equal(kept, lost.length === 0, `${target.id} ${field.path}`);
      }
    }
  });

  /** Words with the marks of Markdown and YAML, so that they look like headings, keys, tables and stand-ins. */
  const words = fc.array(fc.constantFrom("Owner:", "#", "-", "1.", "**bold**", "_a_", "|", "---", "`x`", "<b>", "[a](b)", "must not be used", "é", "📦", "Limitations", "\\", "&amp;", "\n", "\n\n", "parcel", "0.9"), { minLength: 1, maxLength: 6 }).map((some) => some.join(" ").trim()).filter((text) => /[a-z]/i.test(text));

  it("loses nothing as a Hugging Face card, in our own YAML, JSON or Markdown, whatever its words are", () => {
    const card = fc.record({ overview: words, limitations: fc.array(words, { minLength: 1, maxLength: 3 }), explainability: words, owner: words, use: words });
    fc.assert(
      fc.property(card, ({ overview, limitations, explainability, owner, use }) => {
        const text = JSON.stringify({ kind: "model-card", name: "Parcel sorter", overview, limitations, explainability, owners: [{ name: owner }], intended_use: { primary_uses: [use] } });
        const reading = read("a.model-card.json", text, "json");
        for (const target of targets.filter(({ id }) => ["hugging-face", "yaml", "json", "markdown"].includes(id))) assert.deepEqual(writtenAs(reading, target).lost, [], target.id);
      }),
      { numRuns: Number(process.env["CLAUSEWISE_RUNS"] ?? 20) },
    );
  });
});

/** A card with one answer, and a name. */
function alone(path: string, value: unknown): unknown {
  const card: Record<string, unknown> = { kind: "model-card", name: "Parcel sorter" };
  let here = card;
  const names = path.split(".");
  names.forEach((name, index) => {
    const key = name.replace("[]", "");
    if (index === names.length - 1) here[key] = value;
    else {
      const inner: Record<string, unknown> = {};
      here[key] = name.endsWith("[]") ? [inner] : inner;
      here = inner;
    }
  });
  return card;
}
