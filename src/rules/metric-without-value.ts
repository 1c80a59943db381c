import { isNative } from "../formats/format";
import { skeletonValue } from "../kinds/skeleton";
import { addFields } from "./additions";
import { lacks } from "./objects";
import { measurementsIn } from "./measurements";
import type { Rule } from "./rule";

/** A metric is named, and its result is not there. */
export const metricWithoutValue: Rule = {
  id: "metric-without-value",
  title: "A metric has no value",
  severity: "warning",
  clauses: ["iso42001:A.6.2.4", "iso42001:9.1"],
  page: {
    why: "The name of a metric says what somebody meant to measure. Only the value says how the model did.",
    fix: "Write the measured number in `value`, or remove the metric until it has been measured.",
    wrong: "kind: model-card\nevaluation:\n  metrics:\n    - { name: auc, threshold: 0.85 }",
    right: "kind: model-card\nevaluation:\n  metrics:\n    - { name: auc, value: 0.87, threshold: 0.85 }",
  },
  *check({ reading, profile: { strictness, matrix } }) {
    const measured = measurementsIn(reading.root);
    const without = measured.filter(({ field }) => lacks(field, "value"));
    // A list of names in a form that has no place for values: said once, by `missing-essentials`.
    if (!isNative(reading.format) && without.length === measured.length) return;
    for (const { field, name } of without) {
      const value = field.definition.fields.get("value");
      yield {
        message: `“${name}” is named, but its value is missing. Add \`value\` with the number that was measured.`,
        span: field.anchor,
        clauses: value?.clauses,
        field: field.path,
        fixes: () => (value ? addFields("Add value", field, [{ key: "value", value: skeletonValue(value, { strictness, matrix, known: {} }) }], reading) : []),
      };
    }
  },
};
