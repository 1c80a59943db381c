import { commands, EventEmitter, window, workspace } from "vscode";
import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { ModelChanged, ScanProgress } from "../server/protocol";
import type { ScanProgressParams, ServerOptions } from "../server/protocol";
import { registerClauseViews } from "./clause-views";
import { registerCommands } from "./commands";
import { answerFileRequests, watchFiles } from "./files";
import { followEditor } from "./follow-editor";
import { registerNewDocuments } from "./new-document";
import { registerPages } from "./pages";
import { ReadingAids } from "./reading-aids";
import { registerSeverity } from "./severity";
import { registerReports } from "./reports";
import { KindChoices, sendSettings } from "./settings";
import { StatusItem } from "./status-item";
import { Tree } from "./trees";

/** What the extension gives to others, its own tests above all. */
export interface ClausewiseApi {
  readonly documents: Tree;
  readonly clauses: Tree;
  /** Resolves when the workspace has been read for the first time. */
  readonly ready: Promise<void>;
}

/** Makes the client of one host. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

const LANGUAGES = ["yaml", "json", "jsonc", "markdown"];
/** Tables of values have a language of their own only where another extension brings one. */
const TABLES = "**/*.{csv,tsv}";

/** Starts the server and everything that shows what it knows. */
export async function start(context: ExtensionContext, makeClient: ClientFactory): Promise<ClausewiseApi> {
  const initializationOptions: ServerOptions = { pages: true };
  const output = window.createOutputChannel("Clausewise", { log: true });
  const aids = new ReadingAids();
  const client = makeClient({
    documentSelector: [...LANGUAGES.map((language) => ({ language })), { pattern: TABLES }],
    initializationOptions,
    outputChannel: output,
    middleware: aids.middleware,
  });
  const changed = new EventEmitter<void>();
  let resolveReady: () => void = () => undefined;
  let isRead = false;
  const ready = new Promise<void>((resolve) => (resolveReady = resolve));
  const scanned = () => {
    isRead = true;
    resolveReady();
  };
  aids.attach(client, changed.event);
  context.subscriptions.push(output, changed, aids, client, answerFileRequests(client));
  client.onNotification(ModelChanged, () => changed.fire());
  client.onNotification(ScanProgress, ({ done, total }: ScanProgressParams) => {
    status.showScan(done, total);
    if (done >= total) scanned();
  });

  const kinds = new KindChoices(context.workspaceState);
  const documents = new Tree(client, "documents", changed.event);
  const clauses = new Tree(client, "clauses", changed.event);
  const status = new StatusItem(client, kinds, changed.event);
  context.subscriptions.push(documents, clauses, status, registerPages(client, changed.event));
  context.subscriptions.push(registerCommands(client, { documents, clauses, kinds, output }), registerNewDocuments(client, context.workspaceState), registerSeverity(client), registerReports(client));
  context.subscriptions.push(registerClauseViews(clauses, context.workspaceState), followEditor([documents, clauses]));
  context.subscriptions.push(sendSettings(client, kinds), watchFiles(client));
  // Until the workspace is read, and the rows were asked for after that, an empty tree says nothing about it.
  context.subscriptions.push(documents.onDidReadTop((count) => void (isRead && commands.executeCommand("setContext", "clausewise.noDocuments", count === 0))));
  void window.withProgress({ location: { viewId: "clausewise.documents" } }, () => ready);
  void ready.then(() => commands.executeCommand("setContext", "clausewise.read", true));
  await client.start();
  if (!workspace.workspaceFolders?.length) scanned();
  return { documents, clauses, ready };
}
