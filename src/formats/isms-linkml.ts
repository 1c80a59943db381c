import { entryOf, stringOf } from "../documents/node";
import type { MapNode } from "../documents/node";
import { treeFormat } from "./tree-format";

/** True for an instance of the ISMS model: its identifiers are CURIEs of that model. */
function isInstance(root: MapNode, ...telling: readonly string[]): boolean {
  return /^iso27001:/.test(stringOf(root, "id") ?? "") && telling.some((key) => entryOf(root, key) !== undefined);
}

/** A risk as an instance of the ISO 27001 LinkML model. Source: lmodel/iso27001, src/iso27001/schema/iso27001.yaml. */
export const ismsRisk = treeFormat({
  id: "isms-risk",
  title: "a risk of the ISO 27001 LinkML model",
  languages: ["yaml", "json"],
  kind: "security-risk",
  marks: (root) => isInstance(root, "likelihood", "impact", "risk_treatment_option", "inherent_risk_level", "threat_description", "risk_owner"),
  places: {
    name: "title",
    "": {
      list: "risks",
      fields: {
        id: "id",
        name: "title",
        threat_description: "description",
        vulnerability_description: "vulnerability",
        affected_assets: "asset",
        affected_cia_properties: "affects",
        risk_owner: "owner",
        existing_controls: "existing_controls",
        likelihood: { to: "likelihood", means: { almost_certain: "almost certain" } },
        impact: { to: "consequence", means: { negligible: "insignificant" } },
        inherent_risk_level: { to: "level", means: { very_low: "very low" } },
        risk_treatment_option: { to: "treatment.option", means: { accept: "retain", transfer: "share", mitigate: "modify" } },
        related_treatment_plan: "treatment.controls",
        residual_risk_level: { to: "residual.level", means: { very_low: "very low" } },
      },
    },
  },
});

/** A statement of applicability as an instance of the same model. */
export const ismsStatement = treeFormat({
  id: "isms-statement",
  title: "a statement of applicability of the ISO 27001 LinkML model",
  languages: ["yaml", "json"],
  kind: "statement-of-applicability",
  marks: (root) => isInstance(root, "soa_entries", "not_applicable_count") || /^iso27001:soa\b/.test(stringOf(root, "id") ?? ""),
  places: {
    name: "title",
    version: "version",
    last_review_date: "review.last",
    next_review_date: "review.next",
    approved_by: ["owner", "approvals.name"],
    soa_entries: {
      list: "entries",
      fields: {
        control_reference: "control",
        is_applicable: "applicable",
        inclusion_justification: "justification",
        exclusion_justification: "justification",
        implementation_status: "status",
        implementation_evidence: "evidence",
        responsible_role: "owner",
      },
    },
  },
});
