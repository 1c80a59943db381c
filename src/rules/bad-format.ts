import { statedStandard } from "../formats/stated-standard";
import type { FieldDefinition } from "../kinds/field";
import { parseReference } from "../standards/reference";
import { fixWith, replaceText, safely } from "./edits";
import { repairsOf } from "./repair";
import type { Draft, Rule, RuleContext } from "./rule";
import { clausesOf } from "./structure";
import type { Violation } from "./structure";
import { nameOf, oneOf, shown } from "./words";

/** A date, an address, a version or an id that is not written as such. */
export const badFormat: Rule = {
  id: "bad-format",
  title: "A value is not written in its form",
  severity: "error",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Dates are compared, addresses are used and ids are looked up. Written in another form they cannot be, and an overdue review goes unnoticed.",
    fix: "Write dates as 2026-09-01, versions as 2.1.0, and controls with their standard, as iso42001:A.6.2.4.",
    wrong: "review:\n  last: 1 September 2026\n  next: 2027-03-01",
    right: "review:\n  last: 2026-09-01\n  next: 2027-03-01",
  },
  *check(context) {
    for (const violation of context.structure.violations) {
      if (violation.rule === "bad-format") yield draftOf(violation, context);
    }
  },
};

/** What each form looks like, as the end of a sentence. */
const FORMS: Readonly<Record<string, string>> = {
  date: "a date such as 2026-09-01",
  email: "an e-mail address such as team@example.com",
  uri: "an address such as https://example.com/report",
  duration: "a duration such as P6M for six months or P1Y for a year",
  "semantic-version": "a semantic version such as 2.1.0",
  identifier: "an id of letters, digits, `-`, `_` and `.`, without blanks",
  "atlas-technique": "a MITRE ATLAS technique such as AML.T0020",
  "clause-reference": "a clause with its standard, such as iso42001:A.6.2.4",
  "control-reference": "a control with its standard, such as iso27001:A.8.15",
};

/** What a text in this form looks like, as the end of a sentence. */
export function formOf(format: string | undefined): string | undefined {
  return FORMS[format ?? ""];
}

function draftOf(violation: Violation, { reading }: RuleContext): Draft {
  const { node, owner } = violation;
  const field: Pick<FieldDefinition, "format" | "pattern"> = violation.definition ?? { format: formatOf(violation), pattern: undefined };
  const text = node.type === "scalar" ? String(node.value) : "";
  const form = formOf(field.format) ?? "the form that the field asks for";
  const repairs = repairsOf(text, field, statedStandard(reading.root));
  const hint = repairs.length === 0 ? calendarHint(text, field.format) : ` Did you mean ${oneOf(repairs)}?`;
  const preferred = repairs.length === 1;
  const fixes = violation.entry?.merged ? [] : repairs.flatMap((repair) => fixWith(`Write ${repair}`, [replaceText(node, repair, reading.document, reading.part.notation)], preferred));
  return {
    message: `${shown(text)} is not ${form}, which ${nameOf(violation)} wants.${hint}`,
    span: violation.span,
    clauses: clausesOf(owner),
    field: violation.path,
    // Another id may be named by other files as it is, and a standard that was not named is concluded from the number.
    fixes: field.format === "identifier" || (field.format?.endsWith("-reference") && !parseReference(text)?.standard) ? fixes : safely(fixes),
  };
}

function formatOf({ params }: Violation): string | undefined {
  return typeof params["format"] === "string" ? params["format"] : undefined;
}

/** A date of the right shape that no calendar has. */
function calendarHint(text: string, format: string | undefined): string {
  return format === "date" && /^\d{4}-\d{2}-\d{2}$/.test(text) ? " The calendar has no such day." : "";
}
