import type { CodeAction, Diagnostic, TextDocumentEdit } from "vscode-languageserver";
import type { Range } from "../documents/span";
import type { Document } from "../documents/document";
import type { Finding, Fix } from "../rules/rule";
import type { FeatureContext } from "./context";
import { diagnosticOf } from "./diagnostics";
import { rulePageUri } from "./page-address";

/** The command by which a client opens one of the tool's pages; its one argument is the address. */
export const OPEN_PAGE = "clausewise.openPage";

/**
 * What can be done about the findings that a range touches: their repairs, and the page that explains the rule. The edits name
 * the `version` they were made for, so a client refuses them once the text has changed.
 */
export function codeActionsAt(context: FeatureContext, uri: string, range: Range, version: number | null): CodeAction[] {
  const actions: CodeAction[] = [];
  const explained = new Set<string>();
  for (const { reading, findings } of context.index.check(uri)) {
    const { document } = reading;
    for (const finding of findings) {
      if (!touchesRange(document.lines.rangeOf(finding.span), range)) continue;
      const diagnostic = diagnosticOf(context, document, finding);
      actions.push(...finding.fixes.map((fix) => fixAction(fix, diagnostic, document, version)));
      if (context.pages && !explained.has(finding.rule)) actions.push(explainAction(finding, diagnostic));
      explained.add(finding.rule);
    }
  }
  return actions.sort((a, b) => Number(a.command !== undefined) - Number(b.command !== undefined));
}

function fixAction(fix: Fix, diagnostic: Diagnostic, document: Document, version: number | null): CodeAction {
  const edits = fix.edits.map(({ span, text }) => ({ range: document.lines.rangeOf(span), newText: text }));
  const change: TextDocumentEdit = { textDocument: { uri: document.uri, version }, edits };
  return { title: fix.title, kind: "quickfix", diagnostics: [diagnostic], isPreferred: fix.preferred, edit: { documentChanges: [change] } };
}

function explainAction(finding: Finding, diagnostic: Diagnostic): CodeAction {
  const title = `Explain ${finding.rule}`;
  return { title, kind: "quickfix", diagnostics: [diagnostic], command: { title, command: OPEN_PAGE, arguments: [rulePageUri(finding.rule)] } };
}

function touchesRange(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range["start"], b: Range["start"]): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
