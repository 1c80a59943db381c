import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity } from "vscode-languageserver";
import type { Document } from "../documents/document";
import type { Severity } from "../kinds/profile";
import type { Finding } from "../rules/rule";
import { referenceWithTitle } from "../standards/reference";
import type { FeatureContext } from "./context";
import { clausePageUri, rulePageUri } from "./page-address";

/** Who says it, in the editor's list of problems. */
export const SOURCE = "Clausewise";

/** `DiagnosticSeverity` of the protocol. */
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The findings of a file as the protocol's diagnostics, in the order of the text; none for a file that is not held. */
export function diagnosticsOf(context: FeatureContext, uri: string): Diagnostic[] {
  const document = context.index.get(uri)?.readings.document;
  return document ? context.index.findings(uri).map((finding) => diagnosticOf(context, document, finding)) : [];
}

/** One finding as a diagnostic: its clauses and other places are related information. */
export function diagnosticOf(context: FeatureContext, document: Document, finding: Finding): Diagnostic {
  const range = document.lines.rangeOf(finding.span);
  const places = finding.related.map(({ document: other = document, span, message }) => ({ location: { uri: other.uri, range: other.lines.rangeOf(span) }, message }));
  const clauses = finding.clauses.map((ref): DiagnosticRelatedInformation => {
    // A client without our pages still shows which clause it is, at the finding itself.
    const location = context.pages ? { uri: clausePageUri(ref), range: TOP } : { uri: document.uri, range };
    return { location, message: referenceWithTitle(ref, context.catalogue) };
  });
  return {
    range,
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.message,
    ...(context.pages ? { codeDescription: { href: rulePageUri(finding.rule) } } : {}),
    ...(places.length + clauses.length > 0 ? { relatedInformation: [...places, ...clauses] } : {}),
  };
}
