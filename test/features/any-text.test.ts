import assert from "node:assert/strict";
import fc from "fast-check";
import { languageOf, readDocument } from "../../src/documents/read";
import type { Position, Range, Span } from "../../src/documents/span";
import { clauseRowPath, clauseRows } from "../../src/features/clauses-tree";
import { codeActionsAt } from "../../src/features/code-actions";
import type { ActionRequest } from "../../src/features/code-actions";
import type { FeatureContext } from "../../src/features/context";
import { diagnosticsOf } from "../../src/features/diagnostics";
import { documentRowPath, documentRows } from "../../src/features/documents-tree";
import { hoverAt } from "../../src/features/hover";
import type { Row } from "../../src/features/row";
import { statusOf } from "../../src/features/status";
import { walk } from "../../src/formats/field";
import { uriOf, workspaceOf } from "./workspace";

const YAML_CARD = `# clausewise-disable-next-line review-overdue -- the board meets in May
kind: model-card
id: scorer 1   # a blank
name: "Scorer 😀"
version: 2.10
status: live
owners:
  - &team { name: Risk team, contact: team@example }
  - *team
intended_use: &use
  primary_uses:
    - Rank applications: by risk
  human_oversight: |
    An officer decides.

    TODO
  users: []
  out_of_scope_use: Mortgages
training_data:
  datasets: [{ id: loans, personal_data: yes }, { <<: *team, id: loans }]
evaluation:
  metrics:
    - name: auc
      value: 0.82
      threshold: 0.85
status: [deployed]
review: { last: 2026-09-01, next: 2026-03-01 }
---
kind: security-risk
risks:
  - id: R-1
    likelihood: posible
    consequence: severe
    level: low
    treatment: { option: modify, controls: [5.10] }
    residual: { level: high }
`;

const JSON_RISKS = `{
  // clausewise-disable-next-line bad-format
  "kind": "security-risk",
  "id": "risks é",
  "owner": "",
  "risks": [
    { "id": "R-1", "likelihood": "rare", "consequence": "major", "level": "high", "treatment": { "option": "retain" }, "acceptance": { "until": "2020-02-30" } },
    "R-2",
  ],
  "review": { "next": "2020-01-01" }
}
`;

const MARKDOWN_CARD = `---
kind: impact-assessment
impacts:
\t- { id: I-1 }
  - { id: I-2, type: harm, level: high }
title: <title>
---

# An assessment

<!-- clausewise-disable-file placeholder -->

| a | b |
|---|---|
| 1 | 😀 |
`;

const PROFILE = `organisation: Bank
profile: strict
risk_matrix: { likelihood: [low, high], consequence: [low, high], levels: [low, high], table: { low: [low], hihg: [low, tall] } }
rules: { placeholder: loud }
files: { model-card: "*.mc.yaml" }
`;

const FILES: readonly (readonly [path: string, text: string])[] = [
  ["scorer.model-card.yaml", YAML_CARD],
  ["risk-register.json", JSON_RISKS],
  ["impact-assessment.md", MARKDOWN_CARD],
  ["clausewise.yaml", PROFILE],
];

const ODD = ["\n", "\r\n", "\r", "\t", " ", "  ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", " # ", "|\n", ">-\n", '"', "'", "`", "\\", "&a ", "*a ", "*team", "<<: ", "!t ", "%", "@", "---\n", "...\n", "~", "null", "é", "😀", "\ud83d", "\ufeff", "\u2028", "\u0085", "\u0000", "//", "/*", "*/", "<!--", "-->", "```", "| ", "kind: ", "__proto__: 1\n", "\n\n"];

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(30), fc.nat(2000)),
  put: fc.oneof(fc.constantFrom(...ODD), fc.constantFrom(...FILES.flatMap(([, text]) => text.split("\n"))), fc.string({ maxLength: 4 })),
});

/** A document of ours after a few mishaps: cut off, overwritten, joined with another, saved by another editor. */
const mishap = fc.record({
  file: fc.constantFrom(...FILES),
  joined: fc.option(fc.constantFrom(...FILES.map(([, text]) => text)), { freq: 6 }),
  edits: fc.array(edit, { maxLength: 5 }),
  end: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
  lineEnd: fc.constantFrom("\n", "\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "", "\ufeff"),
}).map(({ file: [path, whole], joined, edits, end, lineEnd, mark }) => {
  let text = whole + (joined ?? "");
  for (const { at, removed, put } of edits) {
    const place = Math.floor(at * text.length);
    text = text.slice(0, place) + put + text.slice(place + removed);
  }
  text = text.slice(0, Math.ceil(text.length * end));
  return { path, text: mark + text.replace(/\n/g, lineEnd) };
});

function assertSpan(span: Span, text: string, what: string, mayBeEmpty = false): void {
  assert.ok(Number.isInteger(span.start) && Number.isInteger(span.end), `${what}: ${span.start}–${span.end} are no places`);
  assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end, `${what}: ${span.start}–${span.end} lies outside of ${text.length}`);
  assert.ok(mayBeEmpty || span.end > span.start, `${what}: nothing is between ${span.start} and ${span.end}`);
}

