import type { Reading } from "../formats/format";
import type { KindId } from "../kinds/field";
import type { ClauseRef } from "../standards/clause";
import type { ControlEntry } from "./applicability";
import { clausesShown } from "./facts";
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
}

/** The documents of a workspace, found by folder and by what they hold. Made anew after each edit, and only as far as somebody asks. */
export class KnownDocuments {
  private readonly byUri = new Map<string, KnownDocument>();
  private readonly byKind = new Map<string, Reading[]>();
  private readonly byClause = new Map<string, ControlEntry[]>();
  private readonly shown = new Map<string, ReadonlySet<ClauseRef>>();

  constructor(documents: Iterable<KnownDocument>) {
    for (const document of documents) {
      const { uri, folder, readings, entries } = document;
      this.byUri.set(uri, document);
      for (const reading of readings) pushTo(this.byKind, `${folder.uri} ${reading.kind.id}`, reading);
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

  /** True when a filled field of a card, an assessment or a risk file below a root serves the clause. */
  isShown(folder: string, clause: ClauseRef): boolean {
    let shown = this.shown.get(folder);
    if (!shown) {
      const readings = (["model-card", "impact-assessment", "security-risk"] as const).flatMap((kind) => this.readings(folder, kind));
      shown = new Set(readings.flatMap(({ root }) => [...clausesShown(root)]));
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
