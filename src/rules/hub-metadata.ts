import { entryOf, keyText } from "../documents/node";
import type { ScalarNode, TreeNode } from "../documents/node";
import { isPlaceholder } from "../documents/placeholder";
import hub from "../formats/hub.json";
import { governanceFields } from "../formats/hugging-face";
import type { ClauseRef } from "../standards/clause";
import { fixWith, replaceText } from "./edits";
import { isOwnKey } from "./meant";
import { nearest } from "./nearest";
import type { Draft, Rule, RuleContext } from "./rule";
import { shown } from "./words";

/** Clauses about what is told to those who take the model over. */
const TOLD: readonly ClauseRef[] = ["iso42001:A.6.2.7", "iso42001:A.8.2"];

/**
 * The front matter of a Hugging Face card that the Hub checks only after upload, with what it takes.
 * Source: huggingface/hub-docs, modelcard.md and docs/hub/repositories-licenses.md; `@huggingface/tasks` for tasks and libraries.
 */
export const hubMetadata: Rule = {
  id: "hub-metadata",
  title: "The Hugging Face Hub will not understand the metadata",
  severity: "warning",
  clauses: TOLD,
  page: {
    why: "The Hub looks at the front matter after upload. What it does not know is lost: the model is not found under its task, and its licence is not shown to those who want to use it.",
    fix: "Write the name that the Hub knows. For a licence of your own write `license: other` with `license_name` and `license_link`.",
    wrong: "---\nlicense: Apache 2\npipeline_tag: text-generaton\n---\n# Parcel writer\n",
    right: "---\nlicense: apache-2.0\npipeline_tag: text-generation\n---\n# Parcel writer\n",
  },
  *check(context) {
    const { reading } = context;
    const root = reading.part.root;
    if (!reading.format.id.startsWith("hugging-face") || root?.type !== "map") return;
    yield* licence(root, context);
    if (reading.format.id === "hugging-face-model") {
      for (const node of scalars(root, "pipeline_tag")) yield* known(node, hub.pipelines, "task", context);
    }
    for (const node of scalars(root, "library_name")) {
      // The Hub takes any library; a name that is nearly a known one is a slip.
      const name = String(node.value);
      const meant = hub.libraries.includes(name) ? undefined : nearest(name, hub.libraries);
      if (meant !== undefined && meant.length > 3) yield wrong(node, `The Hub knows no library ${shown(name)}. Did you mean \`${meant}\`?`, meant, context);
    }
    for (const node of scalars(root, "language")) yield* language(node, context);
    for (const node of scalars(root, "base_model")) yield* baseModel(node, context);
    yield* governance(entryOf(root, "governance")?.value, context);
  },
};

function* licence(root: TreeNode, context: RuleContext): Generator<Draft> {
  const entry = entryOf(root, "license");
  for (const node of scalars(root, "license")) {
    const id = String(node.value);
    if (hub.licenses.includes(id)) continue;
    const meant = nearest(id, hub.licenses.filter((one) => one.length > 2)) ?? loosely(id);
    const advice = meant === undefined ? "Write `license: other` with `license_name` and `license_link`." : `Did you mean \`${meant}\`?`;
    yield wrong(node, `${shown(id)} is no licence id that the Hub knows. ${advice}`, meant, context);
  }
  const other = scalars(root, "license").find((node) => node.value === "other");
  const missing = ["license_name", "license_link"].flatMap((key) => (entryOf(root, key) ? [] : [`\`${key}\``]));
  if (!other || !entry || missing.length === 0) return;
  yield { message: `\`license: other\` says nothing by itself. Add ${missing.join(" and ")}, so that people can read what they agree to.`, span: other.span, clauses: TOLD, field: "design.license" };
}

