import { fingerprint } from "../documents/fingerprint";
import { itemsOf, textOf } from "../formats/field";
import type { Reading } from "../formats/format";
import type { ClauseRef } from "../standards/clause";
import type { KnownDocument } from "./known-documents";

/** What a document tells others, by the key under which they ask for it, with a short name that changes when the answer does. */
export type Facts = ReadonlyMap<string, string>;

/** The keys under which rules ask. */
export const factKey = {
  thing: (type: string, id: string) => `thing ${type} ${id}`,
  ids: (type: string) => `ids ${type}`,
  kind: (kind: string) => `kind ${kind}`,
  any: (kind: string) => `any ${kind}`,
  pointers: (reference: string, id: string) => `pointers ${reference} ${id}`,
  use: (clause: ClauseRef) => `use ${clause}`,
  entry: (clause: ClauseRef) => `entry ${clause}`,
  clause: (clause: ClauseRef) => `clause ${clause}`,
  people: () => "people",
  file: (uri: string) => `file ${uri}`,
} as const;

/** Nobody asks who names these. */
const NOT_ASKED_FOR = new Set(["person", "file", "control", "clause"]);
/** The path of an item of a list at the top of a document: a risk, a measure. */
const ITEM = /^\w+\[\d+\]$/;

/** The facts of one document. */
export function factsOf({ readings, names, entries, uses, shown }: Omit<KnownDocument, "uri" | "folder">): Facts {
  const facts = new Map<string, string>();
  const add = (key: string, value: string) => facts.set(key, `${facts.get(key) ?? ""} ${value}`);
  for (const { kind, root, document } of readings) {
    add(factKey.kind(kind.id), fingerprint(document.text));
    facts.set(factKey.any(kind.id), "here");
    if (kind.id === "clausewise") add(factKey.people(), peopleIn([{ kind, root } as Reading]).join("\n"));
  }
  for (const clause of shown()) facts.set(factKey.clause(clause), "shown");
  for (const { clause, pointer } of uses) add(factKey.use(clause), String(pointer.span.start));
  for (const { identifiers, mentions } of names) {
    for (const { type, id, owner, path, reading: { document } } of mentions) {
      if (NOT_ASKED_FOR.has(type)) continue;
      // Who asks looks at the item around, or at anything in a document without items.
      const around = ITEM.test(owner.path) ? `${owner.span.start} ${fingerprint(document.text.slice(owner.span.start, owner.span.end))}` : fingerprint(document.text);
      add(factKey.pointers(type, id), `${path} ${around}`);
    }
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

/** The names and roles of the owners in workspace profiles. */
export function peopleIn(profiles: readonly Reading[]): string[] {
  const owners = profiles.flatMap(({ root }) => itemsOf(root, "owners"));
  return owners.flatMap((owner) => [textOf(owner, "name"), textOf(owner, "role")].filter((text) => text !== undefined));
}
