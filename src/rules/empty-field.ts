import { isEmptyNode } from "../documents/node";
import type { Span } from "../documents/span";
import { isLeaf, walk } from "../formats/field";
import type { Field } from "../formats/field";
import type { FieldDefinition } from "../kinds/field";
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
    for (const { definition, path, span, item } of empties(context)) {
      if (seen.has(path)) continue;
      seen.add(path);
      const what = item ? `This entry of “${definition.title}” is empty.` : `“${definition.title}” is empty.`;
      yield { message: `${what} ${item ? "Fill it in or remove it." : definition.description}`.trim(), span, clauses: clausesOf(definition), field: path };
    }
  },
};

interface Empty {
  readonly definition: FieldDefinition;
  readonly path: string;
  readonly span: Span;
  readonly item: boolean;
}

function* empties({ reading, structure }: RuleContext): Generator<Empty> {
  // An empty list of exclusions or of rules is a setting like any other: there only the schema decides.
  const fields = reading.kind.id === "clausewise" ? [] : walk(reading.root);
  for (const field of fields) yield* emptyIn(field);
  for (const { rule, owner, path, span, item, entry, definition } of structure.violations) {
    if (rule !== "empty-field") continue;
    yield { definition: definition ?? { ...owner, title: String(entry?.key.value ?? owner.title), description: "Write a value or remove the key." }, path, span, item };
  }
}

function* emptyIn(field: Field): Generator<Empty> {
  const { definition, path, anchor, node } = field;
  if (field.state === "empty" && (isLeaf(field) || field.children.length === 0)) {
    yield { definition, path, span: anchor, item: field.index !== undefined };
  } else if (node?.type === "list") {
    for (const [index, item] of node.items.entries()) {
      if (isEmptyNode(item) && item.type !== "map") yield { definition, path: `${path}[${index}]`, span: item.span, item: true };
    }
  }
}
