import { entryOf, stringOf } from "../documents/node";
import type { MapNode, TreeNode } from "../documents/node";
import { vocabulary } from "../kinds/vocabularies";
import type { FieldBuilder } from "./field-builder";
import { treeFormat } from "./tree-format";
import { follow, labelOf, readPlaces, scalarAt } from "./tree-places";
import type { Found, PlaceTable, Translated } from "./tree-places";

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** What the format takes for an address: it has a scheme, and no blanks. */
function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s<>"{}|\\^`]+$/i.test(text);
}

/** A second place for a field that is written elsewhere. */
const alsoRead = (to: string): Translated => ({ to, readOnly: true });

/** What a component that is a model says about itself. */
const componentPlaces: PlaceTable = {
  name: "name",
  version: "version",
  description: "overview",
  "authors[]": { list: "owners", fields: { name: "name", email: { to: "contact", takes: (text) => EMAIL.test(text) } } },
  "licenses[].license.id": { to: "design.license", takes: (text) => vocabulary("spdx").some(({ id }) => id === text) },
  "licenses[].license.name": "design.license",
  "licenses.expression": alsoRead("design.license"),
  "externalReferences[]": { to: "references", each: "url", beside: { type: "documentation" }, takes: isAddress },
  "pedigree.ancestors[].name": "design.base_model",
  "modelCard.modelParameters.approach.type": { to: "design.learning_approach", means: { supervised: "supervised", unsupervised: "unsupervised", "reinforcement-learning": "reinforcement_learning", "semi-supervised": "semi_supervised", "self-supervised": "self_supervised" } },
  "modelCard.modelParameters.task": "intended_use.task",
  "modelCard.modelParameters.modelArchitecture": "design.architecture",
  "modelCard.modelParameters.architectureFamily": alsoRead("design.architecture"),
  "modelCard.modelParameters.inputs[]": { to: "design.inputs", each: "format" },
  "modelCard.modelParameters.outputs[]": { to: "design.outputs", each: "format" },
  "modelCard.quantitativeAnalysis.performanceMetrics[]": {
    list: "evaluation.metrics",
    fields: {
      type: "name",
      value: { to: "value", asText: true },
      slice: "slice",
      "confidenceInterval.lowerBound": { to: "confidence_interval.lower", asText: true },
      "confidenceInterval.upperBound": { to: "confidence_interval.upper", asText: true },
    },
  },
  "modelCard.considerations.users[]": "intended_use.users",
  "modelCard.considerations.useCases[]": "intended_use.primary_uses",
  "modelCard.considerations.technicalLimitations[]": "limitations",
  "modelCard.considerations.performanceTradeoffs[]": "design.tradeoffs",
  "modelCard.considerations.ethicalConsiderations[]": { list: "ethical_considerations", fields: { name: "name", mitigationStrategy: "mitigation_strategy" } },
  "modelCard.considerations.fairnessAssessments[]": { list: "fairness", fields: { groupAtRisk: "group", mitigationStrategy: "mitigation" } },
  "modelCard.considerations.environmentalConsiderations": alsoRead("environmental_impact"),
};

/** Who stands for a component without authors, the nearest first; the others mostly repeat the name. */
const OWNERS: readonly PlaceTable[] = [
  { "manufacturer.name": "owners.name", "manufacturer.contact.email": "owners.contact" },
  { "supplier.name": "owners.name", "supplier.contact.email": "owners.contact" },
  { author: "owners.name" },
  { publisher: "owners.name" },
];

/** A data set, inline in a model card or as a component with `data`. */
function dataPlaces(): PlaceTable {
  return {
    name: "name",
    description: "population",
    "contents.url": { to: "source", takes: isAddress },
    "contents.attachment.content": "source",
    classification: "classification",
    "sensitiveData[]": "sensitive_attributes",
    "governance.owners[].organization.name": "owner",
    "governance.owners.contact.name": alsoRead("owner"),
    "governance.custodians.organization.name": alsoRead("owner"),
    "governance.stewards.organization.name": alsoRead("owner"),
  };
}

const DATASET = dataPlaces();

