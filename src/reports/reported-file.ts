import type { Document } from "../documents/document";
import type { Finding } from "../rules/rule";

/** A file with what was found in it, as the reports for other tools take it. */
export interface ReportedFile {
  /** Relative to where the report is made, with forward slashes. */
  readonly path: string;
  readonly document: Document;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}
