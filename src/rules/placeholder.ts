import type { Document } from "../documents/document";
import { isPlaceholder } from "../documents/placeholder";
import type { Span } from "../documents/span";
import { isLeaf } from "../formats/field";
import type { Field } from "../formats/field";
import { answersFor } from "./answers";
import type { Draft, Rule, RuleContext } from "./rule";
import { clausesOf } from "./structure";
import { shown } from "./words";

/** A stand-in, such as TODO, where an answer should be. */
export const placeholder: Rule = {
  id: "placeholder",
  title: "A placeholder stands where an answer should be",
  severity: "information",
  clauses: ["iso42001:7.5.2"],
  page: {
    why: "A placeholder is a promise. Until it is kept, the field is no evidence for its clauses, and it is not counted as filled.",
    fix: "Write the answer. If nobody knows it yet, say who will find out and by when.",
    wrong: "intended_use:\n  out_of_scope_uses: [TODO]",
    right: "intended_use:\n  out_of_scope_uses: [Mortgage decisions]",
  },
  check(context) {
    const drafts: Draft[] = [];
    collectBelow(context.reading.root, context, drafts);
    return drafts;
  },
};

function collectBelow(owner: Field, context: RuleContext, drafts: Draft[]): void {
  for (const field of owner.children) {
    for (const { text, span } of standIns(field, context.reading.document)) {
      const { title, description } = field.definition;
      drafts.push({
        message: `${shown(text)} is not an answer yet for “${title}”. ${description}`.trim(),
        span,
        clauses: clausesOf(field.definition),
        field: field.path,
        fixes: () => answersFor(field, owner, context),
      });
    }
    collectBelow(field, context, drafts);
  }
}

const NONE: readonly never[] = [];

function standIns(field: Field, document: Document): readonly { text: string; span: Span }[] {
  if (!isLeaf(field) && field.value === undefined) return NONE;
  if (field.items.length > 0) {
    return field.items.flatMap(({ value, span }) => (typeof value === "string" && isPlaceholder(value) ? [{ text: value, span }] : []));
  }
  if (field.state !== "placeholder") return NONE;
  const lines = /[\r\n]/.test(document.text.slice(field.valueSpan.start, field.valueSpan.end));
  return [{ text: field.value === undefined ? field.definition.name : String(field.value), span: lines ? field.anchor : field.valueSpan }];
}
