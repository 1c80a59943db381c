import { walk } from "../formats/field";
import { isNative } from "../formats/format";
import { choiceOf } from "../formats/vocabulary";
import { defaultMatrix, scaleOf } from "../kinds/profile";
import { CHOICE_LIMIT } from "./answers";
import { fixWith, replaceText, safely } from "./edits";
import { isSameWord, nearest } from "./nearest";
import type { Draft, Fix, Rule, RuleContext } from "./rule";
import { clausesOf } from "./structure";
import type { Violation } from "./structure";
import type { TreeNode } from "../documents/node";
import { nameOf, oneOf, shown } from "./words";

/** Lists up to this length are named in full. */
const SHORT_LIST = 6;

/** A value that is none of those the field knows, or none of the workspace's risk matrix. */
export const valueNotListed: Rule = {
  id: "value-not-listed",
  title: "A value is none of those the field knows",
  severity: "error",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Fixed words let people count and compare: a status or a risk level in words of its own drops out of every list and every matrix.",
    fix: "Use one of the listed values. The words for likelihood, consequence and level come from `risk_matrix` in `clausewise.yaml`.",
    wrong: "status: live",
    right: "status: deployed",
  },
  *check(context) {
    for (const violation of context.structure.violations) {
      if (violation.rule === "value-not-listed") yield fromSchema(violation, context);
    }
    // A form of its own has words of its own; what they stand for on the matrix is worked out where that is certain.
    if (isNative(context.reading.format)) yield* fromMatrix(context);
  },
};

function fromSchema(violation: Violation, context: RuleContext): Draft {
  const { node, params } = violation;
  const value = node.type === "scalar" ? String(node.value) : "";
  const allowed = (params["allowedValues"] ?? [params["allowedValue"]]) as readonly unknown[];
  const about = { span: violation.span, clauses: clausesOf(violation.owner), field: violation.path };
  const choices = allowed.map(String);
  const meant = choiceOf(context.reading.kind.id, violation.owner.path, choices, value);
  return { ...about, ...advice(value, nameOf(violation), choices, node, violation.entry?.merged === true, context, meant) };
}

/** Ratings in words that the risk matrix of the workspace does not have. */
function* fromMatrix(context: RuleContext): Generator<Draft> {
  for (const { definition, state, value, valueSpan, node, path, anchor } of walk(context.reading.root)) {
    if (!definition.scale || definition.kind === "clausewise" || state !== "filled" || typeof value !== "string") continue;
    const words = scaleOf(definition.scale, context.profile.matrix);
    if (words.includes(value)) continue;
    const merged = node === undefined || anchor.start >= valueSpan.start;
    const matrix = context.profile.matrix.table === defaultMatrix.table ? "the default risk matrix" : "the risk matrix";
    yield { span: valueSpan, clauses: clausesOf(definition), field: path, ...advice(value, `“${definition.title}” in ${matrix}`, words, node, merged, context) };
  }
}

function advice(value: string, name: string, allowed: readonly string[], node: TreeNode | undefined, merged: boolean, { reading }: RuleContext, meant?: string): Pick<Draft, "message" | "fixes"> {
  const spelt = nearest(value, allowed);
  const near = spelt ?? meant;
  const known = `Write ${oneOf(allowed, SHORT_LIST)}.`;
  const short = allowed.length <= SHORT_LIST;
  const hint = near === undefined ? known : `Did you mean \`${near}\`?${short && allowed.length > 1 ? ` ${known}` : ""}`;
  const offered = near === undefined ? [] : [near];
  const choices = allowed.length <= CHOICE_LIMIT ? [...offered, ...allowed.filter((one) => one !== near)] : offered;
  const fixes = choices.flatMap((choice): Fix[] => {
    const edit = node && !merged ? replaceText(node, choice, reading.document, reading.part.notation) : undefined;
    const fix = fixWith(`Write ${choice}`, [edit], choice === spelt || allowed.length === 1);
    return isSameWord(choice, value) ? safely(fix) : fix;
  });
  return { message: `${shown(value)} is no value of ${name}. ${hint}`, fixes };
}
