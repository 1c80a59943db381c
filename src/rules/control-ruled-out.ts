import { child } from "../formats/field";
import type { Reading } from "../formats/format";
import type { ControlUse, Neighbours } from "./neighbours";
import type { Draft, Rule } from "./rule";

/** Uses that a finding leads to. */
const USES_SHOWN = 5;

/** A measure or treatment by a control that the statement of applicability rules out. */
export const controlRuledOut: Rule = {
  id: "control-ruled-out",
  title: "A measure uses a control that is ruled out",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso27001:6.1.3"],
  page: {
    why: "The statement of applicability says that the control is not in use, and here it answers a risk. One of the two is wrong, and a reviewer cannot know which.",
    fix: "Make the control applicable in the statement and say why, or treat the risk by something else.",
    wrong: 'kind: security-risk\nrisks:\n  - id: R-001\n    treatment: { option: modify, controls: ["iso27001:A.8.28"] }   # ruled out in the statement',
    right: 'kind: security-risk\nrisks:\n  - id: R-001\n    treatment: { option: modify, controls: ["iso27001:A.8.8"] }',
  },
  *check({ reading, neighbours }) {
    if (!neighbours) return;
    if (reading.kind.id === "statement-of-applicability") yield* inStatement(reading, neighbours);
    else for (const use of neighbours.usesIn(reading)) yield* atUse(use, neighbours);
  },
};

function* atUse({ clause, pointer }: ControlUse, neighbours: Neighbours): Generator<Draft> {
  const out = neighbours.entries(clause).filter((one) => one.applicable === false);
  if (out.length === 0) return;
  yield {
    message: `The statement of applicability says that ${pointer.id} does not apply. Make it applicable there, or answer this by something else.`,
    span: pointer.span,
    clauses: [clause],
    related: out.map((one) => ({ document: one.reading.document, span: one.field.anchor, message: "It is ruled out here." })),
    field: pointer.path,
  };
}

function* inStatement(reading: Reading, neighbours: Neighbours): Generator<Draft> {
  for (const { clause, applicable: applies, field } of neighbours.entriesIn(reading)) {
    const applicable = child(field, "applicable");
    const uses = applies === false ? neighbours.usesOf(clause) : [];
    if (!applicable || uses.length === 0) continue;
    yield {
      message: `${uses.length === 1 ? "A measure uses" : `${uses.length} measures use`} this control, but it is ruled out here. Make it applicable, or have the risk treated by something else.`,
      span: applicable.valueSpan,
      clauses: [clause],
      related: uses.slice(0, USES_SHOWN).map(({ reading: { document }, pointer }) => ({ document, span: pointer.span, message: "It is used here." })),
      field: applicable.path,
    };
  }
}
