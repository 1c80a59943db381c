import { commands, EventEmitter, window, workspace } from "vscode";
import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { ModelChanged } from "../server/protocol";
import type { ServerOptions } from "../server/protocol";
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
import { WorkspaceReading } from "./workspace-reading";
import { registerWriting } from "./write-as";

/** What the extension gives to others, its own tests above all. */
export interface ClausewiseApi {
  readonly documents: Tree;
  readonly clauses: Tree;
  readonly reading: WorkspaceReading;
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
  aids.attach(client, changed.event);
  context.subscriptions.push(output, changed, aids, client, answerFileRequests(client));
  client.onNotification(ModelChanged, () => changed.fire());

  const kinds = new KindChoices(context.workspaceState);
  const documents = new Tree(client, "documents", changed.event);
  const clauses = new Tree(client, "clauses", changed.event);
  const status = new StatusItem(client, kinds, changed.event);
  const reading = new WorkspaceReading(client, [documents, clauses]);
  context.subscriptions.push(reading, documents, clauses, status, registerPages(client, changed.event));
  context.subscriptions.push(registerCommands(client, { documents, clauses, kinds, output }), registerNewDocuments(client, context.workspaceState), registerSeverity(client), registerReports(client), registerWriting(client));
  context.subscriptions.push(registerClauseViews(clauses, context.workspaceState), followEditor([documents, clauses]));
  context.subscriptions.push(sendSettings(client, kinds), watchFiles(client));
  context.subscriptions.push(reading.onDidChange((state) => {
    status.showReading(state === "reading");
    void documents.update();
    for (const one of ["reading", "stopped"]) void commands.executeCommand("setContext", `clausewise.${one}`, state === one);
  }));
  // Until the workspace is read, and the rows were asked for after that, an empty tree says nothing about it.
  context.subscriptions.push(documents.onDidReadTop((count) => void (reading.state === "whole" && commands.executeCommand("setContext", "clausewise.noDocuments", count === 0))));
  void reading.ready.then(() => commands.executeCommand("setContext", "clausewise.read", true));
  await client.start();
  if (!workspace.workspaceFolders?.length) reading.nothingToRead();
  return { documents, clauses, reading, ready: reading.ready };
}
