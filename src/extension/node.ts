import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start } from "./start";
import type { ClausewiseApi } from "./start";

/** Entry for a desktop or remote extension host: the server runs in a process of its own. */
export function activate(context: ExtensionContext): Promise<ClausewiseApi> {
  const module = context.asAbsolutePath("dist/node/server.js");
  const run = { module, transport: TransportKind.ipc };
  return start(context, (options) => new LanguageClient("clausewise", "Clausewise", { run, debug: run }, options));
}
