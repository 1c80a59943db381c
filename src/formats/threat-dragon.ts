import { entryOf } from "../documents/node";
import type { MapNode, TreeNode } from "../documents/node";
import type { FieldBuilder } from "./field-builder";
import { treeFormat } from "./tree-format";
import { follow, labelOf, mapAt, readPlaces, scalarAt, wordsIn } from "./tree-places";
import type { PlaceTable } from "./tree-places";

/** A threat on an element of a diagram. `NotApplicable` says that it is none. */
const THREAT: PlaceTable = {
  id: "id",
  title: "title",
  description: "description",
  status: { to: "status", means: { open: "open", mitigated: "treated", notapplicable: "closed", na: "closed" } },
  severity: { to: "level", means: { tbd: "TBD" } },
  mitigation: { list: "treatment.actions", fields: { "": "what" } },
};

/**
 * An OWASP Threat Dragon model, version 2. Source: OWASP/threat-dragon, td.vue/src/assets/schema/threat-dragon-v2.schema.json.
 */
export const threatDragon = treeFormat({
  id: "threat-dragon",
  title: "a Threat Dragon model",
  languages: ["json"],
  kind: "security-risk",
  marks: (root) => mapAt(root, "summary") !== undefined && entryOf(mapAt(root, "detail"), "diagrams")?.value.type === "list",
  places: {
    "summary.title": "title",
    "summary.owner": "owner",
    "summary.description": "scope",
  },
  concerns: ["risks.title", "risks.description", "risks.status", "risks.level"],
  also(root, builder) {
    for (const cell of follow({ key: undefined, node: root }, ["detail", "diagrams", "cells"]).flatMap(({ node }) => (node.type === "list" ? node.items : []))) readCell(cell, builder);
    return undefined;
  },
});

function readCell(cell: TreeNode, builder: FieldBuilder): void {
  const data: MapNode | undefined = mapAt(cell, "data");
  if (data && scalarAt(data, "type")?.value === "tm.BoundaryBox") return;
  const name = scalarAt(data, "name");
  for (const { node } of [...follow({ key: undefined, node: cell }, ["data", "threats"]), ...follow({ key: undefined, node: cell }, ["threats"])]) {
    for (const threat of node.type === "list" ? node.items : []) {
      if (threat.type !== "map") continue;
      const risk = builder.item("risks", { anchor: labelOf(threat), span: threat.span });
      if (!risk) continue;
      readPlaces({ key: undefined, node: threat }, THREAT, risk);
      if (name) risk.put("asset", { anchor: name.span, span: name.span, words: { text: wordsIn(name), span: name.span } });
    }
  }
}
