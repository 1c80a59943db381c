import { commands, Disposable, env, Range, Uri, window, workspace } from "vscode";
import type { CustomDocument, CustomReadonlyEditorProvider, Event, WebviewPanel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { GetPage, PAGE_SCHEME } from "../server/protocol";
import type { Page } from "../server/protocol";
import { pageShell } from "./page-shell";

/** Identifies the editor that shows pages; the manifest names it as well. */
export const PAGE_VIEW = "clausewise.page";

/** Shows the pages of clauses and rules as read-only editors, kept up to date while they are open. */
export function registerPages(client: BaseLanguageClient, changed: Event<void>): Disposable {
  return window.registerCustomEditorProvider(PAGE_VIEW, new PageEditor(client, changed), {
    supportsMultipleEditorsPerDocument: true,
    webviewOptions: { enableFindWidget: true },
  });
}

class PageEditor implements CustomReadonlyEditorProvider {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly changed: Event<void>,
  ) {}

  openCustomDocument(uri: Uri): CustomDocument {
    return { uri, dispose: () => undefined };
  }

  async resolveCustomEditor({ uri }: CustomDocument, panel: WebviewPanel): Promise<void> {
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    let shown = "";
    const render = async () => {
      const page = await this.client.sendRequest<Page | null>(GetPage, { uri: uri.toString(true) });
      const html = page?.html ?? "<h1>No such page</h1><p>There is no clause and no rule of this name.</p>";
      if (html === shown) return;
      shown = html;
      panel.webview.html = pageShell(html, page?.title ?? "Clausewise");
    };
    const subscriptions = Disposable.from(
      this.changed(() => panel.visible && void render()),
      panel.onDidChangeViewState(() => panel.visible && void render()),
      panel.webview.onDidReceiveMessage((message: { open?: unknown }) => typeof message.open === "string" && void openLink(message.open)),
    );
    panel.onDidDispose(() => subscriptions.dispose());
    await render();
  }
}

/** Follows a link of a page: another page, a line of a document, or an address outside. */
async function openLink(href: string): Promise<void> {
  const uri = Uri.parse(href, true);
  if (uri.scheme === "https") await env.openExternal(uri);
  else if (uri.scheme === PAGE_SCHEME) await commands.executeCommand("vscode.openWith", uri, PAGE_VIEW);
  else await openDocument(uri);
}

async function openDocument(uri: Uri): Promise<void> {
  const line = /^L(\d+)/.exec(uri.fragment)?.[1];
  const document = await workspace.openTextDocument(uri.with({ fragment: "" }));
  const selection = line === undefined ? undefined : new Range(Number(line) - 1, 0, Number(line) - 1, 0);
  await window.showTextDocument(document, { selection });
}
