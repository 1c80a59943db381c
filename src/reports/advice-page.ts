import { html } from "../features/html-text";
import type { Page } from "../features/page";
import { standardsUri } from "../features/page-address";
import { adviseOn, QUESTIONS } from "../workspace/advice";
import type { Answers } from "../workspace/advice";
import type { Reason } from "../workspace/advice";

/** The advice as a page: the answer, why, what one set of documents serves in both, and the answers that it was made from. */
export function advicePage(answers: Answers): Page {
  const { answer, standards, reasons, shared } = adviseOn(answers);
  const about = [...new Set(reasons.map((reason) => reason.about))];
  const page = html`<h1>Which standard does your AI need?</h1>
<p><strong>${answer}</strong></p>
${standards.length === 0 ? undefined : html`<p><a href="${standardsUri(standards)}">Write this answer to <code>clausewise.yaml</code></a></p>`}
${about.map((one) => html`<h2>${one}</h2>
<ul>${textsAbout(one, reasons).map((text) => html`<li>${text}</li>`)}</ul>`)}
${shared.length === 0 ? undefined : html`<h2>What one set of documents serves in both</h2>
<dl>${shared.map(({ kind, fields }) => html`<dt>${kind}</dt><dd>${fields.join(", ")}</dd>`)}</dl>`}
<h2>Your answers</h2>
<table>
<thead><tr><th scope="col">Question</th><th scope="col">Answer</th></tr></thead>
<tbody>${QUESTIONS.map(({ id, text }) => html`
<tr><th scope="row">${text}</th><td>${answers[id] ? "yes" : "no"}</td></tr>`)}
</tbody>
</table>
<p><small>A start for a decision, not advice on law.</small></p>`;
  return { title: "Which standard does your AI need?", html: page.html };
}

function textsAbout(about: Reason["about"], reasons: readonly Reason[]): string[] {
  return reasons.filter((reason) => reason.about === about).map((reason) => reason.text);
}
