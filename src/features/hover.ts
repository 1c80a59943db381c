import type { Hover } from "vscode-languageserver";
import { referenceAt } from "../documents/references";
import type { Position, Span } from "../documents/span";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { IndexedDocument } from "../workspace/workspace-index";
import { aboutField } from "./about-field";
import type { FeatureContext } from "./context";
import { fieldAt, fieldsAround } from "./field-at";
import type { FieldPlace } from "./field-at";
import { withoutMarkup } from "./markdown-text";
import { clausesMeant } from "./subject-at";
import { aboutClause, meaningOf } from "./value-meaning";

/** What to show for the key or value at a place; undefined where there is nothing to say. `markdown` is false for plain text. */
export function hoverAt(context: FeatureContext, uri: string, position: Position, markdown = true): Hover | undefined {
  const document = context.index.get(uri);
  if (!document) return undefined;
  const { lines } = document.readings.document;
  const offset = lines.offsetAt(position);
  const about = aboutPlace(context, document, offset) ?? aboutReference(context, document, offset);
  if (!about) return undefined;
  const text = about.paragraphs.join("\n\n");
  const contents = markdown ? { kind: "markdown" as const, value: text } : { kind: "plaintext" as const, value: withoutMarkup(text) };
  return { contents, range: lines.rangeOf(about.span) };
}

interface About {
  readonly paragraphs: readonly string[];
  readonly span: Span;
}

function aboutPlace(context: FeatureContext, document: IndexedDocument, offset: number): About | undefined {
  const place = fieldAt(document, offset);
  if (!place) return undefined;
  const paragraphs = place.on === "key" ? aboutField(context, document, place.field.definition, place.reading.part.notation) : aboutValue(context, document, place);
  return paragraphs.length === 0 ? undefined : { paragraphs, span: place.span };
}

/** The clauses that a reference in any text means; both where it may be of either standard. */
function aboutReference(context: FeatureContext, document: IndexedDocument, offset: number): About | undefined {
  const reference = referenceAt(document.readings.references().all, offset);
  if (!reference) return undefined;
  const clauses = clausesMeant(reference).flatMap(({ ref }) => context.catalogue.clause(ref) ?? []);
  const paragraphs = clauses.flatMap((clause) => aboutClause(context, clause));
  return paragraphs.length === 0 ? undefined : { paragraphs, span: reference.span };
}

function aboutValue(context: FeatureContext, document: IndexedDocument, { reading, field, span, value }: FieldPlace): string[] {
  if (value === undefined) return [];
  const owner = ownerOf(reading, field, span.start);
  return meaningOf(context, { field, owner, root: reading.root, value: String(value), matrix: document.folder.profile.matrix });
}

/** The object or list item that holds the field. */
function ownerOf(reading: Reading, field: Field, offset: number): Field {
  const around = fieldsAround(reading, offset);
  return around[around.indexOf(field) - 1] ?? reading.root;
}
