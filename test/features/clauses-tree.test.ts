import assert from "node:assert/strict";
import { clauseRowPath, clauseRows } from "../../src/features/clauses-tree";
import type { ClauseView } from "../../src/features/clause-view";
import type { FeatureContext } from "../../src/features/context";
import type { Row } from "../../src/features/row";
import { rowsAsMarkdown } from "../../src/features/rows-markdown";
import { opened, ROOT } from "./opened";
import { withCursor } from "./workspace";

const CARD = "kind: model-card\nid: scorer\nname: Credit scorer\nintended_use:\n  primary_uses: [Rank applications]\n  out_of_scope_uses: [TODO]\n";
const STATEMENT = "kind: statement-of-applicability\nstandard: iso27001\nentries:\n  - control: A.7.4\n    applicable: false\n    justification: No premises of our own\n";

/** The rows below the rows whose labels begin with these words. */
function below(context: FeatureContext, labels: readonly string[], view: ClauseView = {}): Row[] {
  return labels.reduce<Row[]>((rows, label) => {
    const row = rows.find((one) => one.label.startsWith(label));
    assert.ok(row, `${label} is not among ${rows.map((one) => one.label).join(", ")}`);
    return clauseRows(context, row.id, view);
  }, clauseRows(context, undefined, view));
}

const shown = ({ label, description, state }: Row) => `${label} | ${description ?? ""} | ${state}`;

