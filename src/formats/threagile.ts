import { entryOf, keyText } from "../documents/node";
import type { MapNode, ScalarNode, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import { treeFormat } from "./tree-format";
import { follow, labelOf, readPlaces } from "./tree-places";
import type { Found, PlaceTable, Translated } from "./tree-places";

const CLASSIFICATION: Translated = { to: "classification", means: { restricted: "confidential", "strictly-confidential": "secret" } };

const STATUS: Translated = {
  to: "status",
  means: { unchecked: "open", "in-discussion": "open", accepted: "accepted", "in-progress": "in_progress", mitigated: "treated", "false-positive": "closed" },
};

/** A risk that a person tracks or found; its name is the key it stands under. */
const TRACKED: PlaceTable = {
  "@key": ["id", "title"],
  status: STATUS,
  justification: "treatment.justification",
  ticket: "evidence",
  "": { list: "history", only: (item) => entryOf(item, "date") !== undefined, fields: { date: "date", checked_by: "by", justification: "change" } },
};

/** A risk that a category names. */
const IDENTIFIED: PlaceTable = { "@key": "title", title: "title", severity: "level", exploitation_likelihood: "likelihood", exploitation_impact: "consequence", most_relevant_technical_asset: "asset", most_relevant_data_asset: "asset" };

/** What a category says about all its risks. */
const CATEGORY: PlaceTable = {
  id: "id",
  description: "description",
  impact: "impact",
  action: { list: "treatment.actions", fields: { "": "what" } },
  mitigation: { list: "treatment.actions", fields: { "": "what" } },
  detection_logic: "detection",
};

/**
 * A threat model in Threagile's YAML.
 * Source: Threagile/threagile, support/schema.json and demo/example/threagile.yaml.
 */
export const threagile = treeFormat({
  id: "threagile",
  title: "a Threagile threat model",
  languages: ["yaml", "json"],
  kind: "security-risk",
  marks: isThreagile,
  places: {
    title: "title",
    date: "date",
    "author.name": "owner",
    "business_overview.description": "scope",
    management_summary_comment: "scope",
    "data_assets.*": { list: "assets", fields: { id: "id", "@key": "name", owner: "owner", confidentiality: CLASSIFICATION } },
    "technical_assets.*": { list: "assets", fields: { id: "id", "@key": "name", owner: "owner", confidentiality: CLASSIFICATION } },
    "trust_boundaries.*.id": "trust_boundaries",
    "security_requirements.*": "security_requirements",
    "abuse_cases.*": "abuse_cases",
    "risk_tracking.*": { list: "risks", fields: TRACKED },
  },
  concerns: ["risks.likelihood", "risks.consequence", "risks.level", "risks.description", "risks.treatment.actions.what"],
  also(root, builder) {
    for (const name of ["individual_risk_categories", "custom_risk_categories"]) {
      const categories = follow({ key: undefined, node: root }, [name]).flatMap(({ node, key }) => itemsIn(node, key));
      for (const category of categories) {
        const identified = follow(category, ["risks_identified"]).flatMap(({ node, key }) => itemsIn(node, key));
        for (const one of identified.length > 0 ? identified : [category]) {
          const risk = builder.item("risks", { anchor: labelOf(one.node, one.key), span: around(one) });
          if (!risk) continue;
          readPlaces(one, one === category ? { "@key": "title", title: "title" } : IDENTIFIED, risk);
          readPlaces(category, CATEGORY, risk);
        }
      }
    }
    return undefined;
  },
});

/** Entries under keys of their own, or in a list as later versions write them. */
function itemsIn(node: TreeNode, key: ScalarNode | undefined): Found[] {
  if (node.type === "list") return node.items.map((item) => ({ key: undefined, node: item }));
  return node.type === "map" ? node.entries.map((entry) => ({ key: entry.key, node: entry.value })) : key ? [{ key, node }] : [];
}

function around({ key, node }: Found): Span {
  return { start: Math.min(key?.span.start ?? node.span.start, node.span.start), end: Math.max(key?.span.end ?? 0, node.span.end) };
}

function isThreagile(root: MapNode): boolean {
  if (entryOf(root, "threagile_version")) return true;
  const known = ["technical_assets", "data_assets", "risk_tracking", "individual_risk_categories", "custom_risk_categories", "trust_boundaries", "abuse_cases", "shared_runtimes"].filter((key) => entryOf(root, key));
  return known.length >= 3 || isRequirements(root) || isCategories(root) || (known.length > 0 && entryOf(root, "risk_tracking") !== undefined && isTracking(root));
}

/** Part of a model that is included elsewhere: requirements alone, each with its name and a sentence. */
function isRequirements(root: MapNode): boolean {
  const [only, ...more] = root.entries;
  const value = only?.value;
  return more.length === 0 && only !== undefined && keyText(only) === "security_requirements" && value?.type === "map" && value.entries.length > 0 && value.entries.every((entry) => entry.value.type === "scalar");
}

/** Part of a model that is included elsewhere: every tracked risk names its category and asset, `category@asset`. */
function isTracking(root: MapNode): boolean {
  const tracking = entryOf(root, "risk_tracking")?.value;
  return tracking?.type === "map" && tracking.entries.length > 0 && tracking.entries.every(({ key }) => String(key.value).includes("@"));
}

function isCategories(root: MapNode): boolean {
  const found = ["individual_risk_categories", "custom_risk_categories"].flatMap((name) => follow({ key: undefined, node: root }, [name, "*"]).concat(follow({ key: undefined, node: root }, [name])));
  return found.some(({ node, key }) => itemsIn(node, key).some((item) => entryOf(item.node, "risks_identified") !== undefined || entryOf(item.node, "detection_logic") !== undefined));
}
