import { child } from "../formats/field";
import { fieldInsertions, fixFrom } from "./additions";
import { answerAt } from "./answers";
import type { Field } from "../formats/field";
import { daysAgo, dateOf } from "./dates";
import { isOver, objectsWith } from "./objects";
import { nextReview } from "./review-dates";
import type { Fix, Rule, RuleContext } from "./rule";

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
  *check(context) {
    const { reading, today } = context;
    if (isOver(reading.root)) return;
    for (const owner of objectsWith("review", reading.root)) {
      const review = child(owner, "review");
      const next = child(review, "next");
      const due = dateOf(review, "next");
      if (!review || !next || !due || due >= today || isOver(owner)) continue;
      yield {
        message: `The review was due on ${due}, ${daysAgo(due, today)}. Review the ${subjectOf(owner)} and set the next date.`,
        span: next.valueSpan,
        clauses: next.definition.clauses,
        field: next.path,
        fixes: () => reviewedToday(review, next, context),
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

/** Only a person knows that the review was done, so this repair is never made unasked. */
function reviewedToday(review: Field, next: Field, { reading, profile, today }: RuleContext): Fix[] {
  const due = nextReview(today, reading.kind.id, profile);
  const last = child(review, "last");
  const done = { type: "scalar", value: today } as const;
  const insertions = [last ? answerAt(last.node, [done], reading) : fieldInsertions(review, [{ key: "last", value: done }], reading), answerAt(next.node, [{ type: "scalar", value: due }], reading)];
  if (insertions.some((one) => one === undefined)) return [];
  return fixFrom(`Reviewed today: the next review is on ${due}`, insertions.flatMap((one) => one ?? []), reading, false);
}
