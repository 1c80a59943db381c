import { DidChangeWorkspaceFoldersNotification, DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, TextDocuments, TextDocumentSyncKind } from "vscode-languageserver";
import type { CancellationToken, Connection, InitializeParams, InitializeResult, WorkspaceFolder } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { clauseList } from "../features/clause-list";
import { ACTION_KINDS } from "../features/code-actions";
import { codeLensesOf } from "../features/code-lens";
import { documentLinksOf } from "../features/document-links";
import { documentSymbolsOf } from "../features/document-symbols";
import { completionsAt, resolveCompletion } from "../features/completion";
import type { EditorAbilities } from "../features/completion-item";
import { foldingRangesOf } from "../features/folding-ranges";
import { hoverAt } from "../features/hover";
import { inlayHintsIn } from "../features/inlay-hints";
import { newDocument } from "../features/new-document";
import { factsOf } from "../features/prefill";
import { selectionRangesAt } from "../features/selection-ranges";
import { statusOf } from "../features/status";
import { writeAs, writeOffer } from "../features/write-as";
import { AdviceFor, AdviceQuestions, ClauseList, CreateDocument, FilesChanged, FilesThere, GetPage, OfferToWrite, ReadOn, ReportFile, Rescan, SettingsChanged, StandardsChange, StatementChange, Status, StopReading, SuggestName, WriteDocument } from "./protocol";
import type { AdviceParams, EditorSettings, FilesEvent, FilesThereParams, NewDocumentParams, ServerOptions, StandardsParams, StatementParams, UriParams, WriteOfferParams, WriteParams } from "./protocol";
import { Actions } from "./actions";
import { KnownFiles } from "./known-files";
import { Navigation, NAVIGATION } from "./navigation";
import { advicePageUri } from "../reports/page-at";
import type { Answers } from "../workspace/advice";
import { Publisher } from "./publisher";
import { Scan } from "./scan";
import { answerTrees } from "./trees";
import { Session } from "./session";
import { adviceQuestions, pageOf, reportText, standardsChange, statementChange } from "./workspace-reports";
import type { Clock } from "./session";

/** Characters behind which a key or a value begins, or a part of a path or clause reference. */
const COMPLETION_TRIGGERS = [" ", ":", '"', "'", "[", "{", ",", "/"];

