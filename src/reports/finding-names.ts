import { fingerprint } from "../documents/fingerprint";
import type { Finding } from "../rules/rule";
import type { ReportedFile } from "./reported-file";

/**
 * A name for each finding of a file that stays the same while other lines come and go, so that a tool which compares two reports
 * knows an old finding again: made from the rule, the file, the field and the underlined words, and counted where all of these are equal.
 */
export function findingNames({ path, document, findings }: ReportedFile): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const what = nameOf(finding, document.text);
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return fingerprint([path, what, count].join("\n"));
  });
}

/** Places in lists say where something stands and not what it is, so they are left out. */
function nameOf({ rule, field, span }: Finding, text: string): string {
  return [rule, field?.replace(/\[\d+\]/g, "[]") ?? "", text.slice(span.start, span.end).replace(/\s+/g, " ")].join("\n");
}
