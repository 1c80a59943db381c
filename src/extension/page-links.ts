import { MarkdownString } from "vscode";
import type { Hover } from "vscode";
import { PAGE_SCHEME } from "../server/protocol";

/** The command that links of pages run; the only one that text from the server may run. */
export const OPEN_PAGE = "clausewise.openPage";

/**
 * Markdown whose links to pages work in the editor. Hovers keep links of a few well-known schemes only, so each link to a page
 * becomes a link to the command that opens it.
 */
export function withPageLinks(markdown: string): string {
  return markdown.replace(new RegExp(`\\]\\((${PAGE_SCHEME}:[^)\\s]+)\\)`, "g"), (_, uri: string) => `](command:${OPEN_PAGE}?${encodeURIComponent(JSON.stringify([uri]))})`);
}

/** Text for a tooltip or a hover, trusted to open pages and to do nothing else. */
export function pageMarkdown(markdown: string): MarkdownString {
  const text = new MarkdownString(withPageLinks(markdown));
  text.isTrusted = { enabledCommands: [OPEN_PAGE] };
  return text;
}

/** A hover whose links to pages work. */
export function hoverWithPageLinks(hover: Hover): Hover {
  hover.contents = hover.contents.map((content) => (content instanceof MarkdownString ? pageMarkdown(content.value) : content));
  return hover;
}
