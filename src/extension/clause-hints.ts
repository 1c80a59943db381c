import { Disposable, window, workspace } from "vscode";
import type { InlayHint, TextDocument } from "vscode";
import { InlayHintRequest } from "vscode-languageclient";
import type { BaseLanguageClient, InlayHintsMiddleware } from "vscode-languageclient";

/** `clausewise.clauseHints`: where the clauses of a field stand behind its line. */
type Mode = "off" | "onHover" | "on";

/**
 * Decides which clause hints are shown. The server knows the hints of every line; here, unless all are wanted, only those of the
 * line under the cursor and of the line under the mouse are let through.
 */
export class ClauseHints implements Disposable {
  private readonly hovered = new Map<string, number>();
  private readonly subscriptions: Disposable;
  private client: BaseLanguageClient | undefined;
  private cursor: string | undefined;

  readonly middleware: InlayHintsMiddleware = {
    provideInlayHints: async (document, range, token, next) => {
      const mode = modeFor(document);
      if (mode === "off") return [];
      const hints = (await next(document, range, token)) ?? [];
      return mode === "on" ? hints : hints.filter((hint) => this.isLookedAt(document, hint));
    },
  };

  constructor() {
    this.subscriptions = Disposable.from(
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.cursorMoved(textEditor.document, textEditor.selection.active.line)),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("clausewise.clauseHints") && this.askAgain(window.activeTextEditor?.document)),
      workspace.onDidCloseTextDocument((document) => this.hovered.delete(document.uri.toString())),
    );
  }

  /** Tells the client whose hints these are; before that nothing is asked anew. */
  attach(client: BaseLanguageClient): void {
    this.client = client;
  }

  /** The mouse rests on a line: its hint is shown until the cursor moves to another. */
  mouseOn(document: TextDocument, line: number): void {
    const uri = document.uri.toString();
    if (this.hovered.get(uri) === line || modeFor(document) !== "onHover") return;
    this.hovered.set(uri, line);
    this.askAgain(document);
  }

  private cursorMoved(document: TextDocument, line: number): void {
    const place = `${document.uri.toString()}#${line}`;
    if (this.cursor === place) return;
    this.cursor = place;
    this.hovered.delete(document.uri.toString());
    if (modeFor(document) === "onHover") this.askAgain(document);
  }

  private isLookedAt(document: TextDocument, { position }: InlayHint): boolean {
    if (this.hovered.get(document.uri.toString()) === position.line) return true;
    return window.visibleTextEditors.some((editor) => editor.document === document && editor.selection.active.line === position.line);
  }

  private askAgain(document: TextDocument | undefined): void {
    if (document && this.client?.isRunning()) this.client.getFeature(InlayHintRequest.method).getProvider(document)?.onDidChangeInlayHints.fire();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function modeFor(document: TextDocument): Mode {
  return workspace.getConfiguration("clausewise", document).get<Mode>("clauseHints", "onHover");
}
