import { fileName } from "../documents/named-file";
import type { FeatureContext } from "../features/context";
import { placeAddress } from "../features/evidence-place";
import { html, sentence } from "../features/html-text";
import type { Page } from "../features/page";
import type { LostPage } from "../features/page-address";
import { writtenIn } from "../features/write-as";

/** What a document says that a new file made of it does not: each thing with a link to its words. Undefined when the document is gone. */
export function lostPage(context: FeatureContext, { target, part, file }: LostPage): Page | undefined {
  const document = context.index.get(file);
  const written = writtenIn(context, file, part, target);
  if (!document || !written) return undefined;
  const { lines } = document.readings.document;
  const name = fileName(document.path);
  const { form } = written.target;
  const place = (span: { start: number; end: number }) => {
    const range = lines.rangeOf(span);
    return html`<a href="${placeAddress({ uri: file, range })}">line ${range.start.line + 1}</a>`;
  };
  const found =
    written.lost.length === 0
      ? html`<p>Nothing is lost: read again, ${form} says all that <code>${name}</code> says.</p>`
      : html`<p>Read again, ${form} says all that <code>${name}</code> says, but for this. The file itself stays as it is.</p>
<table>
<thead><tr><th scope="col">In ${name}</th><th scope="col">What is lost</th></tr></thead>
<tbody>${written.lost.map(({ message, span }) => html`
<tr><td>${place(span)}</td><td>${sentence(message)}</td></tr>`)}</tbody>
</table>`;
  return { title: "What is lost", html: html`<h1>What is lost in ${form}</h1>
${found}`.html };
}
