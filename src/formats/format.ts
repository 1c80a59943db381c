import type { Document, Language, Part } from "../documents/document";
import type { Words } from "../documents/markdown-block";
import type { Span } from "../documents/span";
import type { FieldDefinition, Kind, KindId } from "../kinds/field";
import type { Field } from "./field";
import type { OwnScale } from "./own-scale";

/**
 * How sure a format is of a part that names no kind itself. A format that knows its own marks (`bomFormat`, a schema version)
 * goes before one that only knows words.
 */
export const priority = { ownMark: 300, structure: 200, words: 100, native: 0 } as const;

/** A way to write a kind down. One file per format. */
export interface Format {
  readonly id: string;
  /** How people call it. */
  readonly title: string;
  readonly languages: readonly Language[];
  readonly priority: number;
  /** The kinds that can be written this way. */
  readonly kinds: readonly KindId[];
  /** True when the format reads the whole file and not only the part that was recognised, as with Markdown behind its front matter. */
  readonly wholeFile?: boolean;
  /** The kind that the content alone shows, or undefined when the format does not know it. */
  recognise(part: Part, document: Document): KindId | undefined;
  /** True when a file whose name, or the person, promises the kind is really written this way. Formats without it go by their marks alone. */
  confirms?(part: Part, document: Document, kind: Kind): boolean;
  /** Reads the canonical fields and their places. Never throws. */
  read(part: Part, document: Document, kind: Kind, context: ReadContext): FormatReading;
  /** False for a path that documents of this format are not about, so that its absence is no gap. */
  concerns?(path: string): boolean;
  /** Edits that add stand-ins for fields in the manner of the file; none where that is not possible. */
  add?(fields: readonly FieldDefinition[], reading: Reading): readonly Insertion[];
}

/** What reading depends on beside the file. */
export interface ReadContext {
  /** The workspace's own names for fields of the kind, as `clausewise.yaml` lists them: heading, key or column → path of the field. */
  readonly names: Readonly<Record<string, string>>;
}

/** What a format finds in a file. */
export interface FormatReading {
  readonly root: Field;
  /** Headings, keys and columns that mean no field as far as we know. */
  readonly unmapped?: readonly Unmapped[];
  /** Products of likelihood and consequence that the file writes down. */
  readonly products?: readonly Product[];
  /** The scale that the file explains itself with. */
  readonly scale?: OwnScale;
}

/** A heading, key or column that was not understood. */
export interface Unmapped {
  readonly name: Words;
  /** With what stands below or behind it. */
  readonly span: Span;
  /** The list whose entries have it, for a column: `risks`. */
  readonly list?: string;
}

/** A score with the two ratings it was multiplied from. */
export interface Product {
  readonly factors: readonly [number, number];
  readonly score: number;
  readonly span: Span;
  /** The risk it belongs to, or what is left of it: `risks[2].residual`. */
  readonly path: string;
}

/** Text to be put in at a place. */
export interface Insertion {
  readonly span: Span;
  readonly text: string;
}

/** True for our own shape, in which the keys are the canonical fields and the kind's schema holds. */
export function isNative(format: Format): boolean {
  return format.priority === priority.native;
}

/** Why a part was taken for what it is; the first that applies wins, in this order. */
export type ReasonCode = "forced" | "directive" | "kind-key" | "pattern" | "name" | "content";

/** What a part was taken for, and why. */
export interface Recognition {
  readonly kind: KindId | undefined;
  readonly format: Format | undefined;
  readonly by: ReasonCode | "nothing";
  /** The reason as a sentence for the status item. */
  readonly because: string;
  /** The kind that the file's name promises although its content is something else. */
  readonly candidate?: KindId;
}

/** One part of a document, recognised and read. Every feature, report and rule works on this. */
export interface Reading {
  readonly document: Document;
  readonly part: Part;
  readonly kind: Kind;
  readonly format: Format;
  readonly recognition: Recognition;
  readonly root: Field;
  readonly unmapped: readonly Unmapped[];
  readonly products: readonly Product[];
  readonly scale: OwnScale | undefined;
}
