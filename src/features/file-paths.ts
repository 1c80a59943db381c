import type { IndexedDocument } from "../workspace/workspace-index";
import { pathBelow } from "../workspace/folder";

/** The paths by which a document names files of the workspace, given by their addresses: from its own folder where they lie below it, else from the root. Those below come first. */
export function pathsTo(files: readonly string[], { uri, folder }: IndexedDocument): string[] {
  const here = uri.slice(0, uri.lastIndexOf("/") + 1);
  const below = (one: string) => one.startsWith(here);
  return files
    .filter((one) => one !== uri && (below(one) || one.startsWith(`${folder.uri}/`)))
    .sort((a, b) => Number(below(b)) - Number(below(a)) || (a < b ? -1 : 1))
    .map((one) => (below(one) ? decoded(one.slice(here.length)) : pathBelow(folder, one)));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
