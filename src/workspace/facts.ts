import { fingerprint } from "../documents/fingerprint";
import { isLeaf, itemsOf, textOf, walk } from "../formats/field";
import type { Reading } from "../formats/format";
import type { ClauseRef } from "../standards/clause";
import type { ControlEntry } from "./applicability";
import type { Names } from "./identifiers";

/** What a document tells others, by the key under which they ask for it, with a short name that changes when the answer does. */
export type Facts = ReadonlyMap<string, string>;

/** The keys under which rules ask. */
export const factKey = {
  thing: (type: string, id: string) => `thing ${type} ${id}`,
  ids: (type: string) => `ids ${type}`,
  kind: (kind: string) => `kind ${kind}`,
  entry: (clause: ClauseRef) => `entry ${clause}`,
  clause: (clause: ClauseRef) => `clause ${clause}`,
  people: () => "people",
  file: (uri: string) => `file ${uri}`,
} as const;

/** The facts of one document. */
export function factsOf(readings: readonly Reading[], names: readonly Names[], entries: readonly ControlEntry[]): Facts {
  const facts = new Map<string, string>();
  const add = (key: string, value: string) => facts.set(key, `${facts.get(key) ?? ""} ${value}`);
  for (const { kind, root, document } of readings) {
    add(factKey.kind(kind.id), fingerprint(document.text));
    if (kind.id === "clausewise") add(factKey.people(), peopleIn([{ kind, root } as Reading]).join("\n"));
    else for (const clause of clausesShown(root)) facts.set(factKey.clause(clause), "shown");
  }
  for (const { identifiers } of names) {
    for (const { type, id, owner, reading } of identifiers) {
      // Findings lead to the place, so one that moved is another one.
      add(factKey.thing(type, id), `${owner.span.start} ${fingerprint(reading.document.text.slice(owner.span.start, owner.span.end))}`);
      add(factKey.ids(type), id);
    }
  }
  for (const { clause, field, reading } of entries) add(factKey.entry(clause), `${field.span.start} ${fingerprint(reading.document.text.slice(field.span.start, field.span.end))}`);
  return facts;
}

/** The keys whose answers differ. */
export function changedKeys(before: Facts, after: Facts): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}

/** The clauses that some filled field of a document serves. */
export function clausesShown(root: Reading["root"]): ReadonlySet<ClauseRef> {
  const definitions = new Set(walk(root).filter((field) => isLeaf(field) && field.state === "filled").map((field) => field.definition));
  return new Set([...definitions].flatMap((definition) => definition.clauses));
}

/** The names and roles of the owners in workspace profiles. */
export function peopleIn(profiles: readonly Reading[]): string[] {
  const owners = profiles.flatMap(({ root }) => itemsOf(root, "owners"));
  return owners.flatMap((owner) => [textOf(owner, "name"), textOf(owner, "role")].filter((text) => text !== undefined));
}
