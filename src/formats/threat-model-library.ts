import { entryOf, stringOf } from "../documents/node";
import type { MapNode, TreeNode } from "../documents/node";
import { treeFormat } from "./tree-format";
import { answerAt, follow, labelOf, mapAt, readPlaces, scalarAt } from "./tree-places";
import type { PlaceTable, Target } from "./tree-places";

const RISK: PlaceTable = { symbolic_name: "id", title: "title", description: "description", likelihood: "likelihood", impact: "consequence", impact_description: "impact", level: "level" };

const asset: Target = { list: "assets", fields: { symbolic_name: "id", title: "name" } };

/** A control that is settled, under way, or only thought of. */
const CONTROL: PlaceTable = {
  title: "what",
  status: { to: "status", means: { active: "done", approved: "in_progress", scheduled: "in_progress", suggested: "not_started", under_review: "not_started", assumed: "not_started", retired: "cancelled", wont_do: "cancelled" } },
};

/**
 * A threat model of the OWASP Threat Model Library (TM-BOM).
 * Source: OWASP/www-project-threat-model-library, threat-model.schema.json 1.0.2.
 */
export const threatModelLibrary = treeFormat({
  id: "threat-model-library",
  title: "an OWASP threat model (TM-BOM)",
  languages: ["json", "yaml"],
  kind: "security-risk",
  marks: (root) => /threat-model-library/.test(stringOf(root, "$schema") ?? "") || (mapAt(root, "scope") !== undefined && ["trust_zones", "trust_boundaries", "data_flows", "threat_personas"].filter((key) => entryOf(root, key)).length >= 3),
  places: {
    "scope.title": "title",
    "scope.description": "scope",
    reviewed_at: "review.last",
    components: asset,
    data_stores: asset,
    data_sets: asset,
    "trust_zones.title": "trust_boundaries",
  },
  concerns: ["risks.title", "risks.description", "risks.likelihood", "risks.consequence", "risks.level"],
  also(root, builder) {
    const risks = listed(root, "risks");
    // Where no risks were assessed yet, the threats are what is known.
    for (const node of risks.length > 0 ? risks : listed(root, "threats")) {
      const risk = builder.item("risks", { anchor: labelOf(node), span: node.span });
      if (!risk) continue;
      readPlaces({ key: undefined, node }, RISK, risk);
      const threats = new Set([...names(node, "threats"), ...(risks.length > 0 ? [] : [stringOf(node, "symbolic_name") ?? ""])]);
      for (const control of listed(root, "controls").filter((one) => names(one, "threats").some((name) => threats.has(name)))) {
        const label = scalarAt(control, "title");
        const action = label && risk.item("treatment.actions", { anchor: label.span, span: label.span });
        if (action) readPlaces({ key: undefined, node: control }, CONTROL, action);
      }
      // A risk itself names no component: those of its threats are affected.
      for (const threat of [node, ...listed(root, "threats").filter((one) => threats.has(stringOf(one, "symbolic_name") ?? ""))]) {
        for (const affected of follow({ key: undefined, node: threat }, ["components_affected"])) risk.put("asset", answerAt(affected.node, affected.key));
      }
    }
    return undefined;
  },
});

function listed(root: MapNode, name: string): readonly TreeNode[] {
  const value = entryOf(root, name)?.value;
  return value?.type === "list" ? value.items : [];
}

function names(node: TreeNode, key: string): string[] {
  const value = entryOf(node, key)?.value;
  return value?.type === "list" ? value.items.flatMap((item) => (item.type === "scalar" ? [String(item.value)] : [])) : [];
}
