import type { Document } from "../documents/document";
import { keyText, plainValue } from "../documents/node";
import type { Entry, MapNode, TreeNode } from "../documents/node";
import { isNative } from "../formats/format";
import type { Reading } from "../formats/format";
import type { FieldDefinition } from "../kinds/field";
import { fixWith, isWrittenHere, removeEntry, safely } from "./edits";
import type { Draft, Fix, Rule } from "./rule";
import { clausesOf } from "./structure";
import { shown } from "./words";

/** The same key stands twice in one mapping. */
export const duplicateKey: Rule = {
  id: "duplicate-key",
  title: "A key stands twice",
  severity: "error",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Some tools keep the first of two equal keys, some the last, some refuse the file. Two readers of this document could then see different answers.",
    fix: "Keep one of the two and remove the other.",
    wrong: "status: deployed\nstatus: in_review",
    right: "status: deployed",
  },
  check({ reading }) {
    const drafts: Draft[] = [];
    if (reading.part.root && isNative(reading.format)) look(reading.part.root, reading.kind.root, [], reading, drafts);
    return drafts;
  },
};

/** `way` leads from the root to the node, a key or a place in a list at each step: most documents need no path of it. */
function look(node: TreeNode, definition: FieldDefinition | undefined, way: (string | number)[], reading: Reading, drafts: Draft[]): void {
  if (node.type === "scalar" || !isWrittenHere(node, reading.document)) return;
  if (node.type === "list") {
    for (let index = 0; index < node.items.length; index++) {
      way.push(index);
      look(node.items[index] as TreeNode, definition, way, reading, drafts);
      way.pop();
    }
    return;
  }
  const { entries } = node;
  const first = entries.length > FEW ? firstByKey(entries) : undefined;
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as Entry;
    if (entry.merged) continue;
    const key = keyText(entry);
    const field = definition?.fields.get(key) ?? definition;
    way.push(key);
    const before = first ? first.get(key) : firstAmong(entries, index, key);
    if (before && before !== entry) drafts.push(draftOf(node, before, entry, pathOf(way), field, reading));
    look(entry.value, field, way, reading, drafts);
    way.pop();
  }
}

/** More keys than this are looked up in a table; a few are faster compared one by one. */
const FEW = 16;

function firstByKey(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const first = new Map<string, Entry>();
  for (const entry of entries) if (!entry.merged && !first.has(keyText(entry))) first.set(keyText(entry), entry);
  return first;
}

/** The first entry above the one at `end` that has its key. */
function firstAmong(entries: readonly Entry[], end: number, key: string): Entry | undefined {
  for (let index = 0; index < end; index++) {
    const entry = entries[index] as Entry;
    if (!entry.merged && keyText(entry) === key) return entry;
  }
  return undefined;
}

function pathOf(way: readonly (string | number)[]): string {
  return way.reduce<string>((path, step) => (typeof step === "number" ? `${path}[${step}]` : path === "" ? step : `${path}.${step}`), "");
}

function draftOf(map: MapNode, first: Entry, second: Entry, path: string, field: FieldDefinition | undefined, { document }: Reading): Draft {
  const same = JSON.stringify(plainValue(first.value)) === JSON.stringify(plainValue(second.value));
  const line = document.lines.lineOf(first.key.span.start) + 1;
  return {
    message: `\`${keyText(second)}\` stands twice: it is already in line ${line}. Tools differ in which of the two they read. ${same ? "Both say the same, so remove one." : "Keep the right one."}`,
    span: second.key.span,
    clauses: clausesOf(field),
    related: [{ span: first.key.span, message: `The first \`${keyText(first)}\` is here.` }],
    fixes: same ? safely(fixWith("Remove the second one", [removeEntry(map, second, document)])) : keepOne(map, first, second, document),
    field: path,
  };
}

/** Which of two different answers holds is for the writer to say. */
function keepOne(map: MapNode, first: Entry, second: Entry, document: Document): Fix[] {
  const titled = (entry: Entry) => (entry.value.type === "scalar" && entry.value.value !== null ? `: ${shown(String(entry.value.value)).slice(1, -1)}` : "");
  return [
    ...fixWith(`Keep the first one${titled(first)}`, [removeEntry(map, second, document)], false),
    ...fixWith(`Keep the last one${titled(second)}`, [removeEntry(map, first, document)], false),
  ];
}
