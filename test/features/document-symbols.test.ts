import assert from "node:assert/strict";
import type { DocumentSymbol } from "vscode-languageserver";
import { documentSymbolsOf } from "../../src/features/document-symbols";
import { opened, ROOT } from "./opened";

const symbols = (path: string, text: string) => documentSymbolsOf(opened({ [path]: text }), `${ROOT}/${path}`);
const outline = (all: readonly DocumentSymbol[] | undefined, indent = ""): string[] =>
  (all ?? []).flatMap(({ name, detail, children }) => [`${indent}${name}${detail ? ` (${detail})` : ""}`, ...outline(children, `${indent}  `)]);

describe("the outline of a document", () => {
  it("has titles as names, values and clauses as details, items by their label", () => {
    const text = "kind: model-card\nname: Scorer\nintended_use:\n  primary_uses: [Rank, Sort]\n  out_of_scope_uses: [TODO]\nevaluation:\n  metrics:\n    - name: auc\n      value: 0.87\n";
    assert.deepEqual(outline(symbols("a.yaml", text)), [
      "Kind (model-card)",
      "Name (Scorer)",
      "Intended use (A.9.4 · A.6.2.2 · A.8.2)",
      "  Primary uses (2 entries)",
      "  Out-of-scope uses (placeholder)",
      "Evaluation (A.6.2.4 · 9.1)",
      "  Metrics (A.6.2.4 · 9.1)",
      "    auc",
      "      Metric (auc)",
      "      Value (0.87)",
    ]);
  });

  it("places a symbol on its key, inside the whole of the field", () => {
    const [, name] = symbols("a.yaml", "kind: model-card\nname: >\n  A long\n  name\n") ?? [];
    assert.deepEqual(name?.selectionRange, { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } });
    assert.deepEqual(name?.range.start, { line: 1, character: 0 });
    assert.ok((name?.range.end.line ?? 0) >= 3);
  });

  it("has one symbol per part in a file of several", () => {
    assert.deepEqual(outline(symbols("a.yaml", "kind: model-card\nname: A\n---\nother: 1\n---\nkind: security-risk\nscope: B\n")), [
      "Model card (A)",
      "  Kind (model-card)",
      "  Name (A)",
      "Security risk file (B)",
      "  Kind (security-risk)",
      "  Scope (B)",
    ]);
  });

  it("is about the front matter of Markdown alone, and about JSON with comments", () => {
    assert.deepEqual(outline(symbols("a.md", "---\nkind: model-card\n---\n\n# Heading\n")), ["Kind (model-card)"]);
    assert.deepEqual(outline(symbols("a.json", '{ // why\n "kind": "model-card", "version": "1.0.0" }')), ["Kind (model-card)", "Version (1.0.0)"]);
  });

  it("gives every item a name, even one without a label or with a blank one", () => {
    assert.deepEqual(outline(symbols("a.yaml", "kind: security-risk\nrisks:\n  - id: '  '\n  - owner: A\n")).filter((line) => /^ {2}\S/.test(line)), ["  Risks 1", "  Risks 2"]);
  });

  it("keeps the name of a symbol inside its range where fields come through an alias", () => {
    const inside = (all: readonly DocumentSymbol[]): boolean => all.every(({ range: outer, selectionRange: inner, children }) => outer.start.line <= inner.start.line && outer.end.line >= inner.end.line && inside(children ?? []));
    const all = symbols("a.yaml", "kind: model-card\nowners:\n  - &one { name: A }\n  - *one\n  - <<: *one\n    role: B\n");
    assert.ok(all && all.length > 0 && inside(all));
  });

  it("leaves the deepest levels out of a huge file", () => {
    const risks = Array.from({ length: 1_300 }, (_, index) => ({ id: `R-${index}`, title: "A", owner: "B" }));
    const all = symbols("a.json", JSON.stringify({ kind: "security-risk", risks }));
    const list = all?.find(({ name }) => name === "Risks");
    assert.equal(list?.children?.length, 1_300);
    assert.deepEqual(list?.children?.[0]?.children, []);
  });

  it("says nothing about files that are none of ours", () => {
    assert.equal(symbols("a.yaml", "kind: Deployment\nname: x\n"), undefined);
    assert.equal(documentSymbolsOf(opened({}), `${ROOT}/gone.yaml`), undefined);
  });
});
