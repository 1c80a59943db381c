import { child, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import type { NewEntry } from "../documents/new-value";
import { isHigh } from "../kinds/profile";
import type { RiskMatrix } from "../kinds/profile";
import { skeletonEntries } from "../kinds/skeleton";
import { addItem } from "./additions";
import { levelIn, rated } from "./rating";
import type { Fix, Rule, RuleContext } from "./rule";

/** A harm that is rated high and that no measure answers. */
export const impactWithoutMeasure: Rule = {
  id: "impact-without-measure",
  title: "A high impact has no measure",
  severity: "warning",
  clauses: ["iso42001:6.1.4", "iso42001:8.4", "iso42001:A.5.4"],
  page: {
    why: "An assessment that finds a serious harm and stops there leaves the people concerned where they were. The measure is what the assessment is for.",
    fix: "Add a measure that names the impact under `impacts`. A measure without `impacts` counts for all of them.",
    wrong: "kind: impact-assessment\nimpacts:\n  - { id: I-1, type: harm, description: Applicants are refused without a reason, level: high }",
    right: "kind: impact-assessment\nimpacts:\n  - { id: I-1, type: harm, description: Applicants are refused without a reason, level: high }\nmeasures:\n  - { id: M-1, what: A credit officer explains every refusal, impacts: [I-1] }",
  },
  *check(context) {
    const { reading: { root }, neighbours, profile: { matrix } } = context;
    const measures = itemsOf(root, "measures");
    // What stands there in place of an answer has a rule of its own.
    if (child(root, "measures")?.state === "placeholder" || measures.some(isGeneral)) return;
    const answered = new Set(measures.flatMap((one) => child(one, "impacts")?.items.map(({ value }) => String(value)) ?? []));
    // A risk that names the impact carries it on, with a treatment of its own.
    const isCarriedOn = (id: string) => neighbours?.pointersAt("impact", id).some((one) => one.reading.kind.id === "security-risk") ?? false;
    for (const impact of itemsOf(root, "impacts")) {
      const rating = highRating(impact, matrix);
      const id = textOf(impact, "id");
      if (!rating || textOf(impact, "type") === "benefit" || (id !== undefined && (answered.has(id) || isCarriedOn(id)))) continue;
      const advice = id === undefined ? "Give the impact an `id` and add a measure that names it" : `Add a measure that names “${id}”`;
      yield {
        message: `${rating}, but no measure answers this impact. ${advice} under \`impacts\`.`,
        span: impact.anchor,
        clauses: root.definition.fields.get("measures")?.clauses,
        field: impact.path,
        fixes: () => (id === undefined ? [] : measureFor(id, root, context)),
      };
    }
  },
};

/** A measure that names no impact, or will name some later, may answer each of them. */
function isGeneral(measure: Field): boolean {
  return measure.state === "filled" && child(measure, "impacts")?.state !== "filled";
}

/** The rating in words when it is in the upper half of its scale. Without a level, the severity alone speaks. */
function highRating(impact: Field, matrix: RiskMatrix): string | undefined {
  const level = levelIn(impact, matrix);
  if (level !== undefined) return isHigh(matrix, level) ? `The level is “${level}”` : undefined;
  const severity = rated(impact, "consequence", matrix)?.word;
  if (severity === undefined || matrix.consequence.indexOf(severity) < matrix.consequence.length / 2) return undefined;
  return `The severity is “${severity}”`;
}

function measureFor(impact: string, root: Field, { reading, profile }: RuleContext): Fix[] {
  const definition = root.definition.fields.get("measures");
  if (!definition) return [];
  const { strictness, matrix } = profile;
  const known = { "measures[].id": freeId(itemsOf(root, "measures").flatMap((one) => textOf(one, "id") ?? [])) };
  const names: NewEntry = { key: "impacts", value: { type: "list", items: [{ type: "scalar", value: impact }] } };
  const order = [...definition.fields.keys()];
  const others = skeletonEntries(definition, { strictness, matrix, known }, "measures[].").filter(({ key }) => key !== "impacts");
  const entries = [...others, names].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return addItem(`Add a measure for ${impact}`, root, "measures", { type: "map", entries }, reading);
}

/** The first of M-1, M-2, … that is not taken. */
function freeId(taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`M-${number}`)) return `M-${number}`;
}
