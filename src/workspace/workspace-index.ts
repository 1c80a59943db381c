import type { Document, Language } from "../documents/document";
import { Lines } from "../documents/lines";
import { readDocument } from "../documents/read";
import { isOtherTable, mayBeDocument, mayRefer } from "../formats/glance";
import { notRead, readParts } from "../formats/readings";
import type { DocumentReadings } from "../formats/readings";
import type { KindId } from "../kinds/field";
import type { WorkspaceProfile } from "../kinds/profile";
import { checkDocument } from "../rules/check";
import type { CheckedDocument, CheckedReading } from "../rules/check";
import type { Finding } from "../rules/rule";
import { evidenceIn } from "./evidence";
import type { Evidence } from "./evidence";
import { folderOf, isProfile, looseFolder, pathBelow, PROFILE_NAMES } from "./folder";
import type { Folder } from "./folder";
import { changedKeys, factKey, factsOf } from "./facts";
import type { Facts } from "./facts";
import { FileTable } from "./file-table";
import { KeptView } from "./kept-view";
import { Identifiers, namesIn } from "./identifiers";
import type { Names } from "./identifiers";
import { knownDocument, KnownDocuments } from "./known-documents";
import type { KnownDocument } from "./known-documents";
import { Neighbourhood } from "./neighbourhood";
import type { Surroundings } from "./neighbourhood";

/** What holds for every folder and does not stand in a file. */
export interface IndexSettings {
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** Lays the editor's or the command line's settings over a profile. */
  readonly adjust: (profile: WorkspaceProfile) => WorkspaceProfile;
  /** The kind that a person chose for a file. */
  readonly forced: (uri: string) => KindId | "none" | undefined;
  /** Whether a file exists, whatever it is; undefined where nobody knows. Nobody is asked where this is left out. */
  readonly exists?: (uri: string) => boolean | undefined;
}

/** A file of the workspace as it stands. */
export interface IndexedDocument {
  readonly uri: string;
  readonly folder: Folder;
  /** Path below its folder, with forward slashes. */
  readonly path: string;
  readonly readings: DocumentReadings;
}

const NO_FINDINGS: readonly Finding[] = [];
const NO_FACTS: Facts = new Map();
const NOTHING: ReadonlySet<string> = new Set();

interface Held {
  readonly document: IndexedDocument;
  checked?: CheckedDocument;
  /** The keys of what the findings were made from in other files. */
  asked?: ReadonlySet<string>;
  evidence?: readonly Evidence[];
  names?: readonly Names[];
  known?: KnownDocument;
  facts?: Facts;
}

/**
 * All documents of the workspace, read. An update touches one file; a change of a folder's profile reads the files below it
 * anew. Holds no file system: whoever owns it says what is there.
 */
export class WorkspaceIndex {
  private readonly held = new Map<string, Held>();
  private folders: readonly Folder[] = [];
  private loose: Folder;
  /** What was done since the start, so that it can be seen what a change costs: files read, checked, and entered into what is kept over all files. */
  readonly effort = { read: 0, checked: 0, entered: 0 };
  private readonly byClause = new KeptView(new FileTable<Evidence>(), (table, uri) => table.put(uri, this.evidenceIn(uri).map((one) => [one.clause, one])));
  private readonly named = new KeptView(new Identifiers(), (names, uri) => {
    this.effort.entered++;
    names.put(uri, this.namesAt(uri));
  });
  private readonly known = new KeptView(new KnownDocuments(), (known, uri) => known.put(uri, this.knownAt(uri)));
  private readonly askers = new FileTable<string>();
  private sorted: readonly IndexedDocument[] | undefined;
  /** True once all files are held, so that what is not here is nowhere. */
  private whole = false;
  private changes = 0;

  constructor(private settings: IndexSettings) {
    this.loose = looseFolder(settings.adjust);
  }

