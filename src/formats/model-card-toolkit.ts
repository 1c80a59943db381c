import { entryOf, keyText } from "../documents/node";
import type { MapNode } from "../documents/node";
import { treeFormat } from "./tree-format";
import { mapAt } from "./tree-places";
import type { PlaceTable, Translated } from "./tree-places";

/** A place that is read for the sake of an earlier version or of a relative of the format. */
const alsoRead = (to: string): Translated => ({ to, readOnly: true });

/**
 * Where the Model Card Toolkit keeps what, in 0.0.1 and 0.0.2 alike: the later version turns texts into objects with a
 * `description` and single values into lists, which makes no difference in reading. Written is 0.0.2.
 * Source: tensorflow/model-card-toolkit, model_card_toolkit/schema/v0.0.1 and v0.0.2.
 */
export const toolkitPlaces: PlaceTable = {
  "model_details.name": "name",
  "model_details.overview": "overview",
  "model_details.owners[]": { list: "owners", fields: { name: "name", contact: "contact", role: alsoRead("role") } },
  "model_details.version.name": "version",
  "model_details.version.date": "version_date",
  "model_details.version": { list: "changelog", only: (item) => entryOf(item, "diff") !== undefined, fields: { name: "version", date: "date", diff: "change" }, readOnly: true },
  "model_details.license": alsoRead("design.license"),
  "model_details.licenses[].identifier": "design.license",
  "model_details.licenses[].custom_text": alsoRead("design.license"),
  "model_details.references[]": { to: "references", each: "reference" },
  "model_parameters.model_architecture": "design.architecture",
  "model_parameters.data[]": { list: "training_data.datasets", only: (item) => !entryOf(item, "train") && !entryOf(item, "eval") && !entryOf(item, "graphics.eval"), fields: datasetPlaces() },
  "model_parameters.data.train": { list: "training_data.datasets", only: hasWords, fields: datasetPlaces(), readOnly: true },
  "model_parameters.data.eval.name": alsoRead("evaluation.datasets"),
  "model_parameters.input_format": "design.inputs",
  "model_parameters.input_format_map[]": { to: "design.inputs", each: "value" },
  "model_parameters.output_format": "design.outputs",
  "model_parameters.output_format_map[]": { to: "design.outputs", each: "value" },
  "quantitative_analysis.performance_metrics[]": {
    list: "evaluation.metrics",
    fields: {
      type: "name",
      value: { to: "value", asText: true },
      threshold: alsoRead("threshold"),
      slice: "slice",
      "confidence_interval.lower_bound": { to: "confidence_interval.lower", asText: true },
      "confidence_interval.upper_bound": { to: "confidence_interval.upper", asText: true },
    },
  },
  "considerations.users[]": { to: "intended_use.users", each: "description" },
  "considerations.use_cases[]": { to: "intended_use.primary_uses", each: "description" },
  "considerations.out_of_scope_uses": alsoRead("intended_use.out_of_scope_uses"),
  "considerations.limitations[]": { to: "limitations", each: "description" },
  "considerations.tradeoffs[]": { to: "design.tradeoffs", each: "description" },
  "considerations.ethical_considerations[]": { list: "ethical_considerations", fields: { name: "name", mitigation_strategy: "mitigation_strategy" } },
  "considerations.fairness_assessment": { list: "fairness", fields: { group_at_risk: "group", mitigation_strategy: "mitigation" }, readOnly: true },
};

function datasetPlaces(): PlaceTable {
  return { name: "name", description: "population", link: "source", "sensitive.sensitive_data[]": "sensitive_attributes", "sensitive.fields": alsoRead("sensitive_attributes") };
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
  return known > 0 && (SECTIONS.some((key) => mapAt(root, key)) || (entryOf(root, "schema_version") !== undefined && (known > 1 || isBegun(root))));
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
