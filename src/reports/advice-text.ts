import { QUESTIONS } from "../workspace/advice";
import type { Advice, Answers } from "../workspace/advice";
import type { SuggestedAnswer } from "../workspace/advice-facts";

/** The advice for a terminal: the answers it is made from with where they come from, the answer, the reasons. */
export function adviceText(advice: Advice, answers: Answers, suggested: Partial<Record<string, SuggestedAnswer>>, given: Partial<Answers>): string {
  const width = Math.max(...QUESTIONS.map(({ id }) => id.length));
  const asked = QUESTIONS.map(({ id, text }) => {
    const from = given[id] !== undefined ? "your answer" : (suggested[id]?.because ?? "nothing here says so");
    return `  ${id.padEnd(width)}  ${answers[id] ? "yes" : "no "}  ${text} (${from})`;
  });
  const reasons = advice.reasons.map(({ about, text }) => `  ${about}: ${text}`);
  const shared = advice.shared.map(({ kind, fields }) => `  ${kind}: ${fields.join(", ")}`);
  return [
    advice.answer,
    "",
    ...(reasons.length > 0 ? ["Why", ...reasons, ""] : []),
    ...(shared.length > 0 ? ["What one set of documents serves in both", ...shared, ""] : []),
    "Made from these answers (another one: --answer people=yes)",
    ...asked,
    "",
    "A start for a decision, not advice on law.",
    "",
  ].join("\n");
}
