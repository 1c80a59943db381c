import { touches } from "../documents/span";
import type { Position, Span } from "../documents/span";
import { walk } from "../formats/field";
import type { Field, FieldValue } from "../formats/field";
import type { Reading } from "../formats/format";
import type { IndexedDocument } from "../workspace/workspace-index";

/** What stands at a place: a field's key, or one of its values. */
export interface FieldPlace {
  readonly reading: Reading;
  readonly field: Field;
  readonly on: "key" | "value";
  /** The key or the value. */
  readonly span: Span;
  readonly value: FieldValue | undefined;
}

/** The key or value at an offset; undefined between them, on unknown keys and outside of every reading. */
export function fieldAt(document: IndexedDocument, offset: number): FieldPlace | undefined {
  for (const reading of document.readings.readings) {
    if (!touches(reading.part.span, offset)) continue;
    for (const field of walk(reading.root)) {
      if (field.index !== undefined || !touches(field.span, offset) || isMerged(reading, field)) continue;
      if (touches(field.anchor, offset)) return { reading, field, on: "key", span: field.anchor, value: undefined };
      const item = field.items.find((one) => touches(one.span, offset));
      if (item) return { reading, field, on: "value", span: item.span, value: item.value };
      if (field.value !== undefined && touches(field.valueSpan, offset)) return { reading, field, on: "value", span: field.valueSpan, value: field.value };
    }
  }
  return undefined;
}

/** The fields around a place, from the root's field to the innermost; items of lists are among them. Empty outside of fields. */
export function fieldsAround(reading: Reading, offset: number): Field[] {
  const around: Field[] = [];
  for (let here: Field | undefined = reading.root; here; ) {
    here = here.children.find((one) => touches(one.span, offset));
    if (here) around.push(here);
  }
  return around;
}

/** The reading whose text holds the place. */
export function readingAt(document: IndexedDocument, position: Position): Reading | undefined {
  const offset = document.readings.document.lines.offsetAt(position);
  return document.readings.readings.find((reading) => touches(reading.part.span, offset));
}

/** A field that came in through a YAML alias has no words of its own in the text. */
function isMerged(reading: Reading, field: Field): boolean {
  return reading.document.text[field.anchor.start] === "*";
}
