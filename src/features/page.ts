import { clausePage } from "./clause-page";
import type { FeatureContext } from "./context";
import { textOfHtml } from "./html-text";
import { pageSubject } from "./page-address";
import { rulePage } from "./rule-page";

/** One of the tool's own read-only pages. */
export interface Page {
  readonly title: string;
  /** A fragment of HTML without scripts, styles or event handlers; links are `href`s of pages, documents or https addresses. */
  readonly html: string;
}

/** The page at an address; undefined when there is none. */
export function pageAt(context: FeatureContext, uri: string): Page | undefined {
  const subject = pageSubject(uri);
  if (!subject) return undefined;
  return "rule" in subject ? rulePage(context, subject.rule) : clausePage(context, subject.clause);
}

/** The page at an address as plain text, for a peek, where only text can be shown. */
export function pageTextAt(context: FeatureContext, uri: string): string | undefined {
  const page = pageAt(context, uri);
  return page && textOfHtml(page.html);
}