/** Wires a connection to a session and begins to listen. */
export function serve(connection: Connection, clock: Clock): void {
  let options: Partial<ServerOptions> = {};
  const files = new KnownFiles(askFiles, (uris) => {
    session.filesTurned(uris);
    publisher.surroundingsChanged();
  });
  const session = new Session(() => options.today ?? clock(), (uri) => (options.pages ? files.isThere(uri) : undefined));
  const publisher = new Publisher(connection, session);
  const scan = new Scan(connection, session, () => publisher.changedAll());
  const documents = new TextDocuments(TextDocument);
  const changes = new ChangeQueue((uri) => take(uri));
  const actions = new Actions(session, documents, about, () => scan.namedFiles());
  const navigation = new Navigation(session, documents, about);
  let markdown = true;
  let abilities: EditorAbilities = { snippets: false, retriggers: false };
  let watchesFolders = false;

  connection.onInitialize((params): InitializeResult => {
    options = (params.initializationOptions ?? {}) as Partial<ServerOptions>;
    const { capabilities } = params;
    actions.setClient(capabilities);
    navigation.setClient(capabilities);
    session.pages = options.pages === true;
    // The editor's own client would pull too, but asks about closed files only every two seconds; pushed findings are there at once.
    const pulls = capabilities.textDocument?.diagnostic !== undefined && !session.pages;
    markdown = capabilities.textDocument?.hover?.contentFormat?.includes("markdown") ?? true;
    abilities = { snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true, retriggers: options.pages === true };
    watchesFolders = capabilities.workspace?.workspaceFolders === true;
    publisher.setAbilities({ pulls, refreshes: capabilities.workspace?.diagnostics?.refreshSupport === true, custom: session.pages });
    session.setFolders(foldersOf(params));
    return {
      serverInfo: { name: "Clausewise" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
        codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: true },
        documentSymbolProvider: { label: "Clausewise" },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        inlayHintProvider: true,
        codeLensProvider: {},
        ...NAVIGATION,
        documentLinkProvider: {},
        ...(pulls ? { diagnosticProvider: { identifier: "clausewise", interFileDependencies: false, workspaceDiagnostics: false } } : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (watchesFolders) {
      void connection.client.register(DidChangeWorkspaceFoldersNotification.type);
      connection.workspace.onDidChangeWorkspaceFolders(() => void guard(async () => {
        // Nothing of a new folder is known yet, so nothing can be missed in it.
        session.setWhole(false);
        session.setFolders((await connection.workspace.getWorkspaceFolders()) ?? []);
        await scan.all();
      }));
    }
    void guard(() => scan.all());
  });

  documents.onDidChangeContent(({ document }) => changes.add(document.uri));
  documents.onDidClose(({ document }) => void guard(async () => {
    changes.forget(document.uri);
    session.closeOpen(document.uri);
    if (options.pages) await scan.one(document.uri);
    else session.remove(document.uri);
    publisher.closed(document.uri);
  }));

  /** The version of an open file; null for a file that is not open. */
  function versionOf(uri: string): number | null {
    return documents.get(uri)?.version ?? null;
  }

  /** Takes in the newest text of an open file. */
  function take(uri: string): void {
    const document = documents.get(uri);
    if (!document || !session.updateOpen(uri, document.languageId, document.getText())) return;
    publisher.changed(uri, document.version);
    if (session.isProfile(uri)) void guard(() => scan.again());
  }

  /** Those of the files that are there; undefined from a client that is not asked or does not know. */
  async function askFiles(uris: readonly string[]): Promise<readonly string[] | undefined> {
    return session.pages ? connection.sendRequest<string[]>(FilesThere, { uris } satisfies FilesThereParams).catch(() => undefined) : undefined;
  }

  async function filesThere(uris: readonly string[]): Promise<readonly string[]> {
    return (await askFiles(uris)) ?? [];
  }

  /** Runs a handler; what goes wrong is one line in the log, and the client gets the empty answer. */
  async function guard<Result>(work: () => Result | Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return undefined;
    }
  }

  /** Answers about a file with its newest text taken in. */
  function about<Result>(uri: string, work: () => Result | Promise<Result>): Promise<Result | undefined> {
    changes.flush(uri);
    return guard(work);
  }

  /** Answers about the workspace as a whole, with the newest text of every open file taken in. */
  function aboutAll<Result>(work: () => Result | Promise<Result>): Promise<Result | undefined> {
    changes.flushAll();
    return guard(work);
  }

  connection.onHover(async ({ textDocument, position }) => (await about(textDocument.uri, () => hoverAt(session.context(), textDocument.uri, position, markdown))) ?? null);
  connection.onCompletion(async ({ textDocument: { uri }, position, context }) => {
    const options = { abilities, files: () => scan.namedFiles(), typed: context?.triggerCharacter };
    return (await about(uri, () => completionsAt(session.context(), uri, position, options))) ?? null;
  });
  connection.onCompletionResolve(async (item) => (await guard(() => resolveCompletion(session.context(), item, markdown))) ?? item);
  actions.listen(connection);
  navigation.listen(connection);
  answerTrees(connection, session, about);
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => (await about(uri, () => documentSymbolsOf(session.context(), uri))) ?? null);
  connection.onFoldingRanges(async ({ textDocument: { uri } }) => (await about(uri, () => foldingRangesOf(session.context(), uri))) ?? null);
  connection.onSelectionRanges(async ({ textDocument: { uri }, positions }) => (await about(uri, () => selectionRangesAt(session.context(), uri, positions))) ?? null);
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => (await about(uri, () => inlayHintsIn(session.context(), uri, range))) ?? null);
  connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
    changes.flush(uri);
    return (await guard(() => documentLinksOf(session.context(), uri, filesThere))) ?? null;
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => (await about(uri, () => codeLensesOf(session.context(), uri))) ?? null);

  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    await untilQuiet(token);
    const items = (await about(uri, () => publisher.diagnosticsOf(uri))) ?? [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });
  connection.onNotification(SettingsChanged, (settings: Partial<EditorSettings>) => void guard(async () => {
    session.setSettings(settings);
    // What is known already follows at once; files that become documents only now are found by the scan.
    publisher.changedAll();
    await scan.again();
  }));
  connection.onNotification(Rescan, () => void guard(() => {
    files.refresh();
    return scan.all();
  }));
  connection.onNotification(StopReading, () => scan.stop());
  connection.onNotification(ReadOn, () => void guard(() => scan.readOn()));
  connection.onNotification(FilesChanged, ({ changed, deleted, others = [] }: FilesEvent) => void guard(async () => {
    files.touched([...changed, ...deleted, ...others]);
    if (changed.length + deleted.length === 0) return;
    for (const uri of deleted) scan.removeBelow(uri);
    for (const uri of changed) {
      if (session.isOpen(uri)) changes.add(uri);
      else await scan.one(uri);
    }
    publisher.changedAll();
    if ([...changed, ...deleted].some((uri) => session.isProfile(uri))) await scan.again();
  }));

  connection.onRequest(Status, async ({ uri }: UriParams) => (await about(uri, () => statusOf(session.context(), uri))) ?? null);
  connection.onRequest(GetPage, async ({ uri }: UriParams) => (await aboutAll(() => pageOf(session.context(), uri))) ?? null);
  connection.onRequest(ReportFile, async ({ commit }: { commit?: string }) => (await aboutAll(() => reportText(session.context(), commit))) ?? null);
  connection.onRequest(StatementChange, async ({ standard, folder }: StatementParams) => (await aboutAll(() => statementChange(session.context(), standard, folder, versionOf))) ?? null);
  connection.onRequest(AdviceQuestions, async () => (await aboutAll(() => adviceQuestions(session.context()))) ?? []);
  connection.onRequest(AdviceFor, ({ answers }: AdviceParams) => advicePageUri(answers as Answers));
  connection.onRequest(StandardsChange, async ({ standards, folder }: StandardsParams) => (await aboutAll(() => standardsChange(session.context(), standards, folder, versionOf))) ?? null);
  connection.onRequest(ClauseList, async () => (await guard(() => clauseList(session.context()))) ?? []);
  connection.onRequest(CreateDocument, ({ kind, notation, name, folder, texts }: NewDocumentParams) => {
    const { index, today } = session.context();
    const { profile, uri: root } = index.folderOf(`${folder}/`);
    return newDocument(kind, notation, name, { profile, today, texts, workspace: { index, root } });
  });
  connection.onRequest(OfferToWrite, async ({ uri, position }: WriteOfferParams) => (await about(uri, () => writeOffer(session.context(), uri, position))) ?? null);
  connection.onRequest(WriteDocument, async ({ uri, part, target }: WriteParams) => (await about(uri, () => writeAs(session.context(), uri, part, target))) ?? null);
  connection.onRequest(SuggestName, ({ texts }: Pick<NewDocumentParams, "texts">) => factsOf(texts).name ?? null);

  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): WorkspaceFolder[] {
  if (workspaceFolders) return workspaceFolders;
  return rootUri ? [{ uri: rootUri, name: rootUri.slice(rootUri.lastIndexOf("/") + 1) }] : [];
}

/** Lets changes and cancellations that are already on their way come in first; throws when the request was cancelled by them. */
async function untilQuiet(token: CancellationToken): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "A newer version was asked for.");
}

/** Collects changed files and hands each over once no further change is waiting: the newest version wins, without a fixed delay. */
class ChangeQueue {
  private readonly waiting = new Set<string>();
  private turn = 0;

  constructor(private readonly take: (uri: string) => void) {}

  add(uri: string): void {
    this.waiting.add(uri);
    const turn = ++this.turn;
    // Two turns of the event loop: changes that are queued already arrive in between and start the wait anew.
    setTimeout(() => setTimeout(() => turn === this.turn && this.flushAll(), 0), 0);
  }

  /** Hands a file over now, because somebody asks about it. */
  flush(uri: string): void {
    if (this.waiting.delete(uri)) this.take(uri);
  }

  forget(uri: string): void {
    this.waiting.delete(uri);
  }

  /** Hands everything over now, because somebody asks about the whole workspace. */
  flushAll(): void {
    for (const uri of [...this.waiting]) this.flush(uri);
  }
}
