import type { Document, Language } from "../../src/documents/document";
import type { TreeNode } from "../../src/documents/node";
import { readDocument } from "../../src/documents/read";

/** A text read as a document of the language. */
export function read(language: Language, text: string): Document {
  return readDocument("file:///file", language, text);
}

/**
 * A tree as lines that show where each node stands: the words between a span's ends, cut out of the text. A map shows its keys, a
 * list its items, a scalar its value; `*` marks what a merge brought in.
 */
export function drawn(document: Document, part = 0): string[] {
  const root = document.parts[part]?.root;
  return root ? lines(root, document.text, "") : [];
}

function lines(node: TreeNode, text: string, indent: string): string[] {
  const words = JSON.stringify(text.slice(node.span.start, node.span.end));
  if (node.type === "scalar") return [`${indent}${words} → ${JSON.stringify(node.value)} ${node.style}`];
  if (node.type === "list") return [`${indent}list ${words}`, ...node.items.flatMap((item) => lines(item, text, `${indent}  `))];
  const entries = node.entries.flatMap((entry) => {
    const [key, ...more] = lines(entry.key, text, `${indent}  `);
    return [`${key ?? ""}${entry.merged ? " *" : ""}`, ...more, ...lines(entry.value, text, `${indent}    `)];
  });
  return [`${indent}map ${words}`, ...entries];
}
