import { child, numberOf, textOf } from "../formats/field";
import { addFields } from "./additions";
import { directionOf } from "./metric-direction";
import { measurementsIn } from "./measurements";
import type { Rule } from "./rule";

/** A metric is worse than the threshold that was set for it. */
export const metricBelowThreshold: Rule = {
  id: "metric-below-threshold",
  title: "A metric misses its threshold",
  severity: "warning",
  clauses: ["iso42001:A.6.2.4", "iso42001:9.1"],
  page: {
    why: "The threshold was set before the result was known: it says what is good enough for the intended use. A result that misses it has to be answered, not only reported.",
    fix: "Improve the model, limit its use, or say who decided that the result is acceptable and why. If lower values are better for this metric, write `direction: lower_is_better`.",
    wrong: "kind: model-card\nevaluation:\n  metrics:\n    - { name: auc, value: 0.82, threshold: 0.85 }",
    right: "kind: model-card\nevaluation:\n  metrics:\n    - { name: auc, value: 0.87, threshold: 0.85 }\n    - { name: error rate, value: 0.04, threshold: 0.05 }",
  },
  *check({ reading }) {
    for (const { field, name } of measurementsIn(reading.root)) {
      const value = numberOf(field, "value");
      const threshold = numberOf(field, "threshold");
      const place = child(field, "value");
      if (value === undefined || threshold === undefined || !place) continue;
      const written = textOf(field, "direction");
      const direction = written ?? directionOf(name);
      const misses = direction === "lower_is_better" ? value > threshold : direction === "higher_is_better" && value < threshold;
      if (!misses) continue;
      const relation = direction === "lower_is_better" ? "above the threshold of" : "below the threshold of";
      const way = direction === "lower_is_better" ? "lower" : "higher";
      const doubt = written === undefined ? `, or set \`direction\` if ${way} is not better here` : "";
      const other = direction === "lower_is_better" ? "higher_is_better" : "lower_is_better";
      yield {
        message: `“${name}” is ${value}, ${relation} ${threshold}, and ${way} is better. Improve the model or limit its use${doubt}.`,
        span: place.valueSpan,
        clauses: place.definition.clauses,
        field: place.path,
        fixes: () => (written === undefined ? addFields(`Say that ${way === "lower" ? "higher" : "lower"} is better: add direction`, field, [{ key: "direction", value: { type: "scalar", value: other } }], reading, false) : []),
      };
    }
  },
};
