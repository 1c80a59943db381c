import { html, sentence } from "../../features/html-text";
import type { Html } from "../../features/html-text";
import { child, textOf } from "../../formats/field";
import type { Severity } from "../../kinds/profile";
import type { Coverage } from "../../workspace/coverage";
import { dueItems } from "../../workspace/due-items";
import type { ReportSource } from "../report-source";
import { clauseName, placeLink } from "./links";
import type { ReportLinks } from "./links";
import { DAYS_AHEAD } from "./summary";
import { table } from "./table";

/** What has passed its day, and what runs out soon. */
export function dueSection(source: ReportSource, links: ReportLinks): Html {
  const rows = dueItems(source.index, source.today, DAYS_AHEAD).map(({ date, days, what, who, document, field }) => [
    html`<time datetime="${date}">${date}</time>`,
    days < 0 ? html`<strong>${-days} days overdue</strong>` : days === 0 ? "today" : `in ${days} days`,
    what,
    who ?? "not named",
    placeLink(links, document, field.valueSpan),
  ]);
  return html`<h2 id="due">Overdue, and due within ${DAYS_AHEAD} days</h2>
${table("Overdue and due soon", ["Date", "When", "What", "Who", "Where"], rows, "Nothing.")}`;
}

/** The documents that the report was made from. */
export function documentSection(source: ReportSource, { documents }: Coverage, links: ReportLinks): Html {
  const rows = documents.map(({ document, reading, filled, expected }) => [
    placeLink(links, document, reading.root.anchor),
    reading.kind.title,
    textOf(reading.root, "title") ?? textOf(reading.root, "name") ?? textOf(reading.root, "id") ?? "",
    `${filled} of ${expected}`,
    String(source.index.check(document.uri).flatMap((one) => (one.reading.part.index === reading.part.index ? one.findings : [])).length),
    textOf(child(reading.root, "review"), "next") ?? "not set",
  ]);
  return html`<h2 id="documents">Documents</h2>
${table("Documents", ["Where", "Kind", "About", "Fields filled", "Findings", "Next review"], rows, "No governance document was found.")}`;
}

/** What the statements of applicability say, one row per control. */
export function statementSection({ index }: ReportSource, { standards }: Coverage, links: ReportLinks): Html {
  const rows = standards.flatMap(({ clauses }) =>
    clauses.flatMap(({ clause, entries }) =>
      entries.map(({ applicable, justification, field, uri }) => {
        const status = textOf(field, "status")?.replace(/_/g, " ") ?? "";
        const document = index.get(uri);
        return [clauseName(links, clause.ref, `${clause.id} ${clause.title}`), applicable === undefined ? "open" : applicable ? "yes" : "no", justification ?? html`<strong>none given</strong>`, status, textOf(field, "owner") ?? "", document && placeLink(links, document, field.anchor)];
      }),
    ),
  );
  return html`<h2 id="statement">Statement of applicability</h2>
${table("Controls", ["Control", "Applicable", "Justification", "Status", "Owner", "Where"], rows, "There is none in this workspace yet.")}`;
}

const ORDER: readonly Severity[] = ["error", "warning", "information", "hint"];

/** Everything that is open, the loudest first. */
export function findingSection(source: ReportSource, { documents }: Coverage, links: ReportLinks): Html {
  const uris = [...new Set(documents.map(({ document }) => document.uri))];
  const found = uris.flatMap((uri) => {
    const document = source.index.get(uri);
    return document ? source.index.check(uri).flatMap(({ findings }) => findings.map((finding) => ({ document, finding }))) : [];
  });
  const rows = ORDER.flatMap((severity) => found.filter(({ finding }) => finding.severity === severity)).map(({ document, finding }) => [
    placeLink(links, document, finding.span),
    finding.severity,
    sentence(finding.message),
    html`<code>${finding.rule}</code>`,
    finding.clauses.map((ref) => ref.replace("iso", "").replace(":", " ")).join(", "),
  ]);
  return html`<h2 id="findings">Open findings</h2>
${table("Open findings", ["Where", "Severity", "What", "Rule", "Clauses"], rows, "None.")}`;
}
