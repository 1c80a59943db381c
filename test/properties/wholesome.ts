import assert from "node:assert/strict";
import type { DocumentSymbol, SelectionRange } from "vscode-languageserver";
import { languageOf, readDocument } from "../../src/documents/read";
import type { Position, Range, Span } from "../../src/documents/span";
import { clauseRowPath, clauseRows } from "../../src/features/clauses-tree";
import { codeLensesOf } from "../../src/features/code-lens";
import { codeActionsAt } from "../../src/features/code-actions";
import type { ActionRequest } from "../../src/features/code-actions";
import type { FeatureContext } from "../../src/features/context";
import { diagnosticsOf } from "../../src/features/diagnostics";
import { documentSymbolsOf } from "../../src/features/document-symbols";
import { foldingRangesOf } from "../../src/features/folding-ranges";
import { inlayHintsIn } from "../../src/features/inlay-hints";
import { selectionRangesAt } from "../../src/features/selection-ranges";
import { documentRowPath, documentRows } from "../../src/features/documents-tree";
import { hoverAt } from "../../src/features/hover";
import { definitionsAt, implementationsAt, referencesAt } from "../../src/features/navigation";
import { pageAt } from "../../src/features/page";
import { clausePageUri } from "../../src/features/page-address";
import { renamedAt, renamingAt } from "../../src/features/rename";
import type { Row } from "../../src/features/row";
import { rowsAsMarkdown } from "../../src/features/rows-markdown";
import { statusOf } from "../../src/features/status";
import { workspaceSymbols } from "../../src/features/workspace-symbols";
import { walk } from "../../src/formats/field";
import { opened, ROOT } from "../features/opened";
import type { Setting } from "../features/opened";

/**
 * Reads a file, checks it and asks every feature about it. Throws where one of them throws, or gives a place that lies outside of
 * the text or in which there is nothing to see.
 */
export function assertWholesome(path: string, text: string, setting?: Setting): void {
  const context = opened({ [path]: text }, setting);
  assertFindings(context, `${ROOT}/${path}`, text);
  assertFeatures(context, `${ROOT}/${path}`, text);
  assertAids(context, `${ROOT}/${path}`, text);
  assertNavigation(context, `${ROOT}/${path}`, text);
}

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

/** At most about this many of them, spread evenly. */
function everyFew<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / most));
  return items.filter((_, index) => index % step === 0);
}

/** Every feature at every kind of place. Throws where one throws or leads out of the text. */
function assertFeatures(context: FeatureContext, uri: string, text: string): void {
  const { lines: counted } = readDocument(uri, languageOf(uri) ?? "yaml", text);
  const lines = lineLengths(text);
  const diagnostics = diagnosticsOf(context, uri);
  for (const { range, code } of diagnostics) assertRange(range, lines, String(code));
  // Of a thousand diagnostics a few show whether their repairs can be made; all of them would take minutes.
  for (const { range } of everyFew(diagnostics, 20)) {
    for (const action of codeActionsAt(context, uri, allActions(range))) assert.ok(action.title !== "");
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

/** What is drawn around and beside the text. */
function assertAids(context: FeatureContext, uri: string, text: string): void {
  const document = context.index.get(uri)?.readings.document;
  if (!document) return;
  const lines = lineLengths(text);
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  for (const symbol of documentSymbolsOf(context, uri) ?? []) assertSymbol(symbol, lines);
  for (const { startLine, endLine } of foldingRangesOf(context, uri) ?? []) assert.ok(startLine >= 0 && startLine < endLine && endLine < lines.length, `a fold from ${startLine} to ${endLine}`);
  for (const { position } of inlayHintsIn(context, uri, whole)) assert.ok(position.character <= (lines[position.line] ?? -1), `a hint at ${position.line}:${position.character}`);
  for (const { range } of codeLensesOf(context, uri)) assert.ok(range.start.line < lines.length, `a lens above line ${range.start.line}`);
  const positions = [0, 0.3, 0.5, 0.9, 1].map((share) => document.lines.positionAt(Math.floor(text.length * share)));
  for (const one of selectionRangesAt(context, uri, positions) ?? []) {
    for (let inner: SelectionRange = one; inner.parent; inner = inner.parent) assert.ok(isAround(inner.parent.range, inner.range), "a growing selection grows");
  }
}

function assertSymbol({ name, range, selectionRange, children }: DocumentSymbol, lines: readonly number[]): void {
  assert.ok(name.trim() !== "", "a symbol has a name");
  assert.ok(isAround(range, selectionRange), `${name} is named inside of it`);
  assert.ok(range.end.line < lines.length && range.end.character <= (lines[range.end.line] ?? -1), `${name} ends in the text`);
  for (const child of children ?? []) assertSymbol(child, lines);
}

function isAround(outer: Range, inner: Range): boolean {
  const before = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

/** The ways between clauses, evidence and ids: at references, ids and keys, and at a few places more. */
function assertNavigation(context: FeatureContext, uri: string, text: string): void {
  const document = context.index.get(uri)?.readings.document;
  if (!document) return;
  const lines = lineLengths(text);
  const references = context.index.get(uri)?.readings.references().all ?? [];
  for (const { span, idSpan, title, id } of references) {
    assertSpan(span, text, `reference ${id}`);
    assertSpan(idSpan, text, `number of ${id}`);
    if (title) assertSpan(title.span, text, `title of ${id}`);
  }
  for (const { name, location } of workspaceSymbols(context, "")) if (location.uri === uri && "range" in location) assertRange(location.range, lines, `symbol ${name}`);
  const named = context.index.identifiers().all().filter((one) => one.uri === uri).map((one) => one.span);
  const places = [...everyFew(references, 6).map((one) => one.span), ...everyFew(named, 6)].map((span) => span.start);
  for (const offset of [...places, 0, Math.floor(text.length / 2), text.length]) {
    const position = document.lines.positionAt(offset);
    for (const link of [...definitionsAt(context, uri, position), ...implementationsAt(context, uri, position)]) {
      if (link.originSelectionRange) assertRange(link.originSelectionRange, lines, "the words that lead on");
      if (link.targetUri === uri) assertRange(link.targetSelectionRange, lines, "where they lead");
    }
    for (const one of referencesAt(context, uri, position, true)) if (one.uri === uri) assertRange(one.range, lines, "a place that is about the same");
    const renaming = renamingAt(context, uri, position);
    if ("range" in renaming) assertRange(renaming.range, lines, "what is renamed");
    const renamed = renamedAt(context, uri, position, "new-id", () => 1, { versions: false, snippets: false, creates: false });
    for (const { range } of "edit" in renamed ? (renamed.edit.changes?.[uri] ?? []) : []) assertRange(range, lines, "an edit of a rename");
  }
  for (const ref of new Set(references.flatMap(({ clauses }) => clauses.slice(0, 1).map((one) => one.ref)))) {
    const page = pageAt(context, clausePageUri(ref));
    assert.ok(page && page.title !== "" && !page.html.includes("[object Object]"), `the page of ${ref} is not whole`);
  }
  for (const row of clauseRows(context, undefined, { group: "document", files: [uri] })) rowsAsMarkdown(row, (parent) => clauseRows(context, parent, { group: "document", files: [uri] }));
}
