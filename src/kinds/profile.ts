import type { StandardId } from "../standards/clause";
import type { KindId, Scale, StrictnessProfile } from "./field";

/** How loudly a finding speaks; `off` keeps it silent. */
export type Severity = "error" | "warning" | "information" | "hint";

/** The organisation's scale for rating risks. Every list goes from low to high. */
export interface RiskMatrix {
  readonly likelihood: readonly string[];
  readonly consequence: readonly string[];
  readonly levels: readonly string[];
  /** `table[i][j]` is the level of likelihood `i` and consequence `j`. */
  readonly table: readonly (readonly string[])[];
  /** The highest level that may stay open without treatment. */
  readonly appetite: string;
}

/** The words of a scale, from low to high. */
export function scaleOf(scale: Scale, matrix: RiskMatrix): readonly string[] {
  return scale === "level" ? matrix.levels : matrix[scale];
}

/** What a workspace says about itself in `clausewise.yaml`, with defaults for what it leaves out. */
export interface WorkspaceProfile {
  readonly organisation: string | undefined;
  readonly scope: string | undefined;
  readonly standards: readonly StandardId[];
  readonly strictness: StrictnessProfile;
  readonly matrix: RiskMatrix;
  /** ISO 8601 duration between two reviews, e.g. `P6M`. */
  readonly reviewInterval: string;
  readonly reviewIntervals: Readonly<Partial<Record<KindId, string>>>;
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** Glob patterns per kind, relative to the profile's folder. `none` forces files to be none of ours. */
  readonly files: Readonly<Partial<Record<KindId | "none", readonly string[]>>>;
  /** The workspace's own names for fields, by kind: heading, key or column → path of the field. */
  readonly headings: Readonly<Partial<Record<KindId, Readonly<Record<string, string>>>>>;
  /** Globs of what is left out. */
  readonly exclude: readonly string[];
  /** Path of a local overlay of the catalogue, relative to the profile's folder. */
  readonly catalogueOverlay: string | undefined;
}

/** A five by five matrix in common words, used where a workspace has none of its own. */
export const defaultMatrix: RiskMatrix = {
  likelihood: ["rare", "unlikely", "possible", "likely", "almost certain"],
  consequence: ["insignificant", "minor", "moderate", "major", "severe"],
  levels: ["low", "medium", "high", "critical"],
  table: [
    ["low", "low", "low", "medium", "medium"],
    ["low", "low", "medium", "medium", "high"],
    ["low", "medium", "medium", "high", "high"],
    ["medium", "medium", "high", "high", "critical"],
    ["medium", "high", "high", "critical", "critical"],
  ],
  appetite: "medium",
};

/** What holds in a workspace without `clausewise.yaml`. */
export const defaultProfile: WorkspaceProfile = {
  organisation: undefined,
  scope: undefined,
  standards: ["iso42001", "iso27001"],
  strictness: "starter",
  matrix: defaultMatrix,
  reviewInterval: "P6M",
  reviewIntervals: {},
  rules: {},
  files: {},
  headings: {},
  exclude: [],
  catalogueOverlay: undefined,
};

/** The level that the matrix gives, or undefined when a word is not on its scale. */
export function levelOf(matrix: RiskMatrix, likelihood: string, consequence: string): string | undefined {
  return matrix.table[matrix.likelihood.indexOf(likelihood)]?.[matrix.consequence.indexOf(consequence)];
}

/** The place of a level on the scale, from 0 for the lowest; -1 when it is not on it. */
export function rankOf(matrix: RiskMatrix, level: string): number {
  return matrix.levels.indexOf(level);
}

/** True for the upper half of the scale: in `low, medium, high, critical` these are `high` and `critical`. */
export function isHigh(matrix: RiskMatrix, level: string): boolean {
  return rankOf(matrix, level) >= matrix.levels.length / 2;
}
