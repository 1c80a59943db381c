import { DiagnosticRefreshRequest, DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { Connection, Diagnostic, WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
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
  /** It knows the tool's own notifications. */
  readonly custom: boolean;
}

/** Brings findings to the client: pushed, or handed over when it asks. */
export class Publisher {
  private abilities: ClientAbilities = { pulls: false, refreshes: false, custom: false };
  private change = deferred();
  private announced = false;

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
    if (!this.abilities.pulls) void this.connection.sendDiagnostics({ uri, version, diagnostics: this.diagnosticsOf(uri) });
    this.announce();
  }

  /** A file is gone: where findings were pushed they have to be taken back. */
  gone(uri: string): void {
    if (!this.abilities.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: this.diagnosticsOf(uri) });
    this.announce();
  }

  /** Something changed that touches every file. */
  changedAll(): void {
    if (this.abilities.pulls && this.abilities.refreshes) void this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => undefined);
    if (!this.abilities.pulls) for (const uri of this.session.openUris()) void this.connection.sendDiagnostics({ uri, diagnostics: this.diagnosticsOf(uri) });
    this.announce();
  }

  /** Resolves when something has changed since the call. */
  nextChange(): Promise<void> {
    return this.change.promise;
  }

  /**
   * The findings of all files that are not open, for a client that asks for the whole workspace. Files of which the client knows the
   * present state already, by `known` (URI → result id), are named as unchanged.
   */
  workspaceReports(known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const { index } = this.session.context();
    const reports = new Map<string, WorkspaceDocumentDiagnosticReport>();
    for (const { uri, readings } of index.all()) {
      if (readings.readings.length === 0 || this.session.isOpen(uri)) continue;
      const items = this.diagnosticsOf(uri);
      const resultId = fingerprint(JSON.stringify(items));
      if (known.get(uri) === resultId) reports.set(uri, { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId });
      else reports.set(uri, { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items });
    }
    for (const uri of known.keys()) {
      if (!reports.has(uri) && !this.session.isOpen(uri)) reports.set(uri, { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
    return [...reports.values()];
  }

  /** Tells trees and status to ask again, once for all that changes in one turn of the event loop. */
  private announce(): void {
    this.change.resolve();
    this.change = deferred();
    if (!this.abilities.custom || this.announced) return;
    this.announced = true;
    setTimeout(() => {
      this.announced = false;
      void this.connection.sendNotification(ModelChanged);
    }, 0);
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
