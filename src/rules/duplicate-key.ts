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
  *check({ reading }) {
    if (reading.part.root && isNative(reading.format)) yield* inside(reading.part.root, reading.kind.root, "", reading);
  },
};

function* inside(node: TreeNode, definition: FieldDefinition | undefined, path: string, reading: Reading): Generator<Draft> {
  if (node.type === "scalar" || !isWrittenHere(node, reading.document)) return;
  if (node.type === "list") {
    for (const [index, item] of node.items.entries()) yield* inside(item, definition, `${path}[${index}]`, reading);
    return;
  }
  const first = new Map<string, Entry>();
  for (const entry of node.entries) {
    if (entry.merged) continue;
    const key = keyText(entry);
    const field = definition?.fields.get(key) ?? definition;
    const own = path === "" ? key : `${path}.${key}`;
    const before = first.get(key);
    if (before) yield draftOf(node, before, entry, own, field, reading);
    else first.set(key, entry);
    yield* inside(entry.value, field, own, reading);
  }
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
