import assert from "node:assert/strict";
import type { Position } from "../../src/documents/span";
import { languageOf } from "../../src/documents/read";
import type { FeatureContext } from "../../src/features/context";
import type { Row } from "../../src/features/row";
import type { KindId } from "../../src/kinds/field";
import type { WorkspaceProfile } from "../../src/kinds/profile";
import { catalogue } from "../../src/standards/catalogue";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

/** What a test of a feature may set beside the files. */
export interface WorkspaceSetting {
  readonly today?: string;
  readonly pages?: boolean;
  readonly profile?: Partial<WorkspaceProfile>;
  readonly forced?: (uri: string) => KindId | "none" | undefined;
}

/** The address of a file of the workspace. */
export function uriOf(path: string): string {
  return `file:///w/${path}`;
}

/** A workspace with these files in one folder, on 24 November 2026. */
export function workspaceOf(files: Readonly<Record<string, string>>, { today = "2026-11-24", pages = true, profile = {}, forced = () => undefined }: WorkspaceSetting = {}): FeatureContext {
  const index = new WorkspaceIndex({ today, adjust: (from) => ({ ...from, ...profile }), forced });
  index.setFolders([{ uri: "file:///w", name: "w" }]);
  for (const [path, text] of Object.entries(files)) index.update(uriOf(path), languageOf(path) ?? "yaml", text);
  return { index, catalogue, today, pages };
}

/** The text without the cursor mark `▮`, and the cursor's position. */
export function withCursor(marked: string): { text: string; position: Position } {
  const at = marked.indexOf("▮");
  assert.ok(at >= 0, "the text has a cursor");
  const before = marked.slice(0, at).split("\n");
  return { text: marked.replace("▮", ""), position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

/** A tree as indented lines: label and description of each row, opened as far as the ids match `open`. */
export function drawn(rows: (parent?: string) => Row[], open: (row: Row) => boolean = () => true): string[] {
  const below = (parent: string | undefined, indent: string): string[] =>
    rows(parent).flatMap((row) => [
      `${indent}${row.label}${row.description === undefined ? "" : ` · ${row.description}`}`,
      ...(row.expandable && open(row) ? below(row.id, `${indent}  `) : []),
    ]);
  return below(undefined, "");
}
