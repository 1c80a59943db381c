import { child } from "../formats/field";
import { fixFrom } from "./additions";
import { answerAt } from "./answers";
import type { Field } from "../formats/field";
import { dateOf } from "./dates";
import { objectsWith } from "./objects";
import { nextReview } from "./review-dates";
import type { Draft, Fix, Rule, RuleContext } from "./rule";

/** The dates of a review contradict each other or the calendar. */
export const reviewOrder: Rule = {
  id: "review-order",
  title: "The dates of a review are in the wrong order",
  severity: "error",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Who relies on the document reads from these dates whether it was looked at lately and will be again. Dates in the wrong order say neither.",
    fix: "Write the day of the last review in `last` and a later day in `next`. A review that has not happened yet has no place in `last`.",
    wrong: "kind: model-card\nreview: { last: 2024-03-01, next: 2023-09-01 }",
    right: "kind: model-card\nreview: { last: 2023-09-01, next: 2024-03-01 }",
  },
  *check(context) {
    for (const owner of objectsWith("review", context.reading.root)) yield* draftsOf(child(owner, "review") as Field, context);
  },
};

function* draftsOf(review: Field, context: RuleContext): Generator<Draft> {
  const { reading, today } = context;
  const [last, next] = [child(review, "last"), child(review, "next")];
  const [done, due] = [dateOf(review, "last"), dateOf(review, "next")];
  if (last && next && done && due && due <= done) {
    const relation = due === done ? "on the same day as the last one" : `before the last one, ${done}`;
    yield {
      message: `The next review, ${due}, is ${relation}. Set a later date, or correct the date of the last review.`,
      span: next.valueSpan,
      clauses: next.definition.clauses,
      related: [{ span: last.valueSpan, message: `The last review: ${done}.` }],
      fixes: () => [...(due < done ? [swapped(last, next, reading.document.text, done > today && due <= today)] : []), ...later(next, done, context)],
      field: next.path,
    };
  } else if (last && done && done > today) {
    yield {
      message: `The last review is dated ${done}, a day that has not come yet. Write the day on which it took place.`,
      span: last.valueSpan,
      clauses: last.definition.clauses,
      field: last.path,
      fixes: () => fixFrom(`Write today, ${today}`, answerAt(last.node, [{ type: "scalar", value: today }], reading), reading, false),
    };
  }
}

function swapped(last: Field, next: Field, text: string, preferred: boolean): Fix {
  const written = ({ valueSpan }: Field) => text.slice(valueSpan.start, valueSpan.end);
  const edits = [{ span: last.valueSpan, text: written(next) }, { span: next.valueSpan, text: written(last) }];
  return { title: "Swap the two dates", edits: edits.sort((a, b) => a.span.start - b.span.start), preferred };
}

/** The next review an interval after the last one, where that one has taken place. */
function later(next: Field, done: string, { reading, profile, today }: RuleContext): Fix[] {
  const due = nextReview(done, reading.kind.id, profile);
  return done > today ? [] : fixFrom(`Set the next review to ${due}, by the review interval`, answerAt(next.node, [{ type: "scalar", value: due }], reading), reading, false);
}
