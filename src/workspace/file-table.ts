/**
 * What the files of a workspace say, by keys under which it is asked for. Each file's part stands by itself, so that a change of one file
 * touches its own entries and no others. The answer under a key comes in the order of the files' addresses.
 */
export class FileTable<Value> {
  private readonly byKey = new Map<string, Map<string, Value[]>>();
  private readonly keysOf = new Map<string, readonly string[]>();
  private readonly answers = new Map<string, readonly Value[]>();

  /** Replaces what a file says; nothing where it is gone. */
  put(uri: string, entries: Iterable<readonly [key: string, value: Value]>): void {
    for (const key of this.keysOf.get(uri) ?? []) {
      const files = this.byKey.get(key);
      files?.delete(uri);
      if (files?.size === 0) this.byKey.delete(key);
      this.answers.delete(key);
    }
    const keys = new Set<string>();
    for (const [key, value] of entries) {
      const files = this.byKey.get(key) ?? new Map<string, Value[]>();
      this.byKey.set(key, files);
      const values = keys.has(key) ? files.get(uri) : undefined;
      if (values) values.push(value);
      else files.set(uri, [value]);
      keys.add(key);
      this.answers.delete(key);
    }
    if (keys.size > 0) this.keysOf.set(uri, [...keys]);
    else this.keysOf.delete(uri);
  }

  /** What is said under a key; kept until a file changes that says something there. */
  get(key: string): readonly Value[] {
    const known = this.answers.get(key);
    if (known) return known;
    const files = this.byKey.get(key);
    if (!files) return [];
    const answer = [...files.keys()].sort().flatMap((uri) => files.get(uri) ?? []);
    this.answers.set(key, answer);
    return answer;
  }

  /** The keys under which something is said. */
  keys(): string[] {
    return [...this.byKey.keys()];
  }
}