/** `Apache License 2.0` → `apache-2.0`, `GPLv3` → `gpl-3.0`. */
function loosely(id: string): string | undefined {
  const plain = id.toLowerCase().replace(/\b(?:the|license|licence|version|general public)\b|\bgnu\b/g, " ").replace(/v(?=\d)/g, " ").replace(/[\s_,-]+/g, "-").replace(/^-|-$/g, "");
  return [plain, `${plain}.0`].find((one) => hub.licenses.includes(one));
}

function* known(node: ScalarNode, names: readonly string[], what: string, context: RuleContext): Generator<Draft> {
  const name = String(node.value);
  if (names.includes(name)) return;
  const meant = nearest(name, names);
  const advice = meant === undefined ? "Take one of its tasks, or leave the key out and the Hub guesses." : `Did you mean \`${meant}\`?`;
  yield wrong(node, `The Hub knows no ${what} ${shown(name)}. ${advice}`, meant, context);
}

const LANGUAGES: Readonly<Record<string, string>> = hub.languages;

/** Codes of ISO 639-1 or 639-3, with a region where wanted; `multilingual` and `code` are the Hub's own. */
function* language(node: ScalarNode, context: RuleContext): Generator<Draft> {
  const code = node.value === false ? "no" : String(node.value);
  const [main = ""] = code.split(/[-_]/);
  if (/^(?:multilingual|code|unknown)$/.test(code) || (main.length === 2 ? main in LANGUAGES : /^[a-z]{3}$/.test(main))) {
    if (node.value === false) yield wrong(node, "YAML may read `no` as “false”. Put the code for Norwegian in quotes.", undefined, context);
    return;
  }
  const meant = Object.entries(LANGUAGES).find(([, name]) => name.toLowerCase() === code.toLowerCase())?.[0] ?? (main.toLowerCase() in LANGUAGES ? main.toLowerCase() : undefined);
  yield wrong(node, `${shown(code)} is no language code. The Hub wants ISO 639 codes such as \`en\` or \`fra\`.`, meant, context);
}

function* baseModel(node: ScalarNode, context: RuleContext): Generator<Draft> {
  const name = String(node.value);
  const address = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([\w.-]+\/[\w.-]+)\/?$/.exec(name)?.[1];
  if (/^[\w.-]+(?:\/[\w.-]+)?$/.test(name) && !name.startsWith(".")) return;
  const message = address === undefined ? `${shown(name)} is no model on the Hub. Write the base model as \`owner/name\`.` : `Write the base model as \`${address}\`: the Hub links models by owner and name.`;
  yield wrong(node, message, address, context);
}

/** Keys of the `governance:` block are those of a model card. */
function* governance(block: TreeNode | undefined, context: RuleContext): Generator<Draft> {
  for (const entry of block?.type === "map" ? block.entries : []) {
    const key = keyText(entry);
    if (governanceFields.has(key) || isOwnKey(key)) continue;
    const meant = nearest(key, governanceFields.keys());
    const advice = meant === undefined ? "It takes the fields of a model card." : `Did you mean \`${meant}\`?`;
    yield { ...wrong(entry.key, `\`${key}\` is no field of the governance block, so nothing reads it. ${advice}`, meant, context), span: entry.key.span };
  }
}

function wrong(node: ScalarNode, message: string, meant: string | undefined, { reading }: RuleContext): Draft {
  const fixes = meant === undefined ? [] : fixWith(`Change to ${meant}`, [replaceText(node, meant, reading.document, "yaml")]);
  return { message, span: node.span, clauses: TOLD, fixes };
}

/** The values of a key or of its list, without those that are stand-ins. */
function scalars(root: TreeNode, key: string): ScalarNode[] {
  const value = entryOf(root, key)?.value;
  const nodes = value?.type === "list" ? value.items : value ? [value] : [];
  return nodes.filter((node): node is ScalarNode => node.type === "scalar" && node.value !== null && String(node.value) !== "" && !isPlaceholder(String(node.value)) && !/[{}]/.test(String(node.value)));
}
