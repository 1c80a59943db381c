import { child, itemsOf } from "../formats/field";
import { fixFrom } from "./additions";
import { answerAt } from "./answers";
import { dateOf, daysAgo } from "./dates";
import { isOver } from "./objects";
import { nextReview } from "./review-dates";
import type { Fix, Rule, RuleContext } from "./rule";
import type { Field } from "../formats/field";

/** The day until which a risk was accepted has passed. */
export const acceptanceExpired: Rule = {
  id: "acceptance-expired",
  title: "The acceptance of a risk has ended",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso42001:8.3", "iso27001:6.1.3", "iso27001:8.3"],
  page: {
    why: "A risk was accepted for a time because of what was known then. After that day nobody stands for the decision any more.",
    fix: "Treat the risk, close it, or have it accepted anew and write the new day.",
    wrong: "kind: security-risk\nrisks:\n  - id: R-001\n    acceptance: { by: Head of credit risk, until: 2024-03-10 }",
    right: "kind: security-risk\nrisks:\n  - id: R-001\n    acceptance: { by: Head of credit risk, until: 2099-03-10 }",
  },
  *check(context) {
    const { reading, today } = context;
    for (const risk of itemsOf(reading.root, "risks")) {
      const acceptance = child(risk, "acceptance");
      const until = child(acceptance, "until");
      const end = dateOf(acceptance, "until");
      if (!acceptance || !until || !end || end >= today || isOver(risk)) continue;
      yield {
        message: `The acceptance ended on ${end}, ${daysAgo(end, today)}. Treat the risk, or have it accepted anew.`,
        span: until.valueSpan,
        clauses: until.definition.clauses,
        field: until.path,
        fixes: () => acceptedAnew(acceptance, until, context),
      };
    }
  },
};

/** Accepted again today for one review interval, which only the person who answers for it can say. */
function acceptedAnew(acceptance: Field, until: Field, { reading, profile, today }: RuleContext): Fix[] {
  const end = nextReview(today, reading.kind.id, profile);
  const date = child(acceptance, "date");
  const insertions = [...(date ? [answerAt(date.node, [{ type: "scalar", value: today }], reading)] : []), answerAt(until.node, [{ type: "scalar", value: end }], reading)];
  if (insertions.some((one) => one === undefined)) return [];
  return fixFrom(`Accepted anew today, until ${end}`, insertions.flatMap((one) => one ?? []), reading, false);
}
