import { html } from "../../features/html-text";
import type { Html, HtmlPart } from "../../features/html-text";

/** Rows of one table that a reader still reads; a note says how many more there are. */
const ROWS = 400;

/** A table with a caption for those who hear it; the first cell of a row is its header. Nothing for no rows but the given words. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly HtmlPart[])[], none: string): Html {
  if (rows.length === 0) return html`<p>${none}</p>`;
  const body = rows.slice(0, ROWS).map(([first, ...rest]) => html`
<tr><th scope="row">${breakable(first)}</th>${rest.map((cell) => html`<td>${breakable(cell)}</td>`)}</tr>`);
  return html`<div class="table"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${body}
</tbody>
</table></div>${rows.length > ROWS ? html`
<p>And ${rows.length - ROWS} more.</p>` : undefined}`;
}

/** Letters of one word that every column has room for. */
const WORD = 16;

/** Text whose long words may be broken behind a mark, or where they have none after some letters: a path or an address on paper. */
export function breakable(cell: HtmlPart): HtmlPart {
  if (typeof cell !== "string") return cell;
  const pieces = cell.split(/(\S{17,})/).map((piece) => (/\s/.test(piece) || piece.length <= WORD ? [piece] : (piece.match(/[^-_./]{1,16}[-_./]*|[-_./]+/g) ?? [])));
  return html`${pieces.map((piece) => piece.map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`)))}`;
}
