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
import { FRONT_KEYS } from "./hub-card";
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
  if (other === 0 && hasGovernance(part.root)) return "model";
  if (!keys.has("license") || other > 0) return undefined;
  if (common > 1 || keys.size === 1) return /^dataset card\b/i.test(firstTitle(document)) ? "dataset" : "model";
  return undefined;
}

/** A block of our own fields, which nothing else has: the rest may be said in the text alone. */
function hasGovernance(root: TreeNode): boolean {
  const block = entryOf(root, "governance")?.value;
  return block?.type === "map" && block.entries.length > 0 && block.entries.every((entry) => governanceFields.has(keyText(entry)));
}

function firstTitle(document: Document): string {
  return document.body?.().sections[0]?.title?.text ?? "";
}

function readFrontMatter(root: TreeNode | undefined, document: Document, kind: Kind, builder: FieldBuilder): void {
  readGovernance(root, document, builder, kind);
  for (const [key, path] of FRONT_KEYS) {
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
    const entries: readonly (readonly [field: string, entry: Entry | undefined])[] = [
      ["name", entryOf(metric, "name") ?? entryOf(metric, "type")],
      ["value", entryOf(metric, "value")],
      ["dataset", entryOf(dataset, "name") ?? entryOf(dataset, "type")],
      ["slice", entryOf(dataset, "split") ?? entryOf(dataset, "config")],
      ["evidence", entryOf(entryOf(result, "source")?.value, "url")],
    ];
    const said = entries.flatMap(([field, entry]) => (entry?.value.type === "scalar" && entry.value.value !== null ? [{ field, entry, node: entry.value, text: String(entry.value.value) }] : []));
    const item = builder.itemSaying("evaluation.metrics", { anchor: firstKey(metric), span: metric.span }, Object.fromEntries(said.map(({ field, text }) => [field, text])));
    for (const { field, entry, node, text } of said) item?.put(field, { anchor: entry.key.span, span: entry.span, words: { text, span: node.span }, node });
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
