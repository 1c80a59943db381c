import assert from "node:assert/strict";
import { buildCatalogue, catalogue } from "../../src/standards/catalogue";
import type { StandardId } from "../../src/standards/clause";
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

  it("shares the controls out over the themes as the standards do", () => {
    const shares = (standard: StandardId) => {
      const controls = catalogue.standard(standard).clauses.filter((clause) => clause.kind === "control");
      const themes = catalogue.standard(standard).clauses.filter((clause) => clause.kind === "theme" && clause.parent === undefined);
      return themes.map(({ id }) => [id, controls.filter((control) => control.id.startsWith(`${id}.`)).length]);
    };
    assert.deepEqual(shares("iso27001"), [["A.5", 37], ["A.6", 8], ["A.7", 14], ["A.8", 34]]);
    assert.deepEqual(shares("iso42001"), [["A.2", 3], ["A.3", 2], ["A.4", 5], ["A.5", 4], ["A.6", 9], ["A.7", 5], ["A.8", 4], ["A.9", 3], ["A.10", 3]]);
  });

  it("holds no objective of ISO/IEC 42001 Annex A, since these are no controls", () => {
    for (const id of ["A.2.1", "A.3.1", "A.4.1", "A.5.1", "A.6.1.1", "A.6.2.1", "A.7.1", "A.8.1", "A.9.1", "A.10.1"]) assert.equal(catalogue.clause(`iso42001:${id}`), undefined, id);
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
      for (const run of [note, evidence].flatMap((text) => runsOf(text, 8))) {
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

  it("says which of two related clauses is the wider one", () => {
    const relation = (from: string, to: string) => catalogue.clause(from)?.related.find(({ clause }) => clause === to)?.relation;
    assert.equal(relation("iso42001:A.4.2", "iso27001:A.5.9"), "narrower");
    assert.equal(relation("iso27001:A.5.9", "iso42001:A.4.2"), "broader");
    assert.equal(relation("iso27001:A.8.15", "iso42001:A.6.2.8"), "overlaps");
  });

  it("finds relatives for every control of ISO/IEC 42001 but those about impacts, data work and the aims of use", () => {
    const alone = catalogue.standard("iso42001").clauses.filter(({ kind, related }) => kind === "control" && related.length === 0);
    assert.deepEqual(alone.map(({ id }) => id), ["A.5.2", "A.5.3", "A.5.5", "A.7.4", "A.7.6", "A.9.3"]);
  });

  it("pairs the parts that both standards share by number", () => {
    assert.deepEqual(catalogue.clause("iso42001:7.5.2")?.related.map(({ clause, relation }) => [clause, relation]), [["iso27001:7.5.2", "same-structure"]]);
  });

  it("names the standard's page for every clause", () => {
    const pages = { iso42001: "https://www.iso.org/standard/81230.html", iso27001: "https://www.iso.org/standard/82875.html" };
    for (const { ref, standard, url } of all) assert.equal(url, pages[standard], ref);
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

  it("had them in fourteen sections", () => {
    const sections = new Map<string, number>();
    for (const { id } of supersededControls()) sections.set(id.split(".")[1] ?? "", (sections.get(id.split(".")[1] ?? "") ?? 0) + 1);
    assert.deepEqual([...sections.values()], [2, 7, 6, 10, 14, 2, 15, 14, 7, 13, 5, 7, 4, 8]);
  });

  it("went into every control of 2022 but the eleven that were new", () => {
    const followed = new Set(supersededControls().flatMap(({ successors }) => successors));
    const fresh = catalogue.standard("iso27001").clauses.filter(({ kind, ref }) => kind === "control" && !followed.has(ref));
    assert.deepEqual(fresh.map(({ id }) => id), ["A.5.7", "A.5.23", "A.5.30", "A.7.4", "A.8.9", "A.8.10", "A.8.11", "A.8.12", "A.8.16", "A.8.23", "A.8.28"]);
  });

  it("splits one control only: technical compliance review", () => {
    assert.deepEqual(supersededControls().flatMap(({ id, successors }) => (successors.length > 1 ? [[id, ...successors]] : [])), [["A.18.2.3", "iso27001:A.5.36", "iso27001:A.8.8"]]);
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
