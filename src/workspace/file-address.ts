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
