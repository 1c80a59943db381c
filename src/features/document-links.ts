import type { DocumentLink } from "vscode-languageserver";
import { fileName, looksLikePath, namedFile } from "../documents/named-file";
import type { Span } from "../documents/span";
import { walk } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import { titledReference } from "../standards/reference";
import { namedClauses } from "../workspace/clause-mentions";
import { addressesOf } from "../workspace/file-address";
import { namesIn } from "../workspace/identifiers";
import type { Mention } from "../workspace/identifiers";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { clausePageUri } from "./page-address";

/** Says which of some files are there. */
export type FilesThere = (uris: readonly string[]) => Promise<readonly string[]>;

/** A link to a file, once it is known which of its possible places is there. */
interface FileLink {
  readonly span: Span;
  readonly addresses: readonly string[];
  readonly fragment: string;
}

/**
 * What a file points at: ids lead to the line that gives them, clauses to their page, paths to the file beside this one or below
 * the workspace folder. A path without a file is no link.
 */
export async function documentLinksOf(context: FeatureContext, uri: string, there: FilesThere): Promise<DocumentLink[]> {
  const document = context.index.get(uri);
  if (!document || document.readings.readings.length === 0) return [];
  const { lines } = document.readings.document;
  const links: DocumentLink[] = [];
  const files: FileLink[] = [];
  for (const reading of document.readings.readings) {
    for (const mention of namesIn(uri, reading).mentions) {
      const link = mention.type === "file" ? undefined : mentionLink(context, mention);
      if (link) links.push({ range: lines.rangeOf(mention.span), ...link });
    }
    files.push(...pathsIn(document, reading));
  }
  const known = new Set(files.length > 0 ? await there([...new Set(files.flatMap(({ addresses }) => addresses))]) : []);
  for (const { span, addresses, fragment } of files) {
    const target = addresses.find((one) => known.has(one));
    // Of a fragment only a line is understood by an editor; a pointer into JSON is for the reader.
    if (target) links.push({ range: lines.rangeOf(span), target: /^L\d/.test(fragment) ? `${target}#${fragment}` : target, tooltip: "Open the file" });
  }
  return links.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function mentionLink(context: FeatureContext, mention: Mention): Pick<DocumentLink, "target" | "tooltip"> | undefined {
  const { type, id } = mention;
  if (type === "control" || type === "clause") return context.pages ? clauseLink(context, mention) : undefined;
  const [meant] = context.index.identifiers().meant(type, id);
  if (!meant) return undefined;
  const { start, end } = meant.reading.document.lines.rangeOf(meant.span);
  const place = `L${start.line + 1},${start.character + 1}-L${end.line + 1},${end.character + 1}`;
  return { target: `${meant.uri}#${place}`, tooltip: `${meant.title ?? meant.id}, ${fileName(context.index.get(meant.uri)?.path ?? meant.uri)}` };
}

function clauseLink({ catalogue }: FeatureContext, mention: Mention): Pick<DocumentLink, "target" | "tooltip"> | undefined {
  const [clause] = namedClauses(mention, catalogue);
  return clause && { target: clausePageUri(clause.ref), tooltip: titledReference(clause) };
}

/** The paths of a reading: in fields that name a file, and wherever a text can hardly be anything else. */
function pathsIn({ uri, folder }: IndexedDocument, { root, document }: Reading): FileLink[] {
  return walk(root).flatMap((field) =>
    textsIn(field).flatMap(({ text, span }) => {
      const named = field.definition.reference === "file" || looksLikePath(text) ? namedFile(text) : undefined;
      if (!named || document.text[span.start] === "*") return [];
      const addresses = addressesOf(named.path, uri, folder.uri);
      return addresses.length === 0 ? [] : [{ span: withoutQuotes(document.text, span), addresses, fragment: named.fragment }];
    }),
  );
}

function textsIn(field: Field): { text: string; span: Span }[] {
  const values = typeof field.value === "string" ? [{ value: field.value, span: field.valueSpan }] : field.items;
  return values.flatMap(({ value, span }) => (typeof value === "string" && value !== "" ? [{ text: value, span }] : []));
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  return /["']/.test(text[start] ?? "") && text[end - 1] === text[start] && end - start > 2 ? { start: start + 1, end: end - 1 } : { start, end };
}
