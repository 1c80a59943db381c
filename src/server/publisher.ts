import { DiagnosticRefreshRequest } from "vscode-languageserver";
import type { Connection, Diagnostic } from "vscode-languageserver";
import { fingerprint } from "../documents/fingerprint";
import { diagnosticsOf } from "../features/diagnostics";
import { ModelChanged } from "./protocol";
import type { Session } from "./session";

/** How the client takes diagnostics. */
export interface ClientAbilities {
  /** It asks for them (`textDocument/diagnostic`). */
  readonly pulls: boolean;
  /** It can be told to ask again. */
  readonly refreshes: boolean;
  /** It knows the tool's own notifications, and wants the findings of closed files too. */
  readonly custom: boolean;
}

/** Milliseconds without a change in an editor after which the findings of other files are brought up to date. */
const OTHERS_AFTER = 100;

/** What was last sent about a file. */
interface Sent {
  /** The check that the findings came from; the same one gives the same findings. */
  readonly check: unknown;
  /** Stands for the findings themselves; not taken while somebody types, where it would only cost time. */
  readonly print?: string;
}

/** Brings findings to the client: pushed, or handed over when it asks. */
export class Publisher {
  private abilities: ClientAbilities = { pulls: false, refreshes: false, custom: false };
  private announced = false;
  private others: ReturnType<typeof setTimeout> | undefined;
  private readonly sent = new Map<string, Sent>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {}

  setAbilities(abilities: ClientAbilities): void {
    this.abilities = abilities;
  }

  /** The findings of a file, unless the file is left out. */
  diagnosticsOf(uri: string): Diagnostic[] {
    if (!this.session.isOpen(uri) && this.session.leavesOut(uri)) return [];
    return diagnosticsOf(this.session.context(), uri);
  }

  /** A file has a new version. */
  changed(uri: string, version: number | undefined): void {
    if (!this.abilities.pulls) {
      this.send(uri, version);
      // What one file says may change what is found in others; while somebody types that can wait.
      clearTimeout(this.others);
      this.others = setTimeout(() => this.sendNews(false), OTHERS_AFTER);
    }
    this.announce();
  }

  /** An editor of a file was closed, and perhaps the file is gone: where findings were pushed they have to be taken back. */
  closed(uri: string): void {
    if (!this.abilities.pulls) this.send(uri, undefined);
    this.announce();
  }

  /** Something changed that may touch every file. */
  changedAll(): void {
    if (!this.abilities.pulls) this.sendNews(true);
    else if (this.abilities.refreshes) void this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
    this.announce();
  }

  /** What findings are made from has changed outside of the files themselves; those that are touched by it were checked anew. */
  surroundingsChanged(): void {
    if (!this.abilities.pulls) this.sendNews(false);
    else if (this.abilities.refreshes) void this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
    this.announce();
  }

  private send(uri: string, version: number | undefined): void {
    const check = this.session.context().index.findings(uri);
    const diagnostics = this.diagnosticsOf(uri);
    if (diagnostics.length > 0) this.sent.set(uri, { check });
    else this.sent.delete(uri);
    void this.connection.sendDiagnostics({ uri, ...(version === undefined ? {} : { version }), diagnostics });
  }

  /** Sends the findings of every file where they differ from what was sent last; `thorough` also looks at files that were not checked anew. */
  private sendNews(thorough: boolean): void {
    const { index } = this.session.context();
    const held = this.abilities.custom ? index.all().map(({ uri }) => uri) : this.session.openUris();
    for (const uri of new Set([...held, ...this.sent.keys()])) {
      const before = this.sent.get(uri);
      const check = index.findings(uri);
      if (before?.check === check && !thorough) continue;
      const diagnostics = this.diagnosticsOf(uri);
      const print = fingerprint(JSON.stringify(diagnostics));
      if (diagnostics.length > 0) this.sent.set(uri, { check, print });
      else this.sent.delete(uri);
      if (before ? before.print !== print : diagnostics.length > 0) void this.connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  /** Tells trees and status to ask again, once for all that changes in one turn of the event loop. */
  private announce(): void {
    if (!this.abilities.custom || this.announced) return;
    this.announced = true;
    setTimeout(() => {
      this.announced = false;
      void this.connection.sendNotification(ModelChanged);
    }, 0);
  }
}
