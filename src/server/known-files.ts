/** Says which of some files are there; undefined where the client cannot say. */
export type AskFiles = (uris: readonly string[]) => Promise<readonly string[] | undefined>;

/**
 * Remembers which files of any sort are there. The server has no file system, so what is not known yet is asked for: everything that one
 * turn of the event loop wonders about in one request. `turned` hears of the files that are known to be missing now, or no longer.
 */
export class KnownFiles {
  private readonly answers = new Map<string, boolean>();
  private readonly waiting = new Set<string>();
  private readonly asking = new Set<string>();
  private planned = false;

  constructor(
    private readonly ask: AskFiles,
    private readonly turned: (uris: readonly string[]) => void,
  ) {}

  /** Whether a file is there; undefined until the answer has come. */
  isThere(uri: string): boolean | undefined {
    const known = this.answers.get(uri);
    if (known === undefined && !this.asking.has(uri)) this.plan(uri);
    return known;
  }

  /** Asks again about files that came or went, and about all below a folder that did. The old answer holds until the new one is there. */
  touched(uris: readonly string[]): void {
    const places = new Set(uris.map(plain));
    for (const known of [...this.answers.keys(), ...this.asking]) {
      if (placesAbove(plain(known)).some((place) => places.has(place))) this.plan(known);
    }
  }

  /** Asks again about everything. */
  refresh(): void {
    for (const known of this.answers.keys()) this.plan(known);
  }

  private plan(uri: string): void {
    this.waiting.add(uri);
    if (this.planned) return;
    this.planned = true;
    setTimeout(() => void this.askWaiting(), 0);
  }

  private async askWaiting(): Promise<void> {
    const uris = [...this.waiting];
    this.waiting.clear();
    this.planned = false;
    uris.forEach((uri) => this.asking.add(uri));
    const there = await this.ask(uris);
    uris.forEach((uri) => this.asking.delete(uri));
    if (there) this.take(uris, new Set(there));
  }

  private take(uris: readonly string[], there: ReadonlySet<string>): void {
    // Where something has happened since, the answer is out of date; a new one is on its way.
    const fresh = uris.filter((uri) => !this.waiting.has(uri));
    const turned = fresh.filter((uri) => (this.answers.get(uri) === false) === there.has(uri));
    for (const uri of fresh) this.answers.set(uri, there.has(uri));
    if (turned.length > 0) this.turned(turned);
  }
}

/** Addresses that differ in what is escaped are the same place. */
function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** A place and every folder above it. */
function placesAbove(place: string): string[] {
  const parts = place.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
