import { entryOf, locate, plainValue, stringOf } from "../documents/node";
import type { Entry, TreeNode } from "../documents/node";
import shapes from "./generated/shapes";
import { follow, labelOf, mapAt } from "./tree-places";
import type { Reading } from "./format";

/** A place that does not have the shape which the file's own format asks for. */
export interface ShapeViolation {
  /** What sets the shape, as people call it. */
  readonly form: string;
  /** The keyword of JSON Schema. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly node: TreeNode;
  readonly entry: Entry | undefined;
}

interface Shaped {
  /** Name of a compiled shape. */
  readonly shape: string;
  readonly form: string;
  readonly node: TreeNode;
}

/** What the shape of the file's own version finds wrong; nothing for formats and versions without one. */
export function shapeViolations(reading: Reading): ShapeViolation[] {
  const { root } = reading.part;
  if (!root) return [];
  if (reading.format.id === "cyclonedx") return cycloneDxCards(root).flatMap(violationsIn);
  return reading.format.id === "model-card-toolkit" ? violationsIn(toolkitShape(root)) : [];
}

function cycloneDxCards(root: TreeNode): Shaped[] {
  const version = stringOf(root, "specVersion") ?? "";
  const inside = (node: TreeNode): TreeNode[] => [node, ...follow({ key: undefined, node }, ["components"]).flatMap((found) => (found.node.type === "list" ? found.node.items.flatMap(inside) : []))];
  const main = follow({ key: undefined, node: root }, ["metadata", "component"]).flatMap(({ node }) => inside(node));
  return [...main, ...inside(root)].flatMap((component) => {
    const card = entryOf(component, "modelCard")?.value;
    return card ? [{ shape: `cyclonedx-${version}`, form: `CycloneDX ${version}`, node: card }] : [];
  });
}

/** The later version has lists where the earlier one has single values; what `schema_version` or `$id` say is often wrong. */
function toolkitShape(root: TreeNode): Shaped {
  const details = mapAt(root, "model_details");
  const data = entryOf(mapAt(root, "model_parameters"), "data")?.value;
  const later = ["licenses", "citations", "path"].some((key) => entryOf(details, key)) || data?.type === "list";
  const earlier = ["license", "citation"].some((key) => entryOf(details, key)) || (data?.type === "map" && ["train", "eval"].some((key) => entryOf(data, key)));
  const version = later !== earlier ? (later ? "0.0.2" : "0.0.1") : (/0\.0\.[12]/.exec(stringOf(root, "schema_version") ?? "")?.[0] ?? "0.0.2");
  return { shape: `model-card-toolkit-${version}`, form: `Model Card Toolkit ${version}`, node: root };
}

function violationsIn({ shape, form, node: root }: Shaped): ShapeViolation[] {
  const validate = shapes[shape];
  if (!validate || validate(plainValue(root))) return [];
  const found = new Map<string, ShapeViolation>();
  for (const { instancePath, keyword, params, schemaPath } of validate.errors ?? []) {
    // What one of several forms lacks says little; that none of them fits is said once.
    if (/\/(?:oneOf|anyOf|allOf|if|then|not)\//.test(schemaPath) || keyword === "if") continue;
    const located = locate(root, instancePath);
    const name = params["missingProperty"] ?? params["additionalProperty"];
    const key = `${instancePath}#${typeof name === "string" ? name : ""}`;
    if (located && !found.has(key)) found.set(key, { form, keyword, params, node: located.node, entry: located.entry });
  }
  return [...found.values()];
}

/** What a finding about the place underlines. */
export function shapePlace({ keyword, params, node, entry }: ShapeViolation): { start: number; end: number } {
  const name = params["additionalProperty"];
  const extra = keyword === "additionalProperties" && typeof name === "string" ? entryOf(node, name) : undefined;
  if (extra) return extra.key.span;
  if (node.type === "scalar" && node.span.end > node.span.start) return node.span;
  return entry?.key.span ?? labelOf(node);
}
