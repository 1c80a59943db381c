import { CancellationTokenSource } from "vscode-languageserver";
import type { CancellationToken, Connection } from "vscode-languageserver";
import { PROFILE_NAMES } from "../workspace/folder";
import { readOverlay } from "../workspace/overlay-file";
import { ListFiles, ListNamedFiles, ReadFile, ScanProgress } from "./protocol";
import type { ListedFile, ReadFileResult, ScanProgressParams } from "./protocol";
import type { Session } from "./session";

/** Files read from the client at the same time. */
const AT_ONCE = 8;
/** Files after which the client hears how far a scan is. */
const TOLD_EVERY = 50;

/** Reads the workspace's closed files through the client. A new scan takes over from the one before; a person may stop it and have it read on. */
export class Scan {
  private running: CancellationTokenSource | undefined;
  /** What was read before a person stopped the scan; undefined while nothing is left unread on purpose. */
  private readBeforeStop: Set<string> | undefined;
  /** The newest reading of each file that is under way. */
  private readonly readings = new Map<string, symbol>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    /** Called once what was read stands in the session, also where a scan was stopped. */
    private readonly ended: () => void,
  ) {}

  /** Reads everything. */
  all(): Promise<void> {
    return this.read(new Set());
  }

  /** Reads what a stopped scan left unread, or everything where none was stopped. */
  readOn(): Promise<void> {
    return this.read(this.readBeforeStop ?? new Set());
  }

  /** Reads everything anew because what files are may have changed. What a person stopped stays so, and is read from the start when it is read on. */
  async again(): Promise<void> {
    if (!this.readBeforeStop) return this.all();
    this.readBeforeStop = new Set();
    await this.overlays();
    this.ended();
  }

  /** Ends the scan that is running: what was read stays. */
  stop(): void {
    this.running?.cancel();
  }

  private async read(known: Set<string>): Promise<void> {
    this.readBeforeStop = undefined;
    const run = new CancellationTokenSource();
    const { token } = run;
    this.running?.cancel();
    this.running = run;
    this.tell({ done: known.size });
    const listed = await unlessStopped(this.request<ListedFile[]>(ListFiles, {}, token), token);
    if (this.running !== run) return;
    if (!listed || listed === STOPPED) return this.end(known, { done: known.size, end: "stopped" });
    // Profiles first: they decide what the other files are.
    const uris = listed.map((file) => file.uri).sort((a, b) => Number(isProfileName(b)) - Number(isProfileName(a)));
    const unread = uris.filter((uri) => !known.has(uri));
    const total = uris.length;
    let done = total - unread.length;
    const waiting = unread.values();
    const worker = async () => {
      for (const uri of waiting) {
        if (!(await this.takeSafely(uri, token))) return;
        known.add(uri);
        done++;
        if (done % TOLD_EVERY === 0 && done < total) this.tell({ done, total });
      }
    };
    this.tell({ done, total });
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (this.running !== run) return;
    const overlays = this.overlays();
    // Whoever stops a scan is not kept waiting.
    if (!token.isCancellationRequested) await overlays;
    if (this.running === run) this.end(known, { done, total, end: done < total ? "stopped" : "whole" });
  }

  /** The files that a document may name, as URIs. */
  async namedFiles(): Promise<readonly string[]> {
    return ((await this.request<ListedFile[]>(ListNamedFiles, {})) ?? []).map((file) => file.uri);
  }

  /** Reads one file anew; one that cannot be read is forgotten. */
  async one(uri: string): Promise<void> {
    await this.take(uri, undefined);
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

  /** False when the scan was stopped before the file's text was there. */
  private async take(uri: string, token: CancellationToken | undefined): Promise<boolean> {
    if (token?.isCancellationRequested) return false;
    if (this.session.isOpen(uri)) return true;
    if (this.session.leavesOut(uri)) {
      // What a profile leaves out since its last change may still be held.
      this.session.remove(uri);
      return true;
    }
    const reading = Symbol(uri);
    this.readings.set(uri, reading);
    const file = await unlessStopped(this.request<ReadFileResult>(ReadFile, { uri }, token), token);
    // Read again or gone since: what this reading saw is out of date.
    if (this.readings.get(uri) !== reading) return true;
    this.readings.delete(uri);
    if (file === STOPPED) return false;
    if (file?.text !== undefined) this.session.updateClosed(uri, file.text);
    else this.session.remove(uri);
    return true;
  }

  /** As `take`; a file that cannot be made sense of is a line in the log, and the others are read all the same. */
  private async takeSafely(uri: string, token: CancellationToken): Promise<boolean> {
    try {
      return await this.take(uri, token);
    } catch (error) {
      this.connection.console.error(`${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return true;
    }
  }

  private end(known: Set<string>, progress: ScanProgressParams): void {
    this.running = undefined;
    const isWhole = progress.end === "whole";
    this.readBeforeStop = isWhole ? undefined : known;
    this.session.setWhole(isWhole);
    this.session.endFirstReading();
    this.ended();
    // Whoever waits for the end finds everything in place then.
    this.tell(progress);
  }

  /** Only our own client shows how far a scan is. */
  private tell(progress: ScanProgressParams): void {
    if (this.session.pages) void this.connection.sendNotification(ScanProgress, progress);
  }

  /** Asks the client; a client that does not know the request has no files to give. */
  private async request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result | undefined> {
    try {
      return await this.connection.sendRequest<Result>(method, params, token);
    } catch {
      return undefined;
    }
  }
}

const STOPPED = Symbol("stopped");

/** The answer, or `STOPPED` as soon as the token says so: a file system that hangs does not hold up whoever wants to stop. */
function unlessStopped<Result>(answer: Promise<Result>, token: CancellationToken | undefined): Promise<Result | typeof STOPPED> {
  if (!token) return answer;
  return new Promise((resolve, reject) => {
    const stop = () => {
      resolve(STOPPED);
      listener.dispose();
    };
    const listener = token.onCancellationRequested(stop);
    answer.then(resolve, reject).finally(() => listener.dispose());
  });
}

function isProfileName(uri: string): boolean {
  return PROFILE_NAMES.some((name) => uri.endsWith(`/${name}`));
}
