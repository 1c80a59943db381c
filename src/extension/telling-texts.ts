import { Uri, workspace } from "vscode";
import { TELLING_FILES } from "../server/protocol";

/** Bytes; what says something about a repository says it early, and a larger file is left alone. */
const SIZE_LIMIT = 200_000;

/**
 * The texts of the files that say what a repository builds, by name: from the folder that a new document goes to, else from the
 * root. Read through the editor's file systems, so that remote and virtual workspaces work too; nothing is run.
 */
export async function tellingTexts(root: Uri, place: Uri): Promise<Record<string, string>> {
  const folders = place.toString() === root.toString() ? [root] : [place, root];
  const texts = await Promise.all(TELLING_FILES.map(async (name) => [name, await firstText(folders.map((folder) => Uri.joinPath(folder, name)))] as const));
  return Object.fromEntries(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}

async function firstText(uris: readonly Uri[]): Promise<string | undefined> {
  for (const uri of uris) {
    try {
      const { size } = await workspace.fs.stat(uri);
      if (size <= SIZE_LIMIT) return new TextDecoder().decode(await workspace.fs.readFile(uri));
    } catch {
      // Most of these files are not there.
    }
  }
  return undefined;
}
