import { counted } from "../../features/row";
import { html } from "../../features/html-text";
import type { Html } from "../../features/html-text";
import type { Severity } from "../../kinds/profile";
import { isAbove } from "../../rules/risk-above-appetite";
import { withinReachOf } from "../../workspace/coverage";
import type { Coverage, CoverageState, StandardCoverage } from "../../workspace/coverage";
import { dueItems } from "../../workspace/due-items";
import { isOpen, risksOf } from "../../workspace/risks";
import type { ReportSource } from "../report-source";

/** Days ahead that a reader of the report still acts on. */
export const DAYS_AHEAD = 30;

/** The states that a bar shows: all that apply and are within reach. */
const IN_BAR: readonly CoverageState[] = ["evidenced", "partly", "placeholder", "missing"];

/** The first page: both standards side by side, and what needs somebody. */
export function summary(source: ReportSource, coverage: Coverage): Html {
  return html`<h2 id="summary">Summary</h2>
<div class="cards">${coverage.standards.map(card)}</div>
${shared(coverage)}
${numbers(source, coverage)}`;
}

function card({ standard, counts }: StandardCoverage): Html {
  const { evidenced, reachable } = withinReachOf(counts);
  const parts = IN_BAR.filter((state) => counts[state] > 0);
  const words = parts.map((state) => `${counts[state]} ${state}`).join(", ");
  let at = 0;
  const bars = parts.map((state) => {
    const width = (counts[state] / Math.max(1, reachable)) * 100;
    const bar = html`<rect class="state-${state}" x="${at.toFixed(2)}%" y="0" width="${width.toFixed(2)}%" height="14"></rect>`;
    at += width;
    return bar;
  });
  return html`<section class="card"><h3>${standard.designation}</h3>
<p class="big">${evidenced} <span>of ${reachable} within reach have evidence</span></p>
<svg class="bar" role="img" aria-label="${words}" width="100%" height="14">${bars}</svg>
<ul class="legend">${parts.map((state) => html`<li><svg width="10" height="10" aria-hidden="true"><rect class="state-${state}" width="10" height="10"></rect></svg> ${counts[state]} ${state}</li>`)}</ul>
<p class="quiet">${counts["not-applicable"]} ruled out with a reason · ${counts["out-of-reach"]} not evidenced by these documents, and no gap</p></section>`;
}

function shared({ shared: { both, iso42001, iso27001 }, standards }: Coverage): Html | undefined {
  if (standards.length < 2 || both + iso42001 + iso27001 === 0) return undefined;
  return html`<p>Of the ${both + iso42001 + iso27001} answers in these documents ${both} serve both standards, ${iso42001} serve ISO/IEC 42001 alone and ${iso27001} serve ISO/IEC 27001 alone.</p>`;
}

function numbers(source: ReportSource, { documents }: Coverage): Html {
  const risks = risksOf(source.index).filter(isOpen);
  const above = risks.filter(({ field, matrix }) => isAbove(field, matrix));
  const due = dueItems(source.index, source.today, DAYS_AHEAD);
  const overdue = due.filter((one) => one.days < 0).length;
  const findings = documents.flatMap(({ document }) => source.index.check(document.uri).flatMap((one) => one.findings));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const rows: readonly (readonly [string, string])[] = [
    ["Documents", counted(documents.length, "document")],
    ["Open risks", `${risks.length}, of which ${above.length} above the appetite and not accepted`],
    ["Dates", `${overdue} overdue, ${due.length - overdue} within ${DAYS_AHEAD} days`],
    ["Open findings", `${counted(count("error"), "error")}, ${counted(count("warning"), "warning")}`],
  ];
  return html`<dl class="numbers">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
