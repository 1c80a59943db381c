import { fileName } from "../documents/named-file";
import { fieldWithPath, itemTitle } from "../formats/field";
import type { Field } from "../formats/field";
import type { ClauseRef } from "../standards/clause";
import type { Evidence } from "../workspace/evidence";
import type { Target } from "./row";
import type { FeatureContext } from "./context";

/** Where a piece of evidence stands, in words and as an address. */
export interface EvidencePlace {
  /** Title of the field, with the item of the list it belongs to: `Owner · R-003`. */
  readonly label: string;
  readonly uri: string;
  /** Name of the file, without folders. */
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
  readonly target: Target;
}

/** The evidence for a clause by file and then in the order of the text. */
export function evidenceOf(context: FeatureContext, clause: ClauseRef): Evidence[] {
  return [...context.index.evidenceFor(clause)].sort((a, b) => (a.uri === b.uri ? a.span.start - b.span.start : a.uri < b.uri ? -1 : 1));
}

/** Where to find a piece of evidence. */
export function evidencePlace(context: FeatureContext, evidence: Evidence): EvidencePlace {
  const { uri, reading, span, definition, path } = evidence;
  const range = reading.document.lines.rangeOf(span);
  const item = innermostItem(reading.root, path);
  return {
    label: item ? `${definition.title} · ${itemTitle(item)}` : definition.title,
    uri,
    name: fileName(context.index.get(uri)?.path ?? uri),
    line: range.start.line + 1,
    target: { uri, range },
  };
}

/** A place as an address: `file:///w/a.yaml#L9,3-L9,15`, lines and columns counted from 1 as editors write them. */
export function placeAddress({ uri, range }: Target): string {
  if (!range) return uri;
  const { start, end } = range;
  return `${uri}#L${start.line + 1},${start.character + 1}-L${end.line + 1},${end.character + 1}`;
}

/** The innermost item of a list on the way to a path such as `risks[0].treatment.option`. */
function innermostItem(root: Field, path: string): Field | undefined {
  const end = path.lastIndexOf("]");
  return end < 0 ? undefined : fieldWithPath(root, path.slice(0, end + 1));
}
