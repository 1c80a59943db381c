import type { NewText } from "../documents/new-value";
import { scalarText } from "../documents/scalar-text";
import type { TreeNode } from "../documents/node";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import { choicesOf } from "../kinds/stand-in";
import { fixFrom, isOwnShape } from "./additions";
import { dateOf } from "./dates";
import { asText, isOneLine } from "./edits";
import type { Insertion } from "./insertion";
import { nextReview } from "./review-dates";
import type { Fix, RuleContext } from "./rule";

/** Choices up to this many are offered one by one. */
export const CHOICE_LIMIT = 12;

/**
 * The answers that a field without one may get as it is: each of its listed values, `true` or `false`, and for the date of
 * something that was done, today. `owner` is the object that holds the field.
 */
export function answersFor(field: Field, owner: Field, { reading, profile, today }: RuleContext): Fix[] {
  const { definition } = field;
  const choices = choicesOf(definition, profile.matrix);
  if (choices.length > 0) return choices.length > CHOICE_LIMIT ? [] : choices.flatMap((choice) => answerWith(field, `Write ${choice}`, choice, reading));
  if (definition.format !== "date") return [];
  if (definition.name === "next") {
    const last = dateOf(owner, "last");
    const next = last === undefined ? undefined : nextReview(last, reading.kind.id, profile);
    return next === undefined ? [] : answerWith(field, `Write ${next}, by the review interval`, next, reading);
  }
  return AHEAD.has(definition.name) ? [] : answerWith(field, `Write today, ${today}`, today, reading);
}

/** Dates of what is still to come. */
const AHEAD = new Set(["until", "due"]);

function answerWith(field: Field, title: string, answer: string, reading: Reading): Fix[] {
  const { node, definition } = field;
  const style = node?.type === "scalar" && node.span.end > node.span.start && node.value !== null ? node.style : "plain";
  const written = definition.shape === "boolean" ? answer : reading.part.notation === "json" ? scalarText(answer, "json") : asText(answer, style, "yaml");
  return fixFrom(title, answerAt(node, [written], reading), reading, false);
}

/** Where the one value of a field goes that has none yet, or one that gives way. Undefined for anything else than one line. */
export function answerAt(node: TreeNode | undefined, text: NewText, reading: Reading): Insertion[] | undefined {
  const { document, part } = reading;
  if (node?.type !== "scalar" || !isOwnShape(reading)) return undefined;
  const { start, end } = node.span;
  if (end > start) return isOneLine(node, document) ? [{ span: node.span, text }] : undefined;
  // What is absent stands somewhere between the colon and a comment.
  const colon = start - (/[ \t]*$/.exec(document.text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0);
  if (part.notation === "json" || document.text[colon - 1] !== ":") return undefined;
  const blanks = /^[ \t]+(?=\r|\n|$)/.exec(document.text.slice(colon, colon + 200))?.[0].length ?? 0;
  return [{ span: { start: colon, end: colon + blanks }, text: [" ", ...text] }];
}
