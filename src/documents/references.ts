import type { Clause, StandardId } from "../standards/clause";
import { mayCountControls } from "../standards/control-count";
import { documentContext } from "../standards/reference-context";
import type { ReferenceContext } from "../standards/reference-context";
import { readReferences } from "../standards/reference-reader";
import type { ReferenceInText } from "../standards/reference-reader";
import { mayNameStandard } from "../standards/standard-names";
import type { WrittenTitle } from "../standards/title-beside";
import type { Document } from "./document";
import type { Passage } from "./passage";
import { passagesOfBody } from "./passages-markdown";
import { passagesOfPart } from "./passages-tree";
import type { Numeral } from "./passages-tree";
import type { Span } from "./span";

/** A reference to a clause, anywhere in a document. */
export interface Reference extends Pick<ReferenceInText, "id" | "item" | "standards" | "ambiguous" | "from" | "edition" | "clauses" | "spelling" | "guidance" | "range"> {
  /** From the name of the standard, where it stands right before, to the end of the number. */
  readonly span: Span;
  /** The number alone, as it is written. */
  readonly idSpan: Span;
  /** What is written beside it as its clause's title. */
  readonly title: (Pick<WrittenTitle, "text" | "form"> & { readonly span: Span }) | undefined;
}

/** What a document says of the two standards. */
export interface References {
  /** Those that the text names; where it names none, nothing in it is a reference. */
  readonly standards: readonly StandardId[];
  /** The stretches of text in which controls may be counted. */
  readonly passages: readonly Passage[];
  /** Numbers without quotes where those of clauses are expected. */
  readonly numerals: readonly Numeral[];
  /** In the order of the text. */
  readonly all: readonly Reference[];
}

/** Dates, ids such as R-001 and plain amounts: what a register is full of, and no reference. */
const NO_REFERENCE = /^["']?(?:\d{4}-\d\d-\d\d|[A-Za-z]{1,6}-\d{3,6}|\d{3,})["']?$/;

const NO_REFERENCES: readonly never[] = [];
/** What a document has that names neither standard. */
export const noReferences: References = { standards: [], passages: [], numerals: [], all: [] };

/** Every reference to a clause in a document: in keys, values, comments, prose and tables. */
export function referencesOf(document: Document): References {
  if (!mayNameStandard(document.text)) return noReferences;
  const whole = documentContext(document.text);
  if (!whole) return noReferences;
  const around = [whole];
  const parts = document.parts.map((part) => passagesOfPart(part, document, around));
  const passages = [...parts.flatMap((part) => part.passages), ...passagesOfBody(document, around)];
  const read = reader();
  const found: Reference[] = [];
  for (const passage of passages) for (const one of read(passage)) found.push(placed(one, passage));
  const all = [...inCompany(found, whole)].sort((a, b) => a.span.start - b.span.start || a.idSpan.start - b.idSpan.start);
  return { standards: whole.standards, passages: passages.filter(({ text }) => mayCountControls(text)), numerals: parts.flatMap((part) => part.numerals), all };
}

/** Reads the passages of one document; equal texts in the same surroundings, of which a register has thousands, once. */
function reader(): (passage: Passage) => readonly ReferenceInText[] {
  const known = new Map<Passage["around"], Map<string, readonly ReferenceInText[]>>();
  return (passage) => {
    const { text, around, heading, title } = passage;
    if (NO_REFERENCE.test(text)) return NO_REFERENCES;
    if (heading || title) return readReferences(text, passage);
    const here = known.get(around) ?? new Map<string, readonly ReferenceInText[]>();
    known.set(around, here);
    const found = here.get(text) ?? readReferences(text, passage);
    here.set(text, found);
    return found;
  };
}

function placed(found: ReferenceInText, { span: { start } }: Passage): Reference {
  const { id, item, standards, ambiguous, from, edition, clauses, spelling, guidance, range, title } = found;
  return {
    id,
    item,
    standards,
    ambiguous,
    from,
    edition,
    clauses,
    spelling,
    guidance,
    range,
    span: { start: start + found.start, end: start + found.end },
    idSpan: { start: start + found.idStart, end: start + found.idEnd },
    title: title && { text: title.text, form: title.form, span: { start: start + title.start, end: start + title.end } },
  };
}

/**
 * Numbers that take their standard from the document as a whole: what no clause has is a wrong reference only among right ones,
 * and not where other frameworks number in the same way.
 */
function inCompany(found: readonly Reference[], whole: ReferenceContext): readonly Reference[] {
  const loose = found.filter((one) => one.from === "document");
  const right = loose.filter((one) => one.clauses.length > 0).length;
  if (loose.length === 0 || (right * 2 > loose.length && !(right < 3 && whole.others))) return found;
  return found.filter((one) => one.from !== "document" || one.clauses.length > 0);
}

/** The clauses that a reference means without doubt; several where a text names both standards for it. */
export function meantClauses({ clauses, standards, ambiguous }: Reference): readonly Clause[] {
  return ambiguous ? [] : standards.flatMap((standard) => clauses.find((clause) => clause.standard === standard) ?? []);
}

/** The reference at a place, or undefined. */
export function referenceAt(references: readonly Reference[], offset: number): Reference | undefined {
  return references.find(({ span }) => span.start <= offset && offset <= span.end);
}