/** Where a component that is written keeps what; data sets stand in the card itself. */
export const writtenComponent: PlaceTable = {
  ...componentPlaces,
  "modelCard.modelParameters.datasets[]": { list: "training_data.datasets", fields: DATASET, beside: { type: "dataset" } },
};

/**
 * The model cards inside a CycloneDX bill of materials. A bill without a model is none of ours.
 * Source: CycloneDX/specification, schema/bom-1.5.schema.json to bom-1.7.schema.json, `modelCard` and `componentData`.
 */
export const cycloneDx = treeFormat({
  id: "cyclonedx",
  title: "a CycloneDX bill of materials with a model card",
  languages: ["json"],
  kind: "model-card",
  marks: (root) => stringOf(root, "bomFormat") === "CycloneDX" && models(root).length > 0,
  places: {},
  concerns: ["name", "version", "owners.name", "intended_use.users", "intended_use.primary_uses", "intended_use.out_of_scope_uses", "training_data.datasets.source", "training_data.datasets.name", "evaluation.metrics.name", "evaluation.metrics.value", "limitations", "overview", "design.architecture", "design.license", "ethical_considerations.name"],
  also(root, builder) {
    const components = allComponents(root);
    // One document is about one model: the one that has a card.
    const model = models(root)[0];
    if (!model) return undefined;
    readPlaces(model, componentPlaces, builder);
    for (const table of OWNERS) if (!builder.has("owners.name")) readPlaces(model, table, builder);
    for (const { node } of follow(model, ["modelCard", "modelParameters", "datasets"])) {
      for (const dataset of node.type === "list" ? node.items : []) readDataset(dataset, components, builder);
    }
    for (const component of components) {
      if (stringOf(component.node, "type") !== "data" || referred(model, component.node)) continue;
      for (const { node } of follow(component, ["data"])) for (const data of node.type === "list" ? node.items : []) put(data, builder);
    }
    return undefined;
  },
});

/** Every component, nested ones and the one that the bill is about included. */
function allComponents(root: MapNode): Found[] {
  const inside = (found: Found): Found[] => [found, ...listed(found.node).flatMap(inside)];
  const listed = (node: TreeNode) => follow({ key: undefined, node }, ["components"]).flatMap(({ node: list, key }) => (list.type === "list" ? list.items.map((item) => ({ key, node: item })) : []));
  return [...follow({ key: undefined, node: root }, ["metadata", "component"]).flatMap(inside), ...listed(root).flatMap(inside)];
}

function models(root: MapNode): Found[] {
  const found = allComponents(root).filter(({ node }) => entryOf(node, "modelCard") !== undefined || stringOf(node, "type") === "machine-learning-model");
  return found.sort((a, b) => Number(entryOf(b.node, "modelCard") !== undefined) - Number(entryOf(a.node, "modelCard") !== undefined));
}

/** A data set of the card, which may only refer to a component by its `ref`. */
function readDataset(dataset: TreeNode, components: readonly Found[], builder: FieldBuilder): void {
  const ref = stringOf(dataset, "ref");
  if (ref === undefined) return put(dataset, builder);
  const component = components.find(({ node }) => stringOf(node, "bom-ref") === ref)?.node;
  const data = follow({ key: undefined, node: component ?? dataset }, ["data"]).flatMap(({ node }) => (node.type === "list" ? node.items : []));
  const item = builder.item("training_data.datasets", { anchor: scalarAt(dataset, "ref")?.span ?? dataset.span, span: dataset.span });
  if (!item) return;
  for (const node of [...data, ...(component ? [component] : [dataset])]) readPlaces({ key: undefined, node }, component ? DATASET : { ref: "name" }, item);
}

function put(node: TreeNode, builder: FieldBuilder): void {
  const item = builder.item("training_data.datasets", { anchor: labelOf(node), span: node.span });
  if (item) readPlaces({ key: undefined, node }, DATASET, item);
}

function referred(model: Found, component: TreeNode): boolean {
  const own = stringOf(component, "bom-ref");
  return own !== undefined && follow(model, ["modelCard", "modelParameters", "datasets", "ref"]).some(({ node }) => node.type === "scalar" && node.value === own);
}
