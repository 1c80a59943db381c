import type { ListNode, TreeNode } from "../documents/node";
import { fixWith, removeItem, safely } from "./edits";
import type { Draft, Rule, RuleContext } from "./rule";
import { clausesOf } from "./structure";
import type { Violation } from "./structure";
import { nameOf, shown } from "./words";

/** A number, a text or a list outside the bounds of its field. */
export const outOfRange: Rule = {
  id: "out-of-range",
  title: "A value is outside its bounds",
  severity: "error",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "A value outside its bounds, or an entry that stands twice, is a slip of the keyboard or a misunderstanding of the field; either way nobody can rely on it.",
    fix: "Write a value within the bounds that the message names, or remove the second entry.",
    wrong: "risks:\n  - id: R-001\n    affects: [integrity, availability, integrity]",
    right: "risks:\n  - id: R-001\n    affects: [integrity, availability]",
  },
  *check(context) {
    for (const violation of context.structure.violations) {
      if (violation.rule === "out-of-range") yield draftOf(violation, context);
    }
  },
};

function draftOf(violation: Violation, { reading }: RuleContext): Draft {
  const { node, owner, path, span, keyword } = violation;
  const about = { span, clauses: clausesOf(owner), field: path };
  const value = node.type === "scalar" ? shown(String(node.value)) : "This entry";
  if (keyword === "uniqueItems") {
    const list = reading.part.root && listOf(node, reading.part.root);
    const fixes = () => (list ? safely(fixWith("Remove the second one", [removeItem(list, node, reading.document)])) : []);
    return { ...about, message: `${value} stands twice in ${nameOf(violation)}. Remove one of the two.`, fixes };
  }
  return { ...about, message: `${node.type === "scalar" ? value : "This"} is outside the bounds of ${nameOf(violation)}: ${boundOf(violation)}.` };
}

/** The list below `root` that has the node as an item. */
function listOf(node: TreeNode, root: TreeNode): ListNode | undefined {
  if (root.type === "scalar") return undefined;
  if (root.type === "list" && root.items.includes(node)) return root;
  const inside = root.type === "list" ? root.items : root.entries.map((entry) => entry.value);
  for (const one of inside) {
    const found = listOf(node, one);
    if (found) return found;
  }
  return undefined;
}

function boundOf({ keyword, params }: Violation): string {
  const bound = params["limit"] ?? params["multipleOf"];
  const limit = typeof bound === "number" ? String(bound) : "";
  switch (keyword) {
    case "minimum":
      return `${limit} or more is wanted`;
    case "maximum":
      return `${limit} or less is wanted`;
    case "exclusiveMinimum":
      return `more than ${limit} is wanted`;
    case "exclusiveMaximum":
      return `less than ${limit} is wanted`;
    case "multipleOf":
      return `a multiple of ${limit} is wanted`;
    case "minLength":
    case "minItems":
    case "minProperties":
      return `at least ${limit} ${unitOf(keyword, limit)} wanted`;
    default:
      return `at most ${limit} ${unitOf(keyword, limit)} wanted`;
  }
}

function unitOf(keyword: string, limit: string): string {
  const one = limit === "1";
  if (keyword.endsWith("Length")) return one ? "character is" : "characters are";
  if (keyword.endsWith("Items")) return one ? "entry is" : "entries are";
  return one ? "key is" : "keys are";
}
