import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Language } from "../documents/document";
import { languageOf } from "../documents/read";
import type { WorkspaceProfile } from "../kinds/profile";
import { isProfile } from "../workspace/folder";
import { WorkspaceIndex } from "../workspace/workspace-index";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { Arguments } from "./arguments";
import { findFiles, isBelow, readStream, readText, rootOf } from "./files";
import type { FoundFile, Root } from "./files";
import type { Progress } from "./progress";
import { UsageError } from "./usage-error";

/** A file with its text, before anything is made of it. */
export interface ReadFile {
  readonly uri: string;
  /** Relative to where the command was started, with forward slashes; `-` for standard input without a name. */
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  /** True where a person named this very file. */
  readonly named: boolean;
  /** False for a file that is read for what others say of it alone. */
  readonly asked: boolean;
  /** True for what came in through standard input. */
  readonly streamed: boolean;
}

/** The files of a command, and an index that knows their folders and profiles but none of the files yet. */
export interface ReadFiles {
  readonly index: WorkspaceIndex;
  readonly files: readonly ReadFile[];
  /** True when every root was read as a whole, so that what is not among the files is missing. */
  readonly whole: boolean;
  /** Sentences about files that could not be read. */
  readonly failures: readonly string[];
}

/** A file as the command line shows it. */
export interface Loaded {
  readonly path: string;
  readonly document: IndexedDocument;
  readonly named: boolean;
}

/** What a command works on: the index, and the files in the order in which they are shown. */
export interface LoadedFiles {
  readonly index: WorkspaceIndex;
  readonly files: readonly Loaded[];
  /** Sentences about files that could not be read. */
  readonly failures: readonly string[];
}

/** The arguments, where `-` reads from, and where what was found out is kept for the next run. */
export interface LoadSettings extends Arguments {
  readonly standardInput: AsyncIterable<unknown>;
  /** Folder for caches of workspaces that have no place of their own for them; nothing is kept without one. */
  readonly cacheFolder: string | undefined;
}

/** Files read from the disk at the same time. */
const AT_ONCE = 32;

/** Reads the named files and folders, the profiles above them, and standard input for `-`, all of it into an index. */
export async function load(operands: readonly string[], settings: LoadSettings, progress: Progress): Promise<LoadedFiles> {
  const { index, files, whole, failures } = await readFiles(operands, settings, progress, false);
  for (const [place, { uri, language, text }] of files.entries()) {
    index.update(uri, language, text);
    await progress("Reading documents", place + 1, files.length);
  }
  index.setWhole(whole);
  // A profile may have been taken in after files that it is about, so the documents are fetched once all are there.
  const loaded = files.flatMap(({ uri, path: shown, named }) => {
    const document = index.get(uri);
    return document ? [{ path: shown, named, document }] : [];
  });
  return { index, files: loaded, failures };
}

