import { child } from "../formats/field";
import { objectsWith } from "./objects";
import { levelIn, rated, ranksAbove } from "./rating";
import type { Rule } from "./rule";

/** A risk is rated higher after its treatment than before. */
export const residualAboveInherent: Rule = {
  id: "residual-above-inherent",
  title: "The residual risk is above the risk before treatment",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso42001:8.3", "iso27001:6.1.3", "iso27001:8.3"],
  page: {
    why: "The residual risk is what the treatment leaves over. One that is higher than before means that two ratings were mixed up, or that the treatment does harm.",
    fix: "Check both ratings. If the treatment brings a new risk, give that risk an entry of its own.",
    wrong: "kind: security-risk\nrisks:\n  - id: R-001\n    level: medium\n    residual: { level: high }",
    right: "kind: security-risk\nrisks:\n  - id: R-001\n    level: high\n    residual: { level: medium }",
  },
  *check({ reading, profile: { matrix } }) {
    for (const owner of objectsWith("residual", reading.root)) {
      const residual = child(owner, "residual");
      const before = levelIn(owner, matrix);
      const after = residual && levelIn(residual, matrix);
      if (!before || !after || !ranksAbove(matrix, after, before)) continue;
      const place = rated(residual, "level", matrix)?.field;
      yield {
        message: `After treatment this risk is “${after}”, before it was “${before}”. A treatment lowers a risk: check both ratings.`,
        span: place?.valueSpan ?? residual.anchor,
        clauses: (place ?? residual).definition.clauses,
        field: (place ?? residual).path,
      };
    }
  },
};
