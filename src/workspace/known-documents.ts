import { isLeaf, walk } from "../formats/field";
import type { Reading } from "../formats/format";
import type { KindId } from "../kinds/field";
import { controlUsesIn } from "../rules/control-uses";
import type { ControlUse } from "../rules/neighbours";
import { catalogue } from "../standards/catalogue";
import type { ClauseRef } from "../standards/clause";
import { controlEntries } from "./applicability";
import type { ControlEntry } from "./applicability";
import { FileTable } from "./file-table";
import type { Folder } from "./folder";
import type { Names } from "./identifiers";

/** What the index knows of a document that others may ask about. */
export interface KnownDocument {
  readonly uri: string;
  readonly folder: Folder;
  readonly readings: readonly Reading[];
  /** Per reading. */
  readonly names: readonly Names[];
  readonly entries: readonly ControlEntry[];
  readonly uses: readonly ControlUse[];
  /** The clauses that a filled field of it serves, worked out at the first call. */
  readonly shown: () => ReadonlySet<ClauseRef>;
}

/** What there is to know of a document. */
export function knownDocument(uri: string, folder: Folder, readings: readonly Reading[], names: readonly Names[]): KnownDocument {
  let shown: ReadonlySet<ClauseRef> | undefined;
  const speaking = readings.filter(({ kind }) => kind.id === "model-card" || kind.id === "impact-assessment" || kind.id === "security-risk");
  return {
    uri,
    folder,
    readings,
    names,
    entries: readings.flatMap((one) => controlEntries(uri, one, catalogue)),
    uses: readings.flatMap((one, index) => controlUsesIn(one, names[index]?.mentions ?? [])),
    shown: () => (shown ??= new Set(speaking.flatMap(({ root }) => [...clausesShown(root)]))),
  };
}

/** The clauses that some filled field of a document serves. */
function clausesShown(root: Reading["root"]): ReadonlySet<ClauseRef> {
  const definitions = new Set([...walk(root)].filter((field) => isLeaf(field) && field.state === "filled").map((field) => field.definition));
  return new Set([...definitions].flatMap((definition) => definition.clauses));
}

/** The documents of a workspace, found by folder and by what they hold. */
export class KnownDocuments {
  private readonly byUri = new Map<string, KnownDocument>();
  private readonly byKind = new FileTable<Reading>();
  private readonly byClause = new FileTable<ControlEntry>();
  private readonly usedBy = new FileTable<ControlUse>();
  private readonly shownBy = new FileTable<string>();

  /** Replaces what is known of a file; undefined for one that is gone. */
  put(uri: string, document: KnownDocument | undefined): void {
    if (document) this.byUri.set(uri, document);
    else this.byUri.delete(uri);
    const below = (key: string) => `${document?.folder.uri ?? ""} ${key}`;
    this.byKind.put(uri, (document?.readings ?? []).map((reading) => [below(reading.kind.id), reading]));
    this.usedBy.put(uri, (document?.uses ?? []).map((use) => [below(use.clause), use]));
    this.byClause.put(uri, (document?.entries ?? []).map((entry) => [below(entry.clause), entry]));
    this.shownBy.put(uri, [...(document?.shown() ?? [])].map((clause) => [below(clause), uri]));
  }

  document(uri: string): KnownDocument | undefined {
    return this.byUri.get(uri);
  }

  /** The readings of a kind below a root. */
  readings(folder: string, kind: KindId): readonly Reading[] {
    return this.byKind.get(`${folder} ${kind}`);
  }

  /** What the statements below a root say of a control. */
  entries(folder: string, clause: ClauseRef): readonly ControlEntry[] {
    return this.byClause.get(`${folder} ${clause}`);
  }

  /** The places below a root that use a control. */
  uses(folder: string, clause: ClauseRef): readonly ControlUse[] {
    return this.usedBy.get(`${folder} ${clause}`);
  }

  /** True when a filled field of a card, an assessment or a risk file below a root serves the clause. */
  isShown(folder: string, clause: ClauseRef): boolean {
    return this.shownBy.get(`${folder} ${clause}`).length > 0;
  }
}
