import picomatch from "picomatch/posix";
import type { KindId } from "../kinds/field";
import type { WorkspaceProfile } from "../kinds/profile";

/** Folders that never hold documents of the workspace itself. */
const ALWAYS_LEFT_OUT = ["**/node_modules/**", "**/.git/**", "**/.venv/**", "**/venv/**", "**/.vscode-test/**", "**/dist/**", "**/site-packages/**"];

const alwaysLeftOut = matcher(ALWAYS_LEFT_OUT);

/** What a profile says about paths, compiled once. Paths are relative to the profile's folder, with forward slashes. */
export interface PathRules {
  /** The kind that the profile's patterns give the path, `none` when they leave it out, or undefined when they say nothing. */
  kindOf(path: string): KindId | "none" | undefined;
  /** True when the path is not looked at. */
  leavesOut(path: string): boolean;
}

/** Compiles the profile's patterns. A pattern that is no glob matches nothing. */
export function pathRules(profile: WorkspaceProfile): PathRules {
  const kinds = Object.entries(profile.files).map(([kind, globs]) => ({ kind: kind as KindId | "none", matches: matcher(globs ?? []) }));
  const leftOut = matcher(profile.exclude.flatMap((glob) => [glob, `${glob.replace(/\/+$/, "")}/**`]));
  return {
    kindOf: (path) => kinds.find(({ matches }) => matches(path))?.kind,
    leavesOut: (path) => alwaysLeftOut(path) || leftOut(path),
  };
}

function matcher(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.filter((glob) => glob.trim() !== "").map((glob) => picomatch(glob.replace(/^\.?\//, ""), { dot: true, nocase: true }));
  return (path) => matchers.some((matches) => matches(path));
}
