import assert from "node:assert/strict";
import type { Position } from "../../src/documents/span";
import { opened, ROOT } from "./opened";

/** The address of a file of the workspace. */
export function uriOf(path: string): string {
  return `${ROOT}/${path}`;
}

/** A workspace with these files in one folder, on 24 November 2026. */
export const workspaceOf = opened;

/** The text without the cursor mark `▮`, and the cursor's position. */
export function withCursor(marked: string): { text: string; position: Position } {
  const at = marked.indexOf("▮");
  assert.ok(at >= 0, "the text has a cursor");
  const before = marked.slice(0, at).split("\n");
  return { text: marked.replace("▮", ""), position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}
