import { Uri, workspace } from "vscode";
import type { ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start } from "./start";
import type { ClausewiseApi } from "./start";

/** Entry for the web extension host: the server runs in a Web Worker. */
export async function activate(context: ExtensionContext): Promise<ClausewiseApi> {
  const worker = new Worker(await workerAddress(Uri.joinPath(context.extensionUri, "dist/browser/server.js")));
  return start(context, (options) => new LanguageClient("clausewise", "Clausewise", worker, options));
}

/** The web host starts no worker from a remote machine's file, so there the script is read first and handed over as it is. */
async function workerAddress(script: Uri): Promise<string> {
  if (script.scheme !== "vscode-remote") return script.toString(true);
  const bytes = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([bytes.slice()], { type: "text/javascript" }));
}
