import { isEmptyNode } from "../documents/node";
import type { Span } from "../documents/span";
import { child, isLeaf, walk } from "../formats/field";
import { isNative } from "../formats/format";
import type { Reading } from "../formats/format";
import type { Field } from "../formats/field";
import type { FieldDefinition } from "../kinds/field";
import { emptyFieldFixes } from "./empty-field-fixes";
import type { Rule, RuleContext } from "./rule";
import { clausesOf } from "./structure";

/** A field is there without an answer. */
export const emptyField: Rule = {
  id: "empty-field",
  title: "A field has no value",
  severity: "warning",
  clauses: ["iso42001:7.5.2"],
  page: {
    why: "A key without a value looks answered at a glance, but tells a reviewer nothing.",
    fix: "Write the answer, or why there is none. Remove the key if the question does not arise.",
    wrong: "intended_use:\n  human_oversight:",
    right: "intended_use:\n  human_oversight: A credit officer decides; the score is one of five inputs.",
  },
  *check(context) {
    const seen = new Set<string>();
    const folded = foldedIn(context.reading);
    for (const { definition, path, span, item, field, owner } of empties(context)) {
      const column = folded.get(definition);
      if (column) {
        if (seen.has(definition.path)) continue;
        seen.add(definition.path);
        yield { message: `“${definition.title}” is empty in ${column.empty} of ${column.all} entries. ${definition.description}`.trim(), span, clauses: clausesOf(definition), field: path };
        continue;
      }
      if (seen.has(path)) continue;
      seen.add(path);
      const what = item ? `This entry of “${definition.title}” is empty.` : `“${definition.title}” is empty.`;
      yield { message: `${what} ${item ? "Fill it in or remove it." : definition.description}`.trim(), span, clauses: clausesOf(definition), field: path, fixes: () => (field && owner && isNative(context.reading.format) ? emptyFieldFixes(field, owner, context) : []) };
    }
  },
};

/** More empty cells of one column than this are one gap, not many. */
const MOST_CELLS = 5;

/** The columns of a foreign register or statement that nobody has filled in yet for most of its entries. */
function foldedIn({ root, format }: Reading): Map<FieldDefinition, { empty: number; all: number }> {
  const columns = new Map<FieldDefinition, { empty: number; all: number }>();
  for (const list of isNative(format) ? [] : root.children.filter((field) => field.definition.shape === "objects")) {
    for (const definition of list.definition.fields.values()) {
      const empty = list.children.filter((entry) => child(entry, definition.name)?.state === "empty").length;
      if (empty > MOST_CELLS && empty * 2 > list.children.length) columns.set(definition, { empty, all: list.children.length });
    }
  }
  return columns;
}

interface Empty {
  readonly definition: FieldDefinition;
  readonly path: string;
  readonly span: Span;
  readonly item: boolean;
  /** The field and the object that holds it, where the kind has such a field. */
  readonly field?: Field;
  readonly owner?: Field;
}

function empties({ reading, structure }: RuleContext): Empty[] {
  const all: Empty[] = [];
  // An empty list of exclusions or of rules is a setting like any other: there only the schema decides.
  if (reading.kind.id !== "clausewise") collectBelow(reading.root, all);
  for (const { rule, owner, path, span, item, entry, definition } of structure.violations) {
    if (rule !== "empty-field") continue;
    const found = definition && entry ? fieldAt(reading.root, path) : undefined;
    all.push({ ...found, definition: definition ?? { ...owner, title: String(entry?.key.value ?? owner.title), description: "Write a value or remove the key." }, path, span, item });
  }
  return all;
}

function collectBelow(owner: Field, all: Empty[]): void {
  for (const field of owner.children) {
    collectIn(field, owner, all);
    collectBelow(field, all);
  }
}

/** The field of a path with the object that holds it. */
function fieldAt(root: Field, path: string): Pick<Empty, "field" | "owner"> | undefined {
  for (const owner of [root, ...walk(root)]) {
    const field = owner.children.find((one) => one.path === path);
    if (field) return { field, owner };
  }
  return undefined;
}

function collectIn(field: Field, owner: Field, all: Empty[]): void {
  const { definition, path, anchor, node } = field;
  if (field.state === "empty" && (isLeaf(field) || field.children.length === 0)) {
    all.push({ definition, path, span: anchor, item: field.index !== undefined, field, owner });
  } else if (node?.type === "list") {
    node.items.forEach((item, index) => {
      if (item.type !== "map" && isEmptyNode(item)) all.push({ definition, path: `${path}[${index}]`, span: item.span, item: true });
    });
  }
}
