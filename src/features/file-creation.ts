import type { Document } from "../documents/document";
import { namedFile } from "../documents/named-file";
import { fieldWithPath } from "../formats/field";
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
export function filesToCreate({ index }: FeatureContext, { uri, text }: Document, { rule, field, span }: Finding): NewFile[] {
  const document = index.get(uri);
  if (rule !== unknownReference.id || field === undefined || !document || document.folder.uri === "") return [];
  const pointsAtFile = document.readings.readings.some(({ root }) => fieldWithPath(root, field)?.definition.reference === "file");
  const named = pointsAtFile ? namedFile(text.slice(span.start, span.end)) : undefined;
  if (!named || !WRITTEN.test(named.path)) return [];
  return addressesOf(named.path, uri, document.folder.uri)
    .filter((address) => index.folderOf(address).uri === document.folder.uri)
    .map((address) => ({ uri: address, path: pathBelow(document.folder, address), text: beginning(named.path) }));
}

/** A heading made of the file's name in Markdown; nothing elsewhere. */
function beginning(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "").replace(/[-_]+/g, " ").trim();
  return /\.(?:md|markdown)$/i.test(path) && name !== "" ? `# ${name.slice(0, 1).toUpperCase()}${name.slice(1)}\n` : "";
}
