import { catalogue } from "../standards/catalogue";
import { displayReference, findClauses } from "../standards/reference";
import { fixWith, replaceWith } from "./edits";
import type { Draft, Rule, RuleContext } from "./rule";
import { clausesOf } from "./structure";
import type { Violation } from "./structure";
import { nameOf } from "./words";

/** The number of a clause without quotes, which YAML and JSON take for a number: `5.10` becomes 5.1. */
export const clauseIdBecameNumber: Rule = {
  id: "clause-id-became-number",
  title: "The number of a clause became a number",
  severity: "error",
  clauses: ["iso42001:6.1.3", "iso27001:6.1.3"],
  page: {
    why: "Without quotes the number of a clause is read as a decimal number: 5.10 becomes 5.1, which is another clause.",
    fix: "Name the standard as well, which also makes it text: iso27001:A.5.10.",
    wrong: "risks:\n  - id: R-001\n    treatment:\n      option: modify\n      controls: [5.10]",
    right: "risks:\n  - id: R-001\n    treatment:\n      option: modify\n      controls: [iso27001:A.5.10]",
  },
  *check(context) {
    for (const violation of context.structure.violations) {
      if (violation.rule === "clause-id-became-number") yield draftOf(violation, context);
    }
  },
};

function draftOf(violation: Violation, { reading }: RuleContext): Draft {
  const { node, owner, path, span } = violation;
  const source = node.type === "scalar" ? node.source : "";
  const value = node.type === "scalar" ? String(node.value) : "";
  const became = source === value ? `\`${source}\` is read as a number` : `\`${source}\` is read as the number ${value}`;
  const controls = findClauses(`A.${source}`, catalogue).filter((clause) => clause.kind === "control");
  const [first] = controls;
  const meant = first ? ` It may mean ${displayReference(first.ref)} ${first.title}.` : "";
  const candidates = controls.length > 0 ? controls.map((clause) => clause.ref as string) : [source];
  const fixes = candidates.flatMap((candidate) => fixWith(`Write "${candidate}"`, [replaceWith(node, JSON.stringify(candidate), reading.document)], candidates.length === 1));
  return {
    message: `${became}, but ${nameOf(violation)} names a clause.${meant} Put it in quotes, with its standard.`,
    span,
    clauses: clausesOf(owner),
    field: path,
    fixes: violation.entry?.merged ? [] : fixes,
  };
}
