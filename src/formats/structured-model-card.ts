import { isEmptyNode, keyText } from "../documents/node";
import type { Entry, MapNode, TreeNode } from "../documents/node";
import type { FieldBuilder } from "./field-builder";
import { priority } from "./format";
import type { Unmapped } from "./format";
import { holdsMetric } from "./metrics";
import { treeFormat } from "./tree-format";
import { answerAt, labelOf, readPlaces, wordsIn } from "./tree-places";
import type { PlaceTable } from "./tree-places";
import { numberIn } from "./values";
import { vocabularyOf } from "./vocabulary";
import type { Vocabulary } from "./vocabulary";

/** Where entries of lists keep what; the field whose list they begin is named first. */
const LISTS: Readonly<Record<string, PlaceTable>> = {
  owners: { name: "name", organization: "name", role: "role", email: "contact", contact: "contact" },
  "training_data.datasets": { name: "name", source: "source", url: "source", link: "source", description: "population", license: "license_or_consent" },
  "evaluation.metrics": { name: "name", metric: "name", type: "name", value: "value", score: "value", threshold: "threshold", target: "threshold", dataset: "dataset", slice: "slice" },
  ethical_considerations: { name: "name", description: "name", concern: "name", risk: "name", mitigation: "mitigation_strategy", mitigation_strategy: "mitigation_strategy" },
  fairness: { group: "group", metric: "metric", value: "value", threshold: "threshold", mitigation: "mitigation" },
};

/** Keys that say something about the file and not about the model. */
const ASIDE = /^(?:schema|version|generated|created|updated|timestamp|format|id|type)(?:_|$)/;

/**
 * A model card in YAML or JSON with people's own keys. The file's name has to promise a card, and three keys at least have to be
 * those of one: many programs write a `model_card.json` of parameters and scores.
 */
export const structuredModelCard = treeFormat({
  id: "structured-model-card",
  title: "a model card with keys of its own",
  languages: ["yaml", "json"],
  kind: "model-card",
  priority: priority.words,
  marks: () => false,
  confirms: (root) => meaningsIn(root, vocabularyOf("model-card")).size >= 3,
  places: {},
  concerns: ["name", "version", "owners.name", "intended_use.primary_uses", "intended_use.out_of_scope_uses", "training_data.datasets.source", "evaluation.metrics.name", "evaluation.metrics.value", "limitations", "overview", "ethical_considerations.name", "design.architecture"],
  also(root, builder, _document, { names }) {
    const unmapped: Unmapped[] = [];
    readMap(root, "", builder, vocabularyOf("model-card", names), unmapped);
    return { unmapped };
  },
});

function nameOf(entry: Entry): string {
  return keyText(entry).replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ");
}

/** The field that a key means, by itself or inside a section. Only names that are known in this very form count. */
function meaningOf(entry: Entry, section: string, vocabulary: Vocabulary): string | undefined {
  const name = nameOf(entry);
  return vocabulary.own.names.find(keyText(entry)) ?? vocabulary.within(section)?.find(name) ?? vocabulary.keys.find(name);
}

/** Different fields that the keys of the file and of its sections mean. */
function meaningsIn(root: MapNode, vocabulary: Vocabulary): Set<string> {
  const inner = root.entries.flatMap((entry) => (entry.value.type === "map" ? entry.value.entries : []));
  return new Set([...root.entries, ...inner].flatMap((entry) => meaningOf(entry, "", vocabulary) ?? []).filter((path) => path !== "references" && path !== "status" && path !== "changelog.change"));
}

