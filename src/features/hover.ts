import type { Hover } from "vscode-languageserver";
import type { Position } from "../documents/span";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { IndexedDocument } from "../workspace/workspace-index";
import { aboutField } from "./about-field";
import type { FeatureContext } from "./context";
import { fieldAt, fieldsAround } from "./field-at";
import type { FieldPlace } from "./field-at";
import { withoutMarkup } from "./markdown-text";
import { meaningOf } from "./value-meaning";

/** What to show for the key or value at a place; undefined where there is nothing to say. `markdown` is false for plain text. */
export function hoverAt(context: FeatureContext, uri: string, position: Position, markdown = true): Hover | undefined {
  const document = context.index.get(uri);
  if (!document) return undefined;
  const { lines } = document.readings.document;
  const place = fieldAt(document, lines.offsetAt(position));
  if (!place) return undefined;
  const paragraphs = place.on === "key" ? aboutField(context, document, place.field.definition, place.reading.part.notation) : aboutValue(context, document, place);
  if (paragraphs.length === 0) return undefined;
  const text = paragraphs.join("\n\n");
  const contents = markdown ? { kind: "markdown" as const, value: text } : { kind: "plaintext" as const, value: withoutMarkup(text) };
  return { contents, range: lines.rangeOf(place.span) };
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
