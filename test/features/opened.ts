import { languageOf } from "../../src/documents/read";
import type { FeatureContext } from "../../src/features/context";
import type { KindId } from "../../src/kinds/field";
import type { WorkspaceProfile } from "../../src/kinds/profile";
import { catalogue } from "../../src/standards/catalogue";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

/** The root of the workspaces of these tests. */
export const ROOT = "file:///w";

/** What a test may set beside the files; the rest is as in a workspace without settings. */
export interface Setting {
  readonly pages?: boolean;
  readonly today?: string;
  readonly profile?: Partial<WorkspaceProfile>;
  readonly forced?: (uri: string) => KindId | "none" | undefined;
}

/** A workspace of these files, path → text, on 24 November 2026, as features see it. */
export function opened(files: Readonly<Record<string, string>>, { pages = true, today = "2026-11-24", profile, forced = () => undefined }: Setting = {}): FeatureContext {
  const index = new WorkspaceIndex({ today, adjust: (from) => ({ ...from, ...profile }), forced });
  index.setFolders([{ uri: ROOT, name: "w" }]);
  for (const [path, text] of Object.entries(files)) index.update(`${ROOT}/${path}`, languageOf(path) ?? "yaml", text);
  return { index, catalogue, today, pages };
}
