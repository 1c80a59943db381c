import { lstat, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import ignore from "ignore";
import type { Ignore } from "ignore";
import { languageOf } from "../documents/read";
import { PROFILE_NAMES } from "../workspace/folder";
import { UsageError } from "./usage-error";

/** Bytes read of one file: more than any text within the reader's limit needs, so a longer one is still seen to be too long. */
const READ_LIMIT = 8_000_000;

/** A file to look at, and whether the person named it. */
export interface FoundFile {
  /** Absolute path. */
  readonly path: string;
  readonly named: boolean;
  /** The named folder it was found in. */
  readonly below?: string;
}

/** Folders that no one wants searched, whatever `.gitignore` says. */
const NEVER = new Set([".git", "node_modules", ".venv", "venv", "site-packages", ".vscode-test"]);

/** Every file of ours at or below the paths, in a stable order. `.gitignore` files are respected, symbolic links not followed. */
export async function findFiles(paths: readonly string[], here: string): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const one of paths) {
    const absolute = path.resolve(here, one);
    const info = await stat(absolute).catch(() => undefined);
    if (!info) throw new UsageError(`There is no file or folder “${one}”.`);
    if (info.isDirectory()) {
      // Who names a folder that the repository ignores wants to know what is in it.
      const above = await ignoresAbove(absolute);
      for await (const file of below(absolute, isIgnored(`${absolute}/`, above) ? [] : above)) {
        if (!found.has(file)) found.set(file, { path: file, named: false, below: absolute });
      }
    } else found.set(absolute, { path: absolute, named: true });
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The rules of one `.gitignore`, which hold below its folder. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

async function* below(folder: string, above: readonly IgnoreFile[]): AsyncGenerator<string> {
  const ignores = [...above, ...(await ignoreFile(folder))];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NEVER.has(entry.name) && !isIgnored(`${full}/`, ignores)) yield* below(full, ignores);
    } else if (entry.isFile() && languageOf(entry.name) && !isIgnored(full, ignores)) yield full;
  }
}

function isIgnored(file: string, ignores: readonly IgnoreFile[]): boolean {
  let ignored = false;
  for (const { folder, rules } of ignores) {
    const relative = path.relative(folder, file).split(path.sep).join("/") + (file.endsWith("/") ? "/" : "");
    const verdict = rules.test(relative);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

/** The ignore files between the repository's root and the folder, outermost first. */
async function ignoresAbove(folder: string): Promise<IgnoreFile[]> {
  const files: IgnoreFile[] = [];
  const root = await ascend(folder, (one) => exists(path.join(one, ".git")));
  if (root === undefined) return files;
  for (let one = folder; one !== root; ) {
    one = path.dirname(one);
    files.unshift(...(await ignoreFile(one)));
  }
  return files;
}

async function ignoreFile(folder: string): Promise<IgnoreFile[]> {
  const text = await readFile(path.join(folder, ".gitignore"), "utf8").catch(() => undefined);
  return text === undefined ? [] : [{ folder, rules: ignore().add(text) }];
}

/** The root that a file belongs to, and the profile there. */
export interface Root {
  readonly folder: string;
  readonly profile: string | undefined;
  /** True where a profile or a repository says so. */
  readonly isCertain: boolean;
}

/** The nearest folder above the file with a profile, not above its repository; else the repository's root, else `fallback`. */
export async function rootOf(file: string, fallback: string): Promise<Root> {
  const start = path.dirname(file);
  for (let folder = start; ; folder = path.dirname(folder)) {
    for (const name of PROFILE_NAMES) {
      if (await exists(path.join(folder, name))) return { folder, profile: path.join(folder, name), isCertain: true };
    }
    if (await exists(path.join(folder, ".git"))) return { folder, profile: undefined, isCertain: true };
    if (folder === path.dirname(folder)) return { folder: isBelow(start, fallback) ? fallback : start, profile: undefined, isCertain: false };
  }
}

/** True for a folder that is the other one or lies in it. */
export function isBelow(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

async function ascend(from: string, test: (folder: string) => Promise<boolean>): Promise<string | undefined> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (await test(folder)) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** The text of a file as UTF-8 without byte order mark, so that places agree with the editor's. Throws `UsageError` when it cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const info = await handle.stat();
      // A pipe, as the shell hands it over for `<(…)`, has no size before it was read.
      if (!info.isFile()) return await readStream(handle.createReadStream({ autoClose: false }));
      const bytes = Buffer.alloc(Math.min(info.size, READ_LIMIT));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return withoutMark(bytes.subarray(0, bytesRead).toString("utf8"));
    } finally {
      await handle.close();
    }
  } catch {
    throw new UsageError(`The file “${path.basename(file)}” cannot be read.`);
  }
}

/** Writes a file anew. Throws `UsageError` when that is not possible. */
export async function writeText(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch(() => {
    throw new UsageError(`The file “${path.basename(file)}” cannot be written.`);
  });
}

/** Everything that comes in through a stream such as standard input. */
export async function readStream(stream: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return withoutMark(Buffer.concat(chunks).toString("utf8"));
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
