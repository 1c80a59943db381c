import type { Severity } from "../kinds/profile";
import { displayReference } from "../standards/reference";
import type { ReportedFile } from "./reported-file";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "notice", hint: "notice" };

/**
 * The findings as workflow commands of GitHub Actions, which shows them at the lines of a pull request. Source: GitHub Docs, "Workflow
 * commands for GitHub Actions"; columns may only be named where the finding ends on the line it begins on.
 */
export function githubAnnotations(files: readonly ReportedFile[]): string {
  return files
    .flatMap(({ path, document, findings }) =>
      findings.map((finding) => {
        const { start, end } = document.lines.rangeOf(finding.span);
        const columns = start.line === end.line ? { col: start.character + 1, endColumn: Math.max(start.character + 1, end.character) } : {};
        const place = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: `Clausewise ${finding.rule}` };
        const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
        const clauses = finding.clauses.map(displayReference).join(", ");
        return `::${COMMANDS[finding.severity]} ${properties.join(",")}::${message(clauses === "" ? finding.message : `${finding.message} (${clauses})`)}\n`;
      }),
    )
    .join("");
}

function message(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return message(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
