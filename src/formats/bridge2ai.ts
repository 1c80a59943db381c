import { isBegun, isToolkitCard, toolkitPlaces } from "./model-card-toolkit";
import { treeFormat } from "./tree-format";

/**
 * A model card in YAML as the Bridge2AI schema describes it: the fields of the Model Card Toolkit with those of Hugging Face
 * cards beside them. Source: bridge2ai/model-card-schema, src/model_card_schema/schema/model_card_schema.yaml.
 */
export const bridge2aiCard = treeFormat({
  id: "bridge2ai",
  title: "a Bridge2AI model card",
  languages: ["yaml"],
  kind: "model-card",
  marks: isToolkitCard,
  confirms: isBegun,
  places: {
    ...toolkitPlaces,
    "model_details.short_description": "overview",
    "model_details.contributors": { list: "owners", fields: { name: "name", role: "role", contact: "contact", email: "contact" } },
    "model_details.developed_by": "owners.name",
    "model_details.contact": "owners.contact",
    base_model: "design.base_model",
    library_name: "design.libraries",
    framework: "design.libraries",
    pipeline_tag: "intended_use.task",
    license: "design.license",
    bias_model: "training_data.known_bias",
    bias_output: "training_data.known_bias",
    "considerations.bias_model": "training_data.known_bias",
    "considerations.bias_output": "training_data.known_bias",
    out_of_scope_uses: "intended_use.out_of_scope_uses",
    "model_parameters.training_procedure.description": "design.training_procedure",
    "model_parameters.training_procedure.methodology": "design.training_procedure",
    "model_parameters.training_procedure.reproducibility_info.hyperparameters": "design.hyperparameters",
    "training_procedure.description": "design.training_procedure",
    "model_parameters.compute_infrastructure.description": "design.compute",
    "compute_infrastructure.description": "design.compute",
    "usage_documentation.description": "intended_use.user_instructions",
    "deployment_info.inference_endpoint": "deployment.environment",
    "deployment_info.container_image": "deployment.environment",
  },
});
