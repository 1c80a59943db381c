import assert from "node:assert/strict";
import { documentRowPath, documentRows } from "../../src/features/documents-tree";
import { drawnRows } from "./drawn-rows";
import { opened, ROOT } from "./opened";

const CARD = `kind: model-card
name: TODO
status: deploid
intended_use:
  primary_uses: [Rank applications]
`;
const RISKS = "kind: security-risk\nid: risks\nscope: Scorer\nowner: Officer\nrisks:\n  - { id: R-1, title: Poisoned feed, owner: Lead, likelihood: rare, consequence: minor, treatment: { option: avoid } }\n";

const top = (files: Record<string, string>) => {
  const context = opened(files);
  return documentRows(context).map((row) => [row.label, row.description]);
};

describe("the Documents tree", () => {
  it("leads from the kind to the file, its sections, its fields, with what is missing and what is wrong", () => {
    const context = opened({ "cards/scorer.yaml": CARD });
    assert.deepEqual(drawnRows((parent) => documentRows(context, parent)).slice(0, 13), [
      "Model cards · 1",
      "  scorer.yaml · 3/11 · 8",
      "    Identity · 2/5 · 3",
      "      Kind · 7.5.2 · 27001 7.5.2",
      "      Identifier · A.4.2 · 7.5.2 · 27001 A.5.9 · missing",
      "      Name · A.6.2.7 · 7.5.2 · 27001 A.5.9 · placeholder",
      "      Version · 7.5.2 · 7.5.3 · A.6.2.7 · … · missing",
      "      Status · A.6.1.3 · A.6.2.2 · 1 problem",
      "    Owners · 0/1 · 1",
      "      Owners · 5.3 · A.3.2 · 27001 5.3 · … · missing",
      "    Intended use · 1/2 · 1",
      "      Primary uses · A.9.4 · A.6.2.2 · A.8.2",
      "      Out-of-scope uses · A.9.4 · A.9.2 · A.8.2 · missing",
    ]);
  });

  it("calls an item of a list by its own words", () => {
    const context = opened({ "a.yaml": RISKS });
    const rows = drawnRows((parent) => documentRows(context, parent));
    assert.ok(rows.includes("        R-1 · Poisoned feed · 6/6") || rows.some((row) => /^ {8}R-1/.test(row)), rows.join("\n"));
  });

  it("shows the kinds in the order in which people meet them, the profile last", () => {
    assert.deepEqual(top({ "clausewise.yaml": "organisation: Bank\n", "b.yaml": RISKS, "c.yaml": RISKS, "a.yaml": CARD }), [["Model cards", "1"], ["Security risk files", "2"], ["Workspace profile", undefined]]);
  });

  it("offers files whose name promises a kind", () => {
    const context = opened({ "docs/soa.md": "# Struct of arrays\n", "values.yaml": "a: 1\n" });
    assert.deepEqual(drawnRows((parent) => documentRows(context, parent)), ["Not recognised · 1", "  soa.md · named like a statement of applicability: say which kind"]);
  });

  it("is empty where there is nothing of ours", () => assert.deepEqual(top({ "values.yaml": "a: 1\n" }), []));

  it("tells files of one name apart by their folders, and the parts of one file by their number", () => {
    const context = opened({ "a/card.yaml": CARD, "b/card.yaml": `${CARD}---\n${CARD}` });
    const files = documentRows(context, "kind|model-card").map((row) => `${row.label} · ${row.description?.split(" · ")[0] ?? ""}`);
    assert.deepEqual(files, ["card.yaml · a", "card.yaml, part 1 · b", "card.yaml, part 2 · b"]);
  });

  it("says everything to a screen reader that it shows", () => {
    const context = opened({ "scorer.yaml": CARD });
    const [file] = documentRows(context, "kind|model-card");
    assert.equal(file?.spoken, "scorer.yaml, Model card, 3 of 11 fields filled, 8 problems");
    const [section] = documentRows(context, file?.id);
    const name = documentRows(context, section?.id).find((row) => row.label === "Name");
    assert.match(name?.spoken ?? "", /^Name, placeholder, ISO\/IEC 42001 A\.6\.2\.7/);
  });

  it("leads a click on a field to its key, and on a missing one to what lacks it", () => {
    const context = opened({ "scorer.yaml": CARD });
    const rows = documentRows(context, `section|${ROOT}/scorer.yaml|0|Intended use`);
    assert.deepEqual(rows.map((row) => [row.label, row.target?.range?.start]), [["Primary uses", { line: 4, character: 2 }], ["Out-of-scope uses", { line: 3, character: 0 }]]);
  });

  it("finds the row for a place in a file", () => {
    const context = opened({ "scorer.yaml": CARD, "soa.md": "# SoA\n" });
    const labels = (path: string, line: number, character: number) => documentRowPath(context, `${ROOT}/${path}`, { line, character }).map((row) => row.label);
    assert.deepEqual(labels("scorer.yaml", 4, 20), ["Model cards", "scorer.yaml", "Intended use", "Primary uses"]);
    assert.deepEqual(labels("scorer.yaml", 99, 0), ["Model cards", "scorer.yaml"]);
    assert.deepEqual(labels("soa.md", 0, 0), ["Not recognised", "soa.md"]);
    assert.deepEqual(labels("nowhere.yaml", 0, 0), []);
  });

  it("keeps ids while a file changes, and has no rows below an id of yesterday", () => {
    const context = opened({ "scorer.yaml": CARD });
    const before = documentRows(context, "kind|model-card").map((row) => row.id);
    context.index.update(`${ROOT}/scorer.yaml`, "yaml", `# note\n${CARD}`);
    assert.deepEqual(documentRows(context, "kind|model-card").map((row) => row.id), before);
    context.index.remove(`${ROOT}/scorer.yaml`);
    assert.deepEqual(documentRows(context, before[0]), []);
  });

  it("keeps to what the strictness expects", () => {
    const count = (strictness: "starter" | "audit") => documentRows(opened({ "a.yaml": CARD }, { profile: { strictness } }), "kind|model-card")[0]?.description ?? "";
    assert.match(count("starter"), /^3\/11 /);
    assert.match(count("audit"), /^3\/3\d /);
  });

  it("puts many files into stretches, and finds a file in its own", () => {
    const context = opened(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`m${at}.model-card.yaml`, `kind: model-card\nid: m-${at}\nname: Model ${at}\n`])));
    const stretches = documentRows(context, "kind|model-card");
    assert.deepEqual(stretches.map((row) => `${row.label} | ${row.description ?? ""}`), ["m0.model-card.yaml … m199.model-card.yaml | 200", "m200.model-card.yaml | 1"]);
    assert.deepEqual(documentRows(context, stretches[1]?.id).map((row) => row.label), ["m200.model-card.yaml"]);
    const path = documentRowPath(context, `${ROOT}/m200.model-card.yaml`, { line: 2, character: 1 });
    assert.deepEqual(path.map((row) => row.label), ["Model cards", "m200.model-card.yaml", "m200.model-card.yaml", "Identity", "Name"]);
  });

  it("calls numbers of files what they are so far while the workspace is being read", () => {
    const context = { ...opened({ "a.yaml": CARD, "risk-register.yaml": "a: 1\n" }), incomplete: true };
    assert.deepEqual(documentRows(context).map((row) => `${row.label}: ${row.description ?? ""}`), ["Model cards: 1 so far", "Not recognised: 1 so far"]);
  });
});
