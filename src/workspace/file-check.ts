import type { Document } from "../documents/document";
import type { Span } from "../documents/span";
import type { KindId } from "../kinds/field";
import type { Finding, Fix, TextEdit } from "../rules/rule";
import type { WorkspaceIndex } from "./workspace-index";

/** What a check of a file came to, without the reading that it was made from. */
export interface FileCheck {
  /** The parts that are of a kind; a text that only refers to clauses has one of none. */
  readonly parts: readonly PartCheck[];
  /** References to clauses in the whole text. */
  readonly references: number;
  /** Why the file was taken for what it is. */
  readonly because: string;
}

/** The findings of one part. */
export interface PartCheck {
  readonly kind: KindId | null;
  readonly format: string | null;
  readonly findings: readonly Finding[];
}

/** Checks a file of the index. */
export function fileCheck(index: WorkspaceIndex, uri: string): FileCheck {
  const readings = index.get(uri)?.readings;
  const references = readings?.references().all.length ?? 0;
  const parts = index.check(uri).map(({ reading, findings }) => ({ kind: reading.kind.id, format: reading.format.id, findings }));
  const loose = parts.length === 0 ? index.findings(uri) : [];
  const because = readings?.recognitions[0]?.because ?? "";
  return { parts: loose.length > 0 || (parts.length === 0 && references > 0) ? [{ kind: null, format: null, findings: loose }] : parts, references, because };
}

/** A check as plain JSON. Documents are named by their addresses. */
export interface PlainCheck extends Omit<FileCheck, "parts"> {
  readonly parts: readonly (Omit<PartCheck, "findings"> & { readonly findings: readonly PlainFinding[] })[];
}

interface PlainFinding extends Omit<Finding, "related" | "fixes"> {
  readonly related: readonly { readonly uri?: string; readonly span: Span; readonly message: string }[];
  readonly fixes: readonly (Omit<Fix, "document"> & { readonly uri?: string; readonly edits: readonly TextEdit[] })[];
}

/** A check as plain JSON; without `fixes` the repairs, which take work, are left out. */
export function plainCheck(check: FileCheck, fixes: boolean): PlainCheck {
  const plain = (finding: Finding): PlainFinding => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    span: finding.span,
    clauses: finding.clauses,
    field: finding.field,
    related: finding.related.map(({ document, span, message }) => ({ ...(document ? { uri: document.uri } : {}), span, message })),
    fixes: fixes ? finding.fixes.map(({ document, ...fix }) => ({ ...fix, ...(document ? { uri: document.uri } : {}) })) : [],
  });
  return { ...check, parts: check.parts.map((part) => ({ ...part, findings: part.findings.map(plain) })) };
}

/** A check from plain JSON. `documentAt` gives the documents that findings lead to; a place in one that is gone is left out. */
export function checkFrom(plain: PlainCheck, documentAt: (uri: string) => Document | undefined): FileCheck {
  const finding = ({ related, fixes, ...rest }: PlainFinding): Finding => ({
    ...rest,
    field: rest.field,
    related: related.flatMap(({ uri, ...place }) => inDocument(uri, place)),
    fixes: fixes.flatMap(({ uri, ...fix }) => inDocument(uri, fix)),
  });
  function inDocument<Value extends object>(uri: string | undefined, value: Value): (Value & { document?: Document })[] {
    if (uri === undefined) return [value];
    const document = documentAt(uri);
    return document ? [{ ...value, document }] : [];
  }
  return { ...plain, parts: plain.parts.map((part) => ({ ...part, findings: part.findings.map(finding) })) };
}
