import type { CodeAction, Range as ProtocolRange } from "vscode-languageserver";
import type { Document } from "../documents/document";
import type { Finding, Fix } from "../rules/rule";
import type { FeatureContext } from "./context";
import { diagnosticOf } from "./diagnostics";
import { rulePageUri } from "./page-address";

/** The client's command that opens one of our pages; its argument is the address. */
export const OPEN_PAGE = "clausewise.openPage";

/**
 * The repairs on offer in a range of a file, and an explanation of each rule that speaks there. Edits name the version they
 * were made for (`null` for a file that is not open), so a client refuses them for any other.
 */
export function codeActionsAt(context: FeatureContext, uri: string, range: ProtocolRange, version: number | null): CodeAction[] {
  const document = context.index.get(uri)?.readings.document;
  if (!document) return [];
  const span = { start: document.lines.offsetAt(range.start), end: document.lines.offsetAt(range.end) };
  const findings = context.index.findings(uri).filter((finding) => finding.span.start <= span.end && finding.span.end >= span.start);
  const fixes = findings.flatMap((finding) => finding.fixes.map((fix) => quickFix(context, document, finding, fix, version)));
  return [...fixes, ...(context.pages ? explanations(context, document, findings) : [])];
}

function quickFix(context: FeatureContext, document: Document, finding: Finding, fix: Fix, version: number | null): CodeAction {
  const edits = fix.edits.map(({ span, text }) => ({ range: document.lines.rangeOf(span), newText: text }));
  return {
    title: fix.title,
    kind: "quickfix",
    diagnostics: [diagnosticOf(context, document, finding)],
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: { documentChanges: [{ textDocument: { uri: document.uri, version }, edits }] },
  };
}

/** One explanation per rule, however often it speaks here. */
function explanations(context: FeatureContext, document: Document, findings: readonly Finding[]): CodeAction[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  return [...first].map(([rule, finding]) => {
    const title = `Explain ${rule}`;
    return { title, kind: "quickfix", diagnostics: [diagnosticOf(context, document, finding)], command: { title, command: OPEN_PAGE, arguments: [rulePageUri(rule)] } };
  });
}