/** A range whose places exist in the text as lines and characters. */
function assertRange(range: Range, lines: readonly number[], what: string): void {
  for (const { line, character } of [range.start, range.end]) {
    assert.ok(line >= 0 && line < lines.length && character >= 0 && character <= (lines[line] ?? -1), `${what}: ${line}:${character} does not exist`);
  }
  const { start, end } = range;
  assert.ok(start.line < end.line || (start.line === end.line && start.character < end.character), `${what} is empty at ${start.line}:${start.character}`);
}

/** The length of each line, without its ending. */
function lineLengths(text: string): number[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.length);
}

function assertFindings({ index }: FeatureContext, uri: string, text: string): void {
  for (const { reading, findings } of index.check(uri)) {
    for (const { rule, span, related, fixes, message, clauses } of findings) {
      assertSpan(span, text, rule);
      // A tab can be what is wrong; the end of a line cannot be seen.
      assert.ok(/[^\r\n]/.test(text.slice(span.start, span.end)), `${rule} underlines nothing but line endings`);
      assert.ok(message.length > 10 && clauses.length > 0, `${rule} says too little: ${message}`);
      for (const one of related) assertSpan(one.span, text, `${rule}, another place`);
      for (const fix of fixes) for (const { span: replaced } of fix.edits) assertSpan(replaced, text, `${rule}, “${fix.title}”`, true);
    }
    for (const field of [reading.root, ...walk(reading.root)]) {
      assertSpan(field.anchor, text, `anchor of ${field.path}`, true);
      assertSpan(field.span, text, `span of ${field.path}`, true);
      assertSpan(field.valueSpan, text, `value of ${field.path}`, true);
      for (const item of field.items) assertSpan(item.span, text, `item of ${field.path}`, true);
    }
  }
}

function assertTree(rows: (parent?: string) => Row[], uri: string, lines: readonly number[], parent?: string, depth = 0): void {
  const own = rows(parent);
  assert.equal(new Set(own.map((row) => row.id)).size, own.length, `two rows below ${parent ?? "the top"} have one id`);
  for (const row of own) {
    assert.ok(row.label !== "" && row.spoken !== "", `${row.id} has no words`);
    const range = row.target?.range;
    if (range && row.target?.uri === uri && lines.some((length) => length > 0)) {
      assert.ok(range.end.line < lines.length && range.end.character <= (lines[range.end.line] ?? 0), `${row.id} leads out of the text`);
    }
    if (row.expandable && depth < 8) assertTree(rows, uri, lines, row.id, depth + 1);
  }
}

/** A request for everything there is, from a client that can do everything. */
function allActions(range: Range): ActionRequest {
  return { range, only: ["quickfix", "source.fixAll"], version: 1, versionOf: () => 1, abilities: { versions: true, snippets: true, creates: true }, comments: true, resolves: false };
}

/** Every feature at every kind of place. Throws where one throws or leads out of the text. */
function assertFeatures(context: FeatureContext, uri: string, text: string): void {
  const { lines: counted } = readDocument(uri, languageOf(uri) ?? "yaml", text);
  const lines = lineLengths(text);
  for (const diagnostic of diagnosticsOf(context, uri)) {
    assertRange(diagnostic.range, lines, String(diagnostic.code));
    for (const action of codeActionsAt(context, uri, allActions(diagnostic.range))) assert.ok(action.title !== "");
  }
  const step = Math.max(1, Math.floor(text.length / 40));
  for (let offset = 0; offset <= text.length; offset += step) {
    const position: Position = counted.positionAt(offset);
    const hover = hoverAt(context, uri, position);
    if (hover?.range) assertRange(hover.range, lines, "hover");
    documentRowPath(context, uri, position);
    if (offset % 5 === 0) clauseRowPath(context, uri, position);
  }
  assertTree((parent) => documentRows(context, parent), uri, lines);
  for (const row of clauseRows(context)) clauseRows(context, row.id);
  statusOf(context, uri);
}

describe("any text at all", () => {
  it("gets findings, hovers and rows whose places lie inside it", () => {
    fc.assert(
      fc.property(mishap, ({ path, text }) => {
        const context = workspaceOf({ [path]: text });
        assertFindings(context, uriOf(path), text);
        assertFeatures(context, uriOf(path), text);
      }),
      { numRuns: Number(process.env["CLAUSEWISE_RUNS"] ?? 25) },
    );
  });

  it("is read after any edit as if it were read anew", () => {
    fc.assert(
      fc.property(mishap, mishap, ({ path, text }, { text: next }) => {
        const edited = workspaceOf({ [path]: text });
        edited.index.update(uriOf(path), languageOf(path) ?? "yaml", next);
        assert.deepEqual(diagnosticsOf(edited, uriOf(path)), diagnosticsOf(workspaceOf({ [path]: next }), uriOf(path)));
      }),
      { numRuns: Number(process.env["CLAUSEWISE_RUNS"] ?? 15) },
    );
  });

  for (const [path, text] of FILES) {
    it(`such as ${path} as it stands here gives several findings, so that the mishaps have something to hit`, () => {
      assert.ok(diagnosticsOf(workspaceOf({ [path]: text }), uriOf(path)).length > 4);
    });
  }
});
