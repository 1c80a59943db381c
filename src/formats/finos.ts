import type { Document, Part } from "../documents/document";
import { entryOf, keyText, stringOf } from "../documents/node";
import type { Entry, TreeNode } from "../documents/node";
import type { Kind } from "../kinds/field";
import { answerOf } from "./answer";
import { FieldBuilder } from "./field-builder";
import { priority } from "./format";
import type { Format, FormatReading } from "./format";
import { joined, pointsOf } from "./markdown-points";
import { rootPlace } from "./root-place";

/** The entry of a catalogue with the references that it keeps to standards, by key. */
const REFERENCES: readonly (readonly [key: RegExp, standard: string])[] = [
  [/^iso[-_]?42001[-_]references$/, "iso42001"],
  [/^iso[-_]?27001[-_]references$/, "iso27001"],
];

/**
 * A risk or a mitigation as a page with front matter that refers to standards.
 * Source: finos/ai-governance-framework, docs/_risks and docs/_mitigations.
 */
export const finosEntry: Format = {
  id: "finos-entry",
  title: "an entry of a risk and mitigation catalogue",
  languages: ["markdown"],
  priority: priority.ownMark,
  kinds: ["security-risk"],
  wholeFile: true,
  recognise: (part) => (isEntry(part.root) ? "security-risk" : undefined),
  read: readEntry,
  concerns: (path) => /^(?:title|risks|risks\[\]\.(?:title|description|treatment))$/.test(path),
};

function isEntry(root: TreeNode | undefined): boolean {
  if (root?.type !== "map") return false;
  const layout = stringOf(root, "layout") ?? "risk";
  if (layout !== "risk" && layout !== "mitigation") return false;
  const references = root.entries.filter((entry) => /[-_]references$/.test(keyText(entry))).length;
  return references > 0 && (entryOf(root, "layout") !== undefined || entryOf(root, "mitigates") !== undefined || entryOf(root, "related_risks") !== undefined || root.entries.some((entry) => REFERENCES.some(([key]) => key.test(keyText(entry)))));
}

function readEntry(part: Part, document: Document, kind: Kind): FormatReading {
  const { root } = part;
  const builder = FieldBuilder.of(kind, rootPlace(part, document));
  const title = entryOf(root, "title");
  const mitigation = stringOf(root, "layout") === "mitigation" || entryOf(root, "mitigates") !== undefined;
  const place = title ? { anchor: title.value.span, span: { start: 0, end: document.text.length } } : rootPlace(part, document);
  const risk = builder.item("risks", place);
  if (title?.value.type === "scalar") {
    const answer = answerOf(title.key.span, { text: String(title.value.value ?? ""), span: title.value.span });
    builder.put("title", answer);
    risk?.put("title", answer);
    if (mitigation) risk?.item("treatment.actions", answer)?.put("what", answer);
  }
  const sequence = entryOf(root, "sequence");
  if (sequence?.value.type === "scalar") risk?.put("id", answerOf(sequence.key.span, { text: `${mitigation ? "mi" : "ri"}-${String(sequence.value.value)}`, span: sequence.value.span }));
  const description = document.body?.().sections.find((section) => /^(?:summary|purpose|description)$/i.test(section.title?.text ?? ""));
  const words = description && joined(pointsOf(description.blocks, document.text));
  if (description?.title && words) risk?.put("description", answerOf(description.title.span, words));
  for (const entry of root?.type === "map" ? root.entries : []) {
    const standard = REFERENCES.find(([key]) => key.test(keyText(entry)))?.[1];
    if (standard !== undefined) putReferences(entry, standard, risk);
  }
  return { root: builder.fields() };
}

/** `A-6-2-3` below `iso-42001_references` is `iso42001:A.6.2.3`. */
function putReferences(entry: Entry, standard: string, risk: FieldBuilder | undefined): void {
  const nodes = entry.value.type === "list" ? entry.value.items : [entry.value];
  const items = nodes.flatMap((node) => (node.type === "scalar" && node.value !== null ? [{ text: `${standard}:${String(node.value).replace(/[-_]/g, ".").replace(/^a\./, "A.")}`, span: node.span }] : []));
  if (items.length === 0) return;
  risk?.put("treatment.controls", { ...answerOf(entry.key.span, { text: items.map((one) => one.text).join(", "), span: entry.value.span }, items), node: entry.value });
}

