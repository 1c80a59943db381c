import { isLeaf, walk } from "../formats/field";
import type { Reading } from "../formats/format";
import type { KindId } from "../kinds/field";
import { controlUsesIn } from "../rules/control-uses";
import type { ControlUse } from "../rules/neighbours";
import { catalogue } from "../standards/catalogue";
import type { ClauseRef } from "../standards/clause";
import { controlEntries } from "./applicability";
import type { ControlEntry } from "./applicability";
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

/** The documents of a workspace, found by folder and by what they hold. Made anew after each edit, and only as far as somebody asks. */
export class KnownDocuments {
  private readonly byUri = new Map<string, KnownDocument>();
  private readonly byKind = new Map<string, Reading[]>();
  private readonly byClause = new Map<string, ControlEntry[]>();
  private readonly usedBy = new Map<string, ControlUse[]>();
  private readonly shown = new Map<string, ReadonlySet<ClauseRef>>();

  constructor(documents: Iterable<KnownDocument>) {
    for (const document of documents) {
      const { uri, folder, readings, entries, uses } = document;
      this.byUri.set(uri, document);
      for (const reading of readings) pushTo(this.byKind, `${folder.uri} ${reading.kind.id}`, reading);
      for (const use of uses) pushTo(this.usedBy, `${folder.uri} ${use.clause}`, use);
      for (const entry of entries) pushTo(this.byClause, `${folder.uri} ${entry.clause}`, entry);
    }
  }

  document(uri: string): KnownDocument | undefined {
    return this.byUri.get(uri);
  }

  /** The readings of a kind below a root. */
  readings(folder: string, kind: KindId): readonly Reading[] {
    return this.byKind.get(`${folder} ${kind}`) ?? [];
  }

  /** What the statements below a root say of a control. */
  entries(folder: string, clause: ClauseRef): readonly ControlEntry[] {
    return this.byClause.get(`${folder} ${clause}`) ?? [];
  }

  /** The places below a root that use a control. */
  uses(folder: string, clause: ClauseRef): readonly ControlUse[] {
    return this.usedBy.get(`${folder} ${clause}`) ?? [];
  }

  /** True when a filled field of a card, an assessment or a risk file below a root serves the clause. */
  isShown(folder: string, clause: ClauseRef): boolean {
    let shown = this.shown.get(folder);
    if (!shown) {
      shown = new Set([...this.byUri.values()].flatMap((document) => (document.folder.uri === folder ? [...document.shown()] : [])));
      this.shown.set(folder, shown);
    }
    return shown.has(clause);
  }
}

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
