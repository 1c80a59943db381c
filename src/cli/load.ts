import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Language } from "../documents/document";
import { languageOf } from "../documents/read";
import type { WorkspaceProfile } from "../kinds/profile";
import { isProfile, pathBelow } from "../workspace/folder";
import { WorkspaceIndex } from "../workspace/workspace-index";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { Arguments } from "./arguments";
import { findFiles, isBelow, readStream, readText, rootOf } from "./files";
import type { FoundFile, Root } from "./files";
import { UsageError } from "./usage-error";

/** A file as the command line shows it. */
export interface Loaded {
  /** Relative to where the command was started, with forward slashes; `-` for standard input without a name. */
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

/** The arguments, and where `-` reads from. */
export interface LoadSettings extends Arguments {
  readonly standardInput: AsyncIterable<unknown>;
}

/** Called after each file with how many of how many are read. */
export type Progress = (done: number, total: number) => void;

/** Reads the named files and folders, the profiles above them, and standard input for `-`. */
export async function load(operands: readonly string[], settings: LoadSettings, progress: Progress = () => undefined): Promise<LoadedFiles> {
  const index = new WorkspaceIndex({ today: settings.today, adjust: adjuster(settings), forced: () => undefined, exists });
  const found = await findFiles(operands.filter((one) => one !== "-"), settings.folder);
  const roots = await rootsOf(found, operands.includes("-"), settings.folder);
  index.setFolders([...new Set(roots.map((root) => root.folder))].map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) })));
  for (const { profile } of roots) {
    if (profile) index.update(uriOf(profile), languageOf(profile) ?? "yaml", await readText(profile));
  }
  const files: Loaded[] = [];
  const failures: string[] = [];
  if (operands.includes("-")) files.push(await standardInput(index, settings));
  for (const [place, file] of found.entries()) {
    try {
      const loaded = await loadFile(index, file, settings.folder);
      if (loaded) files.push(loaded);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failures.push(error.message);
    }
    progress(place + 1, found.length);
  }
  // Only who has read all of a root knows what is missing in it.
  const folders = new Set(found.flatMap((file) => file.below ?? []));
  index.setWhole(roots.length > 0 && roots.every((root) => [...folders].some((folder) => isBelow(root.folder, folder))));
  // A profile may have been taken in after files that it is about.
  return { index, files: files.map((file) => ({ ...file, document: index.get(file.document.uri) ?? file.document })), failures };
}

async function loadFile(index: WorkspaceIndex, file: FoundFile, here: string): Promise<Loaded | undefined> {
  const uri = uriOf(file.path);
  const folder = index.folderOf(uri);
  if (!file.named && !isProfile(folder, uri) && folder.paths.leavesOut(pathBelow(folder, uri))) return undefined;
  const language = languageOf(file.path) ?? "yaml";
  return { path: shown(file.path, here), document: index.update(uri, language, await readText(file.path)), named: file.named };
}

async function standardInput(index: WorkspaceIndex, { stdinName: name, folder, standardInput: stream }: LoadSettings): Promise<Loaded> {
  const text = await readStream(stream);
  const language = (name === undefined ? undefined : languageOf(name)) ?? guessLanguage(text);
  const uri = uriOf(path.resolve(folder, name ?? `standard-input.${language}`));
  return { path: name ?? "-", document: index.update(uri, language, text), named: true };
}

/** The language of a text without a name, by how it begins. */
function guessLanguage(text: string): Language {
  if (/^\s*(?:[{[]|\/[/*])/.test(text)) return "json";
  // Front matter closes, and what follows it is not the next YAML document.
  return /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*\r?\n\s*(?:#+ |[A-Z*<>|[][^:\n]*\r?\n)/.test(text) ? "markdown" : "yaml";
}

/** Without a profile or a repository a named folder is the root of what is in it, unless the command was started above it. */
async function rootsOf(found: readonly FoundFile[], standardInputToo: boolean, here: string): Promise<Root[]> {
  const byFolder = new Map<string, Root>();
  const files: readonly Pick<FoundFile, "path" | "below">[] = standardInputToo ? [...found, { path: path.join(here, "standard-input.yaml") }] : found;
  for (const { path: file, below } of files) {
    const folder = path.dirname(file);
    if (!byFolder.has(folder)) byFolder.set(folder, await rootOf(file, below === undefined || isBelow(below, here) ? here : below));
  }
  return [...byFolder.values()];
}

function adjuster({ profile }: Arguments): (from: WorkspaceProfile) => WorkspaceProfile {
  return profile ? (from) => ({ ...from, strictness: profile }) : (from) => from;
}

/** Files of any sort, as references name them. */
function exists(uri: string): boolean {
  try {
    return existsSync(fileURLToPath(uri));
  } catch {
    return false;
  }
}

function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

function shown(file: string, here: string): string {
  return (path.relative(here, file) || file).split(path.sep).join("/");
}