  /** Sets the root folders. Profiles among the documents held are applied. */
  setFolders(folders: readonly { uri: string; name: string }[]): void {
    this.folders = folders.map(({ uri, name }) => this.folderFor(uri.replace(/\/+$/, ""), name));
    this.readAgain(() => true);
  }

  /** Replaces the settings; everything is read anew. */
  setSettings(settings: IndexSettings): void {
    this.settings = settings;
    this.loose = looseFolder(settings.adjust);
    this.setFolders(this.folders);
  }

  /** Takes in a file's text and gives back what it holds. */
  update(uri: string, language: Language, text: string): IndexedDocument {
    const known = this.holding(uri, language, text);
    if (known) return known;
    const before = this.factsAt(uri);
    this.touch(uri);
    const document = this.take(uri, language, text, this.letGo(uri));
    this.held.set(uri, { document });
    this.tell(uri, before);
    this.profileChanged(uri);
    return this.get(uri) ?? document;
  }

  /** What a file would hold with another text, read as the given kind or as what it says itself; nothing is taken in. */
  readInstead(uri: string, language: Language, text: string, kind?: KindId): IndexedDocument {
    const document = readDocument(uri, language, text, this.get(uri)?.readings.document);
    if (kind === undefined) return this.recognise(document);
    const folder = this.folderOf(uri);
    const path = pathBelow(folder, uri);
    return { uri, folder, path, readings: readParts(document, { path, forced: kind }) };
  }

  /** Forgets a file. */
  remove(uri: string): void {
    const before = this.factsAt(uri);
    if (!this.held.delete(uri)) return;
    this.touch(uri);
    this.askers.put(uri, []);
    this.tell(uri, before);
    this.profileChanged(uri);
  }

  /** Reads one file anew, because a person chose another kind for it. */
  refresh(uri: string): void {
    this.readAgain((one) => one === uri);
  }

  /** The file as last taken in, or undefined. */
  get(uri: string): IndexedDocument | undefined {
    return this.held.get(uri)?.document;
  }

  /** Every file held, sorted by URI. */
  all(): readonly IndexedDocument[] {
    return (this.sorted ??= [...this.held.values()].map(({ document }) => document).sort((a, b) => (a.uri < b.uri ? -1 : 1)));
  }

  /** Grows with every change, so that what was computed over all files can be kept until the next. */
  get revision(): number {
    return this.changes;
  }

  /** The findings of the parts of a file that are of a kind. */
  check(uri: string): readonly CheckedReading[] {
    return this.checked(uri)?.parts ?? [];
  }

  /** All findings of a file in the order of its text, also those about references in a file that is of no kind. */
  findings(uri: string): readonly Finding[] {
    return this.checked(uri)?.findings ?? NO_FINDINGS;
  }

  /** Computed once per version. */
  private checked(uri: string): CheckedDocument | undefined {
    const held = this.held.get(uri);
    if (!held) return undefined;
    if (!held.checked) {
      const { folder, readings } = held.document;
      const asked = new Set<string>();
      const neighbours = this.whole && folder !== this.loose ? new Neighbourhood(folder, this.surroundings, asked) : undefined;
      this.effort.checked++;
      held.checked = checkDocument(readings, { profile: folder.profile, today: this.settings.today, neighbours });
      held.asked = asked;
      this.askers.put(uri, [...asked].map((key) => [key, uri]));
    }
    return held.checked;
  }

  /** What a file would hold, and what would be found in it, with another text. Nothing of it is kept. */
  tryOut(uri: string, text: string): { readonly document: Document; readonly findings: readonly Finding[] } | undefined {
    const held = this.held.get(uri)?.document;
    if (!held) return undefined;
    const document = readDocument(uri, languageOf(held), text);
    const { findings } = checkDocument(this.recognise(document).readings, { profile: held.folder.profile, today: this.settings.today });
    return { document, findings };
  }

