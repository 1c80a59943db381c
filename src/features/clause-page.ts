import type { FieldDefinition } from "../kinds/field";
import { fieldsServing, kind as kindWithId } from "../kinds/kinds";
import type { Clause, RelationKind } from "../standards/clause";
import { displayReference } from "../standards/reference";
import { clauseStates } from "../workspace/clause-states";
import { isReachable } from "../workspace/evidence";
import type { Evidence } from "../workspace/evidence";
import type { FeatureContext } from "./context";
import { STATE_WORDS } from "./clause-counts";
import { evidencePlace, evidenceOf, placeAddress } from "./evidence-place";
import { countText } from "./evidence-rows";
import { findingsUnder, mentions } from "./clause-page-places";
import { html, joined } from "./html-text";
import type { Html } from "./html-text";
import type { Page } from "./page";
import { clausePageUri } from "./page-address";

/** Rows of a table that a reader still reads; the tree has them all. */
const TABLE_ROWS = 200;

const RELATIONS: Readonly<Record<RelationKind, string>> = {
  "same-structure": "same structure",
  parallel: "parallel",
  overlaps: "overlaps",
  related: "related",
  narrower: "narrower here",
  broader: "broader here",
};

/** The page of a clause: what it is after, the fields that serve it, and what this workspace shows for it. Undefined for no clause. */
export function clausePage(context: FeatureContext, ref: string): Page | undefined {
  const clause = context.catalogue.clause(ref);
  if (!clause) return undefined;
  const title = `${clause.id} ${clause.title}`;
  const page = html`<h1>${title}</h1>
<p>${joined(lineage(context, clause), " · ")} · <a href="${clause.url}">iso.org</a></p>
${clause.text === undefined ? undefined : html`<h2>Text of the licence holder</h2>
<blockquote>${paragraphs(clause.text)}</blockquote>`}
<p><strong>In our words.</strong> ${clause.note}</p>
<p><strong>What evidence looks like.</strong> ${clause.evidence}</p>
${stateLine(context, clause)}
${isReachable(clause.ref) ? reached(context, clause) : html`<p>Not evidenced by these documents: no field of a model card, an impact assessment, a security risk file or a statement of applicability serves it.</p>`}
${findingsUnder(context, clause)}
${mentions(context, clause)}
${isReachable(clause.ref) ? html`<h2>Fields that serve it</h2>
${servingFields(clause)}` : undefined}
${parts(context, clause)}
${related(context, clause)}
${neighbours(context, clause)}
<p><small>Short title as publicly reported; the text is in the standard. Evidence to look at, not a statement of conformity.</small></p>`;
  return { title, html: page.html };
}

/** The standard, the annex and the themes above the clause. */
function lineage(context: FeatureContext, clause: Clause): Html[] {
  const above: Html[] = [];
  for (let ref = clause.parent; ref !== undefined; ) {
    const parent = context.catalogue.clause(ref);
    if (!parent) break;
    above.unshift(clauseLink(parent));
    ref = parent.parent;
  }
  const annex = clause.id.startsWith("A.") ? [html`Annex A`] : [];
  return [html`${context.catalogue.standard(clause.standard).designation}`, ...annex, ...above];
}

function clauseLink(clause: Clause): Html {
  return html`<a href="${clausePageUri(clause.ref)}">${clause.id} ${clause.title}</a>`;
}

/** How far the clause is covered, and why it need not be where a statement of applicability says so. */
function stateLine(context: FeatureContext, clause: Clause): Html | undefined {
  if (clause.children.length > 0) return undefined;
  if (context.incomplete === true) return html`<p><strong>The workspace is still being read.</strong> What stands below may not be all.</p>`;
  const states = clauseStates(context.index, context.catalogue);
  const state = states.of(clause.ref);
  const against = states.reasonAgainst(clause.ref);
  if (against?.justification !== undefined) {
    const range = against.reading.document.lines.rangeOf(against.field.anchor);
    return html`<p><strong>Not applicable.</strong> ${against.justification} <a href="${placeAddress({ uri: against.uri, range })}">Statement of applicability</a></p>`;
  }
  const evidence = context.index.evidenceFor(clause.ref);
  if (state === "out-of-reach" || evidence.length === 0) return undefined;
  const words = STATE_WORDS[state].replace(/^./, (first) => first.toUpperCase());
  return html`<p><strong>${words}.</strong> ${countText(evidence)} in this workspace.</p>`;
}