function readMap(node: MapNode, section: string, builder: FieldBuilder, vocabulary: Vocabulary, unmapped: Unmapped[]): void {
  for (const entry of node.entries) {
    if (isEmptyNode(entry.value)) continue;
    const path = meaningOf(entry, section, vocabulary);
    const list = Object.keys(LISTS).find((one) => path === one || path?.startsWith(`${one}.`));
    if (list === "evaluation.metrics" && entry.value.type === "map") readMetrics(entry.value, builder);
    else if (list && entry.value.type === "list" && entry.value.items.some((item) => item.type === "map")) readList(entry.value.items, list, builder);
    else if (entry.value.type === "map") readSection(entry, entry.value, path, section, builder, vocabulary, unmapped);
    else if (path !== undefined && says(entry.value, path)) put(path, entry, builder);
    else if (section === "" && isMetric(entry)) putMetric(entry, builder);
    else if (section !== "" || !ASIDE.test(keyText(entry))) unmapped.push({ name: { text: keyText(entry), span: entry.key.span }, span: entry.span });
  }
}

/** Keys below a key. Where none of them means anything, what they say together is the answer to the key around them. */
function readSection(entry: Entry, inside: MapNode, path: string | undefined, section: string, builder: FieldBuilder, vocabulary: Vocabulary, unmapped: Unmapped[]): void {
  const [before, known] = [builder.taken, unmapped.length];
  readMap(inside, path ?? section, builder, vocabulary, unmapped);
  if (builder.taken > before) return;
  if (path !== undefined) {
    const items = inside.entries.filter(({ value }) => !isEmptyNode(value)).map(({ value }) => ({ text: wordsIn(value), span: value.span }));
    builder.put(path, { ...answerAt(entry.value, entry.key), items });
  }
  if (builder.taken > before) unmapped.splice(known);
  else if (path === undefined && unmapped.length > known) unmapped.splice(known, unmapped.length, { name: { text: keyText(entry), span: entry.key.span }, span: entry.span });
}

function put(path: string, entry: Entry, builder: FieldBuilder): void {
  const owner = path.slice(0, path.lastIndexOf("."));
  const items = entry.value.type === "list" ? entry.value.items : [];
  // A list of texts where each begins an entry: concerns, owners, data sets.
  if (owner in LISTS && items.length > 0) {
    for (const item of items) builder.item(owner, { anchor: labelOf(item), span: item.span })?.put(path.slice(owner.length + 1), answerAt(item));
  } else builder.put(path, answerAt(entry.value, entry.key));
}

/** Keys among results that measure nothing. */
const NO_METRIC = /threshold|(?:^|_)(?:n|count|samples|size|support|epochs?|seed|folds?|rows|seconds|year)(?:_|$)/i;

/** `auc: 0.81`: the key is the metric. */
function readMetrics(node: MapNode, builder: FieldBuilder): void {
  for (const entry of node.entries) {
    if (entry.value.type === "map") readMetrics(entry.value, builder);
    if (!NO_METRIC.test(keyText(entry)) && isNumber(entry)) putMetric(entry, builder);
  }
}

function putMetric(entry: Entry, builder: FieldBuilder): void {
  const metric = builder.item("evaluation.metrics", { anchor: entry.key.span, span: entry.span });
  metric?.put("name", answerAt(entry.key));
  metric?.put("value", answerAt(entry.value, entry.key));
}

/** `test_auc: 0.99` beside the other keys of the card. */
function isMetric(entry: Entry): boolean {
  return isNumber(entry) && holdsMetric(nameOf(entry)) && !NO_METRIC.test(keyText(entry));
}

function isNumber({ value }: Entry): boolean {
  return value.type === "scalar" && numberIn(wordsIn(value)) !== undefined;
}

/** Fields that a bare number answers. */
const BY_NUMBER = /^(?:version|evaluation|fairness|design\.(?:hyperparameters|compute)|name)/;

/** False for `monitoring: true` and `features: 30`, which tell of something and do not say it. */
function says(value: TreeNode, path: string): boolean {
  if (value.type !== "scalar") return true;
  return typeof value.value === "number" ? BY_NUMBER.test(path) : typeof value.value !== "boolean";
}

function readList(items: readonly TreeNode[], list: string, builder: FieldBuilder): void {
  for (const item of items) {
    if (item.type !== "map") continue;
    const entry = builder.item(list, { anchor: labelOf(item), span: item.span });
    if (entry) readPlaces({ key: undefined, node: item }, LISTS[list] ?? {}, entry);
  }
}
