import { PassThrough } from "node:stream";
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { ProtocolConnection } from "vscode-languageserver/node";
import { serve } from "../../src/server/connection";
import { FilesChanged, FilesThere, ListFiles, ReadFile, Rows, ScanProgress } from "../../src/server/protocol";
import type { FilesEvent, ReadFileResult, Row, RowsParams, ScanProgressParams, UriParams } from "../../src/server/protocol";

/**
 * An editor with a workspace on its disk and our server at the other end of a wire, on 24 November 2026. Answers to requests for files can
 * be held back, so that a test decides how far a scan gets.
 */
export class Editor {
  /** What the server asked to read, in order. */
  readonly asked: string[] = [];
  readonly progress: ScanProgressParams[] = [];
  /** Files and the list of files (`list`) whose requests wait for as long as they are named here. */
  readonly heldBack = new Set<string>();
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private readonly versions = new Map<string, number>();
  private readonly client: ProtocolConnection;
  private readonly watchers = new Set<() => void>();

  constructor(
    readonly files: Map<string, string>,
    private readonly folders: readonly string[] = ["file:///w"],
  ) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), () => "2026-11-24");
    this.client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.client.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: PublishDiagnosticsParams) => this.note(() => this.found.set(uri, diagnostics)));
    this.client.onNotification(ScanProgress, (told: ScanProgressParams) => this.note(() => this.progress.push(told)));
    this.client.onRequest(ListFiles, () => this.answer("list", () => [...this.files.keys()].map((uri) => ({ uri }))));
    this.client.onRequest(ReadFile, ({ uri }: UriParams) => {
      this.note(() => this.asked.push(uri));
      return this.answer(uri, (): ReadFileResult => (this.files.has(uri) ? { text: this.files.get(uri) ?? "" } : { problem: "The file cannot be read." }));
    });
    this.client.onRequest(FilesThere, ({ uris }: { uris: string[] }) => uris.filter((uri) => this.files.has(uri)));
    this.client.listen();
  }

  /** Starts the server; what it reads first is on its way then. */
  async start(): Promise<this> {
    const workspaceFolders = this.folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf("/") + 1) }));
    await this.client.sendRequest("initialize", { processId: null, rootUri: null, workspaceFolders, capabilities: {}, initializationOptions: { pages: true } });
    this.tell("initialized", {});
    return this;
  }

  /** Sends a notification. */
  tell(method: string, params?: object): void {
    void this.client.sendNotification(method, params);
  }

  ask<Result>(method: string, params: object): Promise<Result> {
    return this.client.sendRequest(method, params);
  }

  /** Resolves as soon as `look` is content, which it is asked whenever the server has said something. */
  until(look: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!look()) return;
        this.watchers.delete(check);
        resolve();
      };
      this.watchers.add(check);
      check();
    });
  }

  /** Resolves at the end of the scan that is running, or of the next. */
  async ended(): Promise<ScanProgressParams | undefined> {
    await this.until(() => this.progress.at(-1)?.end !== undefined);
    return this.progress.at(-1);
  }

  /** Lets the answers for these files, and for the list of files, go their way. */
  release(...names: readonly string[]): void {
    this.note(() => names.forEach((name) => this.heldBack.delete(name)));
  }

  /** Opens a file in an editor, with the text that the disk has. */
  open(uri: string): void {
    this.versions.set(uri, 1);
    this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text: this.files.get(uri) ?? "" } });
  }

  /** Types another text into an open file. */
  type(uri: string, text: string): void {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    this.tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** Writes a file on the disk, or deletes it. */
  write(uri: string, text: string | undefined): void {
    if (text === undefined) this.files.delete(uri);
    else this.files.set(uri, text);
    this.tell(FilesChanged, { changed: text === undefined ? [] : [uri], deleted: text === undefined ? [uri] : [] } satisfies FilesEvent);
  }

  /** The messages about a file that match. */
  messages(uri: string, about = /(?:)/): string[] {
    return (this.found.get(uri) ?? []).map(({ message }) => (typeof message === "string" ? (message.split("\n")[0] ?? "") : message.value)).filter((message) => about.test(message));
  }

  /** The rules that speak about a file. */
  rules(uri: string): string[] {
    return [...new Set((this.found.get(uri) ?? []).map((one) => String(one.code)))].sort();
  }

  /** The labels of the files that the Documents tree shows. */
  async documents(): Promise<string[]> {
    const rows = (parent?: string) => this.ask<Row[]>(Rows, { tree: "documents", ...(parent === undefined ? {} : { parent }) } satisfies RowsParams);
    return (await Promise.all((await rows()).map(({ id }) => rows(id)))).flat().map((row) => row.label);
  }

  /** Cuts the wire. */
  close(): void {
    this.client.dispose();
  }

  private async answer<Result>(name: string, give: () => Result): Promise<Result> {
    await this.until(() => !this.heldBack.has(name));
    return give();
  }

  private note(happened: () => unknown): void {
    happened();
    for (const check of [...this.watchers]) check();
  }
}
