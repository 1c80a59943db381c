import assert from "node:assert/strict";
import type { DocumentSymbol, InlayHintLabelPart, SelectionRange } from "vscode-languageserver";
import { parse } from "yaml";
import { Lines } from "../../src/documents/lines";
import { codeLensesOf } from "../../src/features/code-lens";
import { documentLinksOf } from "../../src/features/document-links";
import { documentSymbolsOf } from "../../src/features/document-symbols";
import { foldingRangesOf } from "../../src/features/folding-ranges";
import { inlayHintsIn } from "../../src/features/inlay-hints";
import { selectionRangesAt } from "../../src/features/selection-ranges";
import { opened, ROOT } from "./opened";

const YAML = `kind: model-card
id: scorer
name: Scorer
intended_use:
  primary_uses:
    - Rank applications
    - TODO
evaluation:
  metrics:
    - name: auc
      value: 0.87
      evidence: reports/m.json
links:
  risks:
    - R-001
`;

/** One card in each way of writing it. */
const WRITTEN: readonly (readonly [manner: string, path: string, text: string])[] = [
  ["YAML", "a.yaml", YAML],
  ["YAML with CRLF and a byte order mark", "a.yaml", `\ufeff${YAML.replace(/\n/g, "\r\n")}`],
  ["JSON", "a.json", JSON.stringify(parse(YAML), null, 2)],
  ["JSON with tabs, comments and trailing commas", "a.jsonc", `// a card\n${JSON.stringify(parse(YAML), null, "\t").replace(/\n(\t*)([}\]])/g, ",\n$1$2")}\n`],
  ["Markdown", "a.md", `---\n${YAML}---\n\n# Scorer\n\nMore about it.\n`],
];

const RISKS = { "r.yaml": "kind: security-risk\nid: r\nrisks:\n  - id: R-001\n" };
const outline = (all: readonly DocumentSymbol[] | undefined, indent = ""): string[] =>
  (all ?? []).flatMap(({ name, detail, children }) => [`${indent}${name}${detail ? ` (${detail})` : ""}`, ...outline(children, `${indent}  `)]);
const flat = (all: readonly DocumentSymbol[]): DocumentSymbol[] => all.flatMap((one) => [one, ...flat(one.children ?? [])]);

describe("reading aids", () => {
  const expected = outline(documentSymbolsOf(opened({ "a.yaml": YAML, ...RISKS }), `${ROOT}/a.yaml`));

  for (const [manner, path, text] of WRITTEN) {
    const context = opened({ [path]: text, ...RISKS });
    const uri = `${ROOT}/${path}`;
    const lines = new Lines(text);
    const symbols = documentSymbolsOf(context, uri) ?? [];
    const folds = foldingRangesOf(context, uri) ?? [];

    it(`show the same outline in ${manner}`, () => {
      assert.deepEqual(outline(symbols), expected);
      assert.ok(expected.length > 12);
    });

    it(`fold in ${manner} every field of several lines`, () => {
      // A brace alone on its line folds with the list around it or by itself, as the editor has it.
      const wide = flat(symbols).filter(({ range }) => range.end.line > range.start.line && lineAt(lines, text, range.start.line).trim() !== "{");
      for (const { name, range } of wide) assert.ok(folds.some(({ startLine }) => startLine === range.start.line), `${name} at line ${range.start.line}`);
      assert.ok(wide.length >= 6, String(wide.length));
      for (const { startLine, endLine } of folds) assert.ok(startLine < endLine && endLine < lines.count);
    });

    it(`grow a selection in ${manner} from the word to the whole, each step around the one before`, () => {
      const at = text.indexOf("applications");
      const steps: string[] = [];
      for (let step: SelectionRange | undefined = selectionRangesAt(context, uri, [lines.positionAt(at)])?.[0]; step; step = step.parent) steps.push(text.slice(lines.offsetAt(step.range.start), lines.offsetAt(step.range.end)));
      assert.equal(steps[0], "Rank applications");
      for (const [index, step] of steps.entries()) if (index > 0) assert.ok(step.includes(steps[index - 1] ?? "") && step.length > (steps[index - 1] ?? "").length, step);
      assert.ok(steps.some((step) => /^"?primary_uses/.test(step)) && steps.some((step) => /^"?intended_use/.test(step)));
    });

    it(`hint in ${manner} at the same clauses, behind everything on the line`, () => {
      const hints = inlayHintsIn(context, uri, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } });
      const labels = hints.map(({ label }) => (label as InlayHintLabelPart[]).map(({ value }) => value).join(""));
      const own = inlayHintsIn(opened({ "a.yaml": YAML, ...RISKS }), `${ROOT}/a.yaml`, { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } });
      assert.deepEqual(labels, own.map(({ label }) => (label as InlayHintLabelPart[]).map(({ value }) => value).join("")));
      for (const { position } of hints) assert.equal(position.character, lineAt(lines, text, position.line).trimEnd().length);
    });

    it(`say the same above the document in ${manner}, and link to the same places`, async () => {
      assert.deepEqual(codeLensesOf(context, uri).map(({ command }) => command?.title), codeLensesOf(opened({ "a.yaml": YAML, ...RISKS }), `${ROOT}/a.yaml`).map(({ command }) => command?.title));
      const links = await documentLinksOf(context, uri, (uris) => Promise.resolve(uris.filter((one) => one.endsWith("m.json"))));
      assert.deepEqual(links.map(({ range, target }) => `${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))} → ${target}`), [`reports/m.json → ${ROOT}/reports/m.json`, `R-001 → ${ROOT}/r.yaml#L4,9-L4,14`]);
    });
  }
});

function lineAt(lines: Lines, text: string, line: number): string {
  const { start, end } = lines.lineSpan(line);
  return text.slice(start, end);
}
