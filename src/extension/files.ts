import { Disposable, FileType, RelativePattern, Uri, workspace } from "vscode";
import type { CancellationToken } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { FilesChanged, FilesThere, ListFiles, ListNamedFiles, ReadFile } from "../server/protocol";
import type { FilesEvent, FilesThereParams, ListedFile, ReadFileResult, UriParams } from "../server/protocol";

const FILES = "**/*.{yaml,yml,json,jsonc,md,markdown,csv,tsv}";
/** Folders that never hold documents of the workspace itself; searching them would take long. */
const LEFT_OUT = "**/{node_modules,.git,.venv,venv,site-packages,.vscode-test,dist}/**";
/** Files that are listed as a choice for a path; nobody reads a longer list. */
const NAMED_FILES = 2_000;
/** Bytes; a larger file is not sent to the server. The reader's own limit is lower. */
const SIZE_LIMIT = 8_000_000;
/** A path that ends like a file's rather than a folder's: `model.onnx`, but neither `v1.2` nor `.github`. */
const FILE_NAME = /[^/]\.[a-z]\w{0,9}$/i;
/** Milliseconds in which changes of files are collected before the server hears of them: a checkout changes hundreds at once. */
const COLLECT = 100;

/** Answers the server's questions about files through the editor's file systems, so remote and virtual workspaces work too. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(ListFiles, async (_params: object, token: CancellationToken): Promise<ListedFile[]> => {
      const files = await workspace.findFiles(FILES, LEFT_OUT, undefined, token);
      return files.map((uri) => ({ uri: uri.toString() }));
    }),
    client.onRequest(ListNamedFiles, async (): Promise<ListedFile[]> => {
      const files = await workspace.findFiles("**/*", LEFT_OUT, NAMED_FILES);
      return files.map((uri) => ({ uri: uri.toString() }));
    }),
    client.onRequest(ReadFile, ({ uri }: UriParams) => read(Uri.parse(uri, true))),
    client.onRequest(FilesThere, async ({ uris }: FilesThereParams) => {
      const there = await Promise.all(uris.map((uri) => isThere(Uri.parse(uri, true))));
      return uris.filter((_, index) => there[index]);
    }),
  );
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function read(uri: Uri): Promise<ReadFileResult> {
  try {
    const { size } = await workspace.fs.stat(uri);
    const bytes = await workspace.fs.readFile(uri);
    // The decoder takes the byte order mark away, as the editor does, so places agree.
    return { text: new TextDecoder().decode(size > SIZE_LIMIT ? bytes.subarray(0, SIZE_LIMIT) : bytes) };
  } catch {
    return { problem: "The file cannot be read." };
  }
}

/** The files that may be documents in a folder, however deep; none where there is no such folder. */
async function filesWithin(uri: Uri): Promise<Uri[]> {
  if (FILE_NAME.test(uri.path)) return [];
  try {
    const { type } = await workspace.fs.stat(uri);
    return (type & FileType.Directory) === 0 ? [] : await workspace.findFiles(new RelativePattern(uri, FILES), LEFT_OUT);
  } catch {
    return [];
  }
}

/** Tells the server about files that change outside of the editors. */
export function watchFiles(client: BaseLanguageClient): Disposable {
  const watcher = workspace.createFileSystemWatcher(FILES);
  const changed = new Set<string>();
  const deleted = new Set<string>();
  const others = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const event: FilesEvent = { changed: [...changed], deleted: [...deleted], others: [...others] };
      void client.sendNotification(FilesChanged, event);
      for (const one of [changed, deleted, others]) one.clear();
    }, COLLECT);
  };
  const note = (into: Set<string>, from?: Set<string>) => (uri: Uri) => {
    if (uri.path.includes("/node_modules/") || uri.path.includes("/.git/")) return;
    into.add(uri.toString());
    from?.delete(uri.toString());
    later();
  };
  const withinFolder = (uri: Uri) => void filesWithin(uri).then((files) => files.forEach(note(changed, deleted)));
  // A folder that goes takes its files with it, and one that comes may have brought some before it was watched: the editor reports the
  // folder alone. Files of any other sort may be named by documents.
  const everything = workspace.createFileSystemWatcher("**", false, true, false);
  return Disposable.from(
    watcher,
    watcher.onDidCreate(note(changed, deleted)),
    watcher.onDidChange(note(changed, deleted)),
    watcher.onDidDelete(note(deleted, changed)),
    everything,
    everything.onDidCreate((uri) => (note(others)(uri), withinFolder(uri))),
    everything.onDidDelete((uri) => (FILE_NAME.test(uri.path) ? note(others) : note(deleted, changed))(uri)),
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ newUri }) => withinFolder(newUri))),
    new Disposable(() => clearTimeout(timer)),
  );
}
