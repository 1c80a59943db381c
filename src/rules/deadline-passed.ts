import { child, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import { dateOf, daysAgo } from "./dates";
import type { Draft, Rule } from "./rule";

/** A day by which something was to be done and that has passed while it is open. */
export const deadlinePassed: Rule = {
  id: "deadline-passed",
  title: "The day by which a risk was to be treated has passed",
  severity: "warning",
  clauses: ["iso42001:8.3", "iso27001:8.3"],
  page: {
    why: "A treatment that is late leaves the risk as high as before, and nobody decided that it may be. A reviewer looks for this first.",
    fix: "Say that it is done, or agree on a new day with the owner of the risk.",
    wrong: "kind: security-risk\nrisks:\n  - id: R-001\n    title: Poisoned partner data\n    status: open\n    due: 2024-11-30\n",
    right: "kind: security-risk\nrisks:\n  - id: R-001\n    title: Poisoned partner data\n    status: open\n    due: 2099-11-30\n",
  },
  *check({ reading, today }) {
    for (const risk of itemsOf(reading.root, "risks")) {
      if (SETTLED.has(textOf(risk, "status") ?? "")) continue;
      yield* late(risk, "The risk is still open", today);
      for (const action of itemsOf(child(risk, "treatment"), "actions")) {
        if (!SETTLED.has(textOf(action, "status") ?? "")) yield* late(action, "The action is not done", today);
      }
    }
  },
};

const SETTLED = new Set(["treated", "accepted", "closed", "done", "cancelled"]);

function* late(owner: Field, what: string, today: string): Generator<Draft> {
  const due = child(owner, "due");
  const day = dateOf(owner, "due");
  if (!due || !day || day >= today) return;
  yield { message: `${what}, although its day was ${day}, ${daysAgo(day, today)}. Say that it is settled, or agree on a new day.`, span: due.valueSpan, clauses: due.definition.clauses, field: due.path };
}
