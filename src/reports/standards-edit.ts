import type { Document } from "../documents/document";
import { layoutOf } from "../documents/layout";
import { newValue, plainText } from "../documents/new-value";
import { entryOf } from "../documents/node";
import { kind } from "../kinds/kinds";
import { replaceWith } from "../rules/edits";
import { insertEntries } from "../rules/insertion";
import type { TextEdit } from "../rules/rule";
import type { StandardId } from "../standards/clause";

/** The edits that make a workspace profile name these standards; everything else in it stays. Undefined where its text is too odd for that. */
export function standardsEdit(document: Document, standards: readonly StandardId[]): TextEdit[] | undefined {
  const [part] = document.parts;
  if (!part) return undefined;
  const entry = entryOf(part.root, "standards");
  if (entry && !entry.merged) {
    const edit = replaceWith(entry.value, `[${standards.map((one) => plainText([{ type: "scalar", value: one }], part.notation, layoutOf(document, part).quote)).join(", ")}]`, document);
    return edit && [edit];
  }
  const added = insertEntries({ document, part, node: part.root, key: undefined }, [{ key: "standards", value: newValue(standards) }], [...kind("clausewise").root.fields.keys()]);
  return added?.map(({ span, text }) => ({ span, text: plainText(text, part.notation, layoutOf(document, part).quote) }));
}
