/** A path that a document names, taken apart: `reports/metrics.json#/test/auc` is a file and a place in it. */
export interface NamedFile {
  readonly path: string;
  /** What stands behind `#`; empty where there is none. */
  readonly fragment: string;
}

const ENDING = /[^/.\s][^/\s]*\.[A-Za-z][A-Za-z0-9]{0,9}$/;

/** Reads a text as a path below a folder; undefined for addresses with a scheme, absolute paths and what is plainly prose. */
export function namedFile(text: string): NamedFile | undefined {
  const hash = text.indexOf("#");
  const path = (hash < 0 ? text : text.slice(0, hash)).trim().replace(/\\/g, "/");
  if (path === "" || path.length > 500 || /^(?:[a-z][a-z0-9+.-]*:|\/|~)/i.test(path) || /[\r\n<>"|?*]/.test(path)) return undefined;
  return { path, fragment: hash < 0 ? "" : text.slice(hash + 1) };
}

/** True for a text that can hardly be anything but a path: no blanks, and folders or a file's ending. */
export function looksLikePath(text: string): boolean {
  return namedFile(text) !== undefined && !/\s/.test(text) && (/^\.{1,2}\//.test(text) || ENDING.test(text.replace(/#.*$/, "")));
}

/** The address of a path below a folder; undefined when `..` leads out of the file system. */
export function addressBelow(folder: string, path: string): string | undefined {
  const [, root = "", rest = ""] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/i.exec(folder) ?? [];
  const parts = rest.split("/").filter((part) => part !== "");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(encodeURIComponent(part));
    else if (parts.pop() === undefined) return undefined;
  }
  return `${root}/${parts.join("/")}`;
}

/** Where a path that a file names may lie: beside the file, then below the root of its folder. */
export function addressesOf(path: string, uri: string, root: string): string[] {
  const slash = uri.lastIndexOf("/");
  // A text that was never saved lies nowhere.
  const beside = slash < 0 ? undefined : addressBelow(uri.slice(0, slash), path);
  const below = root === "" ? undefined : addressBelow(root, path);
  return [...new Set([beside, below])].filter((one) => one !== undefined);
}
