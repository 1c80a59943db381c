import { child } from "../formats/field";
import { contentStems } from "../standards/stems";
import { assessmentsOf } from "./assessment-of-card";
import type { Rule } from "./rule";

/** Share of the words of a use that an assessed use has to have too. People word the same use differently, so it is low. */
const ENOUGH = 0.25;

/** An intended use of a model that its assessment does not speak of. */
export const useNotAssessed: Rule = {
  id: "use-not-assessed",
  title: "An intended use is not covered by the assessment",
  severity: "information",
  clauses: ["iso42001:A.5.2", "iso42001:A.9.4", "iso42001:6.1.4"],
  page: {
    why: "An assessment holds for the uses that it looked at. A use that came later may meet other people, in other situations, with other stakes.",
    fix: "Add the use to `intended_uses` of the assessment and look at what it does to people, or take it out of the card.",
    wrong: "kind: model-card\nid: scorer\nintended_use:\n  primary_uses: [Set prices of car insurance]   # the assessment speaks of consumer credit alone\nlinks: { impact_assessment: credit-assessment }",
    right: "kind: model-card\nid: scorer\nintended_use:\n  primary_uses: [Rank consumer credit applications]\nlinks: { impact_assessment: credit-assessment }",
  },
  *check({ reading, neighbours }) {
    if (!neighbours || reading.kind.id !== "model-card") return;
    const uses = child(child(reading.root, "intended_use"), "primary_uses");
    const assessed = assessmentsOf(reading, neighbours).flatMap((one) => child(one.root, "intended_uses") ?? []);
    const texts = assessed.flatMap((field) => field.items.map(({ value }) => String(value)));
    if (!uses || texts.length === 0) return;
    for (const { value, span } of uses.items) {
      const words = contentStems(String(value));
      if (words.size === 0 || texts.some((text) => shareOf(words, contentStems(text)) >= ENOUGH)) continue;
      yield {
        message: "The impact assessment does not speak of this use. Add it to `intended_uses` there and look at what it does to people.",
        span,
        related: assessed.map((field) => ({ document: assessmentsOf(reading, neighbours).find((one) => one.root.children.includes(field))?.document, span: field.anchor, message: "The uses that were assessed." })),
        field: uses.path,
      };
    }
  },
};

function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...words].filter((word) => others.has(word)).length / words.size;
}