  /** Says that all files of the workspace are held, so that rules may miss what is not among them. */
  setWhole(whole: boolean): void {
    if (whole === this.whole) return;
    this.whole = whole;
    for (const held of this.held.values()) held.checked = undefined;
  }

  /** False as long as there may be files that nobody has read. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** Takes note that a file of any sort came or went. */
  fileChanged(uri: string): void {
    this.invalidate([factKey.file(uri)], uri);
  }

  /** What a file tells others, by the keys under which they ask. */
  tells(uri: string): Facts {
    return this.factsAt(uri);
  }

  /** The keys of what the findings of a file were made from in other files. */
  asks(uri: string): ReadonlySet<string> {
    this.checked(uri);
    return this.held.get(uri)?.asked ?? NOTHING;
  }

  /** What the whole workspace shows for a clause. */
  evidenceFor(clause: string): readonly Evidence[] {
    return this.byClause.current().get(clause);
  }

  /** What a file shows, clause by clause. */
  evidenceIn(uri: string): readonly Evidence[] {
    const held = this.held.get(uri);
    return held ? evidenceOfHeld(held) : [];
  }

  /** What the documents of the whole workspace give ids to, and where they point at it. After an edit only the edited file is read anew. */
  identifiers(): Identifiers {
    return this.named.current();
  }

  /** The root folders with their profiles. */
  folderList(): readonly Folder[] {
    return this.folders;
  }

  /** True when the profile of the file's folder leaves it out, or when it is a table of values that nobody calls a document. */
  leavesOut(uri: string): boolean {
    const folder = this.folderOf(uri);
    const path = pathBelow(folder, uri);
    return folder.paths.leavesOut(path) || (isOtherTable(path) && !this.isNamed(uri, folder, path));
  }

  /** True when the profile or a person says what the file is. */
  private isNamed(uri: string, folder: Folder, path: string): boolean {
    return folder.paths.kindOf(path) !== undefined || this.settings.forced(uri) !== undefined;
  }

  /** The profiles of the root folders, or that of files outside of any when there are none. */
  profiles(): WorkspaceProfile[] {
    return this.folders.length > 0 ? this.folders.map((folder) => folder.profile) : [this.loose.profile];
  }

  /** The folder that a file belongs to: the innermost root above it, or the loose one. */
  folderOf(uri: string): Folder {
    const above = this.folders.filter((folder) => uri.startsWith(`${folder.uri}/`));
    return above.sort((a, b) => b.uri.length - a.uri.length)[0] ?? this.loose;
  }

  /** The file, when it stands here with exactly this text. */
  private holding(uri: string, language: Language, text: string): IndexedDocument | undefined {
    const known = this.held.get(uri)?.document;
    return known && textOf(known) === text && languageOf(known) === language ? known : undefined;
  }

  /** Gives the last version of a file, and lets go of what was read from it before as much is made of the next one. */
  private letGo(uri: string): Document | undefined {
    const held = this.held.get(uri);
    if (!held) return undefined;
    const { document } = held.document.readings;
    this.held.set(uri, { document: { ...held.document, readings: notRead(document) } });
    return document;
  }

  /** What is computed over all files has to take in one file anew. */
  private touch(uri: string): void {
    this.changes++;
    this.sorted = undefined;
    for (const view of [this.byClause, this.named, this.known]) view.changed(uri);
  }

  private readonly surroundings: Surroundings = {
    known: () => this.known.current(),
    identifiers: () => this.identifiers(),
    folderOf: (uri) => this.folderOf(uri),
    exists: (uri) => (this.held.has(uri) ? true : this.settings.exists?.(uri)),
  };

  private namesAt(uri: string): readonly Names[] {
    const held = this.held.get(uri);
    return held ? (held.names ??= namesOf(held.document)) : [];
  }

  private knownAt(uri: string): KnownDocument | undefined {
    const held = this.held.get(uri);
    return held && (held.known ??= knownDocument(uri, held.document.folder, held.document.readings.readings, this.namesAt(uri)));
  }

