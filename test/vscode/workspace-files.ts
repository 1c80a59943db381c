import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ClausewiseApi } from "../../src/extension/start";

/** What the extension exports, once it is active and has read the workspace. */
export async function clausewise(): Promise<ClausewiseApi> {
  const extension = vscode.extensions.getExtension<ClausewiseApi>("clausewise.clausewise");
  assert.ok(extension, "the extension is not installed");
  const api = await extension.activate();
  await api.ready;
  return api;
}

/** The address of a file of the test workspace. */
export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file of the test workspace. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = uriOf(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file in an editor. */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Closes every editor. What a test left unsaved is given up: the editor would ask about it, and wait. */
export async function leaveNothingOpen(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((one) => one.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** For what changes without an event of its own: fires again and again. */
export const often: vscode.Event<void> = (listener) => {
  const timer = setInterval(() => void listener(), 100);
  return new vscode.Disposable(() => clearInterval(timer));
};

/** Waits until `look` gives something, looking again whenever `event` fires. */
export async function until<Result>(event: vscode.Event<unknown>, look: () => Result | undefined | false | Promise<Result | undefined | false>): Promise<Result> {
  return new Promise((resolve, reject) => {
    let busy = false;
    let again = false;
    const check = async () => {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      try {
        do {
          again = false;
          const result = await look();
          if (result !== undefined && result !== false) {
            subscription.dispose();
            resolve(result);
            return;
          }
        } while (again);
      } catch (error) {
        subscription.dispose();
        reject(error instanceof Error ? error : new Error(String(error)));
      } finally {
        busy = false;
      }
    };
    const subscription = event(() => void check());
    void check();
  });
}

/** The findings of a file as `rule: underlined words`, once `ready` is content with them. */
export async function findings(uri: vscode.Uri, ready: (found: string[]) => boolean): Promise<string[]> {
  return until(vscode.languages.onDidChangeDiagnostics, async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    const found = ours(uri).map((one) => `${ruleOf(one)}: ${document.getText(one.range)}`);
    return ready(found) ? found : undefined;
  });
}

/** Our diagnostics of a file. */
export function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((one) => one.source === "Clausewise");
}

/** The rule of a diagnostic. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === "object" ? String(code.value) : String(code);
}

/**
 * Runs `work` while the workspace's settings are these, by their full names, written as a person writes them: into
 * `.vscode/settings.json`. Both hosts hear of that file, wherever the workspace lies.
 */
export async function withSettings(settings: Readonly<Record<string, unknown>>, work: () => Promise<void>): Promise<void> {
  const file = await write(".vscode/settings.json", JSON.stringify(settings));
  const arrived = (wanted: (name: string) => unknown) =>
    until(vscode.workspace.onDidChangeConfiguration, () =>
      Object.keys(settings).every((name) => JSON.stringify(vscode.workspace.getConfiguration().inspect(name)?.workspaceValue) === JSON.stringify(wanted(name))),
    );
  try {
    await arrived((name) => settings[name]);
    await work();
  } finally {
    await vscode.workspace.fs.delete(file);
    await arrived(() => undefined);
  }
}
