import { child, itemsOf, textOf } from "../formats/field";
import { isNative } from "../formats/format";
import { risksOfModel } from "./risks-of-model";
import type { Rule } from "./rule";

/** A concern that a card names and that no risk carries on. */
export const concernWithoutRisk: Rule = {
  id: "concern-without-risk",
  title: "An ethical concern has no risk behind it",
  severity: "information",
  clauses: ["iso42001:6.1.2", "iso42001:8.2", "iso42001:A.5.4"],
  page: {
    why: "A concern in a card is a remark. As a risk it has an owner, a rating and a treatment, and somebody looks at it again.",
    fix: "Add a risk to the risk file and name it under `risk` of the concern, or name the model in a risk that is there already.",
    wrong: "kind: model-card\nid: credit-scorer\nethical_considerations:\n  - { name: The score may stand in for origin, mitigation_strategy: Postcode is left out }",
    right: "kind: model-card\nid: credit-scorer\nethical_considerations:\n  - { name: The score may stand in for origin, mitigation_strategy: Postcode is left out, risk: R-002 }",
  },
  *check({ reading, neighbours }) {
    const { root, kind, format } = reading;
    if (!neighbours || !isNative(format) || kind.id !== "model-card") return;
    const id = textOf(root, "id");
    const isNamed = id !== undefined && risksOfModel(id, neighbours).length > 0;
    if (!neighbours.hasAny("security-risk") || isNamed || (child(child(root, "links"), "risks")?.items.length ?? 0) > 0) return;
    for (const concern of itemsOf(root, "ethical_considerations")) {
      if (concern.state !== "filled" || child(concern, "risk") !== undefined) continue;
      yield {
        message: "No risk carries this concern on, so nobody owns it. Add a risk to the risk file and name it under `risk`.",
        span: concern.anchor,
        clauses: concern.definition.fields.get("risk")?.clauses,
        field: concern.path,
      };
    }
  },
};
