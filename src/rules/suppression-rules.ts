import { nearest } from "./nearest";
import type { Draft, Fix, Rule } from "./rule";
import { REASON } from "./suppression";
import type { Suppression } from "./suppression";

/** A rule about suppressions; the engine hands it those it is about, since only the engine knows which were used. */
interface SuppressionRule extends Rule {
  about(suppressions: readonly Suppression[], ruleIds: readonly string[]): Draft[];
}

/** A suppression that keeps nothing silent. */
export const suppressionUnused: SuppressionRule = {
  id: "suppression-unused",
  title: "A suppression keeps nothing silent",
  severity: "information",
  clauses: ["iso42001:7.5.2"],
  page: {
    why: "A suppression that outlives its finding hides the next one, which nobody has looked at.",
    fix: "Remove the comment, or correct the rule id in it.",
    wrong: "# clausewise-disable-next-line review-overdue -- the board meets in May\nreview: { last: 2026-09-01, next: 2099-03-01 }",
    right: "review: { last: 2026-09-01, next: 2099-03-01 }",
  },
  check: () => [],
  about: (suppressions, ruleIds) =>
    suppressions.map(({ rules, span, removal }) => ({
      message: unusedMessage(rules, ruleIds),
      span,
      fixes: [{ title: "Remove this comment", edits: [removal], preferred: true }],
    })),
};

function unusedMessage(rules: readonly string[], ruleIds: readonly string[]): string {
  if (rules.length === 0) return "This comment keeps no finding silent. Remove it.";
  const [unknown] = rules.filter((rule) => !ruleIds.includes(rule));
  if (unknown === undefined) return `There is no ${rules.join(" or ")} finding here to keep silent. Remove this comment.`;
  const near = nearest(unknown, ruleIds);
  return `There is no rule \`${unknown}\`, so this comment keeps nothing silent. ${near === undefined ? "Correct the rule id, or remove the comment." : `Did you mean \`${near}\`?`}`;
}

/** A suppression that does not say why. */
export const suppressionWithoutReason: SuppressionRule = {
  id: "suppression-without-reason",
  title: "A suppression gives no reason",
  severity: "warning",
  clauses: ["iso42001:7.5.2"],
  page: {
    why: "A reviewer who meets a silenced finding has to know who decided that, and why it is all right.",
    fix: "Add two dashes and the reason behind the rule id.",
    wrong: "# clausewise-disable-next-line missing-field\nowners:\n  - role: model owner",
    right: "# clausewise-disable-next-line missing-field -- the owner is named in the register\nowners:\n  - role: model owner",
  },
  check: () => [],
  about: (suppressions) =>
    suppressions
      .filter((one) => one.reason === undefined)
      .map((suppression) => ({
        message: "This suppression gives no reason. Add “-- ” and why the finding may stay, so that a reviewer can follow.",
        span: suppression.span,
        fixes: [withReason(suppression)],
      })),
};

/** Room for the reason. The stand-in counts as none, so the finding stays until somebody has written one. */
function withReason({ reasonSpan }: Suppression): Fix {
  return { title: "Add a reason", edits: [{ span: reasonSpan, text: ` -- ${REASON}`, snippet: ` -- \${1:${REASON}}` }], preferred: true };
}
