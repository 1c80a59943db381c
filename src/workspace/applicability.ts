import { child, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { Catalogue } from "../standards/catalogue";
import type { ClauseRef } from "../standards/clause";
import { findClauses, parseReference } from "../standards/reference";

/** What a statement of applicability says of one control. */
export interface ControlEntry {
  readonly clause: ClauseRef;
  /** Undefined where the statement leaves it open. */
  readonly applicable: boolean | undefined;
  /** The reason as written; undefined where there is none. */
  readonly justification: string | undefined;
  readonly uri: string;
  readonly reading: Reading;
  /** The entry itself, with its place. */
  readonly field: Field;
}

/** The entries of a statement of applicability whose control exists, in the order of the text; empty for other kinds. */
export function controlEntries(uri: string, reading: Reading, catalogue: Catalogue): ControlEntry[] {
  if (reading.kind.id !== "statement-of-applicability") return [];
  return itemsOf(reading.root, "entries").flatMap((field): ControlEntry[] => {
    const clause = controlOf(field, textOf(reading.root, "standard"), catalogue);
    const applicable = child(field, "applicable")?.value;
    if (!clause) return [];
    return [{ clause, applicable: typeof applicable === "boolean" ? applicable : undefined, justification: textOf(field, "justification"), uri, reading, field }];
  });
}

/** A bare number is one of the standard that the statement is about, and there a control before a clause. */
function controlOf(entry: Field, standard: string | undefined, catalogue: Catalogue): ClauseRef | undefined {
  const text = textOf(entry, "control");
  const spelled = text === undefined ? undefined : parseReference(text);
  if (text === undefined || !spelled) return undefined;
  const about = spelled.standard ?? standard;
  if (about === undefined) return findClauses(text, catalogue).find(({ kind }) => kind === "control")?.ref;
  const id = spelled.id.replace(/^A\./, "");
  return [`${about}:A.${id}`, `${about}:${id}`].flatMap((ref) => catalogue.clause(ref)?.ref ?? [])[0];
}

/** The controls that a statement rules out with a reason, and that no other statement calls applicable. */
export function ruledOut(entries: readonly ControlEntry[]): ReadonlySet<ClauseRef> {
  const applicable = new Set(entries.flatMap((one) => (one.applicable === true ? [one.clause] : [])));
  const out = entries.filter((one) => one.applicable === false && one.justification !== undefined && !applicable.has(one.clause));
  return new Set(out.map((one) => one.clause));
}
