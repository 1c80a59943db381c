import { kindOfName } from "./names";

/** What a text must contain to name a kind itself: the `kind` key with one of our kinds, or a directive. */
const NAMES_A_KIND = /clausewise:\s*kind\s*=|kind["']?\s*:\s*["']?(?:model-card|impact-assessment|security-risk|statement-of-applicability|clausewise)\b/i;

/**
 * A cheap look at a file before it is parsed: false when it cannot be a document, so that a workspace full of other YAML, JSON
 * and Markdown costs little. A true answer promises nothing.
 */
export function mayBeDocument(path: string, text: string): boolean {
  return kindOfName(path) !== undefined || NAMES_A_KIND.test(text);
}
