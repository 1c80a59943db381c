import { fileName } from "../../documents/named-file";
import type { Range, Span } from "../../documents/span";
import { html } from "../../features/html-text";
import type { Html } from "../../features/html-text";
import type { ClauseRef } from "../../standards/clause";
import type { IndexedDocument } from "../../workspace/workspace-index";
import { breakable } from "./table";

/** Where the links of a report lead: to other places in an editor than in a file that is handed over. */
export interface ReportLinks {
  /** The address of a place in a document. */
  place(document: IndexedDocument, range: Range): string;
  /** The address of a clause's page; undefined where there are no pages. */
  clause(ref: ClauseRef): string | undefined;
}

/** Links for a file that lies at the root of the workspace: relative, to the line as code hosts show it. */
export const fileLinks: ReportLinks = {
  place: ({ path }, { start }) => `${path.split("/").map(encodeURIComponent).join("/")}#L${start.line + 1}`,
  clause: () => undefined,
};

/** A link to a place, shown as `file:line` without folders. */
export function placeLink(links: ReportLinks, document: IndexedDocument, span: Span): Html {
  const range = document.readings.document.lines.rangeOf(span);
  return html`<a href="${links.place(document, range)}" title="${document.path}">${breakable(`${fileName(document.path)}:${range.start.line + 1}`)}</a>`;
}

/** The number and title of a clause, as a link where there are pages. */
export function clauseName(links: ReportLinks, ref: ClauseRef, text: string): Html {
  const address = links.clause(ref);
  return address === undefined ? html`${text}` : html`<a href="${address}">${text}</a>`;
}
