import assert from "node:assert/strict";
import { buildCatalogue, catalogue } from "../../src/standards/catalogue";
import { supersededControls } from "../../src/standards/superseded";

const all = catalogue.standards.flatMap((standard) => standard.clauses);

describe("the catalogue", () => {
  it("holds both standards whole", () => {
    const counts = catalogue.standards.map(({ id, clauses }) => [id, clauses.length, clauses.filter((clause) => clause.kind === "control").length]);
    assert.deepEqual(counts, [
      ["iso42001", 92, 38],
      ["iso27001", 138, 93],
    ]);
  });

  it("names every clause once", () => {
    assert.equal(new Set(all.map((clause) => clause.ref)).size, all.length);
  });

  it("puts each clause below the one whose number it continues", () => {
    for (const { ref, id, parent } of all) {
      const above = id.slice(0, Math.max(0, id.lastIndexOf(".")));
      const expected = above === "" || above === "A" ? undefined : ref.slice(0, ref.length - id.length) + above;
      assert.equal(parent, expected, ref);
    }
  });

  it("knows the children of each clause", () => {
    assert.deepEqual(catalogue.clause("iso42001:A.6.1")?.children, ["iso42001:A.6.1.2", "iso42001:A.6.1.3"]);
  });

  it("calls what has children in Annex A a theme and what has none a control", () => {
    for (const { ref, id, kind, children } of all) {
      const expected = id.startsWith("A.") ? (children.length > 0 ? "theme" : "control") : "clause";
      assert.equal(kind, expected, ref);
    }
  });

  it("explains every clause in words of its own, never in those of the standard", () => {
    const runs = new Map<string, string>();
    for (const { ref, title, note, evidence } of all) {
      assert.doesNotMatch(`${note} ${evidence}`, /\bshall\b/i, ref);
      assert.ok(wordsOf(note).length >= 15 && wordsOf(evidence).length >= 8, `${ref} says too little`);
      const strange = wordsOf(note).filter((word) => word.length > 3 && !wordsOf(title).includes(word));
      assert.ok(strange.length >= 8, `the note of ${ref} only repeats its title`);
      for (const run of runsOf(note, 8)) {
        assert.ok((runs.get(run) ?? ref) === ref, `${ref} repeats “${run}” of ${runs.get(run)}`);
        runs.set(run, ref);
      }
    }
  });

  it("relates clauses in both directions", () => {
    for (const clause of all) {
      for (const { clause: other } of clause.related) {
        const back = catalogue.clause(other)?.related.map((relation) => relation.clause) ?? [];
        assert.ok(back.includes(clause.ref), `${other} does not lead back to ${clause.ref}`);
      }
    }
  });

  it("pairs the parts that both standards share by number", () => {
    assert.deepEqual(catalogue.clause("iso42001:7.5.2")?.related.map(({ clause, relation }) => [clause, relation]), [["iso27001:7.5.2", "same-structure"]]);
  });

  it("names the standard's page for every clause", () => {
    for (const { ref, url } of all) assert.match(url, /^https:\/\/www\.iso\.org\/standard\/\d+(?:\.html)?$/, ref);
  });

  it("takes the words of a licence holder's overlay", () => {
    const own = buildCatalogue([{ standard: "iso42001", clauses: { "A.6.2.4": { text: "the licensed text" } } }]);
    assert.equal(own.clause("iso42001:A.6.2.4")?.text, "the licensed text");
    assert.equal(own.clause("iso42001:A.6.2.5")?.text, undefined);
    assert.equal(catalogue.clause("iso42001:A.6.2.4")?.text, undefined);
  });
});

describe("the 2013 edition of ISO/IEC 27001", () => {
  it("had 114 controls, each with a successor that exists", () => {
    const controls = supersededControls();
    assert.equal(controls.length, 114);
    for (const { id, successors } of controls) {
      assert.ok(successors.length > 0, id);
      for (const ref of successors) assert.ok(catalogue.clause(ref), `${id} → ${ref}`);
    }
  });

  it("is not taken for the 2022 edition", () => {
    for (const { id } of supersededControls()) assert.equal(catalogue.clause(`iso27001:${id}`), undefined, id);
  });

  it("leads the management of technical vulnerabilities to A.8.8", () => {
    assert.deepEqual(supersededControls().find(({ id }) => id === "A.12.6.1")?.successors, ["iso27001:A.8.8"]);
  });
});

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
}

function runsOf(text: string, length: number): string[] {
  const words = wordsOf(text);
  return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(" "));
}
