import { child } from "../formats/field";
import type { Field } from "../formats/field";
import { daysAgo, dateOf } from "./dates";
import { isOver, objectsIn } from "./objects";
import type { Rule } from "./rule";

/** The day of a review has passed. */
export const reviewOverdue: Rule = {
  id: "review-overdue",
  title: "A review is overdue",
  severity: "warning",
  clauses: ["iso42001:7.5.2", "iso42001:9.1", "iso27001:7.5.2", "iso27001:9.1"],
  page: {
    why: "Models, data and threats change while a document stands still. The date of the next review is the promise that somebody looks again.",
    fix: "Review the document, correct what has changed, and set `last` to today and `next` to the day of the next review. A retired model and a closed risk need no review.",
    wrong: "kind: model-card\nstatus: deployed\nreview: { last: 2023-09-01, next: 2024-03-01 }",
    right: "kind: model-card\nstatus: deployed\nreview: { last: 2024-03-01, next: 2099-03-01 }",
  },
  *check({ reading, today }) {
    if (isOver(reading.root)) return;
    for (const owner of objectsIn(reading.root)) {
      const next = child(child(owner, "review"), "next");
      const due = dateOf(child(owner, "review"), "next");
      if (!next || !due || due >= today || isOver(owner)) continue;
      yield {
        message: `The review was due on ${due}, ${daysAgo(due, today)}. Review the ${subjectOf(owner)} and set the next date.`,
        span: next.valueSpan,
        clauses: next.definition.clauses,
        field: next.path,
      };
    }
  },
};

const SUBJECTS = { "model-card": "card", "impact-assessment": "assessment", "security-risk": "risk file", "statement-of-applicability": "statement", clausewise: "profile" } as const;

/** How people call what is to be reviewed. */
function subjectOf(owner: Field): string {
  if (owner.definition.name === "risks") return "risk";
  return owner.path === "" ? SUBJECTS[owner.definition.kind] : "entry";
}
