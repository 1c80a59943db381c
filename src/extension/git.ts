import { extensions } from "vscode";
import type { Event, Uri } from "vscode";

/** What is used of the API of the editor's own git extension (`vscode.git`, version 1). */
export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly state: "uninitialized" | "initialized";
  readonly onDidChangeState: Event<unknown>;
  getRepository(uri: Uri): GitRepository | null;
}

/** A repository that the git extension has open. */
export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD?: { readonly name?: string; readonly commit?: string } | undefined;
    readonly workingTreeChanges: readonly GitChange[];
    /** Only where the settings keep them apart. */
    readonly untrackedChanges?: readonly GitChange[];
    readonly onDidChange: Event<void>;
  };
  getRefs(query: object): Promise<readonly GitRef[]>;
  /** What differs between a revision and the files as they are saved; fails where git knows no such revision. */
  diffWith(revision: string): Promise<readonly GitChange[]>;
}

interface GitChange {
  readonly uri: Uri;
}

/** A branch (0), a branch of a remote (1) or a tag (2). */
export interface GitRef {
  readonly type: 0 | 1 | 2;
  readonly name?: string;
}

/** The git extension's API once it has looked for repositories; undefined where git is missing, switched off, or cannot run: in a browser, in a virtual workspace. */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git");
  if (!extension) return undefined;
  try {
    const api = (await extension.activate()).getAPI(1);
    if (api.state === "uninitialized") await once(api.onDidChangeState);
    return api;
  } catch {
    // Git is switched off in the settings, or is not installed.
    return undefined;
  }
}

async function once(event: Event<unknown>): Promise<void> {
  await new Promise<void>((resolve) => {
    const subscription = event(() => {
      subscription.dispose();
      resolve();
    });
  });
}