/** The numbers of `2 evidenced, 3 missing`, added up. */
function total(row: Row | undefined): number {
  const counts = (row?.tooltip ?? "").split("\n\n").at(-1)?.split(": ").at(-1) ?? "";
  return [...counts.matchAll(/(\d+) [a-z]/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

describe("the Clauses tree", () => {
  it("adds up from the controls to the standard", () => {
    const context = opened({ "a.yaml": CARD, "s.yaml": STATEMENT });
    const [first, second] = clauseRows(context);
    assert.equal(total(second), context.catalogue.standard("iso27001").clauses.filter((one) => one.children.length === 0).length);
    const rows = below(context, ["ISO/IEC 42001"]);
    assert.equal(total(first), rows.reduce((sum, row) => sum + leaves(context, row), 0));
    const [evidenced, reachable] = rows.map((row) => /^(\d+) of (\d+)/.exec(row.description ?? "") ?? []).reduce<[number, number]>(([a, b], [, c = "0", d = "0"]) => [a + Number(c), b + Number(d)], [0, 0]);
    const alone = rows.filter((row) => leaves(context, row) === 1 && !row.description?.includes(" of ") && row.state !== "out-of-reach");
    assert.equal(first?.description, `${evidenced + alone.filter((row) => row.state !== "missing").length} of ${reachable + alone.length} within reach`);
  });

  it("tells states apart: partly, missing, not applicable, out of reach", () => {
    const context = opened({ "a.yaml": CARD, "s.yaml": STATEMENT });
    const use = below(context, ["ISO/IEC 42001", "A.9 "]);
    assert.match(use.map(shown).join("\n"), /^A\.9\.4 .* \| \d+ fields · \d+ gaps? \| partly$/m);
    const physical = below(context, ["ISO/IEC 27001", "A.7 "]).find((row) => row.label.startsWith("A.7.4 "));
    assert.equal(physical && shown(physical).replace(/A\.7\.4 [^|]*/, "A.7.4 "), "A.7.4 | not applicable | not-applicable");
    assert.match(physical?.tooltip ?? "", /No premises of our own/);
    assert.match(below(context, ["ISO/IEC 42001"]).find((row) => row.label.startsWith("A.2 "))?.state ?? "", /out-of-reach/);
  });

  it("says that it is being read, and no number or state, before the whole workspace is read", () => {
    const context = { ...opened({ "a.yaml": CARD, "s.yaml": STATEMENT }), incomplete: true };
    const rows = [...clauseRows(context), ...below(context, ["ISO/IEC 42001"]), ...below(context, ["ISO/IEC 27001", "A.7 "])];
    assert.deepEqual([...new Set(rows.map(({ description, state }) => `${description ?? ""} | ${state}`))], ["being read | none"]);
    assert.ok(rows.every(({ spoken, tooltip }) => spoken.endsWith(", being read") && !/\d+ (?:of|evidenced|missing)/.test(tooltip ?? "")));
    assert.deepEqual(below(context, ["ISO/IEC 42001", "A.9 "], { states: ["evidenced"] }).length, 3, "no state is known to filter by");
    assert.deepEqual(below(context, ["ISO/IEC 42001", "A.9 ", "A.9.4"]).map((row) => row.label), ["Primary uses", "Out-of-scope uses"]);
  });

  it("filters by standard, state and words, and counts what is left", () => {
    const context = opened({ "a.yaml": CARD, "s.yaml": STATEMENT });
    assert.deepEqual(clauseRows(context, undefined, { standards: ["iso27001"] }).map((row) => row.label), ["ISO/IEC 27001:2022"]);
    const ruledOut: ClauseView = { states: ["not-applicable"] };
    assert.deepEqual(clauseRows(context, undefined, ruledOut).map(shown), ["ISO/IEC 42001:2023 | nothing of it fits the filter | none", "ISO/IEC 27001:2022 | not applicable | none"]);
    assert.deepEqual(below(context, ["ISO/IEC 27001", "A.7 "], ruledOut).map((row) => row.label.split(" ")[0]), ["A.7.4"]);
    assert.deepEqual(below(context, ["ISO/IEC 42001", "A.6 ", "A.6.2 "], { text: "event logs" }).map((row) => row.label.split(" ")[0]), ["A.6.2.8"]);
  });

  it("shows what some files say alone, in the counts too", () => {
    const context = opened({ "a.yaml": CARD, "b.yaml": "kind: model-card\nid: other\nlimitations: [Short texts only]\n" });
    const view: ClauseView = { files: [`${ROOT}/a.yaml`] };
    const evidence = below(context, ["ISO/IEC 42001", "A.9 ", "A.9.4"], view);
    assert.deepEqual([...new Set(evidence.map((row) => row.target?.uri))], [`${ROOT}/a.yaml`]);
    const row = below(context, ["ISO/IEC 42001", "A.9 "], view).find((one) => one.label.startsWith("A.9.4"));
    assert.equal(row?.description, `${evidence.length} fields · ${evidence.filter((one) => one.state !== "filled").length} gap`);
    assert.deepEqual(below(context, ["ISO/IEC 42001"], { ...view, group: "document" }).map((one) => one.label), ["a.yaml"]);
    assert.deepEqual(clauseRows(context, undefined, { files: [] }).map((one) => one.description), ["nothing of it fits the filter", "nothing of it fits the filter"]);
  });

  it("groups by document", () => {
    const context = opened({ "cards/a.yaml": CARD, "s.yaml": STATEMENT });
    const view: ClauseView = { group: "document" };
    const [card] = below(context, ["ISO/IEC 42001"], view);
    assert.match(card ? shown(card) : "", /^a\.yaml \| cards · \d+ of \d+ \| partly$/);
    assert.ok(below(context, ["ISO/IEC 42001", "a.yaml", "A.9.4"], view).some((row) => row.label.startsWith("Primary uses")));
  });

  it("opens many documents in stretches", () => {
    const context = opened(Object.fromEntries(Array.from({ length: 205 }, (_, index) => [`m${String(index).padStart(3, "0")}.yaml`, "kind: model-card\nname: A\n"])));
    assert.deepEqual(below(context, ["ISO/IEC 42001"], { group: "document" }).map(shown), ["m000.yaml … m199.yaml | 200 | none", "m200.yaml … m204.yaml | 5 | none"]);
    assert.equal(below(context, ["ISO/IEC 42001", "m200.yaml"], { group: "document" }).length, 5);
  });

  it("keeps the ids of rows while evidence changes", () => {
    const context = opened({ "a.yaml": CARD });
    const ids = () => below(context, ["ISO/IEC 42001", "A.9 ", "A.9.4"]).map((row) => row.id);
    const before = ids();
    context.index.update(`${ROOT}/a.yaml`, "yaml", CARD.replace("TODO", "Mortgages").replace("name:", "# a line more\nname:"));
    assert.deepEqual(ids(), before);
  });
});

/** How many clauses without subclauses stand below a row. */
function leaves({ catalogue }: FeatureContext, row: Row): number {
  const count = (ref: string): number => {
    const clause = catalogue.clause(ref);
    return !clause || clause.children.length === 0 ? 1 : clause.children.reduce((sum, one) => sum + count(one), 0);
  };
  return count(row.id.replace("clause|", ""));
}

describe("the way to a row of the Clauses tree", () => {
  const path = (marked: string, view: ClauseView = {}) => {
    const { text, position } = withCursor(marked);
    return clauseRowPath(opened({ "a.yaml": text }), `${ROOT}/a.yaml`, position, view).map((row) => row.label.replace(/^((?:A\.)?\d[\d.]*) .*/, "$1"));
  };

  it("leads from a field to its evidence", () => {
    assert.deepEqual(path(CARD.replace("primary_uses", "primary▮_uses")), ["ISO/IEC 42001:2023", "A.9", "A.9.4", "Primary uses"]);
    assert.deepEqual(path(CARD.replace("primary_uses", "primary▮_uses"), { group: "document" }), ["ISO/IEC 42001:2023", "a.yaml", "A.9.4", "Primary uses"]);
  });

  it("leads from a reference to its clause", () => {
    assert.deepEqual(path("# see iso42001:A.6.2▮.8\nx: 1\n"), ["ISO/IEC 42001:2023", "A.6", "A.6.2", "A.6.2.8"]);
  });

  it("ends where the filter leaves the row out", () => {
    assert.deepEqual(path(CARD.replace("primary_uses", "primary▮_uses"), { text: "event logs" }), []);
  });
});

describe("rows as Markdown", () => {
  it("are a nested list with states and places", () => {
    const context = opened({ "a.yaml": CARD });
    const row = below(context, ["ISO/IEC 42001", "A.9 "]).find((one) => one.label.startsWith("A.9.4"));
    assert.ok(row);
    const lines = rowsAsMarkdown(row, (parent) => clauseRows(context, parent)).split("\n");
    assert.match(lines[0] ?? "", /^- A\.9\.4 .*: partly, \d+ fields · \d+ gaps?$/);
    assert.ok(lines.includes("  - Primary uses: filled, a.yaml:5"), lines.join("\n"));
  });
});
