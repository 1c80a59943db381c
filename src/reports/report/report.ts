import { html, joined } from "../../features/html-text";
import type { Html } from "../../features/html-text";
import { coverageOf } from "../../workspace/coverage";
import { organisationOf } from "../report-source";
import type { ReportSource } from "../report-source";
import { coverageSections } from "./coverage";
import { fileLinks } from "./links";
import type { ReportLinks } from "./links";
import { documentSection, dueSection, findingSection, statementSection } from "./lists";
import { riskSections } from "./risks";
import { FILE_STYLE, REPORT_STYLE } from "./style";
import { summary } from "./summary";

/** The title of the report, in the editor's tab and in the file. */
export const REPORT_TITLE = "AI governance report";

/** The report as a fragment of HTML, for a page in the editor and for the file. */
export function report(source: ReportSource, links: ReportLinks): Html {
  const coverage = coverageOf(source.index, source.catalogue);
  return html`<article class="report"><header><h1>${REPORT_TITLE}</h1>
<p>${joined(facts(source), " · ")}</p>
<p class="quiet">What the documents of this workspace show, and what they do not. Evidence to look at, not a statement of conformity.</p>
${source.index.isWhole ? undefined : partly}</header>
${summary(source, coverage)}
${dueSection(source, links)}
${riskSections(source, links)}
${coverageSections(source, coverage, links)}
${statementSection(source, coverage, links)}
${documentSection(source, coverage, links)}
${findingSection(source, coverage, links)}
${method(source)}</article>`;
}

const partly = html`<p><strong>Not all files were read.</strong> What stands in the others is missing here, and documents were not held against each other.</p>`;

function facts(source: ReportSource): Html[] {
  const scope = source.index.profiles().find((profile) => profile.scope !== undefined)?.scope;
  const organisation = organisationOf(source);
  return [
    ...(organisation === undefined ? [] : [html`<strong>${organisation}</strong>`]),
    ...(scope === undefined ? [] : [html`${scope}`]),
    html`<time datetime="${source.today}">${source.today}</time>`,
    ...(source.commit === undefined ? [] : [html`commit <code>${source.commit.slice(0, 12)}</code>`]),
  ];
}

function method({ version }: ReportSource): Html {
  return html`<h2 id="method">Method and limits</h2>
<p>Clausewise ${version} read the model cards, AI impact assessments, security risk files and statements of applicability of this workspace. Each field of these documents is linked to the clauses that it can serve. A clause is <em>evidenced</em> when every such field in the documents is filled, <em>partly</em> when some are, <em>placeholder only</em> when nothing but stand-ins is there, and <em>missing</em> when nothing is.</p>
<p>A filled field is something to look at. Whether it is true, enough and lived is for people to judge. Many controls are evidenced elsewhere, by other documents and by practice: they are listed as out of reach, are never counted as gaps, and no share is taken over them. Titles of clauses are short titles as publicly reported; the text is in the standards.</p>`;
}

/** The report as one file: no script, nothing loaded from elsewhere, readable on screen in light and dark and on paper. */
export function reportFile(source: ReportSource): string {
  return html`${{ html: "<!DOCTYPE html>\n" }}<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${[REPORT_TITLE, organisationOf(source), source.today].filter(Boolean).join(" · ")}</title>
<style>${{ html: FILE_STYLE + REPORT_STYLE }}</style>
</head>
<body><main>${report(source, fileLinks)}</main></body>
</html>
`.html;
}
