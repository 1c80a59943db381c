import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PlainCheck } from "../workspace/file-check";

/** What is kept of one file between two runs. It holds as long as all of this is as it was. */
export interface KeptCheck {
  /** Made from the text, the settings, the folders and the profile. */
  readonly key: string;
  /** Left out for a file that was read for what it tells alone. */
  readonly check?: PlainCheck;
  /** True when the check has its repairs with it. */
  readonly fixes: boolean;
  /** What the file tells others. */
  readonly tells: readonly (readonly [key: string, value: string])[];
  /** What it asked others for, with a name for the answer. */
  readonly asks: readonly (readonly [key: string, answer: string])[];
}

/** What is kept of a workspace, by the addresses of its files. */
export type KeptChecks = ReadonlyMap<string, KeptCheck>;

/** A name for a text; two texts never share one. */
export function digest(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest("base64url").slice(0, 32);
}

/**
 * The file in which checks of a workspace are kept: in `node_modules/.cache` where the workspace has that, as other tools do, else in the
 * given folder.
 */
export function cacheFile(root: string, folder: string): string {
  const modules = path.join(root, "node_modules");
  return existsSync(modules) ? path.join(modules, ".cache", "clausewise", "check.json") : path.join(folder, "clausewise", `${digest(root)}.json`);
}

/** Where programs keep what they can make again, on each system: XDG Base Directory Specification, Apple's and Microsoft's guidelines. */
export function defaultCacheFolder(platform: string, environment: Readonly<Record<string, string | undefined>>, home: string): string {
  if (platform === "darwin") return path.join(home, "Library", "Caches");
  if (platform === "win32") return environment["LOCALAPPDATA"] ?? path.join(home, "AppData", "Local");
  return environment["XDG_CACHE_HOME"] || path.join(home, ".cache");
}

/** What an earlier run of the same program kept; nothing where there is no such file or it makes no sense. */
export async function readCache(file: string, program: string): Promise<KeptChecks> {
  try {
    const { program: by, files } = JSON.parse(await readFile(file, "utf8")) as { program: string; files: Record<string, KeptCheck> };
    return by === program ? new Map(Object.entries(files)) : new Map();
  } catch {
    return new Map();
  }
}

/** Keeps the checks for the next run. Where that is not possible the next run does without. */
export async function writeCache(file: string, program: string, files: KeptChecks): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const written = `${file}.${process.pid}`;
    await writeFile(written, JSON.stringify({ program, files: Object.fromEntries(files) }));
    // Another run may read at the same time: it sees the old file or the new one.
    await rename(written, file);
  } catch {
    // A read-only disk is no reason to fail.
  }
}

let own: Promise<string> | undefined;

/** A name for this very program with its rules, schemas and catalogue: its own file. */
export function programName(): Promise<string> {
  return (own ??= readFile(__filename, "utf8").then((text) => digest(text)));
}
