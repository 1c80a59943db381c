import { child, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import { isNative } from "../formats/format";
import type { NewEntry } from "../documents/new-value";
import type { FieldDefinition } from "../kinds/field";
import { skeletonValue } from "../kinds/skeleton";
import { addFields } from "./additions";
import { lacks, listed } from "./objects";
import type { Draft, Rule, RuleContext } from "./rule";

/** A treatment that nobody will carry out: an action without owner or due date, or none at all. */
export const treatmentIncomplete: Rule = {
  id: "treatment-incomplete",
  title: "A treatment lacks an action, an owner or a due date",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso42001:8.3", "iso27001:6.1.3", "iso27001:8.3"],
  page: {
    why: "A treatment is a plan. What belongs to nobody or has no day is not done, and the risk stays as it was while the file says otherwise.",
    fix: "Give every action an `owner` and a `due` date. Name at least one action or control for a risk that is to be modified.",
    wrong: "kind: security-risk\nrisks:\n  - id: R-001\n    treatment:\n      option: modify\n      actions:\n        - what: Sign and verify partner files",
    right: "kind: security-risk\nrisks:\n  - id: R-001\n    treatment:\n      option: modify\n      actions:\n        - { what: Sign and verify partner files, owner: Data platform, due: 2099-11-30 }",
  },
  *check(context) {
    const { root, format } = context.reading;
    const treatments = itemsOf(root, "risks").flatMap((risk) => child(risk, "treatment") ?? []);
    const actions = treatments.flatMap((treatment) => itemsOf(treatment, "actions"));
    // A form that has no place for the owners and days of actions, or for actions at all, is not asked for them risk by risk.
    const asks = isNative(format) || actions.some((action) => !lacks(action, "owner") || !lacks(action, "due"));
    for (const treatment of treatments) {
      if (isNative(format) || actions.length > 0) yield* emptyTreatment(treatment, context);
      for (const action of asks ? itemsOf(treatment, "actions") : []) yield* looseAction(action, context);
    }
  },
};

function* emptyTreatment(treatment: Field, context: RuleContext): Generator<Draft> {
  const option = child(treatment, "option");
  if (!option || textOf(treatment, "option") !== "modify" || !lacks(treatment, "actions") || !lacks(treatment, "controls")) return;
  yield {
    message: "The risk is to be modified, but nothing says by what. Add `actions` with an owner and a due date, or the `controls` that lower it.",
    span: option.valueSpan,
    clauses: option.definition.clauses,
    field: option.path,
    fixes: () => addFields("Add an action with an owner and a due date", treatment, [{ key: "actions", value: { type: "list", items: [{ type: "map", entries: standIns(treatment.definition.fields.get("actions"), ["what", "owner", "due"], context) }] } }], context.reading),
  };
}

function* looseAction(action: Field, context: RuleContext): Generator<Draft> {
  if (action.state !== "filled") return;
  // A day to be done by says nothing about what is done.
  const wanted = textOf(action, "status") === "done" ? ["owner"] : ["owner", "due"];
  const missing = wanted.filter((name) => lacks(action, name));
  if (missing.length === 0) return;
  const words = missing.map((name) => (name === "owner" ? "no owner" : "no due date"));
  yield {
    message: `This action has ${listed(words)}. Add ${listed(missing.map((name) => `\`${name}\``))}, or nobody will notice when it is not done.`,
    span: action.anchor,
    clauses: [...new Set(missing.flatMap((name) => action.definition.fields.get(name)?.clauses ?? []))],
    field: action.path,
    fixes: () => addFields(`Add ${listed(missing)}`, action, standIns(action.definition, missing, context), context.reading),
  };
}

function standIns(owner: FieldDefinition | undefined, names: readonly string[], { profile: { strictness, matrix } }: RuleContext): NewEntry[] {
  return names.flatMap((key) => {
    const field = owner?.fields.get(key);
    return field ? [{ key, value: skeletonValue(field, { strictness, matrix, known: {} }) }] : [];
  });
}
