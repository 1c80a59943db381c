import type { Document } from "../documents/document";
import { fileName } from "../documents/named-file";
import { nearest } from "../rules/nearest";
import type { Finding, TextEdit } from "../rules/rule";
import { inQuotes } from "../rules/written";
import type { FeatureContext } from "./context";
import { missingFile } from "./file-creation";
import { pathsTo } from "./file-paths";

/** A file that is there, and the edit that names it instead of a missing one. */
export interface NearFile {
  readonly path: string;
  readonly edit: TextEdit;
}

/** Among the workspace's files the one that a document most likely meant by a missing one: of the same or nearly the same name. */
export function nearestFile(context: FeatureContext, document: Document, finding: Finding, files: readonly string[]): NearFile | undefined {
  const file = context.index.get(document.uri);
  const missing = missingFile(context, document, finding);
  if (!file || !missing) return undefined;
  const { named, reading } = missing;
  const paths = pathsTo(files, file);
  const name = nearest(fileName(named.path), new Set(paths.map(fileName)));
  const alike = paths.filter((path) => fileName(path) === name);
  const path = nearest(named.path, alike) ?? alike[0];
  if (path === undefined) return undefined;
  const text = named.fragment === "" ? path : `${path}#${named.fragment}`;
  return { path, edit: { span: finding.span, text: inQuotes(text, finding.span.start, reading) } };
}
