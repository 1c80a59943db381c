import type { Span } from "../documents/span";
import { nearest } from "./nearest";
import type { Draft, Fix, Rule } from "./rule";
import { REASON } from "./suppression";
import type { Misspelling, NamedRule, Suppression } from "./suppression";

/** A suppression of which some rules kept nothing silent. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** The rules that were named for nothing. */
  readonly unused: readonly NamedRule[];
  /** True when the others kept something silent. */
  readonly isUsed: boolean;
}

/** A rule about suppressions; the engine hands it those it is about, since only the engine knows which were used. */
interface SuppressionRule<Subject> extends Rule {
  about(suppressions: readonly Subject[], ruleIds: readonly string[]): Draft[];
}

/** A suppression that keeps nothing silent. */
export const suppressionUnused: SuppressionRule<UnusedSuppression | Misspelling> = {
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
  about: (subjects, ruleIds) => subjects.flatMap((one) => ("word" in one ? misspelt(one) : one.isUsed ? one.unused.map((rule) => partUnused(rule, ruleIds)) : whollyUnused(one, ruleIds))),
};

function misspelt({ word, span, meant }: Misspelling): Draft {
  const known = meant === undefined ? "Write `clausewise-disable-next-line`, `clausewise-disable` or `clausewise-disable-file`." : `Did you mean \`${meant}\`?`;
  return { message: `\`${word}\` is no instruction, so this comment keeps nothing silent. ${known}`, span, fixes: meant === undefined ? [] : [rewritten(span, meant)] };
}

function whollyUnused({ suppression: { span, removal, rules } }: UnusedSuppression, ruleIds: readonly string[]): Draft {
  const unknown = rules.find(({ id }) => !ruleIds.includes(id));
  const near = unknown && nearest(unknown.id, ruleIds);
  const corrections = unknown && near !== undefined ? [rewritten(unknown.span, near)] : [];
  return { message: unusedMessage(rules, unknown?.id, near), span, fixes: [...corrections, { title: "Remove this comment", edits: [removal], preferred: corrections.length === 0 }] };
}

function unusedMessage(rules: readonly NamedRule[], unknown: string | undefined, near: string | undefined): string {
  if (rules.length === 0) return "This comment keeps no finding silent. Remove it.";
  if (unknown === undefined) return `There is no ${rules.map(({ id }) => id).join(" or ")} finding here to keep silent. Remove this comment.`;
  return `There is no rule \`${unknown}\`, so this comment keeps nothing silent. ${near === undefined ? "Correct the rule id, or remove the comment." : `Did you mean \`${near}\`?`}`;
}

/** A rule that stands beside others which do keep something silent. */
function partUnused({ id, span, around }: NamedRule, ruleIds: readonly string[]): Draft {
  const near = ruleIds.includes(id) ? undefined : nearest(id, ruleIds);
  const what = ruleIds.includes(id) ? `There is no ${id} finding here to keep silent.` : `There is no rule \`${id}\`.`;
  const removal = { title: `Take ${id} out of this comment`, edits: [{ span: around, text: "" }], preferred: near === undefined };
  return { message: `${what} ${near === undefined ? "Take it out of this comment." : `Did you mean \`${near}\`?`}`, span, fixes: near === undefined ? [removal] : [rewritten(span, near), removal] };
}

function rewritten(span: Span, text: string): Fix {
  return { title: `Write ${text}`, edits: [{ span, text }], preferred: true };
}

/** A suppression that does not say why. */
export const suppressionWithoutReason: SuppressionRule<Suppression> = {
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