function paragraphs(text: string): Html[] {
  return text.split(/\n\s*\n/).map((one) => html`<p>${one.trim()}</p>`);
}

function reached(context: FeatureContext, clause: Clause): Html {
  const all = evidenceOf(context, clause.ref);
  const there = all.filter((one) => one.state === "filled");
  const gaps = all.filter((one) => one.state !== "filled");
  return html`<h2>Evidence in this workspace</h2>
${there.length === 0 ? html`<p>${context.incomplete === true ? "None in what is read." : "None yet."}</p>` : table(context, there)}
<h2>Gaps</h2>
${gaps.length === 0 ? html`<p>${there.length === 0 ? "No document here has a field for it yet." : "None in these documents."}</p>` : table(context, gaps)}`;
}

function table(context: FeatureContext, evidence: readonly Evidence[]): Html {
  const rows = evidence.slice(0, TABLE_ROWS).map((one) => {
    const place = evidencePlace(context, one);
    return html`
<tr><th scope="row">${place.label}</th><td><a href="${placeAddress(place.target)}">${place.name}:${place.line}</a></td><td>${one.state}</td></tr>`;
  });
  const more = evidence.length - rows.length;
  return html`<table>
<thead><tr><th scope="col">Field</th><th scope="col">Where</th><th scope="col">State</th></tr></thead>
<tbody>${rows}
</tbody>
</table>${more > 0 ? html`
<p>And ${more} more.</p>` : undefined}`;
}

function servingFields(clause: Clause): Html {
  const byKind = new Map<string, FieldDefinition[]>();
  for (const field of fieldsServing(clause.ref)) {
    const title = kindWithId(field.kind).title;
    byKind.set(title, [...(byKind.get(title) ?? []), field]);
  }
  const rows = [...byKind].map(([title, fields]) => html`<dt>${title}</dt><dd>${joined(fields.map((field) => html`${field.title} <code>${field.path}</code>`), ", ")}</dd>`);
  return html`<dl>${rows}</dl>`;
}

/** The controls of a theme, the subclauses of a clause. */
function parts(context: FeatureContext, clause: Clause): Html | undefined {
  const inside = clause.children.flatMap((ref) => context.catalogue.clause(ref) ?? []);
  if (inside.length === 0) return undefined;
  return html`<h2>${clause.kind === "theme" ? "Controls" : "Subclauses"}</h2>
<ul>${inside.map((one) => html`<li>${clauseLink(one)}</li>`)}</ul>`;
}

function related(context: FeatureContext, clause: Clause): Html | undefined {
  const rows = clause.related.flatMap(({ clause: ref, relation, why }) => {
    const other = context.catalogue.clause(ref);
    return other ? [html`<li><a href="${clausePageUri(ref)}">${displayReference(ref)} ${other.title}</a> (${RELATIONS[relation]}): ${why}</li>`] : [];
  });
  return rows.length === 0 ? undefined : html`<h2>Related</h2>
<ul>${rows}</ul>`;
}

/** The clauses before and behind, in the order of print. */
function neighbours(context: FeatureContext, clause: Clause): Html {
  const { clauses } = context.catalogue.standard(clause.standard);
  const at = clauses.findIndex((one) => one.ref === clause.ref);
  const [before, behind] = [clauses[at - 1], clauses[at + 1]];
  const links = [before && html`Previous: ${clauseLink(before)}`, behind && html`Next: ${clauseLink(behind)}`].filter((one) => one !== undefined);
  return html`<nav aria-label="Neighbouring clauses"><p>${joined(links, " · ")}</p></nav>`;
}
