import type { Document } from "../documents/document";
import type { Reference } from "../documents/references";
import type { Clause } from "../standards/clause";
import { displayReference, titledReference } from "../standards/reference";
import type { Fix } from "./rule";

/** A clause as messages name it: `A.6.2.4 AI system verification and validation`. */
export function clauseName({ id, title }: Clause): string {
  return `${id} ${title}`;
}

/** The fix that puts the number of another clause in the place of the written one, spelled in the same way. */
export function writeNumber(reference: Reference, clause: Clause, { text }: Document, preferred: boolean): Fix[] {
  const { start, end } = reference.idSpan;
  const written = text.slice(start, end);
  const id = spelledLike(written, reference, clause.id);
  if (id === undefined || id === written) return [];
  return [{ title: `Write ${id} (${clause.title})`, edits: [{ span: reference.idSpan, text: id }], preferred }];
}

/** `A.6.2.4` as the reference writes its own number: with hyphens, without the letter, with that of Annex B. */
function spelledLike(written: string, reference: Reference, id: string): string | undefined {
  const lettered = /^[AB]/i.test(written);
  if (!lettered && reference.id.startsWith("A.")) {
    // Behind `Annex A` the letter is written already; a number alone gets it.
    if (!id.startsWith("A.")) return undefined;
    return reference.span.start === reference.idSpan.start ? id : id.slice(2);
  }
  if (!id.startsWith("A.")) return lettered && reference.span.start !== reference.idSpan.start ? undefined : id;
  const letter = lettered ? (written[0] as string) : "A";
  const separator = reference.spelling === "dashed" ? (written[1] ?? ".") : ".";
  const gap = lettered && /^[AB]\d/i.test(written) ? "" : lettered ? (/^[AB]([.\-_ ])/i.exec(written)?.[1] ?? ".") : ".";
  return `${letter}${gap}${id.slice(2).replace(/\./g, separator)}`;
}

/**
 * The fix that writes a reference in the house spelling with its title, `ISO/IEC 42001 A.6.2.4 AI system verification and
 * validation`. Only in prose: in keys and values other tools look for the spelling that is there.
 */
export function writeInFull(reference: Reference, clause: Clause, document: Document, preferred: boolean): Fix[] {
  if (document.bodyStart === undefined || reference.span.start < document.bodyStart || reference.range) return [];
  const { span, title } = reference;
  const words = titledReference(clause);
  const behind = title && title.form !== "value" ? document.text.slice(span.end, title.span.start) : undefined;
  // A title that stands right behind, with marks that do not close behind it, is replaced with the number.
  const whole = behind !== undefined && /^\s*(?:[–—:-]\s*)?$/.test(behind) && title ? { start: span.start, end: title.span.end } : span;
  if (/[*_`[\]()\r\n|]/.test(document.text.slice(whole.start, whole.end))) return [];
  const text = whole === span && title ? displayReference(clause.ref) : words;
  return text === document.text.slice(whole.start, whole.end) ? [] : [{ title: `Write ${text}`, edits: [{ span: whole, text }], preferred }];
}
