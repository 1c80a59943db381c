import type { InlayHint, InlayHintLabelPart, Range as ProtocolRange } from "vscode-languageserver";
import type { Document } from "../documents/document";
import { walk } from "../formats/field";
import type { Field } from "../formats/field";
import type { ClauseRef } from "../standards/clause";
import { referenceWithTitle } from "../standards/reference";
import type { IndexedDocument } from "../workspace/workspace-index";
import { OPEN_PAGE } from "./code-actions";
import type { FeatureContext } from "./context";
import { clausesInUse } from "./context";
import { plain } from "./markdown-text";
import { clausePageUri } from "./page-address";

/** Clauses that a hint names; the hover on the key tells of all. The editor cuts a hint after 43 letters. */
const CLAUSES_SHOWN = 2;

/**
 * The clauses of each field behind the line on which it begins, for the lines of a range. Where several fields begin on one
 * line the outermost speaks.
 */
export function inlayHintsIn(context: FeatureContext, uri: string, range: ProtocolRange): InlayHint[] {
  const document = context.index.get(uri);
  if (!document) return [];
  return document.readings.readings.flatMap(({ document: text, root }) => {
    const byLine = new Map<number, Field>();
    for (const field of walk(root)) {
      const line = text.lines.lineOf(field.anchor.start);
      if (line < range.start.line || line > range.end.line || byLine.has(line)) continue;
      if (hasHint(field, text)) byLine.set(line, field);
    }
    return [...byLine].sort(([a], [b]) => a - b).map(([line, field]) => hint(context, document, text, line, field));
  });
}

/** An item of a list speaks through its fields, and `kind` is no answer to a clause. What came in through an alias stands elsewhere. */
function hasHint({ index, definition, anchor }: Field, { text }: Document): boolean {
  return index === undefined && definition.clauses.length > 0 && definition.constant === undefined && text[anchor.start] !== "*";
}

function hint(context: FeatureContext, document: IndexedDocument, { lines }: Document, line: number, { definition }: Field): InlayHint {
  const clauses = clausesInUse(definition.clauses, document);
  const shown = clauses.slice(0, CLAUSES_SHOWN).flatMap((ref, index) => [...(index === 0 ? [] : [{ value: " · " }]), part(context, ref)]);
  const more = clauses.slice(CLAUSES_SHOWN);
  const rest = more.length === 0 ? [] : [{ value: ` +${more.length}`, tooltip: { kind: "markdown" as const, value: more.map((ref) => plain(referenceWithTitle(ref, context.catalogue))).join("\n\n") } }];
  // The padding alone is so narrow that the hint looks like the end of the value.
  return { position: lines.positionAt(lines.lineSpan(line).end), label: [{ value: " " }, ...shown, ...rest], paddingLeft: true };
}

/** A clause as a part of a hint: its note on hover, its page on a click. */
function part(context: FeatureContext, ref: ClauseRef): InlayHintLabelPart {
  const note = context.catalogue.clause(ref)?.note ?? "";
  return {
    value: ref,
    tooltip: { kind: "markdown", value: `**${plain(referenceWithTitle(ref, context.catalogue))}**\n\n${plain(note)}` },
    ...(context.pages ? { command: { title: "Open the clause", command: OPEN_PAGE, arguments: [clausePageUri(ref)] } } : {}),
  };
}
