import type { Document, Part } from "../documents/document";
import type { Place } from "./field-builder";

/** Where findings about a whole document in a foreign format stand: at its first heading or key, or its first words. */
export function rootPlace(part: Part, document: Document): Place {
  const whole = { start: 0, end: document.text.length };
  const heading = document.body?.().sections[0]?.title;
  if (heading) return { anchor: heading.span, span: whole };
  const [table] = document.language === "csv" ? (document.body?.().blocks ?? []) : [];
  const cell = table?.type === "table" ? table.header.find(({ text }) => text !== "") : undefined;
  if (cell) return { anchor: cell.span, span: whole };
  const key = part.root?.type === "map" ? part.root.entries[0]?.key : undefined;
  if (key) return { anchor: key.span, span: document.body ? whole : part.span };
  const words = /\S[^\r\n]*/.exec(document.text);
  const start = words?.index ?? 0;
  return { anchor: { start, end: start + (words?.[0].trimEnd().length ?? 0) }, span: whole };
}
