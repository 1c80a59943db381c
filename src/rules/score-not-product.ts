import type { Draft, Rule } from "./rule";

/** A register multiplies likelihood and consequence, and one of its products is wrong. */
export const scoreNotProduct: Rule = {
  id: "score-not-product",
  title: "A score is not the product of its ratings",
  severity: "warning",
  clauses: ["iso42001:6.1.2", "iso27001:6.1.2"],
  page: {
    why: "Scores decide which risk is treated first. One that was not worked out anew after a rating changed puts its risk in the wrong place.",
    fix: "Write the product, or correct the rating that is wrong.",
    wrong: "# Risk register\n\n| ID | Risk | Likelihood | Impact | Score |\n| --- | --- | --- | --- | --- |\n| R1 | Labels are swapped | 2 | 3 | 6 |\n| R2 | Camera fails | 3 | 4 | 15 |\n",
    right: "# Risk register\n\n| ID | Risk | Likelihood | Impact | Score |\n| --- | --- | --- | --- | --- |\n| R1 | Labels are swapped | 2 | 3 | 6 |\n| R2 | Camera fails | 3 | 4 | 12 |\n",
  },
  *check({ reading: { products } }) {
    const wrong = products.filter(({ factors, score }) => !same(factors[0] * factors[1], score));
    // Where not one is right, the register reckons in another way.
    if (wrong.length === products.length && products.length > 1) return;
    for (const { factors, score, span, path } of wrong) {
      const product = Number((factors[0] * factors[1]).toPrecision(6));
      const draft: Draft = {
        message: `${factors[0]} × ${factors[1]} is ${product}, not ${score}. Correct the score, or the rating that it no longer follows from.`,
        span,
        fixes: [{ title: `Change to ${product}`, edits: [{ span, text: String(product) }], preferred: false }],
        field: path,
      };
      yield draft;
    }
  },
};

/** Decimals are often rounded to two places. */
function same(product: number, score: number): boolean {
  return Math.abs(product - score) <= (Number.isInteger(product) ? 0 : 0.0051);
}
