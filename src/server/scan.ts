import type { Connection } from "vscode-languageserver";
import { PROFILE_NAMES } from "../workspace/folder";
import { readOverlay } from "../workspace/overlay-file";
import { ListFiles, ListNamedFiles, ReadFile, ScanProgress } from "./protocol";
import type { ListedFile, ReadFileResult } from "./protocol";
import type { Session } from "./session";

/** Files read from the client at the same time. */
const AT_ONCE = 8;

/** Reads the workspace's closed files through the client. A new scan stops the one before. */
export class Scan {
  private run = 0;
  /** The newest reading of each file that is under way. */
  private readonly readings = new Map<string, symbol>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {}

  /** Reads everything. Answers false when another scan took over or the client lists no files. */
  async all(): Promise<boolean> {
    const run = ++this.run;
    const listed = await this.request<ListedFile[]>(ListFiles, {});
    if (!listed || run !== this.run) return false;
    // Profiles first: they decide what the other files are.
    const uris = listed.map((file) => file.uri).sort((a, b) => Number(isProfileName(b)) - Number(isProfileName(a)));
    let done = 0;
    const waiting = uris.values();
    const worker = async () => {
      for (const uri of waiting) {
        if (run !== this.run) return;
        await this.one(uri);
        done++;
        if (done % 50 === 0 && done < uris.length) this.progress(done, uris.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (run !== this.run) return false;
    this.progress(uris.length, uris.length);
    await this.overlays();
    return true;
  }

  /** The files that a document may name, as URIs. */
  async namedFiles(): Promise<readonly string[]> {
    return ((await this.request<ListedFile[]>(ListNamedFiles, {})) ?? []).map((file) => file.uri);
  }

  /** Reads one file anew; one that cannot be read is forgotten. */
  async one(uri: string): Promise<void> {
    if (this.session.isOpen(uri) || this.session.leavesOut(uri)) return;
    const reading = Symbol(uri);
    this.readings.set(uri, reading);
    const file = await this.request<ReadFileResult>(ReadFile, { uri });
    // Read again or gone since: what this reading saw is out of date.
    if (this.readings.get(uri) !== reading) return;
    this.readings.delete(uri);
    if (file?.text !== undefined) this.session.updateClosed(uri, file.text);
    else this.session.remove(uri);
  }

  /** Forgets a file, or all files below a folder; one that is just being read does not come back. */
  removeBelow(uri: string): void {
    for (const read of this.readings.keys()) {
      if (read === uri || read.startsWith(`${uri}/`)) this.readings.delete(read);
    }
    this.session.removeBelow(uri);
  }

  /** Reads the overlays of the catalogue that profiles name. */
  async overlays(): Promise<void> {
    const overlays = await Promise.all(
      this.session.overlayUris().map(async (uri) => {
        const text = (await this.request<ReadFileResult>(ReadFile, { uri }))?.text;
        const overlay = text === undefined ? undefined : readOverlay(uri, text);
        if (!overlay) this.connection.console.warn(`The catalogue overlay ${uri} could not be used.`);
        return overlay;
      }),
    );
    this.session.setOverlays(overlays.filter((overlay) => overlay !== undefined));
  }

  private progress(done: number, total: number): void {
    void this.connection.sendNotification(ScanProgress, { done, total });
  }

  /** Asks the client; a client that does not know the request has no files to give. */
  private async request<Result>(method: string, params: unknown): Promise<Result | undefined> {
    try {
      return await this.connection.sendRequest<Result>(method, params);
    } catch {
      return undefined;
    }
  }
}

function isProfileName(uri: string): boolean {
  return PROFILE_NAMES.some((name) => uri.endsWith(`/${name}`));
}
