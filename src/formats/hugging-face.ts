import type { Document, Part } from "../documents/document";
import { entryOf, keyText } from "../documents/node";
import type { Entry, TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import type { Kind } from "../kinds/field";
import { kind as kindWithId } from "../kinds/kinds";
import type { Answer } from "./answer";
import type { FieldBuilder } from "./field-builder";
import { isLeaf, itemsOf } from "./field";
import type { Field } from "./field";
import { priority } from "./format";
import type { Format } from "./format";
import { addToMarkdown } from "./markdown-additions";
import { readModelCard } from "./markdown-model-card";
import { readNative } from "./native";

/** Keys of the Hub's model and dataset cards that hardly any other front matter has. Source: huggingface/hub-docs, modelcard.md and datasetcard.md. */
const MODEL_KEYS = ["library_name", "pipeline_tag", "base_model", "model-index", "base_model_relation", "co2_eq_emissions", "widget", "new_version"];
const DATASET_KEYS = ["task_categories", "size_categories", "annotations_creators", "language_creators", "dataset_info", "task_ids", "multilinguality", "source_datasets", "paperswithcode_id"];
/** A licence with one of these, or alone above a body, is enough when nothing speaks against it. */
const COMMON_KEYS = ["license", "license_name", "license_link", "language", "tags", "datasets", "metrics", "inference", "thumbnail", "pretty_name", "configs", "pinned", "governance", "extra_gated_prompt", "extra_gated_fields", "extra_gated_heading", "extra_gated_button_content"];
/** Spaces, and pages of sites and tools. */
const OTHER_KEYS = ["sdk", "app_file", "app_port", "colorFrom", "emoji", "layout", "permalink", "slug", "sidebar", "date", "description", "openapi", "version", "nav_order", "weight"];

/** Where the front matter's keys go. */
const PLACES: readonly (readonly [key: string, path: string])[] = [
  ["model_name", "name"],
  ["pretty_name", "name"],
  ["license", "design.license"],
  ["base_model", "design.base_model"],
  ["library_name", "design.libraries"],
  ["pipeline_tag", "intended_use.task"],
  ["co2_eq_emissions", "environmental_impact"],
];

/** The README of a model on the Hugging Face Hub: front matter, and the sections of the public template. */
export const huggingFaceModel: Format = {
  id: "hugging-face-model",
  title: "a Hugging Face model card",
  languages: ["markdown"],
  priority: priority.ownMark,
  kinds: ["model-card"],
  wholeFile: true,
  recognise: (part, document) => (cardOf(part, document) === "model" ? "model-card" : undefined),
  read: (part, document, kind, context) => readModelCard(part, document, kind, context, (builder) => readFrontMatter(part.root, document, kind, builder)),
  add: addToMarkdown,
};

/** What a card of a data set can say of a model card's fields. */
const OF_DATASETS = /^(?:name|owners|training_data|intended_use|limitations|ethical_considerations|references)(?:$|[.[])/;

/**
 * The README of a data set on the Hub. There is no kind for data alone: the card documents the data that models are trained on,
 * so it is read as far as a model card asks about data, and nothing else is expected of it.
 */
export const huggingFaceDataset: Format = {
  ...huggingFaceModel,
  id: "hugging-face-dataset",
  title: "a Hugging Face dataset card",
  recognise: (part, document) => (cardOf(part, document) === "dataset" ? "model-card" : undefined),
  read: (part, document, kind, context) => readModelCard(part, document, kind, context, (builder) => readDatasetMatter(part.root, document, kind, builder)),
  concerns: (path) => OF_DATASETS.test(path) && path !== "version",
};

/** The public templates, before anybody filled them in. Source: huggingface_hub, templates/modelcard_template.md and datasetcard_template.md. */
const TEMPLATE = /^\ufeff?---\s*\n(?:#.*\n)*\s*\{\{?\s*card_data\s*\}?\}\s*\n---/;

function cardOf(part: Part, document: Document): "model" | "dataset" | undefined {
  const template = TEMPLATE.test(document.text.replace(/\r/g, ""));
  if (template) return /pretty_name|dataset/i.test(firstTitle(document)) ? "dataset" : "model";
  if (part.root?.type !== "map") return undefined;
  const keys = new Set(part.root.entries.map(keyText));
  const has = (names: readonly string[]) => names.filter((name) => keys.has(name)).length;
  if (["sdk", "app_file", "app_port"].some((name) => keys.has(name))) return undefined;
  const [model, dataset, common, other] = [has(MODEL_KEYS), has(DATASET_KEYS), has(COMMON_KEYS), has(OTHER_KEYS)];
  if (dataset > 0 && common > 0 && model === 0) return "dataset";
  if (model > 0 && model + common > other) return "model";
  if (!keys.has("license") || other > 0) return undefined;
  if (common > 1 || keys.size === 1) return /^dataset card\b/i.test(firstTitle(document)) ? "dataset" : "model";
  return undefined;
}

function firstTitle(document: Document): string {
  return document.body?.().sections[0]?.title?.text ?? "";
}

function readFrontMatter(root: TreeNode | undefined, document: Document, kind: Kind, builder: FieldBuilder): void {
  readGovernance(root, document, builder, kind);
  for (const [key, path] of PLACES) {
    const entry = entryOf(root, key);
    const answer = entry && answerOfEntry(entry, document);
    if (answer && answer.words.text !== "") builder.put(path, answer);
  }
  for (const node of valuesOf(entryOf(root, "datasets"))) {
    if (node.type !== "scalar" || node.value === null) continue;
    const words = { text: String(node.value), span: node.span };
    builder.put("training_data.datasets.source", { anchor: node.span, span: node.span, words, node });
  }
  for (const model of listAt(root, "model-index")) for (const result of listAt(model, "results")) readResult(result, builder);
}

function readDatasetMatter(root: TreeNode | undefined, document: Document, kind: Kind, builder: FieldBuilder): void {
  readGovernance(root, document, builder, kind);
  for (const [key, path] of [["pretty_name", "name"], ["license", "training_data.datasets.license_or_consent"]] as const) {
    const entry = entryOf(root, key);
    const answer = entry && answerOfEntry(entry, document);
    if (answer && answer.words.text !== "") builder.put(path, answer);
  }
  const source = entryOf(root, "source_datasets");
  const answer = source && answerOfEntry(source, document);
  if (answer && answer.words.text !== "") builder.put("training_data.datasets.source", answer);
}

function readResult(result: TreeNode, builder: FieldBuilder): void {
  const dataset = entryOf(result, "dataset")?.value;
  for (const metric of listAt(result, "metrics")) {
    const item = builder.item("evaluation.metrics", { anchor: firstKey(metric), span: metric.span });
    const put = (field: string, entry: Entry | undefined) => {
      if (entry?.value.type !== "scalar" || entry.value.value === null) return;
      const { value: node } = entry;
      item?.put(field, { anchor: entry.key.span, span: entry.span, words: { text: String(node.value), span: node.span }, node });
    };
    put("name", entryOf(metric, "name") ?? entryOf(metric, "type"));
    put("value", entryOf(metric, "value"));
    put("dataset", entryOf(dataset, "name") ?? entryOf(dataset, "type"));
    put("slice", entryOf(dataset, "split") ?? entryOf(dataset, "config"));
    put("evidence", entryOf(entryOf(result, "source")?.value, "url"));
  }
}

/** The optional `governance:` block holds our own fields under our own names. */
function readGovernance(root: TreeNode | undefined, document: Document, builder: FieldBuilder, kind: Kind): void {
  const block = entryOf(root, "governance")?.value;
  if (block?.type !== "map") return;
  const own = readNative({ index: 0, notation: "yaml", root: block, span: block.span }, document, kind);
  for (const field of own.children) adopt(field, builder);
}

function adopt(field: Field, builder: FieldBuilder): void {
  const { name } = field.definition;
  if (field.definition.shape === "objects") {
    for (const item of field.children) {
      const made = builder.item(name, { anchor: item.anchor, span: item.span });
      for (const one of item.children) if (made) adopt(one, made);
    }
  } else if (!isLeaf(field)) {
    for (const one of field.children) adoptInside(one, name, builder);
  } else builder.put(name, answerOfField(field));
}

function adoptInside(field: Field, owner: string, builder: FieldBuilder): void {
  const path = `${owner}.${field.definition.name}`;
  if (field.definition.shape === "objects") {
    for (const item of itemsOf({ ...field, children: [field] }, field.definition.name)) {
      const made = builder.item(path, { anchor: item.anchor, span: item.span });
      for (const one of item.children) if (made) adopt(one, made);
    }
  } else if (isLeaf(field)) builder.put(path, answerOfField(field));
  else for (const one of field.children) adoptInside(one, path, builder);
}

function answerOfField({ anchor, span, valueSpan, value, items, node }: Field): Answer {
  return { anchor, span, words: { text: value === undefined ? "" : String(value), span: valueSpan }, items: items.map((item) => ({ text: String(item.value), span: item.span })), node };
}

/** A key with a scalar, or the scalars of its list; a slot of a template (`{license}`) is a stand-in. */
function answerOfEntry(entry: Entry, document: Document): Answer | undefined {
  const { key, span, value } = entry;
  const texts = valuesOf(entry).flatMap((node) => (node.type === "scalar" && node.value !== null ? [{ text: String(node.value), span: node.span }] : []));
  const words = value.type === "map" ? { text: slotOf(value, document), span: value.span } : { text: texts.map((one) => one.text).join(", "), span: value.span };
  return { anchor: key.span, span, words, ...(value.type === "list" ? { items: texts } : {}), node: value };
}

function slotOf(node: TreeNode, document: Document): string {
  const raw = document.text.slice(node.span.start, node.span.end);
  return /^\{[^{}:]*\}$/.test(raw) ? `{${raw}}` : raw;
}

function valuesOf(entry: Entry | undefined): readonly TreeNode[] {
  if (!entry) return [];
  return entry.value.type === "list" ? entry.value.items : [entry.value];
}

function listAt(node: TreeNode | undefined, key: string): readonly TreeNode[] {
  const value = entryOf(node, key)?.value;
  return value?.type === "list" ? value.items : [];
}

function firstKey(node: TreeNode): Span {
  return node.type === "map" && node.entries[0] ? node.entries[0].key.span : node.span;
}

/** The definitions of a model card, for the rule that looks at the `governance:` block. */
export const governanceFields = kindWithId("model-card").root.fields;
