import { html } from "../../features/html-text";
import { child, textOf } from "../../formats/field";
import type { Field } from "../../formats/field";
import type { Clause, StandardId } from "../../standards/clause";
import { controlEntries } from "../../workspace/applicability";
import type { ControlEntry } from "../../workspace/applicability";
import { csvText } from "../csv";
import type { ReportSource } from "../report-source";
import { FILE_STYLE, REPORT_STYLE } from "../report/style";
import { table } from "../report/table";

/** One line of a statement as a reader sees it. */
interface StatementRow {
  readonly control: Clause;
  readonly applicable: string;
  readonly justification: string;
  readonly status: string;
  readonly owner: string;
  readonly risks: string;
  readonly evidence: string;
}

const COLUMNS = ["Control", "Title", "Applicable", "Justification", "Status", "Owner", "Risks", "Evidence"];

/** The statements of the workspace about a standard, one row per control of the standard, those without an entry too. */
function rowsOf({ index, catalogue }: ReportSource, standard: StandardId): StatementRow[] {
  const entries = index.all().flatMap(({ uri, readings }) => readings.readings.flatMap((reading) => controlEntries(uri, reading, catalogue)));
  return catalogue
    .standard(standard)
    .clauses.filter((clause) => clause.kind === "control")
    .flatMap((control) => {
      const own = entries.filter((one) => one.clause === control.ref);
      return own.length > 0 ? own.map((entry) => rowOf(control, entry)) : [{ control, applicable: "no entry", justification: "", status: "", owner: "", risks: "", evidence: "" }];
    });
}

function rowOf(control: Clause, { field, applicable, justification }: ControlEntry): StatementRow {
  return {
    control,
    applicable: applicable === undefined ? "open" : applicable ? "yes" : "no",
    justification: justification ?? "",
    status: (textOf(field, "status") ?? "").replace(/_/g, " "),
    owner: textOf(field, "owner") ?? "",
    risks: listOf(field, "risks"),
    evidence: listOf(field, "evidence"),
  };
}

function listOf(owner: Field, name: string): string {
  return child(owner, name)?.items.map(({ value }) => String(value)).join(" ") ?? "";
}

function cells({ control, ...rest }: StatementRow): string[] {
  return [control.id, control.title, ...Object.values(rest)];
}

/** The statement as a table for a spreadsheet. */
export function statementCsv(source: ReportSource, standard: StandardId): string {
  return csvText([COLUMNS, ...rowsOf(source, standard).map(cells)]);
}

/** The statement as a Markdown table (GitHub Flavored Markdown, section 4.10). */
export function statementMarkdown(source: ReportSource, standard: StandardId): string {
  const line = (values: readonly string[]) => `| ${values.map((value) => value.replace(/\s+/g, " ").replace(/[\\|]/g, "\\$&")).join(" | ")} |`;
  const rows = rowsOf(source, standard).map((row) => line(cells(row)));
  return [`# ${titleOf(source, standard)}`, "", source.today, "", line(COLUMNS), line(COLUMNS.map(() => "---")), ...rows, "", "Titles of controls are short titles as publicly reported; the text is in the standard.", ""].join("\n");
}

/** The statement as one HTML file. */
export function statementHtml(source: ReportSource, standard: StandardId): string {
  const title = titleOf(source, standard);
  return html`${{ html: "<!DOCTYPE html>\n" }}<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: FILE_STYLE + REPORT_STYLE }}</style>
</head>
<body><main><article class="report"><h1>${title}</h1>
<p><time datetime="${source.today}">${source.today}</time></p>
${table(title, COLUMNS, rowsOf(source, standard).map(cells), "None.")}
<p class="quiet">Titles of controls are short titles as publicly reported; the text is in the standard.</p></article></main></body>
</html>
`.html;
}

function titleOf({ catalogue }: ReportSource, standard: StandardId): string {
  return `Statement of applicability, ${catalogue.standard(standard).designation}`;
}
