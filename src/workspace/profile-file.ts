import { keyText, plainValue } from "../documents/node";
import type { TreeNode } from "../documents/node";
import { child, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import { defaultMatrix, defaultProfile } from "../kinds/profile";
import type { RiskMatrix, WorkspaceProfile } from "../kinds/profile";
import type { Reading } from "../formats/format";
import { appetiteOn, wholeMatrix, writtenMatrix } from "../rules/risk-matrix";

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
    headings: mapOf(root, "headings", namesOf),
    exclude: textsOf(root, "exclude"),
    catalogueOverlay: textOf(root, "catalogue_overlay"),
  };
}

/** The matrix as written, or the default one as a whole when a scale or a cell of it is missing. */
function matrixOf(field: Field | undefined): RiskMatrix {
  const written = writtenMatrix(field);
  return wholeMatrix(written) ?? { ...defaultMatrix, appetite: appetiteOn(defaultMatrix.levels, written.appetite) };
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

function namesOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function globsOf(value: unknown): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : undefined;
}
