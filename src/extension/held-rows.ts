import type { KnownRows, Row, RowsBelow } from "../server/protocol";

type Changing = { -readonly [Part in keyof Row]: Row[Part] };

/** What of a tree has to be shown anew: all of it, or these rows with what is below them. */
export type Renewal = "all" | readonly Row[];

/**
 * The rows that the editor has of a tree. It knows a row by the object that it was given, so there is one object for each id, which
 * changes its content with the news; what stays the same is not touched, and keeps its place, its selection and its picture.
 */
export class HeldRows {
  private readonly byId = new Map<string, Changing>();
  private readonly parents = new Map<string, string | undefined>();
  private readonly below = new Map<string | undefined, { readonly ids: readonly string[]; readonly print?: string | undefined }>();

  /** Takes in the rows below a parent as they were read; gives the objects that stand for them. */
  take(parent: string | undefined, rows: readonly Row[], print?: string): Row[] {
    const ids = rows.map(({ id }) => id);
    const there = new Set(ids);
    for (const id of this.below.get(parent)?.ids ?? []) if (!there.has(id)) this.forget(id, parent);
    this.below.set(parent, { ids, print });
    return rows.map((row) => this.hold(row, parent));
  }

  /** Takes in a row that is known with its parent before the editor has asked for it. */
  hold(row: Row, parent: string | undefined): Row {
    const held = this.byId.get(row.id);
    this.parents.set(row.id, parent);
    if (!held) {
      const own = { ...row };
      this.byId.set(row.id, own);
      return own;
    }
    for (const part of Object.keys(held)) Reflect.deleteProperty(held, part);
    return Object.assign(held, row);
  }

  parentOf({ id }: Row): Row | undefined {
    const parent = this.parents.get(id);
    return parent === undefined ? undefined : this.byId.get(parent);
  }

  /** The parents whose rows were read, for asking whether they are still the same. */
  known(): KnownRows[] {
    return [...this.below].map(([parent, { print }]) => ({ parent, print }));
  }

  /** How many rows stand at the top; undefined before they were read. */
  get top(): number | undefined {
    return this.below.get(undefined)?.ids.length;
  }

  /** Takes in news about rows that were read, and says what the editor has to show anew. */
  renew(news: readonly RowsBelow[]): Renewal {
    const changed = new Set<Row>();
    let all = false;
    for (const { parent, rows, print } of news) {
      const before = this.below.get(parent);
      // Its parent went with an earlier piece of the news.
      if (!before) continue;
      const same = before.ids.length === rows.length && rows.every(({ id }, index) => before.ids[index] === id);
      const others = same ? rows.filter((row) => JSON.stringify(this.byId.get(row.id)) !== JSON.stringify(row)).map(({ id }) => id) : [];
      this.take(parent, rows, print);
      if (!same && parent === undefined) all = true;
      for (const id of same ? others : [parent]) {
        const row = id === undefined ? undefined : this.byId.get(id);
        if (row) changed.add(row);
      }
    }
    return all ? "all" : [...changed];
  }

  /** Everything is read anew: what is below the rows that are asked for again is news by itself. */
  restart(): void {
    this.below.clear();
  }

  /** Lets go of a row that is gone from below its parent, with all below it; one that stands below another by now is kept. */
  private forget(id: string, parent: string | undefined): void {
    if (this.parents.get(id) !== parent) return;
    for (const child of this.below.get(id)?.ids ?? []) this.forget(child, id);
    this.below.delete(id);
    this.byId.delete(id);
    this.parents.delete(id);
  }
}
