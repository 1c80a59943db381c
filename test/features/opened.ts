import { languageOf } from "../../src/documents/read";
import type { FeatureContext } from "../../src/features/context";
import { catalogue } from "../../src/standards/catalogue";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

/** The root of the workspaces of these tests. */
export const ROOT = "file:///w";

/** A workspace of these files, path → text, on 24 November 2026, as features see it. */
export function opened(files: Readonly<Record<string, string>>, { pages = true } = {}): FeatureContext {
  const index = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced: () => undefined });
  index.setFolders([{ uri: ROOT, name: "w" }]);
  for (const [path, text] of Object.entries(files)) index.update(`${ROOT}/${path}`, languageOf(path) ?? "yaml", text);
  return { index, catalogue, today: "2026-11-24", pages };
}
