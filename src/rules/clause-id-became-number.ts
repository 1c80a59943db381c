import { statedStandard } from "../formats/stated-standard";
import { catalogue } from "../standards/catalogue";
import { findClauses, titledReference } from "../standards/reference";
import type { Numeral } from "../documents/passages-tree";
import type { ScalarNode } from "../documents/node";
import type { Document } from "../documents/document";
import type { Clause } from "../standards/clause";
import { fixWith, replaceWith } from "./edits";
import type { ReferenceRule } from "./reference-rule";
import type { Draft, Fix, RuleContext } from "./rule";
import { clausesOf } from "./structure";
import type { Violation } from "./structure";
import { nameOf } from "./words";

/** The number of a clause without quotes, which YAML and JSON take for a number: `5.10` becomes 5.1. */
export const clauseIdBecameNumber: ReferenceRule = {
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
  *about({ document, references }) {
    for (const numeral of references.numerals) yield* draftsOfNumeral(numeral, document);
  },
};

/** Below a key that names one standard, in whatever file: there a number is one of its clauses or controls. */
function draftsOfNumeral({ node, around }: Numeral, document: Document): Draft[] {
  const near = around.find((one) => one.standards.length > 0 || one.others);
  const [standard] = near?.standards ?? [];
  if (!near || near.place === "document" || near.standards.length !== 1 || !standard) return [];
  // Controls of ISO/IEC 27001 are often written without their letter; of ISO/IEC 42001 a bare number is a clause.
  const bareFirst = standard === "iso42001" && !around.some((one) => one.controls);
  const clauses = (bareFirst ? [node.source, `A.${node.source}`] : [`A.${node.source}`, node.source]).flatMap((id) => catalogue.clause(`${standard}:${id}`) ?? []);
  if (clauses.length === 0) return [];
  const fixes = [{ id: node.source, title: `Write "${node.source}"` }, ...clauses.map((clause) => ({ id: clause.ref, title: `Write "${clause.ref}"` }))];
  return [
    {
      message: `${readAs(node)}, but this is the number of a clause.${meantBy(clauses[0])} Put it in quotes.`,
      span: node.span,
      clauses: clauses.map((clause) => clause.ref),
      fixes: fixes.flatMap(({ id, title }, index): Fix[] => fixWith(title, [replaceWith(node, JSON.stringify(id), document)], index === 0)),
    },
  ];
}

function readAs({ source, value }: ScalarNode): string {
  return source === String(value) ? `\`${source}\` is read as a number` : `\`${source}\` is read as the number ${String(value)}`;
}

function meantBy(clause: Clause | undefined): string {
  return clause ? ` It may mean ${titledReference(clause)}.` : "";
}

function draftOf(violation: Violation, { reading }: RuleContext): Draft {
  const { node, owner, path, span } = violation;
  const source = node.type === "scalar" ? node.source : "";
  const became = node.type === "scalar" ? readAs(node) : "";
  const found = findClauses(`A.${source}`, catalogue).filter((clause) => clause.kind === "control");
  const own = found.filter((clause) => clause.standard === statedStandard(reading.root));
  const controls = own.length > 0 ? own : found;
  const meant = meantBy(controls[0]);
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
