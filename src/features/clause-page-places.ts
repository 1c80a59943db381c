import { fileName } from "../documents/named-file";
import type { Span } from "../documents/span";
import type { Clause } from "../standards/clause";
import { mentionsOfClause } from "../workspace/clause-mentions";
import type { FeatureContext } from "./context";
import { placeAddress } from "./evidence-place";
import { html, sentence } from "./html-text";
import type { Html } from "./html-text";
import { rulePageUri } from "./page-address";
import { counted } from "./row";

/** Rows that a reader still reads. */
const MOST = 200;

/** The open findings of the workspace with this clause behind them. */
export function findingsUnder({ index }: FeatureContext, clause: Clause): Html | undefined {
  const found = index.all().flatMap(({ uri }) => (index.leavesOut(uri) ? [] : index.findings(uri).filter((one) => one.clauses.includes(clause.ref)).map((finding) => ({ uri, finding }))));
  if (found.length === 0) return undefined;
  const items = found
    .slice(0, MOST)
    .map(({ uri, finding }) => html`<li>${place(index, uri, finding.span)} ${sentence(finding.message)} <small>${finding.severity}, <a href="${rulePageUri(finding.rule)}">${finding.rule}</a></small></li>`);
  return html`<h2>Open findings</h2>
<ul>${items}</ul>${andMore(found.length)}`;
}

/** Every place of the workspace that names the clause. */
export function mentions({ index, catalogue }: FeatureContext, clause: Clause): Html | undefined {
  const found = mentionsOfClause(index, clause.ref, catalogue);
  if (found.length === 0) return undefined;
  const files = new Map<string, Html[]>();
  for (const { uri, span } of found.slice(0, MOST)) files.set(uri, [...(files.get(uri) ?? []), place(index, uri, span)]);
  const items = [...files].map(([uri, places]) => html`<li><code>${index.get(uri)?.path ?? uri}</code> ${places.map((one, at) => (at === 0 ? one : html`, ${one}`))}</li>`);
  return html`<h2>Named in ${counted(found.length, "place")}</h2>
<ul>${items}</ul>${andMore(found.length)}`;
}

/** A link to the exact words: name of the file and line. */
function place(index: FeatureContext["index"], uri: string, span: Span): Html {
  const document = index.get(uri);
  if (!document) return html`${fileName(uri)}`;
  const range = document.readings.document.lines.rangeOf(span);
  return html`<a href="${placeAddress({ uri, range })}">${fileName(document.path)}:${range.start.line + 1}</a>`;
}

function andMore(count: number): Html | undefined {
  return count > MOST ? html`
<p>And ${count - MOST} more.</p>` : undefined;
}
