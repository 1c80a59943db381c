import { Uri } from "vscode";
import type { ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start } from "./start";
import type { ClausewiseApi } from "./start";

/** Entry for the web extension host: the server runs in a Web Worker. */
export function activate(context: ExtensionContext): Promise<ClausewiseApi> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, "dist/browser/server.js").toString(true));
  return start(context, (options) => new LanguageClient("clausewise", "Clausewise", worker, options));
}
