import { readFile, stat } from "node:fs/promises";
import path from "node:path";

/** The commit that is checked out at or above a folder, read from git's own files; undefined where there is none. Runs no program. */
export async function checkedOutCommit(folder: string): Promise<string | undefined> {
  const git = await gitFolder(folder);
  if (git === undefined) return undefined;
  const head = (await text(path.join(git, "HEAD")))?.trim();
  const name = /^ref: (.+)$/.exec(head ?? "")?.[1];
  if (name === undefined) return isCommit(head) ? head : undefined;
  // A linked worktree keeps its branches in the folder that it was made from.
  const common = (await text(path.join(git, "commondir")))?.trim();
  const shared = common === undefined ? git : path.resolve(git, common);
  const loose = (await text(path.join(shared, name)))?.trim();
  if (isCommit(loose)) return loose;
  const packed = await text(path.join(shared, "packed-refs"));
  return packed?.split("\n").find((line) => line.endsWith(` ${name}`))?.split(" ")[0];
}

function isCommit(text: string | undefined): text is string {
  return /^[0-9a-f]{40,64}$/.test(text ?? "");
}

async function gitFolder(from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const git = path.join(folder, ".git");
    const info = await stat(git).catch(() => undefined);
    if (info?.isDirectory()) return git;
    const linked = info && /^gitdir: (.+)$/m.exec((await text(git)) ?? "")?.[1];
    if (linked) return path.resolve(folder, linked.trim());
    if (folder === path.dirname(folder)) return undefined;
  }
}

function text(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}
