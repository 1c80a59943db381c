import { readDocument } from "../../documents/read";
import { slugOf } from "../../documents/slug";
import type { KindId } from "../../kinds/field";
import { textOf } from "../field";
import type { Reading } from "../format";
import { readParts } from "../readings";
import type { RecognitionContext } from "../recognise";
import { lostBetween, shortened } from "./lost";
import type { Loss } from "./lost";
import { markdownTarget, huggingFaceTarget } from "./markdown-targets";
import { remainsOf } from "./remains";
import type { Remainder } from "./remains";
import { bridge2aiTarget, cycloneDxTarget, jsonTarget, toolkitTarget, yamlTarget } from "./structured-targets";
import type { Target } from "./target";

/** Every way to write a document anew, our own first. */
export const targets: readonly Target[] = [yamlTarget, markdownTarget, jsonTarget, huggingFaceTarget, cycloneDxTarget("1.6"), cycloneDxTarget("1.7"), toolkitTarget, bridge2aiTarget];

/** The workspace's own names for fields, which a text is read with. */
export type OwnNames = RecognitionContext["names"];

/** A document written anew. */
export interface Written {
  readonly target: Target;
  /** A name for the new file. */
  readonly fileName: string;
  readonly text: string;
  /** What it says no more, in the order of the file. */
  readonly lost: readonly Loss[];
}

/** The ways to write a document in which it is not written already. */
export function targetsFor({ kind, format }: Reading): readonly Target[] {
  return targets.filter((target) => target.kinds.includes(kind.id) && !target.formats.includes(format.id));
}

/**
 * Writes a document anew. What that loses is not supposed but found out: the new text is read as any other file would be, and what the
 * document said before is looked for in it.
 */
export function writtenAs(reading: Reading, target: Target, names?: OwnNames): Written {
  const { document, kind, root } = reading;
  const fileName = target.fileName(slugFor(reading), kind.id);
  const readBack = (text: string) => readParts(readDocument(`new:///${fileName}`, target.language, text), { path: fileName, ...(names ? { names } : {}) });
  const text = target.write(reading, readBack);
  const [again] = readBack(text).readings;
  const after = again?.kind === kind && target.formats.includes(again.format.id) ? again.root : undefined;
  const takesBody = target.takesBody === true && document.language === "markdown";
  const left = remainsOf(reading, takesBody ? "without body" : "with body").map((one) => lossOf(one, target));
  const lost = [...lostBetween(root, after, target.form), ...left].sort((a, b) => a.span.start - b.span.start);
  return { target, fileName, text, lost };
}

/** The name that the new file begins with: that of what the document is about, else the old file's. */
function slugFor({ root, document }: Reading): string {
  const name = textOf(root, "id") ?? textOf(root, "name") ?? textOf(root, "title");
  if (name !== undefined) return slugOf(name);
  const file = document.uri.slice(document.uri.lastIndexOf("/") + 1);
  return slugOf(decodeURIComponent(file.replace(/%(?![0-9a-f]{2})/gi, "%25")).replace(/\..*$/, ""));
}

function lossOf({ name, sort, span }: Remainder, { form }: Target): Loss {
  const words = shortened(name);
  if (sort === "comments") return { name, message: `The ${name} of the file are not taken over.`, span };
  if (sort === "comment") return { name: "a comment", message: `The comment “${words}” is not taken over.`, span };
  if (sort === "section") return { name: `“${words}”`, message: `The section “${words}” belongs to no field, so ${form} goes without it.`, span };
  if (sort === "marks") return { name: words, message: `Fields hold plain words: ${words} ${/^the addresses|pieces/.test(words) ? "stay" : "stays"} behind.`, span };
  return { name: words, message: `\`${words}\` belongs to no field, so ${form} goes without it.`, span };
}

/** `role, threshold and 2 more`: what is lost in a few words, each thing once. */
export function lossesInShort(lost: readonly Loss[]): string {
  const names = [...new Set(lost.map(({ name }) => name))];
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}` : (all[0] ?? "");
}

export type { Loss, Target, KindId };
