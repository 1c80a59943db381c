import { child } from "../formats/field";
import type { Rule } from "./rule";

/** A control that is said to apply, with nothing that shows it and no risk that asks for it. */
export const controlWithoutSupport: Rule = {
  id: "control-without-support",
  title: "An applicable control has neither evidence nor a risk",
  severity: "information",
  clauses: ["iso27001:6.1.3", "iso42001:6.1.3"],
  page: {
    why: "A control that applies answers a risk or a duty, and somewhere it can be seen at work. Where neither is named, the entry is a claim.",
    fix: "Name the risks that the control treats under `risks`, or what shows it under `evidence`.",
    wrong: 'kind: statement-of-applicability\nstandard: iso27001\nentries:\n  - { control: "iso27001:A.7.4", applicable: true, justification: Needed }',
    right: 'kind: statement-of-applicability\nstandard: iso27001\nentries:\n  - { control: "iso27001:A.7.4", applicable: true, justification: Needed, evidence: [docs/site-plan.pdf] }',
  },
  *check({ reading, neighbours }) {
    if (!neighbours || reading.kind.id !== "statement-of-applicability") return;
    for (const { clause, applicable, field } of neighbours.entriesIn(reading)) {
      const control = child(field, "control");
      if (applicable !== true || !control || ["risks", "evidence"].some((name) => child(field, name)?.state === "filled")) continue;
      if (neighbours.isEvidenced(clause) || neighbours.usesOf(clause).length > 0) continue;
      yield {
        message: `${String(control.value)} is said to apply, but nothing here shows it and no risk asks for it. Name its \`risks\` or its \`evidence\`.`,
        span: control.valueSpan,
        clauses: [clause],
        field: control.path,
      };
    }
  },
};
