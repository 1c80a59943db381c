import assert from "node:assert/strict";
import { codeLensesOf } from "../../src/features/code-lens";
import { newDocument } from "../../src/features/new-document";
import { defaultProfile } from "../../src/kinds/profile";
import { inserted } from "./inserted";
import { opened, ROOT } from "./opened";

const lenses = (path: string, text: string, pages = true) => codeLensesOf(opened({ [path]: text }, { pages }), `${ROOT}/${path}`).map(({ range, command }) => `${range.start.line} ${command?.title} → ${command?.command}`);

describe("the lens above a document", () => {
  it("counts fields and problems and leads to the clauses", () => {
    assert.deepEqual(lenses("a.yaml", "# a comment\nkind: model-card\nid: a\nname: A\nstatus: gone\n").map((one) => one.replace(/\d+ of \d+/, "n of m").replace(/\d+ problems/, "n problems")), [
      "1 n of m fields → clausewise.revealInDocuments",
      "1 n problems → clausewise.nextProblem",
      "1 open coverage → clausewise.showClauses",
    ]);
  });

  it("leads through what is to be filled in, and calls none of it a problem", () => {
    const titles = (text: string) => lenses("a.model-card.yaml", text).map((one) => one.replace(/^\d+ (.*) → .*$/, "$1")).slice(1);
    const fresh = inserted(newDocument("model-card", "yaml", "Scorer", { profile: defaultProfile, today: "2026-11-24" }).snippet);
    assert.deepEqual(titles(fresh), ["9 to fill in", "open coverage"]);
    assert.deepEqual(titles(`${fresh}status: gone\n`), ["9 to fill in", "1 problem", "open coverage"]);
    assert.deepEqual(codeLensesOf(opened({ "a.yaml": fresh }, { profile: { rules: { placeholder: "warning" } } }), `${ROOT}/a.yaml`)[1]?.command?.title, "9 problems");
  });

  it("says so when there is no problem", () => {
    const rule = "kind: clausewise\norganisation: A\nscope: B\nstandards: [iso42001]\nprofile: starter\n";
    assert.deepEqual(lenses("clausewise.yaml", rule), ["0 no problems → ", "0 open coverage → clausewise.showClauses"]);
  });

  it("stands above each document of a stream, and above the dashes of front matter", () => {
    const heads = (all: string[]) => [...new Set(all.map((one) => one.split(" ")[0]))];
    assert.deepEqual(heads(lenses("a.yaml", "kind: model-card\n---\nkind: security-risk\n")), ["0", "2"]);
    assert.deepEqual(heads(lenses("a.md", "---\nkind: model-card\n---\n")), ["0"]);
  });

  it("is not shown to clients without its commands, nor above other files", () => {
    assert.deepEqual(lenses("a.yaml", "kind: model-card\n", false), []);
    assert.deepEqual(lenses("a.yaml", "kind: Deployment\n"), []);
  });
});
