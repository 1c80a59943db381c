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

/** The last part of a path or an address. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
