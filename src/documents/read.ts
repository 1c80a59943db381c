import { readCsv } from "./csv";
import { nestsTooDeeply } from "./depth";
import type { Document, Language, ReadResult } from "./document";
import { readJson } from "./json";
import { Lines } from "./lines";
import { readMarkdown } from "./markdown";
import { binaryText, conflicts, tooDeep, tooLarge } from "./problems";
import { readLargeYaml } from "./yaml-large";

/** Texts longer than this (UTF-16 units) are not read; about 2 MB of ASCII. */
export const SIZE_LIMIT = 2_000_000;

/** The language of a file by the ending of its name, or undefined when it is none of ours. */
export function languageOf(path: string): Language | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === "yaml" || ending === "yml") return "yaml";
  if (ending === "json" || ending === "jsonc") return "json";
  if (ending === "md" || ending === "markdown") return "markdown";
  if (ending === "csv" || ending === "tsv") return "csv";
  return undefined;
}

/**
 * Reads a text into a document. Never throws; a huge, binary or bottomless text gives one problem and no parts.
 * `previous` is the version before, of which a large text reuses what did not change.
 */
export function readDocument(uri: string, language: Language, text: string, previous?: Document): Document {
  return { uri, language, text, lines: new Lines(text), ...readGuarded(language, text, previous) };
}

function readGuarded(language: Language, text: string, previous: Document | undefined): ReadResult {
  if (text.length > SIZE_LIMIT) return { parts: [], problems: [tooLarge(text)], comments: [] };
  const nul = text.indexOf("\0");
  if (nul >= 0) return { parts: [], problems: [binaryText(nul)], comments: [] };
  if (language !== "csv" && nestsTooDeeply(text)) return { parts: [], problems: [tooDeep(text)], comments: [] };
  const result = readIn(language, text, previous);
  const open = conflicts(text);
  return open.length > 0 ? { ...result, problems: open } : result;
}

function readIn(language: Language, text: string, previous: Document | undefined): ReadResult {
  if (language === "json") return readJson(text);
  if (language === "csv") return readCsv(text);
  return language === "markdown" ? readMarkdown(text) : readLargeYaml(text, previous?.segments);
}
