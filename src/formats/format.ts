import type { Document, Language, Part } from "../documents/document";
import type { Kind, KindId } from "../kinds/field";
import type { Field } from "./field";

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
  /** The kind that the content alone shows, or undefined when the format does not know it. */
  recognise(part: Part, document: Document): KindId | undefined;
  /** Reads the canonical fields and their places. Never throws. */
  read(part: Part, document: Document, kind: Kind): Field;
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
}
