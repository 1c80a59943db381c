import type { Document, Part } from "../documents/document";
import { noReferences, referencesOf } from "../documents/references";
import type { References } from "../documents/references";
import { kind as kindWithId } from "../kinds/kinds";
import type { Reading, Recognition } from "./format";
import { recognise } from "./recognise";
import type { RecognitionContext } from "./recognise";

/** What a document's parts were taken for. */
export interface DocumentReadings {
  readonly document: Document;
  /** The parts that are of a kind, read. */
  readonly readings: readonly Reading[];
  /** What was decided for each part, in order; a text without parts has one decision all the same. */
  readonly recognitions: readonly Recognition[];
  /** The references to clauses in the whole text; read at the first call. */
  readonly references: () => References;
}

/** Recognises and reads every part of a document. */
export function readParts(document: Document, context: RecognitionContext): DocumentReadings {
  const parts = document.parts.length > 0 ? document.parts : [wholeText(document)];
  const recognitions = parts.map((part) => recognise(part, document, context));
  const readings = parts.flatMap((part, index): Reading[] => {
    const recognition = recognitions[index];
    if (!recognition?.kind || !recognition.format) return [];
    const { format } = recognition;
    const kind = kindWithId(recognition.kind);
    const read = format.read(part, document, kind, { names: context.names?.[kind.id] ?? {} });
    const place = format.wholeFile ? { ...part, span: { start: 0, end: document.text.length } } : part;
    return [{ document, part: place, kind, format, recognition, root: read.root, unmapped: read.unmapped ?? [], products: read.products ?? [], scale: read.scale }];
  });
  return { document, readings, recognitions, references: onceRead(document) };
}

/** A document of which no part was recognised yet. */
export function notRead(document: Document): DocumentReadings {
  return { document, readings: [], recognitions: [], references: () => noReferences };
}

function onceRead(document: Document): () => References {
  let references: References | undefined;
  return () => (references ??= referencesOf(document));
}

/** Stands for a document that has no part: an unreadable text, or Markdown without front matter. */
function wholeText(document: Document): Part {
  const notation = document.language === "json" ? "json" : "yaml";
  return { index: 0, notation, root: undefined, span: { start: 0, end: document.text.length } };
}
