import { fileURLToPath } from "node:url";
import type { Document } from "../documents/document";
import { checkFrom, fileCheck, plainCheck } from "../workspace/file-check";
import type { FileCheck } from "../workspace/file-check";
import { unread } from "../workspace/workspace-index";
import { cacheFile, digest, programName, readCache, writeCache } from "./check-cache";
import type { KeptCheck, KeptChecks } from "./check-cache";
import { exists, readFiles } from "./load";
import type { LoadSettings, ReadFile } from "./load";
import type { Progress } from "./progress";

/** A file with what was found in it. */
export interface CheckedFile {
  readonly file: ReadFile;
  /** Text and lines; the tree is read only where the file was checked anew. */
  readonly document: Document;
  readonly check: FileCheck;
}

/** The files that a check was asked for, and how many of all that it read were not checked anew. */
export interface CheckedFiles {
  readonly files: readonly CheckedFile[];
  readonly failures: readonly string[];
  /** Files whose findings came from the last run, of all files that were read. */
  readonly reused: number;
  readonly read: number;
}

/**
 * Checks files with all that lies beside them. What an earlier run found out about a file is taken from the cache while the file, its
 * settings and every answer that it got from others are the same; only the others are read as documents, with those that they ask about.
 */
export async function checkFiles(operands: readonly string[], settings: LoadSettings, progress: Progress): Promise<CheckedFiles> {
  const { index, files, whole, failures } = await readFiles(operands, settings, progress, true);
  const root = index.folderList()[0]?.uri;
  const cache = settings.cacheFolder === undefined || !settings.cache || root === undefined ? undefined : cacheFile(fileURLToPath(root), settings.cacheFolder);
  const program = cache === undefined ? "" : await programName();
  const before: KeptChecks = cache === undefined ? new Map() : await readCache(cache, program);
  const fixes = settings.format === "json" || settings.format === "sarif";
  const common = [settings.today, String(whole), ...index.folderList().map((folder) => folder.uri)];
  const keys = new Map(files.map((file) => [file.uri, digest(file.uri, file.text, ...common, profileText(file.uri))]));
  const kept = new Map(files.flatMap(({ uri, streamed, asked }) => {
    const one = before.get(uri);
    const isEnough = one && !streamed && one.key === keys.get(uri) && (!asked || (one.check && (one.fixes || !fixes)));
    return isEnough ? [[uri, one] as const] : [];
  }));

  const byUri = new Map(files.map((file) => [file.uri, file]));
  const documents = new Map<string, Document>();
  for (const [place, file] of files.filter(({ uri }) => !kept.has(uri)).entries()) {
    takeIn(file);
    await progress("Reading documents", place + 1, files.length - kept.size);
  }
  index.setWhole(whole);
  const tellers = tellersOf();
  const answers = new Map<string, string>();
  for (const [uri, one] of kept) {
    const file = byUri.get(uri);
    if (!file?.asked || one.asks.every(([key, answer]) => answerTo(key) === answer)) continue;
    kept.delete(uri);
    takeIn(file);
  }
  await readAnswers();

  const checked: CheckedFile[] = [];
  const keep = new Map<string, KeptCheck>();
  for (const [place, file] of files.entries()) {
    const { uri } = file;
    const one = kept.get(uri);
    const check = !file.asked ? undefined : one?.check ? checkFrom(one.check, documentOf) : fileCheck(index, uri);
    if (check) checked.push({ file, document: documentAt(file), check });
    if (one) keep.set(uri, one);
    else if (cache !== undefined && !file.streamed) keep.set(uri, keptOf(file, check));
    await progress("Checking", place + 1, files.length);
  }
  if (cache !== undefined) await writeCache(cache, program, new Map([...[...before].filter(([uri]) => !byUri.has(uri) && exists(uri)), ...keep]));
  return { files: checked, failures, reused: checked.filter(({ file }) => kept.has(file.uri)).length, read: checked.length };

  /** What the next run needs to know of a file. */
  function keptOf({ uri }: ReadFile, check: FileCheck | undefined): KeptCheck {
    const common = { key: keys.get(uri) ?? "", fixes, tells: [...index.tells(uri)] };
    if (!check) return { ...common, asks: [] };
    return { ...common, check: plainCheck(check, fixes), asks: [...index.asks(uri)].map((key) => [key, answerTo(key)]) };
  }

  /** The profile that holds for a file, and where its folder is. */
  function profileText(uri: string): string {
    const folder = index.folderOf(uri);
    return [folder.uri, JSON.stringify(folder.profile)].join("\n");
  }

  function takeIn({ uri, language, text }: ReadFile): void {
    index.update(uri, language, text);
  }

  /** Who tells something under a key. */
  function tellersOf(): Map<string, Map<string, string>> {
    const byKey = new Map<string, Map<string, string>>();
    for (const { uri } of files) {
      for (const [key, value] of kept.get(uri)?.tells ?? index.tells(uri)) {
        const told = byKey.get(key) ?? new Map<string, string>();
        byKey.set(key, told.set(uri, value));
      }
    }
    return byKey;
  }

  /** A name for all that is told under a key. */
  function answerTo(key: string): string {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const file = /^file (.+)$/.exec(key)?.[1];
    const told = [...(tellers.get(key) ?? [])].map(([uri, value]) => `${uri} ${value}`).sort();
    const answer = file === undefined ? (told.length === 0 ? "" : digest(...told)) : String(byUri.has(file) || exists(file));
    answers.set(key, answer);
    return answer;
  }

  /** Reads the documents that are asked about, until nobody asks about one that was not read. */
  async function readAnswers(): Promise<void> {
    const open = () => files.filter(({ uri, asked }) => asked && !kept.has(uri));
    for (let more = true; more; ) {
      more = false;
      for (const { uri } of open()) {
        for (const key of index.asks(uri)) {
          for (const teller of tellers.get(key)?.keys() ?? []) {
            if (index.get(teller)) continue;
            takeIn(byUri.get(teller) as ReadFile);
            more = true;
          }
        }
        await progress("Checking", 0, 1);
      }
    }
  }

  function documentOf(uri: string): Document | undefined {
    const file = byUri.get(uri);
    return file && documentAt(file);
  }

  /** The document of a file, with its text alone where nothing else is needed. */
  function documentAt({ uri, language, text }: ReadFile): Document {
    const document = index.get(uri)?.readings.document ?? documents.get(uri) ?? unread(uri, language, text);
    documents.set(uri, document);
    return document;
  }
}
