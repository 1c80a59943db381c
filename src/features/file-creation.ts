import type { Document } from "../documents/document";
import { namedFile } from "../documents/named-file";
import type { NamedFile } from "../documents/named-file";
import { fieldWithPath } from "../formats/field";
import type { Reading } from "../formats/format";
import type { Finding } from "../rules/rule";
import { unknownReference } from "../rules/unknown-reference";
import { addressesOf } from "../workspace/file-address";
import { pathBelow } from "../workspace/folder";
import type { FeatureContext } from "./context";

/** A file that is not there yet. */
export interface NewFile {
  readonly uri: string;
  /** Its path below the workspace folder, for people. */
  readonly path: string;
  /** What it begins with. */
  readonly text: string;
}

/** Endings of files that a person begins by writing; results and pictures are made by programs. */
const WRITTEN = /\.(?:md|markdown|txt|rst|adoc|ya?ml|jsonc?|csv|tsv)$/i;

/** Where the missing file that a finding is about may be meant, inside the finding's workspace folder; empty for any other finding. */
export function filesToCreate(context: FeatureContext, source: Document, finding: Finding): NewFile[] {
  const { index } = context;
  const { uri } = source;
  const document = index.get(uri);
  const named = missingFile(context, source, finding)?.named;
  if (!document || document.folder.uri === "" || !named || !WRITTEN.test(named.path)) return [];
  return addressesOf(named.path, uri, document.folder.uri)
    .filter((address) => index.folderOf(address).uri === document.folder.uri)
    .map((address) => ({ uri: address, path: pathBelow(document.folder, address), text: beginning(named.path) }));
}

/** What a finding says is missing, where that is a file: its path as it is written, and the part of the document that names it. */
export function missingFile({ index }: FeatureContext, { uri, text }: Document, { rule, field, span }: Finding): { named: NamedFile; reading: Reading } | undefined {
  if (rule !== unknownReference.id || field === undefined) return undefined;
  const reading = index.get(uri)?.readings.readings.find(({ root }) => fieldWithPath(root, field)?.definition.reference === "file");
  const named = reading && namedFile(text.slice(span.start, span.end));
  return named && { named, reading };
}

/** A heading made of the file's name in Markdown; nothing elsewhere. */
function beginning(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "").replace(/[-_]+/g, " ").trim();
  return /\.(?:md|markdown)$/i.test(path) && name !== "" ? `# ${name.slice(0, 1).toUpperCase()}${name.slice(1)}\n` : "";
}
