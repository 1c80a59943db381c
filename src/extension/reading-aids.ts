import { Disposable, extensions, window, workspace } from "vscode";
import type { Event, TextDocument } from "vscode";
import { CodeLensRequest } from "vscode-languageclient";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { ClauseHints } from "./clause-hints";
import { hoverWithPageLinks } from "./page-links";

/** Extensions that outline every file of a language themselves, so that ours would stand there a second time. */
const OUTLINED_BY: Readonly<Record<string, string>> = {
  yaml: "redhat.vscode-yaml",
  json: "vscode.json-language-features",
  jsonc: "vscode.json-language-features",
};

/** What is between server and editor for hovers, outline, lenses and clause hints: the person's settings. */
export class ReadingAids implements Disposable {
  private readonly hints = new ClauseHints();
  private subscriptions: Disposable = this.hints;

  readonly middleware: Middleware = {
    ...this.hints.middleware,
    provideHover: async (document, position, token, next) => {
      const hover = await next(document, position, token);
      if (hover) this.hints.mouseOn(document, position.line);
      return hover ? hoverWithPageLinks(hover) : undefined;
    },
    provideDocumentSymbols: (document, token, next) => (showsOutline(document) ? next(document, token) : undefined),
    provideCodeLenses: (document, token, next) => (showsLens(document) ? next(document, token) : []),
  };

  /** Asks the client anew where a setting or the state of the workspace changes what is to be seen. */
  attach(client: BaseLanguageClient, changed: Event<void>): void {
    this.hints.attach(client);
    const lensesAgain = () => {
      const document = window.activeTextEditor?.document;
      if (document && client.isRunning()) client.getFeature(CodeLensRequest.method).getProvider(document)?.onDidChangeCodeLensEmitter.fire();
    };
    const setting = workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("clausewise.codeLens") && lensesAgain());
    this.subscriptions = Disposable.from(this.hints, changed(lensesAgain), setting);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

/** `clausewise.outline`: `auto` keeps out of files that have an outline already. */
function showsOutline(document: TextDocument): boolean {
  const outline = workspace.getConfiguration("clausewise", document).get<"auto" | "on" | "off">("outline", "auto");
  if (outline !== "auto") return outline === "on";
  const other = OUTLINED_BY[document.languageId];
  return other === undefined || extensions.getExtension(other) === undefined;
}

function showsLens(document: TextDocument): boolean {
  return workspace.getConfiguration("clausewise", document).get<boolean>("codeLens", true);
}
