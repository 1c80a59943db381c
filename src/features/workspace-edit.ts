import type { SnippetTextEdit, TextEdit as ProtocolEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Document } from "../documents/document";
import type { TextEdit } from "../rules/rule";

/** What a client can do with an edit of the workspace. */
export interface EditAbilities {
  /** It takes versioned edits, so a stale one is refused. */
  readonly versions: boolean;
  /** It puts the cursor on the tab stops of a snippet inside an edit. */
  readonly snippets: boolean;
  /** It creates files. */
  readonly creates: boolean;
}

/** A plain language server client: nothing beyond texts in open files. */
export const plainAbilities: EditAbilities = { versions: false, snippets: false, creates: false };

/** Edits of one document. They name the version they were made for (`null` for a file that is not open), so no other takes them. */
export function workspaceEdit(document: Document, edits: readonly TextEdit[], version: number | null, abilities: EditAbilities): WorkspaceEdit {
  if (!abilities.versions) return { changes: { [document.uri]: edits.map((edit) => plainEdit(edit, document)) } };
  const written = edits.map((edit) => (abilities.snippets && edit.snippet !== undefined ? snippetEdit(edit, edit.snippet, document) : plainEdit(edit, document)));
  return { documentChanges: [{ textDocument: { uri: document.uri, version }, edits: written }] };
}

/** A new file with this text, in a place where there is none. */
export function creatingEdit(uri: string, text: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
      ...(text === "" ? [] : [{ textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] }]),
    ],
  };
}

function plainEdit({ span, text }: TextEdit, { lines }: Document): ProtocolEdit {
  return { range: lines.rangeOf(span), newText: text };
}

function snippetEdit({ span }: TextEdit, value: string, { lines }: Document): SnippetTextEdit {
  return { range: lines.rangeOf(span), snippet: { kind: "snippet", value } };
}
