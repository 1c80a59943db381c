import { entryOf, stringOf } from "../documents/node";
import type { MapNode, TreeNode } from "../documents/node";
import type { FieldBuilder } from "./field-builder";
import { treeFormat } from "./tree-format";
import { answerAt, follow, labelOf, readPlaces, scalarAt } from "./tree-places";
import type { Found } from "./tree-places";

/**
 * A model in the Open Threat Model standard. A threat is described once and stands at the components that it threatens, with its
 * state and mitigations there. Likelihood and impact count from 0 to 100; which step of a matrix that is, the standard does not say.
 * Source: iriusrisk/OpenThreatModel, README (`Threat`, `ThreatRisk`) and otm_schema.json.
 */
export const openThreatModel = treeFormat({
  id: "open-threat-model",
  title: "an Open Threat Model",
  languages: ["json", "yaml"],
  kind: "security-risk",
  marks: (root) => entryOf(root, "otmVersion") !== undefined && entryOf(root, "project") !== undefined,
  places: {
    "project.name": "title",
    "project.description": "scope",
    "project.owner": "owner",
    assets: { list: "assets", fields: { id: "id", name: "name" } },
    "trustZones.name": "trust_boundaries",
  },
  concerns: ["risks.title", "risks.description", "risks.status", "risks.likelihood", "risks.consequence"],
  also(root, builder) {
    // A project without a description is what its name says.
    if (!builder.has("scope")) readPlaces({ key: undefined, node: root }, { "project.name": "scope" }, builder);
    const threats = follow({ key: undefined, node: root }, ["threats"]).flatMap(({ node }) => (node.type === "list" ? node.items : []));
    const used = ["components", "dataflows"].flatMap((name) => usesIn(root, name));
    for (const threat of threats) readThreat(threat, used.filter(({ key, node }) => stringOf(node, "threat") === stringOf(threat, "id") && key), root, builder);
    return undefined;
  },
});

/** Where threats stand at the elements of a kind. */
function usesIn(root: MapNode, name: string): Found[] {
  return follow({ key: undefined, node: root }, [name, "threats"]).flatMap(({ node, key }) => (node.type === "list" ? node.items.map((item) => ({ key, node: item })) : []));
}

const STATES: Readonly<Record<string, string>> = { exposed: "open", "partly-mitigated": "in_progress", partially_mitigated: "in_progress", mitigated: "treated", accepted: "accepted", "not-applicable": "closed", hidden: "closed" };
const DONE: Readonly<Record<string, string>> = { implemented: "done", required: "not_started", recommended: "not_started", rejected: "cancelled", "not-applicable": "cancelled", proposed: "not_started" };

function readThreat(threat: TreeNode, uses: readonly Found[], root: MapNode, builder: FieldBuilder): void {
  const risk = builder.item("risks", { anchor: labelOf(threat), span: threat.span });
  if (!risk) return;
  readPlaces({ key: undefined, node: threat }, { id: "id", name: "title", description: "description", "risk.impactComment": "impact", cwes: "vulnerability" }, risk);
  for (const [name, field] of [["likelihood", "likelihood"], ["impact", "consequence"]] as const) {
    const rating = scalarAt(entryOf(threat, "risk")?.value, name);
    if (rating) risk.put(field, { ...answerAt(rating), outOf: 100 });
  }
  // The threat is as open as at its most exposed place.
  const states = uses.flatMap(({ node }) => scalarAt(node, "state") ?? []);
  const order = ["open", "in_progress", "accepted", "treated", "closed"];
  const state = [...states].sort((a, b) => order.indexOf(stateOf(a.value)) - order.indexOf(stateOf(b.value)))[0];
  if (state) risk.put("status", { ...answerAt(state), words: { text: stateOf(state.value), span: state.span } });
  for (const { node } of uses) {
    for (const { node: list } of follow({ key: undefined, node }, ["mitigations"])) {
      for (const use of list.type === "list" ? list.items : []) readMitigation(use, root, risk);
    }
  }
}

function stateOf(value: unknown): string {
  return STATES[String(value).toLowerCase()] ?? String(value);
}

function readMitigation(use: TreeNode, root: MapNode, risk: FieldBuilder): void {
  const id = stringOf(use, "mitigation");
  const described = follow({ key: undefined, node: root }, ["mitigations"]).flatMap(({ node }) => (node.type === "list" ? node.items : [])).find((one) => stringOf(one, "id") === id);
  const reference = scalarAt(use, "mitigation");
  const action = reference && risk.item("treatment.actions", { anchor: reference.span, span: use.span });
  if (!action) return;
  const name = scalarAt(described, "name");
  action.put("what", { anchor: reference.span, span: reference.span, words: { text: String(name?.value ?? reference.value), span: reference.span } });
  readPlaces({ key: undefined, node: use }, { state: { to: "status", means: DONE } }, action);
}
