import { walk } from "../formats/field";
import { isNative } from "../formats/format";
import { meantNames } from "./meant";
import { gapsBy, missingFieldFixes } from "./missing-field-fixes";
import type { Draft, Rule } from "./rule";

/** Fields whose absence a rule of their own reports, with better words. */
const SPOKEN_FOR = new Set([
  "evaluation.metrics[].value",
  "risks[].treatment.actions[].owner",
  "risks[].treatment.actions[].due",
  "risks[].acceptance.by",
  "risks[].acceptance.until",
  "risk_matrix.likelihood",
  "risk_matrix.consequence",
  "risk_matrix.levels",
  "risk_matrix.table",
]);

/** Slips that hide what stands behind them: a quote, bracket or comment without its end, and two versions of the same lines. */
const HIDING = new Set(["unclosed-quote", "unclosed-bracket", "string-not-closed", "comment-not-closed", "merge-conflict"]);

/** An expected field is not there. Reported on the key of the object that lacks it, never on the whole file. */
export const missingField: Rule = {
  id: "missing-field",
  title: "An expected field is missing",
  severity: "warning",
  clauses: ["iso42001:7.5.2"],
  page: {
    why: "Every expected field answers a question that somebody will ask: a user, a reviewer, or the person who takes over from you. Which fields are expected depends on the strictness profile: starter, standard or audit.",
    fix: "Add the field. If it does not apply, write so in a few words: a reason is an answer, a gap is not.",
    wrong: "intended_use:\n  primary_uses: [Rank consumer credit applications for manual review]",
    right: "intended_use:\n  primary_uses: [Rank consumer credit applications for manual review]\n  out_of_scope_uses: [Mortgage decisions]",
  },
  check(context) {
    const { reading, profile } = context;
    const drafts: Draft[] = [];
    // In a foreign format `missing-essentials` says it, once.
    if (!isNative(reading.format)) return drafts;
    // A misspelt key and the field that is missing for it are one slip, which `unknown-field` reports.
    const gaps = gapsBy(profile.strictness, ({ node, definition }, missing) => SPOKEN_FOR.has(missing.path) || meantNames(node, definition).has(missing.name));
    const { part, document } = reading;
    const slip = document.problems.find(({ cause, span }) => HIDING.has(cause) && span.start >= part.span.start && span.start <= part.span.end);
    for (const field of [reading.root, ...walk(reading.root)]) {
      // What such a slip may have swallowed is not called missing: only an object that ends before it is known whole.
      if (slip && (field === reading.root || slip.span.start <= field.span.end)) continue;
      for (const missing of gaps(field)) {
        drafts.push({
          message: `“${missing.title}” is missing here. ${missing.description} Add \`${missing.name}\`.`,
          span: field.anchor,
          clauses: missing.clauses,
          field: field.path === "" ? missing.name : `${field.path}.${missing.name}`,
          fixes: () => missingFieldFixes(field, missing, gaps, context),
        });
      }
    }
    return drafts;
  },
};
