import type { Severity } from "../kinds/profile";
import { rule as ruleWithId } from "../rules/rules";
import { displayReference } from "../standards/reference";
import type { FeatureContext } from "./context";
import { html, sentence } from "./html-text";
import type { Page } from "./page";
import { clausePageUri } from "./page-address";

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", information: "Information", hint: "Hint" };

/** The page of a rule: why it exists, an example, its clauses, and how to set or silence it. Undefined for no rule of ours. */
export function rulePage(context: FeatureContext, id: string): Page | undefined {
  const rule = ruleWithId(id);
  if (!rule) return undefined;
  const clauses = rule.clauses.map((ref) => {
    const clause = context.catalogue.clause(ref);
    return html`<li><a href="${clausePageUri(ref)}">${displayReference(ref)}</a> ${clause?.title}: ${clause?.note}</li>`;
  });
  const page = html`<h1>${rule.title}</h1>
<p><code>${rule.id}</code> · ${SEVERITIES[rule.severity]} by default</p>
<h2>Why it matters</h2>
<p>${sentence(rule.page.why)}</p>
<h2>What to do</h2>
<p>${sentence(rule.page.fix)}</p>
<h2>Example</h2>
<h3>Reported</h3>
<pre><code>${rule.page.wrong}</code></pre>
<h3>Right</h3>
<pre><code>${rule.page.right}</code></pre>
<h2>Clauses</h2>
<p>Where a finding is about one field, it names the clauses of that field; otherwise these.</p>
<ul>${clauses}</ul>
<h2>How loudly it speaks</h2>
<p>For everyone, in <code>clausewise.yaml</code>: <code>off</code>, <code>hint</code>, <code>information</code>, <code>warning</code> or <code>error</code>.</p>
<pre><code>rules:
  ${rule.id}: information</code></pre>
<p>For yourself, in the editor’s setting <code>clausewise.rules</code>, which wins over the file.</p>
<h2>Keeping one finding silent</h2>
<p>Say why; a reviewer will ask.</p>
<pre><code># clausewise-disable-next-line ${rule.id} -- the reason</code></pre>
<p>In JSON the comment begins with <code>//</code>; in the body of a Markdown file it is an HTML comment. <code>clausewise-disable</code> and <code>clausewise-enable</code> enclose a block, and <code>clausewise-disable-file</code> covers the file.</p>`;
  return { title: rule.title, html: page.html };
}
