import { child, itemsOf } from "../formats/field";
import { dateOf, daysAgo } from "./dates";
import { isOver } from "./objects";
import type { Rule } from "./rule";

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
  *check({ reading, today }) {
    for (const risk of itemsOf(reading.root, "risks")) {
      const until = child(child(risk, "acceptance"), "until");
      const end = dateOf(child(risk, "acceptance"), "until");
      if (!until || !end || end >= today || isOver(risk)) continue;
      yield {
        message: `The acceptance ended on ${end}, ${daysAgo(end, today)}. Treat the risk, or have it accepted anew.`,
        span: until.valueSpan,
        clauses: until.definition.clauses,
        field: until.path,
      };
    }
  },
};
