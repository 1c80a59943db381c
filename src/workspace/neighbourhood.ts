import type { Reading } from "../formats/format";
import type { KindId } from "../kinds/field";
import type { ControlUse, NamedThing, Neighbours, Pointer, PointerFrom, StatementEntry } from "../rules/neighbours";
import type { ClauseRef } from "../standards/clause";
import { factKey, peopleIn } from "./facts";
import { addressesOf } from "./file-address";
import type { Folder } from "./folder";
import { typesMeant } from "./identifiers";
import type { Identifier, Identifiers, Names } from "./identifiers";
import type { KnownDocuments } from "./known-documents";

/** Where the answers come from. */
export interface Surroundings {
  readonly known: () => KnownDocuments;
  readonly identifiers: () => Identifiers;
  readonly folderOf: (uri: string) => Folder;
  /** Whether a file exists; undefined where nobody knows. */
  readonly exists: (uri: string) => boolean | undefined;
}

/**
 * Answers the rules' questions about the other documents of one folder, and notes each question in `asked`, so that it is known what
 * the findings of a file depend on.
 */
export class Neighbourhood implements Neighbours {
  constructor(
    private readonly folder: Folder,
    private readonly surroundings: Surroundings,
    private readonly asked: Set<string>,
  ) {}

  pointersIn(reading: Reading): readonly Pointer[] {
    return this.namesOf(reading)?.mentions ?? [];
  }

  namesIn(reading: Reading): readonly NamedThing[] {
    return this.namesOf(reading)?.identifiers ?? [];
  }

  /** What is meant stands in the same folder; only where that has nothing of the kind, another folder of the workspace counts. */
  meant(reference: string, id: string): readonly NamedThing[] {
    for (const type of typesMeant(reference)) this.asked.add(factKey.thing(type, id));
    const all = this.surroundings.identifiers().meant(reference, id);
    const near = all.filter((one) => this.isNear(one));
    return near.length > 0 ? near : all;
  }

  idsFor(reference: string): readonly string[] {
    const types = typesMeant(reference);
    for (const type of types) this.asked.add(factKey.ids(type));
    return [...new Set(types.flatMap((type) => this.surroundings.identifiers().ofType(type)).filter((one) => this.isNear(one)).map((one) => one.id))];
  }

  named(type: string, id: string): readonly NamedThing[] {
    this.asked.add(factKey.thing(type, id));
    return this.surroundings.identifiers().meant(type, id).filter((one) => one.type === type && this.isNear(one));
  }

  pointersAt(reference: string, id: string): readonly PointerFrom[] {
    this.asked.add(factKey.pointers(reference, id));
    return this.surroundings.identifiers().mentionsWith(reference, id).filter((one) => this.isNear(one));
  }

  hasAny(kind: KindId): boolean {
    this.asked.add(factKey.any(kind));
    return this.surroundings.known().readings(this.folder.uri, kind).length > 0;
  }

  readings(kind: KindId): readonly Reading[] {
    this.asked.add(factKey.kind(kind));
    return this.surroundings.known().readings(this.folder.uri, kind);
  }

  entries(clause: ClauseRef): readonly StatementEntry[] {
    this.asked.add(factKey.entry(clause));
    return this.surroundings.known().entries(this.folder.uri, clause);
  }

  entriesIn(statement: Reading): readonly StatementEntry[] {
    return this.surroundings.known().document(statement.document.uri)?.entries.filter((one) => one.reading === statement) ?? [];
  }

  usesOf(clause: ClauseRef): readonly ControlUse[] {
    this.asked.add(factKey.use(clause));
    return this.surroundings.known().uses(this.folder.uri, clause);
  }

  usesIn(reading: Reading): readonly ControlUse[] {
    return this.surroundings.known().document(reading.document.uri)?.uses.filter((one) => one.reading === reading) ?? [];
  }

  isEvidenced(clause: ClauseRef): boolean {
    this.asked.add(factKey.clause(clause));
    return this.surroundings.known().isShown(this.folder.uri, clause);
  }

  people(): readonly string[] | undefined {
    this.asked.add(factKey.people());
    const people = peopleIn(this.surroundings.known().readings(this.folder.uri, "clausewise"));
    return people.length > 0 ? people : undefined;
  }

  hasFile({ document }: Reading, path: string): boolean | undefined {
    const answers = addressesOf(path, document.uri, this.folder.uri).map((place) => {
      this.asked.add(factKey.file(place));
      return this.surroundings.exists(place);
    });
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
  }

  private isNear({ uri }: Pick<Identifier, "uri">): boolean {
    return this.surroundings.folderOf(uri).uri === this.folder.uri;
  }

  private namesOf(reading: Reading): Names | undefined {
    const document = this.surroundings.known().document(reading.document.uri);
    return document?.names[document.readings.indexOf(reading)];
  }
}
