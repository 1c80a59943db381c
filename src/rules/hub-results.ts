import { entryOf, isEmptyNode } from "../documents/node";
import type { TreeNode } from "../documents/node";
import type { Span } from "../documents/span";
import { listed } from "./objects";
import type { Draft, Rule } from "./rule";

/**
 * Results in the front matter of a Hugging Face card that lack a part without which they cannot be read.
 * Source: huggingface_hub, repocard_data.py (`model_index_to_eval_results`, `EvalResult`).
 */
export const hubResults: Rule = {
  id: "hub-results",
  title: "The Hugging Face Hub cannot read a result",
  severity: "error",
  clauses: ["iso42001:A.6.2.4"],
  page: {
    why: "One result without its task, data set or value makes the Hub drop the whole `model-index`: none of the results is shown on the model's page.",
    fix: "Give every result a `task` with `type`, a `dataset` with `type` and `name`, and `metrics` with `type` and `value`. A `source` needs its `url`.",
    wrong: "---\nlicense: mit\nmodel-index:\n  - name: parcel-writer\n    results:\n      - task: { type: text-generation }\n        dataset: { name: Depot letters }\n        metrics:\n          - { type: rouge }\n---\n# Parcel writer\n",
    right: "---\nlicense: mit\nmodel-index:\n  - name: parcel-writer\n    results:\n      - task: { type: text-generation }\n        dataset: { type: depot-letters, name: Depot letters }\n        metrics:\n          - { type: rouge, value: 41.2 }\n---\n# Parcel writer\n",
  },
  *check({ reading }) {
    const index = entryOf(reading.part.root, "model-index");
    if (!reading.format.id.startsWith("hugging-face") || !index) return;
    if (index.value.type !== "list") {
      yield draft("`model-index` is a list of models with their results. Put a dash before each model.", index.key.span);
      return;
    }
    for (const model of index.value.items) yield* ofModel(model);
  },
};

function* ofModel(model: TreeNode): Generator<Draft> {
  yield* lacking(model, ["name", "results"], "This entry of `model-index`", placeOf(model));
  for (const result of itemsAt(model, "results")) {
    yield* lacking(result, ["task", "dataset", "metrics"], "This result", placeOf(result));
    const [task, dataset, source] = ["task", "dataset", "source"].map((key) => entryOf(result, key));
    if (task) yield* lacking(task.value, ["type"], "The `task` of this result", task.key.span);
    if (dataset) yield* lacking(dataset.value, ["type", "name"], "The `dataset` of this result", dataset.key.span);
    if (source) yield* lacking(source.value, ["url"], "The `source` of this result", source.key.span);
    for (const metric of itemsAt(result, "metrics")) yield* lacking(metric, ["type", "value"], "This metric", placeOf(metric));
  }
}

function* lacking(node: TreeNode, keys: readonly string[], what: string, span: Span): Generator<Draft> {
  const missing = keys.filter((key) => {
    const entry = entryOf(node, key);
    return !entry || isEmptyNode(entry.value);
  });
  if (missing.length === 0) return;
  yield draft(`${what} has no ${listed(missing.map((key) => `\`${key}\``))}. Without it the Hub shows none of the results.`, span);
}

function draft(message: string, span: Span): Draft {
  return { message, span };
}

function itemsAt(node: TreeNode, key: string): readonly TreeNode[] {
  const value = entryOf(node, key)?.value;
  return value?.type === "list" ? value.items : [];
}

function placeOf(node: TreeNode): Span {
  return node.type === "map" && node.entries[0] ? node.entries[0].key.span : node.span;
}
