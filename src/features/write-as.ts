import type { CodeAction, Range as ProtocolRange } from "vscode-languageserver";
import { touches } from "../documents/span";
import type { Position } from "../documents/span";
import { isLeaf, textOf, walk } from "../formats/field";
import type { Reading } from "../formats/format";
import { lossesInShort, targets, targetsFor, writtenAs } from "../formats/writing/targets";
import type { Written } from "../formats/writing/targets";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { lostPageUri } from "./page-address";

/** The client's command that asks how to write a document; its arguments are the file and a place in the document. */
export const WRITE_AS = "clausewise.writeAs";

/** Kind of the action that leads to it. */
export const REWRITE = "refactor.rewrite";

/** The ways to write one document of a file anew. */
export interface WriteOffer {
  /** How the document is called. */
  readonly name: string;
  /** Its place among the documents of the file. */
  readonly part: number;
  readonly ways: readonly WriteWay[];
}

/** One way, with what it would lose. */
export interface WriteWay {
  readonly target: string;
  readonly title: string;
  readonly about: string;
  /** How many things are lost. */
  readonly lost: number;
  /** What they are, in a few words. */
  readonly inShort: string;
}

/** A document written anew, for a file that is to be made. */
export interface WrittenDocument {
  readonly fileName: string;
  readonly language: string;
  readonly text: string;
  /** The form with its article, for a sentence. */
  readonly form: string;
  readonly lost: number;
  readonly inShort: string;
  /** The page that lists what is lost. */
  readonly page: string;
}

/** How the document at a place, else the first of the file, can be written; undefined where there is none that says anything. */
export function writeOffer({ index }: FeatureContext, uri: string, position?: Position): WriteOffer | undefined {
  const document = index.get(uri);
  const reading = document && readingAt(document, position);
  if (!reading || !isWorthWriting(reading)) return undefined;
  const ways = targetsFor(reading).map((target): WriteWay => {
    const { lost } = writtenAs(reading, target, document.folder.profile.headings);
    return { target: target.id, title: target.title, about: target.about, lost: lost.length, inShort: lossesInShort(lost) };
  });
  return { name: nameOf(reading, document), part: reading.part.index, ways };
}

/** The document as the person chose; undefined when it is no longer there. */
export function writeAs(context: FeatureContext, uri: string, part: number, target: string): WrittenDocument | undefined {
  const written = writtenIn(context, uri, part, target);
  if (!written) return undefined;
  const { fileName, text, lost } = written;
  const { language, form } = written.target;
  return { fileName, language, text, form, lost: lost.length, inShort: lossesInShort(lost), page: lostPageUri(target, part, uri) };
}

/** A document of a file as a target writes it. */
export function writtenIn({ index }: FeatureContext, uri: string, part: number, id: string): Written | undefined {
  const document = index.get(uri);
  const reading = document?.readings.readings.find((one) => one.part.index === part);
  const target = targets.find((one) => one.id === id);
  return document && reading && target?.kinds.includes(reading.kind.id) ? writtenAs(reading, target, document.folder.profile.headings) : undefined;
}

/** At the head of a document, the way to write it anew. */
export function writeActions({ index, pages }: FeatureContext, uri: string, range: ProtocolRange): CodeAction[] {
  const document = index.get(uri);
  if (!document || !pages) return [];
  const { lines } = document.readings.document;
  const here = document.readings.readings.find((reading) => {
    const { start, end } = lines.rangeOf(reading.root.anchor);
    const first = lines.positionAt(reading.part.span.start).line;
    return isWorthWriting(reading) && ((range.start.line <= end.line && range.end.line >= start.line) || range.start.line === first);
  });
  if (!here || targetsFor(here).length === 0) return [];
  const title = `Write this ${here.kind.title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())} as…`;
  return [{ title, kind: REWRITE, command: { title, command: WRITE_AS, arguments: [uri, lines.positionAt(here.root.anchor.start)] } }];
}

function readingAt({ readings: { document, readings } }: IndexedDocument, position: Position | undefined): Reading | undefined {
  const offset = position && document.lines.offsetAt(position);
  return readings.find(({ part }) => offset !== undefined && touches(part.span, offset)) ?? readings[0];
}

function isWorthWriting({ root }: Reading): boolean {
  return walk(root).some((field) => isLeaf(field) && field.state === "filled" && field.definition.constant === undefined);
}

function nameOf({ root }: Reading, { path }: IndexedDocument): string {
  return textOf(root, "name") ?? textOf(root, "title") ?? path.slice(path.lastIndexOf("/") + 1);
}
