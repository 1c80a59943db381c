import type { Finding } from "../rules/rule";
import { displayReference } from "../standards/reference";
import type { ReportedFile } from "./reported-file";

/**
 * The findings as JUnit XML, the form that build servers show as test results: a suite per file, a failed case per finding, and one
 * passed case for a file without any. `fails` says which findings count as failures; the others are told in the case's output.
 * Source of the form: the schema of Apache Ant's JUnit task, as build servers read it.
 */
export function junitXml(files: readonly ReportedFile[], fails: (finding: Finding) => boolean): string {
  const suites = files.map((file) => suiteOf(file, fails));
  const failures = files.flatMap((file) => file.findings.filter(fails)).length;
  const tests = files.reduce((sum, file) => sum + Math.max(1, file.findings.length), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Clausewise" tests="${tests}" failures="${failures}" errors="0">\n${suites.join("")}</testsuites>\n`;
}

function suiteOf({ path, document, findings }: ReportedFile, fails: (finding: Finding) => boolean): string {
  const cases = findings.map((finding) => {
    const { line, character } = document.lines.positionAt(finding.span.start);
    const place = `${path}:${line + 1}:${character + 1}`;
    const told = attribute(finding.message);
    const more = text(`${place}: ${finding.severity}: ${finding.message}\n${finding.clauses.map(displayReference).join(", ")}`);
    const body = fails(finding) ? `<failure type="${finding.severity}" message="${told}">${more}</failure>` : `<system-out>${more}</system-out>`;
    return `    <testcase classname="${attribute(path)}" name="${attribute(`${finding.rule} at line ${line + 1}, column ${character + 1}`)}" file="${attribute(path)}" line="${line + 1}">${body}</testcase>\n`;
  });
  if (cases.length === 0) cases.push(`    <testcase classname="${attribute(path)}" name="no findings" file="${attribute(path)}"/>\n`);
  const failures = findings.filter(fails).length;
  return `  <testsuite name="${attribute(path)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">\n${cases.join("")}  </testsuite>\n`;
}

function attribute(value: string): string {
  return text(value).replace(/"/g, "&quot;").replace(/\s+/g, " ");
}

/** Text of an element; characters that XML 1.0 (section 2.2) does not allow become U+FFFD. */
function text(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
