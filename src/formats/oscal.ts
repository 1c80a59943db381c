import { entryOf, stringOf } from "../documents/node";
import type { MapNode, TreeNode } from "../documents/node";
import type { FieldBuilder } from "./field-builder";
import { treeFormat } from "./tree-format";
import { answerAt, follow, labelOf, mapAt, readPlaces, scalarAt, wordsIn } from "./tree-places";
import type { Found, PlaceTable } from "./tree-places";

/** The models of OSCAL that keep risks. */
const ROOTS = ["plan-of-action-and-milestones", "assessment-results"];

/** The risks of both models; `remediations` and `characterizations` are read below. */
const RISK: PlaceTable = {
  uuid: "id",
  title: "title",
  description: "description",
  statement: "impact",
  status: { to: "status", means: { open: "open", investigating: "in_progress", remediating: "in_progress", "deviation-requested": "open", "deviation-approved": "accepted", closed: "closed" } },
  "mitigating-factors.description": "existing_controls",
};

/** The last day, of the risk or else of what is done about it. */
const DEADLINES = ["deadline", "remediations.tasks.timing.within-date-range.end", "remediations.tasks.timing.on-date.date"];

/** What a facet of a characterisation rates. */
const FACETS: Readonly<Record<string, string>> = { likelihood: "likelihood", probability: "likelihood", impact: "consequence", severity: "consequence", consequence: "consequence", risk: "level", "risk-level": "level" };

/** What the property `type` of a remediation says. */
const RESPONSES: Readonly<Record<string, string>> = { accept: "retain", avoid: "avoid", mitigate: "modify", remediate: "modify", share: "share", transfer: "share" };

/**
 * The risks of an OSCAL plan of action and milestones or of assessment results.
 * Source: usnistgov/OSCAL, src/metaschema/oscal_poam_metaschema.xml and oscal_assessment-common_metaschema.xml.
 */
export const oscal = treeFormat({
  id: "oscal",
  title: "OSCAL risks",
  languages: ["json", "yaml"],
  kind: "security-risk",
  marks: (root) => ROOTS.some((name) => entryOf(mapAt(root, name), "metadata") !== undefined) && (mapAt(root, "plan-of-action-and-milestones") !== undefined || risksOf(root).length > 0),
  places: {
    "plan-of-action-and-milestones.metadata.title": ["title", "scope"],
    "assessment-results.metadata.title": ["title", "scope"],
    "plan-of-action-and-milestones.metadata.last-modified": "date",
    "assessment-results.metadata.last-modified": "date",
    "plan-of-action-and-milestones.metadata.parties.name": "owner",
    "assessment-results.metadata.parties.name": "owner",
  },
  concerns: ["risks.title", "risks.description", "risks.status", "risks.likelihood", "risks.consequence", "risks.due"],
  also(root, builder) {
    for (const { node } of risksOf(root)) readRisk(node, builder);
    return undefined;
  },
});

function risksOf(root: MapNode): Found[] {
  const places = [...follow({ key: undefined, node: root }, ["plan-of-action-and-milestones", "risks"]), ...follow({ key: undefined, node: root }, ["assessment-results", "results", "risks"])];
  return places.flatMap(({ node }) => (node.type === "list" ? node.items.map((item) => ({ key: undefined, node: item })) : []));
}

function readRisk(node: TreeNode, builder: FieldBuilder): void {
  const risk = builder.item("risks", { anchor: labelOf(node), span: node.span });
  if (!risk) return;
  readPlaces({ key: undefined, node }, RISK, risk);
  for (const place of DEADLINES) {
    for (const { key, node: moment } of follow({ key: undefined, node }, place.split("."))) {
      // OSCAL gives moments; the day is what matters here.
      if (moment.type === "scalar") risk.put("due", { ...answerAt(moment, key), words: { text: wordsIn(moment).slice(0, 10), span: moment.span } });
    }
  }
  for (const { node: list } of follow({ key: undefined, node }, ["characterizations", "facets"])) {
    for (const facet of list.type === "list" ? list.items : []) {
      const field = FACETS[(stringOf(facet, "name") ?? "").toLowerCase()];
      const value = scalarAt(facet, "value");
      if (field && value && entryOf(facet, "props") === undefined) risk.put(field, { ...answerAt(value), anchor: value.span });
    }
  }
  for (const { node: list } of follow({ key: undefined, node }, ["remediations"])) {
    for (const response of list.type === "list" ? list.items : []) readResponse(response, risk);
  }
}

/** A response with its tasks; a plan and a thing done are actions, a recommendation of the assessor is none. */
function readResponse(response: TreeNode, risk: FieldBuilder): void {
  if (stringOf(response, "lifecycle") === "recommendation") return;
  for (const { node: list } of follow({ key: undefined, node: response }, ["props"])) {
    for (const prop of list.type === "list" ? list.items : []) {
      const value = scalarAt(prop, "value");
      const option = stringOf(prop, "name") === "type" && value ? RESPONSES[String(value.value).toLowerCase()] : undefined;
      if (value && option) risk.put("treatment.option", { ...answerAt(value), words: { text: option, span: value.span } });
    }
  }
  const action = risk.item("treatment.actions", { anchor: labelOf(response), span: response.span });
  if (!action) return;
  readPlaces({ key: undefined, node: response }, { description: "what", title: "what", lifecycle: { to: "status", means: { planned: "not_started", completed: "done" } } }, action);
}
