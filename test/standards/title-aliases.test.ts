import assert from "node:assert/strict";
import { catalogue } from "../../src/standards/catalogue";
import type { ClauseRef } from "../../src/standards/clause";
import { titleAliases } from "../../src/standards/title-aliases";
import file from "../../src/standards/title-aliases.json";

const entries = Object.entries(file.aliases);

/** Names that are another clause's title and still right here, since people use the word for both. */
const SHARED: readonly string[] = ["iso42001:A.4.6 Competence", "iso27001:6.3 Change management"];

describe("the names under which people cite clauses", () => {
  it("belong to clauses that exist", () => {
    for (const [ref] of entries) assert.ok(catalogue.clause(ref), ref);
  });

  it("say something that the title does not, each once", () => {
    for (const [ref, names] of entries) {
      const folded = names.map((name) => name.toLowerCase());
      assert.equal(new Set(folded).size, names.length, ref);
      assert.ok(!folded.includes(catalogue.clause(ref)?.title.toLowerCase() ?? ""), ref);
    }
  });

  it("are no other clause's title, unless it is the clause above", () => {
    const borrowed = entries.flatMap(([ref, names]) => {
      const { standard, parent } = catalogue.clause(ref) ?? assert.fail(ref);
      const titles = new Map(catalogue.standard(standard).clauses.map((clause) => [clause.title.toLowerCase(), clause.ref]));
      return names.filter((name) => (titles.get(name.toLowerCase()) ?? parent) !== parent).map((name) => `${ref} ${name}`);
    });
    assert.deepEqual(borrowed, SHARED);
  });

  it("hold terms of the trade, titles of 2013 and other languages", () => {
    const known: [ClauseRef, string][] = [
      ["iso27001:A.8.13", "Backups"],
      ["iso27001:A.6.7", "Teleworking"],
      ["iso27001:A.8.15", "Protokollierung"],
      ["iso27001:A.5.9", "Inventaire des actifs"],
      ["iso42001:A.6.2.8", "Audit logging"],
      ["iso42001:6.1.3", "Statement of applicability"],
    ];
    for (const [ref, name] of known) assert.ok(titleAliases(ref).includes(name), `${ref} ${name}`);
  });

  it("do not cover up mistakes that are really made", () => {
    const mistakes: [ClauseRef, RegExp][] = [
      ["iso42001:8.4", /life ?cycle/i],
      ["iso42001:10.1", /nonconform|corrective/i],
      ["iso42001:10.2", /continual|continuous/i],
      ["iso27001:A.6.2", /awareness/i],
      ["iso27001:A.8.10", /authentication/i],
      ["iso27001:A.8.31", /logging/i],
      ["iso27001:A.5.36", /legal|contract/i],
    ];
    for (const [ref, wrong] of mistakes) assert.deepEqual(titleAliases(ref).filter((name) => wrong.test(name)), [], ref);
  });
});
