import { html, joined } from "../../features/html-text";
import type { Html } from "../../features/html-text";
import type { Clause, Standard } from "../../standards/clause";
import { countStates } from "../../workspace/coverage";
import type { ClauseCoverage, Coverage, CoverageState, StandardCoverage } from "../../workspace/coverage";
import type { Evidence } from "../../workspace/evidence";
import type { ReportSource } from "../report-source";
import { clauseName, placeLink } from "./links";
import type { ReportLinks } from "./links";
import { table } from "./table";

/** Places named per clause; the editor shows them all. */
const PLACES = 3;

const COLUMNS: readonly (readonly [CoverageState, string])[] = [
  ["evidenced", "Evidenced"],
  ["partly", "Partly"],
  ["placeholder", "Placeholder only"],
  ["missing", "Missing"],
  ["not-applicable", "Not applicable"],
  ["out-of-reach", "Out of reach"],
];

/** For each standard: how its parts are covered, and each clause within reach with where to look. */
export function coverageSections(source: ReportSource, coverage: Coverage, links: ReportLinks): Html[] {
  return coverage.standards.map((one) => html`<h2 id="coverage-${one.standard.id}">Coverage of ${one.standard.designation}</h2>
${groups(one)}
${clauses(source, one, links)}`);
}

/** Clauses 4 to 10 and the themes of Annex A. */
function groups({ standard, clauses: covered }: StandardCoverage): Html {
  const rows = standard.clauses
    .filter((clause) => clause.parent === undefined)
    .map((top) => {
      const counts = countStates(covered.filter((one) => isWithin(one.clause, top, standard)).map((one) => one.state));
      return [`${top.id} ${top.title}`, ...COLUMNS.map(([state]) => (counts[state] === 0 ? html`<span class="quiet">0</span>` : html`${counts[state]}`))];
    });
  return table(`Clauses and controls of ${standard.designation} by state`, ["Part", ...COLUMNS.map(([, title]) => title)], rows, "");
}

function isWithin(clause: Clause, top: Clause, standard: Standard): boolean {
  for (let here: Clause | undefined = clause; here; ) {
    if (here.ref === top.ref) return true;
    const above: string | undefined = here.parent;
    here = above === undefined ? undefined : standard.clauses.find((one) => one.ref === above);
  }
  return false;
}

function clauses(source: ReportSource, { standard, clauses: covered }: StandardCoverage, links: ReportLinks): Html {
  const rows = covered
    .filter((one) => one.state !== "out-of-reach")
    .map((one) => [clauseName(links, one.clause.ref, `${one.clause.id} ${one.clause.title}`), html`<span class="chip state-text-${one.state}">${one.state.replace("-", " ")}</span>`, places(source, one, links)]);
  const out = covered.filter((one) => one.state === "out-of-reach");
  return html`${table(`Clauses of ${standard.designation} within reach of these documents`, ["Clause", "State", "Where to look"], rows, "None.")}
<p class="quiet">Not evidenced by these documents, and no gap: ${out.map((one) => one.clause.id).join(", ") || "none"}.</p>`;
}

function places(source: ReportSource, { state, evidence, entries }: ClauseCoverage, links: ReportLinks): Html {
  if (state === "not-applicable") return html`${entries.find((one) => one.applicable === false)?.justification}`;
  const gaps = evidence.filter((one) => one.state !== "filled");
  const shown = evidence.filter((one) => one.state === "filled");
  const first = (shown.length > 0 ? shown : gaps).slice(0, PLACES).flatMap((one) => placeOf(source, one, links) ?? []);
  const more = (shown.length > 0 ? shown.length : gaps.length) - first.length;
  const missing = shown.length > 0 && gaps.length > 0 ? html`; ${gaps.length} ${gaps.length === 1 ? "gap" : "gaps"}` : undefined;
  if (first.length === 0) return html`<span class="quiet">no document has a field for it yet</span>`;
  return html`${joined(first, ", ")}${more > 0 ? ` and ${more} more` : ""}${missing}`;
}

function placeOf({ index }: ReportSource, { uri, definition, span }: Evidence, links: ReportLinks): Html | undefined {
  const document = index.get(uri);
  return document && html`${definition.title} (${placeLink(links, document, span)})`;
}
