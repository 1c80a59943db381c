/**
 * Where a Hugging Face card keeps what: keys of its front matter and headings of its body. The reader goes by the keys; the headings are
 * those of the public template, and names of the vocabulary as well, so the reader knows them.
 * Source: huggingface/hub-docs, modelcard.md; huggingface_hub, templates/modelcard_template.md.
 */

/** Where the front matter's keys go. */
export const FRONT_KEYS: readonly (readonly [key: string, path: string])[] = [
  ["model_name", "name"],
  ["pretty_name", "name"],
  ["license", "design.license"],
  ["base_model", "design.base_model"],
  ["library_name", "design.libraries"],
  ["pipeline_tag", "intended_use.task"],
  ["co2_eq_emissions", "environmental_impact"],
];

/** A section of the body with what it says, below a heading that only groups. */
export interface BodySection {
  readonly group: string;
  readonly heading: string;
  readonly path: string;
}

/** Single values that stand as a list of keys at the head of the body. */
export const BODY_KEYS: readonly (readonly [key: string, path: string])[] = [
  ["Version", "version"],
  ["Status", "status"],
  ["Developed by", "owners.name"],
  ["Model type", "design.architecture"],
  ["License", "design.license"],
  ["Finetuned from model", "design.base_model"],
];

export const BODY_SECTIONS: readonly BodySection[] = [
  { group: "Uses", heading: "Direct Use", path: "intended_use.primary_uses" },
  { group: "Uses", heading: "Out-of-Scope Use", path: "intended_use.out_of_scope_uses" },
  { group: "Uses", heading: "Misuse", path: "intended_use.foreseeable_misuse" },
  { group: "Uses", heading: "Intended Users", path: "intended_use.users" },
  { group: "Uses", heading: "Human Oversight", path: "intended_use.human_oversight" },
  { group: "Uses", heading: "Instructions for Use", path: "intended_use.user_instructions" },
  { group: "Bias, Risks, and Limitations", heading: "Limitations", path: "limitations" },
  { group: "Bias, Risks, and Limitations", heading: "Ethical Considerations", path: "ethical_considerations.name" },
  { group: "Training Details", heading: "Training Data", path: "training_data.datasets.source" },
  { group: "Training Details", heading: "Data Quality", path: "training_data.quality" },
  { group: "Training Details", heading: "Data Bias", path: "training_data.known_bias" },
  { group: "Training Details", heading: "Preprocessing", path: "training_data.preparation" },
  { group: "Training Details", heading: "Training Procedure", path: "design.training_procedure" },
  { group: "Training Details", heading: "Training Hyperparameters", path: "design.hyperparameters" },
  { group: "Evaluation", heading: "Testing Data", path: "evaluation.datasets" },
  { group: "Evaluation", heading: "Factors", path: "evaluation.factors" },
  { group: "Evaluation", heading: "Metrics", path: "evaluation.metrics" },
  { group: "Evaluation", heading: "Robustness", path: "evaluation.robustness" },
  { group: "Model Examination", heading: "Explainability", path: "explainability" },
  { group: "Environmental Impact", heading: "Environmental Impact", path: "environmental_impact" },
  { group: "Technical Specifications", heading: "Model Architecture and Objective", path: "design.architecture" },
  { group: "Technical Specifications", heading: "Inputs", path: "design.inputs" },
  { group: "Technical Specifications", heading: "Outputs", path: "design.outputs" },
  { group: "Technical Specifications", heading: "Compute Infrastructure", path: "design.compute" },
  { group: "Deployment and Monitoring", heading: "Deployment", path: "deployment.environment" },
  { group: "Deployment and Monitoring", heading: "Monitoring", path: "monitoring.metrics" },
  { group: "Deployment and Monitoring", heading: "Incident Contact", path: "incident_contact" },
  { group: "More Information", heading: "References", path: "references" },
];
