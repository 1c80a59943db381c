import { child, itemsOf, textOf } from "../formats/field";
import { listed } from "./objects";
import type { Rule } from "./rule";

/** A risk that a Threagile model tracks, decided without a reason or a day. */
export const trackingIncomplete: Rule = {
  id: "tracking-incomplete",
  title: "A tracked risk was decided without a reason or a date",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso27001:6.1.3", "iso27001:8.3"],
  page: {
    why: "A risk that is accepted, mitigated or called a false positive is out of sight from then on. The reason and the day are what is left to judge the decision by.",
    fix: "Add `justification` and `date` to the entry below `risk_tracking`.",
    wrong: "threagile_version: 1.0.0\nrisk_tracking:\n  sql-injection@shop@db:\n    status: accepted\n",
    right: "threagile_version: 1.0.0\nrisk_tracking:\n  sql-injection@shop@db:\n    status: accepted\n    justification: The database holds no personal data\n    date: 2026-09-01\n    checked_by: Head of security\n",
  },
  *check({ reading }) {
    if (reading.format.id !== "threagile") return;
    for (const risk of itemsOf(reading.root, "risks")) {
      const status = child(risk, "status");
      if (!status || !DECIDED.has(textOf(risk, "status") ?? "")) continue;
      const dated = itemsOf(risk, "history").some((entry) => child(entry, "date")?.state === "filled");
      const reasoned = child(child(risk, "treatment"), "justification")?.state === "filled";
      const missing = [...(reasoned ? [] : ["`justification`"]), ...(dated ? [] : ["`date`"])];
      if (missing.length > 0) yield { message: `This risk was decided, but the entry has no ${missing.join(" and no ")}. Add ${listed(missing)}, so that the decision can be looked at again.`, span: status.valueSpan, field: status.path };
    }
  },
};

const DECIDED = new Set(["accepted", "treated", "closed"]);
