import { entryOf, keyText, stringOf } from "../documents/node";
import type { MapNode } from "../documents/node";
import { isBegun, isToolkitCard, toolkitPlaces } from "./model-card-toolkit";
import { treeFormat } from "./tree-format";
import { mapAt } from "./tree-places";
import type { PlaceTable, Translated } from "./tree-places";

/** A second place for a field that is written elsewhere. */
const alsoRead = (to: string): Translated => ({ to, readOnly: true });

/** Where a card of the schema keeps what; of several places for one field the first is written. */
export const bridge2aiPlaces: PlaceTable = {
  ...toolkitPlaces,
  "considerations.out_of_scope_uses": alsoRead("intended_use.out_of_scope_uses"),
  "model_details.short_description": alsoRead("overview"),
  "model_details.contributors": { list: "owners", fields: { name: "name", role: "role", contact: "contact", email: "contact" }, readOnly: true },
  "model_details.developed_by": alsoRead("owners.name"),
  "model_details.contact": alsoRead("owners.contact"),
  base_model: "design.base_model",
  library_name: "design.libraries",
  framework: alsoRead("design.libraries"),
  pipeline_tag: "intended_use.task",
  license: alsoRead("design.license"),
  bias_model: "training_data.known_bias",
  bias_output: alsoRead("training_data.known_bias"),
  "considerations.bias_model": alsoRead("training_data.known_bias"),
  "considerations.bias_output": alsoRead("training_data.known_bias"),
  "out_of_scope_uses[]": { to: "intended_use.out_of_scope_uses", each: "description" },
  "model_parameters.training_procedure.description": alsoRead("design.training_procedure"),
  "model_parameters.training_procedure.methodology": alsoRead("design.training_procedure"),
  "model_parameters.training_procedure.reproducibility_info.hyperparameters": alsoRead("design.hyperparameters"),
  "training_procedure.description": "design.training_procedure",
  "model_parameters.compute_infrastructure.description": alsoRead("design.compute"),
  "compute_infrastructure.description": "design.compute",
  "usage_documentation.description": "intended_use.user_instructions",
  "deployment_info.inference_endpoint": alsoRead("deployment.environment"),
  "deployment_info.container_image": alsoRead("deployment.environment"),
};

const KEYS = new Set(["schema_version", ...Object.keys(bridge2aiPlaces).map((place) => place.replace(/(?:\[\])?(?:\..*)?$/, ""))]);

/** Named details, a version of the schema, and no key that the schema does not have. */
function isOwn(root: MapNode): boolean {
  return stringOf(mapAt(root, "model_details"), "name") !== undefined && entryOf(root, "schema_version") !== undefined && root.entries.every((entry) => KEYS.has(keyText(entry)));
}

/**
 * A model card in YAML as the Bridge2AI schema describes it: the fields of the Model Card Toolkit with those of Hugging Face
 * cards beside them. Source: bridge2ai/model-card-schema, src/model_card_schema/schema/model_card_schema.yaml.
 */
export const bridge2aiCard = treeFormat({
  id: "bridge2ai",
  title: "a Bridge2AI model card",
  languages: ["yaml"],
  kind: "model-card",
  marks: (root) => isToolkitCard(root) || isOwn(root),
  confirms: isBegun,
  places: bridge2aiPlaces,
});
