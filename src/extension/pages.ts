import { commands, Disposable, EventEmitter, Range, Uri, window, workspace } from "vscode";
import type { CustomDocument, CustomReadonlyEditorProvider, Event, TextDocumentContentProvider, WebviewPanel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { GetPage, PAGE_SCHEME, PageText } from "../server/protocol";
import type { Page } from "../server/protocol";
import { keepPages } from "./page-tabs";
import { pageShell } from "./page-shell";
import type { PageMessage } from "./page-shell";
import { writeStandards } from "./reports";

/** Identifies the editor that shows pages; the manifest names it as well. */
export const PAGE_VIEW = "clausewise.page";

/** Shows the pages of clauses and rules as read-only editors, kept up to date while they are open. */
export function registerPages(client: BaseLanguageClient, changed: Event<void>): Disposable {
  const texts = new PageTexts(client, changed);
  return Disposable.from(
    texts,
    keepPages(PAGE_VIEW),
    window.registerCustomEditorProvider(PAGE_VIEW, new PageEditor(client, changed), {
      supportsMultipleEditorsPerDocument: true,
      webviewOptions: { enableFindWidget: true },
    }),
    // A peek and the preview of a definition show text where an editor shows the page.
    workspace.registerTextDocumentContentProvider(PAGE_SCHEME, texts),
  );
}

const NO_PAGE: Page = { title: "No such page", html: "<h1>No such page</h1><p>There is no clause and no rule of this name.</p>" };

/** Pages as plain text, anew whenever what the server knows has changed. */
class PageTexts implements TextDocumentContentProvider, Disposable {
  private readonly emitter = new EventEmitter<Uri>();
  readonly onDidChange = this.emitter.event;
  private readonly subscription: Disposable;

  constructor(
    private readonly client: BaseLanguageClient,
    changed: Event<void>,
  ) {
    this.subscription = changed(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === PAGE_SCHEME) this.emitter.fire(uri);
    });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    return (await this.client.sendRequest<string | null>(PageText, { uri: uri.toString(true) })) ?? `${NO_PAGE.title}\n`;
  }

  dispose(): void {
    Disposable.from(this.subscription, this.emitter).dispose();
  }
}

class PageEditor implements CustomReadonlyEditorProvider {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly changed: Event<void>,
  ) {}

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): void {
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    // The script of the page says when it is there: at first, and each time that a hidden page is shown again.
    let shown = "";
    const render = async () => {
      const page = await this.client.sendRequest<Page | null>(GetPage, { uri: uri.toString(true) });
      const { title, html } = page ?? NO_PAGE;
      if (html === shown) return;
      shown = html;
      await panel.webview.postMessage({ title, html });
    };
    const subscriptions = Disposable.from(
      this.changed(() => panel.visible && void render()),
      panel.webview.onDidReceiveMessage((message: PageMessage) => {
        if ("open" in message) void openLink(this.client, message.open);
        else {
          shown = "";
          void render();
        }
      }),
    );
    panel.onDidDispose(() => void subscriptions.dispose());
    panel.webview.html = pageShell();
  }
}

/** Follows a link of a page: to another page, to a line of a document, or to write what the page advises. */
async function openLink(client: BaseLanguageClient, href: string): Promise<void> {
  const uri = Uri.parse(href, true);
  if (uri.scheme === PAGE_SCHEME && uri.path === "/standards") await writeStandards(client, uri.query.split(","));
  else if (uri.scheme === PAGE_SCHEME) await commands.executeCommand("vscode.open", uri);
  else await openDocument(uri);
}

async function openDocument(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri.with({ fragment: "" }));
  await window.showTextDocument(document, { selection: placeOf(uri.fragment) });
}

/** `L9,3-L9,15`, `L9,3` or `L9`, counted from 1. */
function placeOf(fragment: string): Range | undefined {
  const [, line, column = "1", endLine = line, endColumn = column] = /^L(\d+)(?:,(\d+))?(?:-L(\d+),(\d+))?/.exec(fragment) ?? [];
  return line === undefined ? undefined : new Range(Number(line) - 1, Number(column) - 1, Number(endLine) - 1, Number(endColumn) - 1);
}
