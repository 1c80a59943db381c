import { fixWith, replaceWith, safely } from "./edits";
import type { Rule } from "./rule";
import { clausesOf } from "./structure";
import { booleanOf } from "./verdict";
import { nameOf } from "./words";

/** `yes`, `no`, `on` or `off` where `true` or `false` is wanted. */
export const yamlBooleanWord: Rule = {
  id: "yaml-boolean-word",
  title: "Yes, no, on or off stands for true or false",
  severity: "error",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "YAML 1.1 read these words as true or false, YAML 1.2 reads them as text. The same file then says different things to different tools.",
    fix: "Write `true` or `false`.",
    wrong: "training_data:\n  datasets:\n    - { id: applications-2024, personal_data: yes }",
    right: "training_data:\n  datasets:\n    - { id: applications-2024, personal_data: true }",
  },
  *check({ reading, structure }) {
    for (const violation of structure.violations) {
      const { node } = violation;
      const value = node.type === "scalar" ? booleanOf(node) : undefined;
      if (violation.rule !== "yaml-boolean-word" || node.type !== "scalar" || value === undefined) continue;
      yield {
        message: `\`${String(node.value).trim()}\` is read as text by some tools and as \`${String(value)}\` by others. ${nameOf(violation)} wants \`${String(value)}\`.`,
        span: violation.span,
        clauses: clausesOf(violation.owner),
        field: violation.path,
        fixes: violation.entry?.merged ? [] : safely(fixWith(`Write ${String(value)}`, [replaceWith(node, String(value), reading.document)])),
      };
    }
  },
};
