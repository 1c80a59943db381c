import type { Span } from "../documents/span";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { KindId } from "../kinds/field";
import type { ClauseRef } from "../standards/clause";

/** A thing that some document gives an id: the document itself, a risk, a data set, an impact, a measure. */
export interface NamedThing {
  readonly type: string;
  readonly id: string;
  /** What people call it; undefined where it has nothing but the id. */
  readonly title: string | undefined;
  /** The id as it stands in the text. */
  readonly span: Span;
  /** All of the thing: the document's root or the list's item. */
  readonly owner: Field;
  readonly reading: Reading;
}

/** A field that points at a thing by its id, at a person by name or at a file by path. */
export interface Pointer {
  /** The `x-reference` of the field: `risk`, `model-card`, `person`, `file`, `control`, … */
  readonly type: string;
  readonly id: string;
  /** Path of the field; the same for every item of a list of texts. */
  readonly path: string;
  readonly span: Span;
}

/** A pointer with the document that it stands in. */
export interface PointerFrom extends Pointer {
  /** The object that the field is of: a risk, or the links of a card. */
  readonly owner: Field;
  readonly reading: Reading;
}

/** A place where a card, an assessment or a risk file names a control as a measure or treatment. */
export interface ControlUse {
  readonly clause: ClauseRef;
  readonly pointer: Pointer;
  readonly reading: Reading;
}

/** A control that a statement of applicability has an entry for. */
export interface StatementEntry {
  readonly clause: ClauseRef;
  readonly applicable: boolean | undefined;
  readonly field: Field;
  readonly reading: Reading;
}

/**
 * What the documents of the same workspace folder say, as far as rules may ask. Every answer is noted by whoever gives it, so that the
 * findings of a file are computed anew when something changes that they were made from, and only then.
 */
export interface Neighbours {
  /** Where a document points at other things, in the order of its text. */
  pointersIn(reading: Reading): readonly Pointer[];
  /** The things that a document gives ids to, in the order of its text. */
  namesIn(reading: Reading): readonly NamedThing[];
  /** The things that a field with this `x-reference` and this text may mean, the likeliest first. */
  meant(reference: string, id: string): readonly NamedThing[];
  /** The ids that a field with this `x-reference` may name. */
  idsFor(reference: string): readonly string[];
  /** Everything with exactly this type and id. */
  named(type: string, id: string): readonly NamedThing[];
  /** The fields with this `x-reference` that name the id, wherever they stand. */
  pointersAt(reference: string, id: string): readonly PointerFrom[];
  /** True when there is a document of the kind. */
  hasAny(kind: KindId): boolean;
  /** The readings of a kind. Whoever asks is asked again after every change of one of them: `pointersAt` and `named` are for single things. */
  readings(kind: KindId): readonly Reading[];
  /** The entries of a statement of applicability whose control exists. */
  entriesIn(statement: Reading): readonly StatementEntry[];
  /** What statements of applicability say of a control. */
  entries(clause: ClauseRef): readonly StatementEntry[];
  /** The places that use a control, where the one control that is meant is certain. */
  usesOf(clause: ClauseRef): readonly ControlUse[];
  /** The uses of controls in a document. */
  usesIn(reading: Reading): readonly ControlUse[];
  /** True when a filled field of some document serves the clause. */
  isEvidenced(clause: ClauseRef): boolean;
  /** The people and roles that `clausewise.yaml` names; undefined where it names nobody. */
  people(): readonly string[] | undefined;
  /** Whether a file exists, by a path relative to the document's folder or to the root; undefined where that is not known. */
  hasFile(reading: Reading, path: string): boolean | undefined;
}
