import assert from "node:assert/strict";
import type { FeatureContext } from "../../src/features/context";
import { hoverAt } from "../../src/features/hover";
import { definitionsAt, implementationsAt, referencesAt } from "../../src/features/navigation";
import { renamedAt, renamingAt } from "../../src/features/rename";
import { plainAbilities } from "../../src/features/workspace-edit";
import { workspaceSymbols } from "../../src/features/workspace-symbols";
import { opened, ROOT } from "./opened";
import { uriOf, withCursor, workspaceOf } from "./workspace";

const RISKS = "kind: security-risk\nid: credit-risks\nrisks:\n  - id: R-001\n    title: Poisoned data\n    asset: loans\n  - id: 'R-002'\n    title: Stolen weights\n";
const CARD = "kind: model-card\nid: scorer\nname: Credit scorer\nlinks:\n  risks: [R-001, \"R-002\"]\nintended_use:\n  primary_uses: Rank applications\ntraining_data:\n  datasets:\n    - id: loans\n";
const NOTES = "# Notes\n\nISO/IEC 42001 A.9.4 asks what it is for, see also ISO 27001 A.5.7.\n";

/** The words at each place, behind the file's name. */
function words({ index }: FeatureContext, places: readonly { uri: string; range: { start: { line: number; character: number }; end: { line: number; character: number } } }[]): string[] {
  return places.map(({ uri, range }) => {
    const document = index.get(uri)?.readings.document;
    if (!document) return uri;
    const { lines, text } = document;
    return `${uri.slice(uri.lastIndexOf("/") + 1)}: ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
  });
}

/** A workspace with one more file that has the cursor in it. */
function at(name: string, marked: string, others: Readonly<Record<string, string>> = {}, pages = true) {
  const { text, position } = withCursor(marked);
  const context = opened({ ...others, [name]: text }, { pages });
  const uri = `${ROOT}/${name}`;
  const definitions = () => words(context, definitionsAt(context, uri, position).map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })));
  const implementations = () => words(context, implementationsAt(context, uri, position).map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })));
  const references = () => words(context, referencesAt(context, uri, position, true));
  return { context, uri, position, definitions, implementations, references };
}

describe("going to a definition", () => {
  it("leads from a clause in any text to its page", () => {
    assert.deepEqual(at("notes.md", NOTES.replace("A.9.4", "A.9▮.4")).definitions(), ["clausewise:/iso42001/A.9.4"]);
    assert.deepEqual(at("notes.md", NOTES.replace("A.5.7", "A.5.7▮")).definitions(), ["clausewise:/iso27001/A.5.7"]);
  });

  it("leads to the evidence where a client has no pages", () => {
    assert.deepEqual(at("notes.md", NOTES.replace("A.9.4", "A.9▮.4"), { "b.yaml": CARD }, false).definitions().slice(0, 1), ["b.yaml: primary_uses"]);
  });

  it("leads from a field's key to the pages of its clauses", () => {
    const pages = at("b.yaml", CARD.replace("primary_uses", "primary▮_uses")).definitions();
    assert.ok(pages.includes("clausewise:/iso42001/A.9.4"), pages.join());
  });

  it("leads from an id to the place that gives it", () => {
    assert.deepEqual(at("b.yaml", CARD.replace("[R-001", "[R-0▮01"), { "a.yaml": RISKS }).definitions(), ["a.yaml: R-001"]);
    assert.deepEqual(at("a.yaml", RISKS.replace("asset: loans", "asset: lo▮ans"), { "b.yaml": CARD }).definitions(), ["b.yaml: loans"]);
  });

  it("leads nowhere from other words", () => {
    assert.deepEqual(at("notes.md", NOTES.replace("asks", "as▮ks")).definitions(), []);
    assert.deepEqual(at("notes.md", "Version 4.1▮ of the text\n").definitions(), []);
  });
});

describe("finding what is about the same", () => {
  it("shows the filled fields behind a clause as its implementations", () => {
    const { implementations } = at("notes.md", NOTES.replace("A.9.4", "▮A.9.4"), { "b.yaml": CARD });
    assert.deepEqual(implementations(), ["b.yaml: primary_uses"]);
  });

  it("finds the filled fields of a clause and every text that names it", () => {
    const { references } = at("notes.md", NOTES.replace("A.9.4", "A.9▮.4"), { "b.yaml": CARD, "c.yaml": "# see iso42001:A.9.4\nx: 1\n" });
    assert.deepEqual(references(), ["b.yaml: primary_uses", "c.yaml: iso42001:A.9.4", "notes.md: ISO/IEC 42001 A.9.4"]);
  });

  it("finds bare numbers of a field for controls", () => {
    const statement = "kind: statement-of-applicability\nstandard: iso27001\nentries:\n  - control: A.5.7\n    applicable: true\n";
    assert.ok(at("notes.md", NOTES.replace("A.5.7", "A.5.7▮"), { "s.yaml": statement }).references().some((one) => one.startsWith("s.yaml: A.5.7")));
  });

  it("finds the place that gives an id and those that point at it", () => {
    assert.deepEqual(at("a.yaml", RISKS.replace("- id: R-001", "- id: R-0▮01"), { "b.yaml": CARD }).references(), ["a.yaml: R-001", "b.yaml: R-001"]);
  });

  it("follows the text", () => {
    const { context, uri, position } = at("notes.md", NOTES.replace("A.9.4", "A.9▮.4"), { "c.yaml": "# see iso42001:A.9.4\nx: 1\n" });
    assert.equal(referencesAt(context, uri, position, true).length, 2);
    context.index.update(`${ROOT}/c.yaml`, "yaml", "x: 1\n");
    assert.equal(referencesAt(context, uri, position, true).length, 1);
  });
});

/** Files after a rename at the cursor, or the sentence that refuses it. */
function renamed(name: string, marked: string, to: string, others: Readonly<Record<string, string>> = {}): Record<string, string> | string {
  const { context, uri, position } = at(name, marked, others);
  const result = renamedAt(context, uri, position, to, () => null, plainAbilities);
  if ("refusal" in result) return result.refusal;
  const changed: Record<string, string> = {};
  for (const [file, edits] of Object.entries(result.edit.changes ?? {})) {
    const document = context.index.get(file)?.readings.document;
    assert.ok(document);
    let { text } = document;
    for (const { range, newText } of [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character)) {
      text = text.slice(0, document.lines.offsetAt(range.start)) + newText + text.slice(document.lines.offsetAt(range.end));
    }
    changed[file.slice(ROOT.length + 1)] = text;
  }
  return changed;
}

describe("renaming an id", () => {
  it("changes the place that gives it and those that point at it, and keeps quotes", () => {
    assert.deepEqual(renamed("a.yaml", RISKS.replace("R-002", "R-0▮02"), "R-9", { "b.yaml": CARD }), {
      "a.yaml": RISKS.replace("R-002", "R-9"),
      "b.yaml": CARD.replace("R-002", "R-9"),
    });
  });

  it("starts from a place that points at it as well", () => {
    assert.deepEqual(renamed("b.yaml", CARD.replace("[R-001", "[R-0▮01"), "R-9", { "a.yaml": RISKS }), {
      "a.yaml": RISKS.replace("R-001", "R-9"),
      "b.yaml": CARD.replace("R-001", "R-9"),
    });
  });

  it("takes a data set for the same one in every card", () => {
    const second = CARD.replace("scorer", "other");
    assert.deepEqual(renamed("b.yaml", CARD.replace("id: loans", "id: lo▮ans"), "past-loans", { "c.yaml": second, "a.yaml": RISKS }), {
      "a.yaml": RISKS.replace("loans", "past-loans"),
      "b.yaml": CARD.replace("loans", "past-loans"),
      "c.yaml": second.replace("loans", "past-loans"),
    });
  });

  it("quotes a name that would be read as a number", () => {
    assert.deepEqual(renamed("a.yaml", RISKS.replace("id: R-001", "id: R-0▮01"), "2024"), { "a.yaml": RISKS.replace("id: R-001", 'id: "2024"') });
  });

  it("leaves the same word alone where it means something else", () => {
    const other = "kind: security-risk\nid: R-001\nrisks: []\n";
    assert.deepEqual(renamed("a.yaml", RISKS.replace("- id: R-001", "- id: R-0▮01"), "R-9", { "o.yaml": other }), { "a.yaml": RISKS.replace("R-001", "R-9") });
  });

  it("stays in its root folder", () => {
    const context = workspaceOf({});
    context.index.setFolders([{ uri: "file:///w/x", name: "x" }, { uri: "file:///w/y", name: "y" }]);
    for (const [path, text] of [["x/a.yaml", RISKS], ["x/b.yaml", CARD], ["y/a.yaml", RISKS], ["y/b.yaml", CARD]] as const) context.index.update(uriOf(path), "yaml", text);
    const result = renamedAt(context, uriOf("x/a.yaml"), { line: 3, character: 10 }, "R-9", () => null, plainAbilities);
    assert.deepEqual("edit" in result && Object.keys(result.edit.changes ?? {}).sort(), [uriOf("x/a.yaml"), uriOf("x/b.yaml")]);
  });

  it("says why it cannot be", () => {
    assert.match(JSON.stringify(renamed("a.yaml", RISKS.replace("id: R-001", "id: R-0▮01"), "R 1")), /cannot be an id/);
    assert.match(JSON.stringify(renamed("a.yaml", RISKS.replace("id: R-001", "id: R-0▮01"), "R-002")), /given already/);
    assert.match(JSON.stringify(renamed("a.yaml", RISKS.replace("id: R-001", "id: R-0▮01"), "R-9", { "c.yaml": RISKS })), /given 2 times/);
    const { context, uri, position } = at("a.yaml", RISKS.replace("title: Poisoned", "title: Poi▮soned"));
    assert.match(JSON.stringify(renamingAt(context, uri, position)), /Only ids can be renamed/);
  });
});

describe("symbols of the workspace", () => {
  const names = (query: string) => workspaceSymbols(opened({ "a.yaml": RISKS, "b.yaml": CARD }), query).map(({ name, containerName }) => `${name} · ${String(containerName)}`);

  it("are clauses by number and by words of the title", () => {
    assert.deepEqual(names("A.6.2.8").map((one) => one.replace(/ .* ·/, " ·")), ["A.6.2.8 · ISO/IEC 42001:2023"]);
    assert.ok(names("event logs").some((one) => one.startsWith("A.6.2.8 ")), names("event logs").join());
  });

  it("are documents and risks by id and title", () => {
    assert.deepEqual(names("r-001"), ["R-001 Poisoned data · a.yaml"]);
    assert.deepEqual(names("stolen"), ["R-002 Stolen weights · a.yaml"]);
    assert.deepEqual(names("credit scorer"), ["scorer Credit scorer · b.yaml"]);
  });
});

describe("hovering over a clause in any text", () => {
  it("tells its title and note and leads to its page", () => {
    const { context, uri, position } = at("notes.md", NOTES.replace("A.9.4", "A.9▮.4"));
    const text = JSON.stringify(hoverAt(context, uri, position));
    assert.match(text, /ISO\/IEC 42001:2023/);
    assert.match(text, /clausewise:\/iso42001\/A\.9\.4/);
  });

  it("says nothing about numbers that are no clauses", () => {
    const { context, uri, position } = at("notes.md", "Version 4.1▮ of the text\n");
    assert.equal(hoverAt(context, uri, position), undefined);
  });
});
