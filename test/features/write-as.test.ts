import assert from "node:assert/strict";
import { textOfHtml } from "../../src/features/html-text";
import { codeActionsAt } from "../../src/features/code-actions";
import { REWRITE, writeActions, writeAs, writeOffer } from "../../src/features/write-as";
import { anyPageAt } from "../../src/reports/page-at";
import { uriOf, workspaceOf } from "./workspace";

const CARD = "kind: model-card\nid: sorter\nname: Sorter\nintended_use:\n  primary_uses: [Sort]\n  human_oversight: A clerk looks\n";
const TWO = "kind: model-card\nname: First\n---\nkind: impact-assessment\ntitle: Second\n";
const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });

/** A page about these files as plain text; empty where there is none. */
function pageTextOf(files: Record<string, string>, address: string): string {
  const page = anyPageAt(workspaceOf(files), address, "0.0.0");
  return page ? textOfHtml(page.html) : "";
}

describe("writing a document as something else", () => {
  it("is offered with what each way loses", () => {
    const offer = writeOffer(workspaceOf({ "a.model-card.yaml": CARD }), uriOf("a.model-card.yaml"));
    assert.equal(offer?.name, "Sorter");
    assert.deepEqual(
      offer.ways.map(({ title, lost, inShort }) => [title, lost, inShort]),
      [
        ["Markdown", 0, ""],
        ["JSON", 0, ""],
        ["Hugging Face model card", 0, ""],
        ["CycloneDX 1.6", 2, "Identifier and Human oversight"],
        ["CycloneDX 1.7", 2, "Identifier and Human oversight"],
        ["Model Card Toolkit JSON", 2, "Identifier and Human oversight"],
        ["Bridge2AI YAML", 2, "Identifier and Human oversight"],
      ],
    );
  });

  it("gives a name for the new file and its text", () => {
    const made = writeAs(workspaceOf({ "a.model-card.yaml": CARD }), uriOf("a.model-card.yaml"), 0, "cyclonedx-1.6");
    assert.equal(made?.fileName, "sorter.cdx.json");
    assert.deepEqual([made.language, made.form, made.lost], ["json", "CycloneDX 1.6", 2]);
    assert.match(made.text, /"useCases": \["Sort"\]/);
  });

  it("is about the document at the cursor where a file holds several", () => {
    const context = workspaceOf({ "all.yaml": TWO });
    assert.deepEqual([0, 4].map((line) => writeOffer(context, uriOf("all.yaml"), { line, character: 2 })?.name), ["First", "Second"]);
    assert.deepEqual(writeOffer(context, uriOf("all.yaml"), { line: 4, character: 2 })?.ways.map(({ title }) => title), ["Markdown", "JSON"]);
  });

  it("is no matter where a file says nothing, or sets the tool up", () => {
    const context = workspaceOf({ "a.model-card.yaml": "kind: model-card\nname: TODO\n", "clausewise.yaml": "organisation: Depot\n", "notes.md": "# Notes\n" });
    assert.equal(writeOffer(context, uriOf("a.model-card.yaml")), undefined);
    assert.equal(writeOffer(context, uriOf("notes.md")), undefined);
    assert.equal(writeActions(context, uriOf("clausewise.yaml"), at(0)).length, 0);
  });

  it("stands in the light bulb at the head of each document, and nowhere else", () => {
    const context = workspaceOf({ "all.yaml": TWO });
    const titles = [0, 1, 3, 4].map((line) => writeActions(context, uriOf("all.yaml"), at(line)).map(({ title, kind }) => `${title} ${kind ?? ""}`));
    assert.deepEqual(titles, [["Write this model card as… refactor.rewrite"], [], ["Write this AI impact assessment as… refactor.rewrite"], []]);
  });

  it("stands there beside the repairs of the findings that an editor asks about", () => {
    const context = workspaceOf({ "all.yaml": TWO });
    const request = { range: at(0), rules: ["missing-field"], version: 1, versionOf: () => 1, abilities: { versions: true, snippets: false, creates: true }, comments: false, resolves: false };
    assert.equal(codeActionsAt(context, uriOf("all.yaml"), request).at(-1)?.title, "Write this model card as…");
    assert.deepEqual(codeActionsAt(context, uriOf("all.yaml"), { ...request, only: [REWRITE] }).map(({ title }) => title), ["Write this model card as…"]);
  });

  it("lists what is lost on a page, each thing with its line, whether or not the editor keeps the escapes of its address", () => {
    const files = { "a%20b.model-card.yaml": CARD };
    const page = writeAs(workspaceOf(files), uriOf("a%20b.model-card.yaml"), 0, "cyclonedx-1.6")?.page ?? "";
    for (const address of [page, decodeURIComponent(page)]) {
      assert.equal(pageTextOf(files, address), "# What is lost in CycloneDX 1.6\n\nRead again, CycloneDX 1.6 says all that a b.model-card.yaml says, but for this. The file itself stays as it is.\n\nIn a b.model-card.yaml · What is lost\n\nline 2 · Identifier: “sorter” has no place in CycloneDX 1.6.\n\nline 6 · Human oversight: “A clerk looks” has no place in CycloneDX 1.6.\n");
    }
    assert.match(pageTextOf(files, page.replace("cyclonedx-1.6", "json")), /Nothing is lost/);
    assert.equal(pageTextOf({}, page), "");
  });
});
