import type { ReferenceContext } from "../standards/reference-context";
import type { WrittenTitle } from "../standards/title-beside";
import type { Span } from "./span";

/** A stretch of a document that a person reads as one, with what is around it. */
export interface Passage {
  /** Where it stands in the document's text. */
  readonly span: Span;
  /** Its words, as long as the span: marks of the language are blanked, so that places agree. */
  readonly text: string;
  /** What is around it, the nearest first. */
  readonly around: readonly ReferenceContext[];
  readonly heading: boolean;
  /** The title that stands beside its only reference: the value of the key, the next cell, a comment. Places count from the span. */
  readonly title: WrittenTitle | undefined;
}

/** A title that stands in another place of the document than its reference. */
export function titleElsewhere(text: string, place: Span, passage: Span): WrittenTitle | undefined {
  const words = text.trim();
  if (words.length < 3 || words.length > 110 || !/\p{L}{2}/u.test(words)) return undefined;
  const start = place.start + text.indexOf(words) - passage.start;
  return { text: words, start, end: start + words.length, form: "value" };
}
