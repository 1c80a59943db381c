import { entryOf, keyText } from "../documents/node";
import type { MapNode } from "../documents/node";
import { treeFormat } from "./tree-format";
import { mapAt } from "./tree-places";
import type { PlaceTable } from "./tree-places";

/**
 * Where the Model Card Toolkit keeps what, in 0.0.1 and 0.0.2 alike: the later version turns texts into objects with a
 * `description` and single values into lists, which makes no difference here.
 * Source: tensorflow/model-card-toolkit, model_card_toolkit/schema/v0.0.1 and v0.0.2.
 */
export const toolkitPlaces: PlaceTable = {
  "model_details.name": "name",
  "model_details.overview": "overview",
  "model_details.owners": { list: "owners", fields: { name: "name", contact: "contact", role: "role" } },
  "model_details.version.name": "version",
  "model_details.version.date": "version_date",
  "model_details.version": { list: "changelog", only: (item) => entryOf(item, "diff") !== undefined, fields: { name: "version", date: "date", diff: "change" } },
  "model_details.license": "design.license",
  "model_details.licenses.identifier": "design.license",
  "model_details.licenses.custom_text": "design.license",
  "model_details.references": "references",
  "model_parameters.model_architecture": "design.architecture",
  "model_parameters.data": { list: "training_data.datasets", only: (item) => !entryOf(item, "train") && !entryOf(item, "eval") && !entryOf(item, "graphics.eval"), fields: datasetPlaces() },
  "model_parameters.data.train": { list: "training_data.datasets", only: hasWords, fields: datasetPlaces() },
  "model_parameters.data.eval.name": "evaluation.datasets",
  "model_parameters.input_format": "design.inputs",
  "model_parameters.input_format_map": "design.inputs",
  "model_parameters.output_format": "design.outputs",
  "model_parameters.output_format_map": "design.outputs",
  "quantitative_analysis.performance_metrics": {
    list: "evaluation.metrics",
    fields: { type: "name", value: "value", threshold: "threshold", slice: "slice", "confidence_interval.lower_bound": "confidence_interval.lower", "confidence_interval.upper_bound": "confidence_interval.upper" },
  },
  "considerations.users": "intended_use.users",
  "considerations.use_cases": "intended_use.primary_uses",
  "considerations.out_of_scope_uses": "intended_use.out_of_scope_uses",
  "considerations.limitations": "limitations",
  "considerations.tradeoffs": "design.tradeoffs",
  "considerations.ethical_considerations": { list: "ethical_considerations", fields: { name: "name", mitigation_strategy: "mitigation_strategy" } },
  "considerations.fairness_assessment": { list: "fairness", fields: { group_at_risk: "group", mitigation_strategy: "mitigation" } },
};

function datasetPlaces(): PlaceTable {
  return { name: "name", description: "population", link: "source", "sensitive.sensitive_data": "sensitive_attributes", "sensitive.fields": "sensitive_attributes" };
}

function hasWords(item: Parameters<typeof entryOf>[0]): boolean {
  return ["name", "description", "link", "sensitive"].some((key) => entryOf(item, key) !== undefined);
}

const DETAILS = ["name", "overview", "owners", "version", "licenses", "license", "references", "citations", "documentation", "short_description", "contributors"];
const SECTIONS = ["model_parameters", "quantitative_analysis", "considerations"];

/** A map `model_details` with details of a model, and another section of the toolkit beside it or a version of its schema. */
export function isToolkitCard(root: MapNode): boolean {
  const details = mapAt(root, "model_details");
  const known = DETAILS.filter((key) => entryOf(details, key)).length;
  return known > 0 && (SECTIONS.some((key) => mapAt(root, key)) || (entryOf(root, "schema_version") !== undefined && known > 1));
}

/** Details of a model and nothing else. */
export function isBegun(root: MapNode): boolean {
  return mapAt(root, "model_details") !== undefined && root.entries.every((entry) => ["model_details", "schema_version", "$schema", "$id", ...SECTIONS].includes(keyText(entry)));
}

/** A model card as Google's Model Card Toolkit writes it. The shape decides, since its `$id` never did. */
export const modelCardToolkit = treeFormat({
  id: "model-card-toolkit",
  title: "a Model Card Toolkit card",
  languages: ["json"],
  kind: "model-card",
  marks: isToolkitCard,
  // A card that is only begun; other keys beside it belong to a card of another form.
  confirms: isBegun,
  places: toolkitPlaces,
});