/** Reads the texts of a command; `surroundings` also those that lie beside them below the same root. */
export async function readFiles(operands: readonly string[], settings: LoadSettings, progress: Progress, surroundings: boolean): Promise<ReadFiles> {
  const index = new WorkspaceIndex({ today: settings.today, adjust: adjuster(settings), forced: () => undefined, exists });
  const input = operands.includes("-") ? await standardInput(settings) : undefined;
  const asked = (await findFiles(operands.filter((one) => one !== "-"), settings.folder)).filter((file) => uriOf(file.path) !== input?.uri);
  const start = [...asked, ...(input ? [{ path: fileURLToPath(input.uri), named: true }] : [])];
  const beside = surroundings ? await filesBeside(await rootsOf(start, settings.folder), start, settings) : [];
  const roots = await rootsOf([...start, ...beside], settings.folder);
  index.setFolders([...new Set(roots.map((root) => root.folder))].map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) })));
  for (const { profile } of roots) {
    if (profile !== undefined) index.update(uriOf(profile), languageOf(profile) ?? "yaml", await readText(profile));
  }
  const failures: string[] = [];
  const files = await textsOf([...asked.map((file) => ({ file, isAsked: true })), ...beside.map((file) => ({ file, isAsked: false }))]);
  // Only who has read all of a root knows what is missing in it.
  const read = [...asked, ...beside].flatMap((file) => file.below ?? []);
  const whole = roots.length > 0 && roots.every((root) => [...new Set(read)].some((folder) => isBelow(root.folder, folder)));
  return { index, files: [...(input ? [input] : []), ...files], whole, failures };

  async function textsOf(found: readonly { file: FoundFile; isAsked: boolean }[]): Promise<ReadFile[]> {
    const texts: ReadFile[] = [];
    for (let at = 0; at < found.length; at += AT_ONCE) {
      const some = await Promise.all(found.slice(at, at + AT_ONCE).map(({ file, isAsked }) => textOf(file, isAsked)));
      texts.push(...some.filter((one) => one !== undefined));
      await progress("Reading files", Math.min(at + AT_ONCE, found.length), found.length);
    }
    return texts;
  }

  async function textOf(file: FoundFile, isAsked: boolean): Promise<ReadFile | undefined> {
    const uri = uriOf(file.path);
    const folder = index.folderOf(uri);
    if (!file.named && !isProfile(folder, uri) && index.leavesOut(uri)) return undefined;
    try {
      return { uri, path: shownPath(file.path, settings.folder), language: languageOf(file.path) ?? "yaml", text: await readText(file.path), named: file.named, asked: isAsked, streamed: false };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      // A file that went away after its folder was listed was never asked for.
      if (isAsked && (file.named || existsSync(file.path))) failures.push(error.message);
      return undefined;
    }
  }
}

/** The other files below the roots that are certain: those of a profile or a repository. */
async function filesBeside(roots: readonly Root[], known: readonly FoundFile[], { folder }: LoadSettings): Promise<FoundFile[]> {
  const certain = [...new Set(roots.filter((root) => root.isCertain).map((root) => root.folder))];
  const there = new Set(known.map((file) => file.path));
  // A folder that was asked for as a whole need not be searched again.
  const searched = new Set(known.flatMap((file) => file.below ?? []));
  const found = await findFiles(certain.filter((one) => ![...searched].some((asked) => isBelow(one, asked))), folder);
  return found.filter((file) => !there.has(file.path));
}

async function standardInput({ stdinName: name, folder, standardInput: stream }: LoadSettings): Promise<ReadFile> {
  const text = await readStream(stream);
  const language = (name === undefined ? undefined : languageOf(name)) ?? guessLanguage(text);
  return { uri: uriOf(path.resolve(folder, name ?? `standard-input.${language}`)), path: name ?? "-", language, text, named: true, asked: true, streamed: true };
}

/** The language of a text without a name, by how it begins. */
function guessLanguage(text: string): Language {
  if (/^\s*(?:[{[]|\/[/*])/.test(text)) return "json";
  // Front matter closes, and what follows it is not the next YAML document.
  return /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*\r?\n\s*(?:#+ |[A-Z*<>|[][^:\n]*\r?\n)/.test(text) ? "markdown" : "yaml";
}

/** Without a profile or a repository a named folder is the root of what is in it, unless the command was started above it. */
async function rootsOf(found: readonly Pick<FoundFile, "path" | "below">[], here: string): Promise<Root[]> {
  const byFolder = new Map<string, Root>();
  for (const { path: file, below } of found) {
    const folder = path.dirname(file);
    if (!byFolder.has(folder)) byFolder.set(folder, await rootOf(file, below === undefined || isBelow(below, here) ? here : below));
  }
  return [...byFolder.values()];
}

function adjuster({ profile }: Arguments): (from: WorkspaceProfile) => WorkspaceProfile {
  return profile ? (from) => ({ ...from, strictness: profile }) : (from) => from;
}

/** Whether there is a file of any sort, as references name them. */
export function exists(uri: string): boolean {
  try {
    return existsSync(fileURLToPath(uri));
  } catch {
    return false;
  }
}

function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** A path as a person who stands in the folder `here` writes it. */
export function shownPath(file: string, here: string): string {
  return (path.relative(here, file) || file).split(path.sep).join("/");
}
