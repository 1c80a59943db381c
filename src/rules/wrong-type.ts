import { safely } from "./edits";
import type { Rule } from "./rule";
import { clausesOf } from "./structure";
import { shapeAdvice } from "./shape-advice";

/** A value has another shape than its field: a number for text, a single value for a list, text for a group of keys. */
export const wrongType: Rule = {
  id: "wrong-type",
  title: "A value has the wrong shape",
  severity: "error",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Tools and reports read a field in one shape. In another one its answer is lost or changed: the version 2.10 without quotes becomes 2.1.",
    fix: "Write the value as the field wants it: text in quotes where it looks like a number, a list with `- ` or `[ ]`, a group as keys with values.",
    wrong: "intended_use:\n  users: Credit officers",
    right: "intended_use:\n  users: [Credit officers]",
  },
  *check(context) {
    for (const violation of context.structure.violations) {
      if (violation.rule !== "wrong-type") continue;
      const { message, fixes } = shapeAdvice(violation, context);
      yield { message, fixes: safely(fixes ?? []), span: violation.span, clauses: clausesOf(violation.owner), field: violation.path };
    }
  },
};
