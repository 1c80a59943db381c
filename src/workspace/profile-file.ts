import { entryOf, keyText, plainValue } from "../documents/node";
import type { TreeNode } from "../documents/node";
import { child, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import { defaultMatrix, defaultProfile } from "../kinds/profile";
import type { RiskMatrix, WorkspaceProfile } from "../kinds/profile";
import type { Reading } from "../formats/format";

/**
 * Reads `clausewise.yaml` into a profile. What is missing or wrong keeps its default, so one slip does not switch the rest off;
 * the rules report the slip in the file itself.
 */
export function profileOf(reading: Reading): WorkspaceProfile {
  const { root } = reading;
  const standards = textsOf(root, "standards").filter((one) => one === "iso42001" || one === "iso27001");
  const strictness = textOf(root, "profile");
  return {
    ...defaultProfile,
    organisation: textOf(root, "organisation"),
    scope: textOf(root, "scope"),
    standards: standards.length > 0 ? standards : defaultProfile.standards,
    strictness: strictness === "starter" || strictness === "standard" || strictness === "audit" ? strictness : defaultProfile.strictness,
    matrix: matrixOf(child(root, "risk_matrix")),
    reviewInterval: textOf(root, "review_interval") ?? defaultProfile.reviewInterval,
    reviewIntervals: mapOf(root, "review_intervals", (value) => (typeof value === "string" ? value : undefined)),
    rules: mapOf(root, "rules", severityOf),
    files: mapOf(root, "files", globsOf),
    exclude: textsOf(root, "exclude"),
    catalogueOverlay: textOf(root, "catalogue_overlay"),
  };
}

/** The matrix, or the default one as a whole when a scale or a cell is missing: half a matrix rates nothing. */
function matrixOf(field: Field | undefined): RiskMatrix {
  const likelihood = textsOf(field, "likelihood");
  const consequence = textsOf(field, "consequence");
  const levels = textsOf(field, "levels");
  const rows = child(field, "table")?.node;
  const table = likelihood.map((name) => {
    const row = entryOf(rows, name)?.value;
    return row?.type === "list" ? row.items.map((item) => String(plainValue(item))) : [];
  });
  const appetite = textOf(field, "appetite");
  const whole = likelihood.length > 0 && consequence.length > 0 && table.every((row) => row.length === consequence.length && row.every((level) => levels.includes(level)));
  if (!whole) return appetite && defaultMatrix.levels.includes(appetite) ? { ...defaultMatrix, appetite } : defaultMatrix;
  return { likelihood, consequence, levels, table, appetite: appetite && levels.includes(appetite) ? appetite : (levels[0] ?? "") };
}

function textsOf(owner: Field | undefined, name: string): string[] {
  return child(owner, name)?.items.map(({ value }) => String(value)) ?? [];
}

function mapOf<Value>(owner: Field, name: string, read: (value: unknown) => Value | undefined): Record<string, Value> {
  const node: TreeNode | undefined = child(owner, name)?.node;
  const values: Record<string, Value> = {};
  for (const entry of node?.type === "map" ? node.entries : []) {
    const value = read(plainValue(entry.value));
    if (value !== undefined) values[keyText(entry)] = value;
  }
  return values;
}

function severityOf(value: unknown): WorkspaceProfile["rules"][string] | undefined {
  return value === "off" || value === "hint" || value === "information" || value === "warning" || value === "error" ? value : undefined;
}

function globsOf(value: unknown): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : undefined;
}
