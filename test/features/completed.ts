import assert from "node:assert/strict";
import type { CompletionItem } from "vscode-languageserver";
import { Lines } from "../../src/documents/lines";
import { languageOf } from "../../src/documents/read";
import { completionsAt } from "../../src/features/completion";
import type { FeatureContext } from "../../src/features/context";
import { catalogue } from "../../src/standards/catalogue";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

const root = "file:///w";

/** What a test may set; the rest is one YAML file that its name makes a model card, an editor with snippets, and 24 November 2026. */
export interface Setting {
  readonly path?: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly snippets?: boolean;
  readonly typed?: string;
  /** Marks the cursor where the text itself has a `|`. */
  readonly mark?: string;
}

/** What is on offer at the mark of a text. */
export interface Offered {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  readonly isIncomplete: boolean;
  /** The text after the item with this label was taken; tab stops leave what they say. */
  readonly taken: (label: string) => string;
  readonly item: (label: string) => CompletionItem;
}

/** A workspace with the given files. */
export function contextOf(files: Readonly<Record<string, string>>): FeatureContext {
  const index = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced: () => undefined });
  index.setFolders([{ uri: root, name: "w" }]);
  for (const [path, text] of Object.entries(files)) index.update(`${root}/${path}`, languageOf(path) ?? "yaml", text);
  return { index, catalogue, today: "2026-11-24", pages: false };
}

/** Asks for completions at the mark, which is `|` unless the setting says otherwise. */
export async function offered(marked: string, { path = "a.model-card.yaml", others = {}, files = [], snippets = true, typed, mark = "|" }: Setting = {}): Promise<Offered> {
  const offset = marked.indexOf(mark);
  assert.ok(offset >= 0, "the text has a mark");
  const text = marked.slice(0, offset) + marked.slice(offset + mark.length);
  const context = contextOf({ ...others, [path]: text });
  const list = await completionsAt(context, `${root}/${path}`, new Lines(text).positionAt(offset), {
    abilities: { snippets, retriggers: snippets },
    files: () => Promise.resolve(files.map((file) => `${root}/${file}`)),
    typed,
  });
  const item = (label: string) => {
    const found = list.items.find((one) => one.label === label);
    assert.ok(found, `${label} is offered; there are ${list.items.map((one) => one.label).join(", ")}`);
    return found;
  };
  return { items: list.items, labels: list.items.map((one) => one.label), isIncomplete: list.isIncomplete, item, taken: (label) => taken(text, item(label)) };
}

/** The text after an item was taken: `${1:x}` leaves `x`, a choice its first word. */
export function taken(text: string, item: CompletionItem): string {
  const lines = new Lines(text);
  assert.ok(item.textEdit && "range" in item.textEdit);
  const written = item.insertTextFormat === 2 ? withoutStops(item.textEdit.newText) : item.textEdit.newText;
  const edits = [{ range: item.textEdit.range, newText: written }, ...(item.additionalTextEdits ?? [])];
  const spans = edits.map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }));
  return spans.sort((a, b) => b.start - a.start).reduce((so, { start, end, newText }) => so.slice(0, start) + newText + so.slice(end), text);
}

function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, "$1")
    .replace(/\$\{\d+\|((?:[^\\,|]|\\.)*)(?:,(?:[^\\|]|\\.)*)?\|\}/g, "$1")
    .replace(/\\([\\$},|])/g, "$1");
}