  /** What a file tells others now; nothing before the whole workspace is known, since nobody asks then. */
  private factsAt(uri: string): Facts {
    const held = this.whole ? this.held.get(uri) : undefined;
    const known = held && this.knownAt(uri);
    return known ? (held.facts ??= factsOf(known)) : NO_FACTS;
  }

  /** Has the findings computed anew that were made from what a file said before or says now. */
  private tell(uri: string, before: Facts): void {
    if (!this.whole) return;
    const presence = before.size === 0 || !this.held.has(uri) ? [factKey.file(uri)] : [];
    this.invalidate([...changedKeys(before, this.factsAt(uri)), ...presence], uri);
  }

  private invalidate(keys: readonly string[], except: string): void {
    for (const uri of new Set(keys.flatMap((key) => this.askers.get(key)))) {
      const held = uri === except ? undefined : this.held.get(uri);
      if (!held) continue;
      held.checked = undefined;
      held.asked = undefined;
      this.askers.put(uri, []);
    }
  }

  /** Parses only what may be a document; the rest is known by its text alone. */
  private take(uri: string, language: Language, text: string, previous?: Document): IndexedDocument {
    this.effort.read++;
    const folder = this.folderOf(uri);
    const path = pathBelow(folder, uri);
    const worthReading = this.isNamed(uri, folder, path) || (!isOtherTable(path) && (mayBeDocument(path, text) || mayRefer(text)));
    return this.recognise(worthReading ? readDocument(uri, language, text, previous) : unread(uri, language, text));
  }

  private recognise(document: Document): IndexedDocument {
    const { uri } = document;
    const folder = this.folderOf(uri);
    const path = pathBelow(folder, uri);
    const context = { path, forced: this.settings.forced(uri), pattern: folder.paths.kindOf(path), names: folder.profile.headings };
    return { uri, folder, path, readings: readParts(document, isProfile(folder, uri) ? { path, forced: "clausewise" } : context) };
  }

  private profileChanged(uri: string): void {
    const changed = this.folders.filter((folder) => isProfile(folder, uri));
    if (changed.length === 0) return;
    this.folders = this.folders.map((folder) => (changed.includes(folder) ? this.folderFor(folder.uri, folder.name) : folder));
    this.readAgain((one) => changed.some((folder) => one.startsWith(`${folder.uri}/`)));
  }

  private folderFor(uri: string, name: string): Folder {
    const profile = PROFILE_NAMES.map((file) => `${uri}/${file}`).find((one) => this.held.has(one));
    const held = profile === undefined ? undefined : this.get(profile);
    return folderOf(uri, name, held?.readings.document, this.settings.adjust);
  }

  private readAgain(which: (uri: string) => boolean): void {
    this.changes++;
    for (const [uri, { document }] of [...this.held]) {
      const previous = document.readings.document;
      if (!which(uri)) continue;
      this.touch(uri);
      this.held.set(uri, { document: this.take(uri, previous.language, previous.text, previous) });
    }
  }
}

/** A document that was not parsed, because a glance showed that it is none of ours. */
export function unread(uri: string, language: Language, text: string): Document {
  return { uri, language, text, lines: new Lines(text), parts: [], problems: [], comments: [] };
}

/** Worked out once per version. */
function evidenceOfHeld(held: Held): readonly Evidence[] {
  const { uri, folder, readings } = held.document;
  return (held.evidence ??= readings.readings.flatMap((one) => evidenceIn(uri, one, folder.profile.strictness)));
}

function namesOf({ uri, readings }: IndexedDocument): Names[] {
  return readings.readings.map((reading) => namesIn(uri, reading));
}

function textOf(document: IndexedDocument): string {
  return document.readings.document.text;
}

function languageOf(document: IndexedDocument): Language {
  return document.readings.document.language;
}
