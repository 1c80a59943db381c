import type { ReportSource } from "../../src/reports/report-source";
import { catalogue } from "../../src/standards/catalogue";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

/** A workspace of YAML files by path, on 24 November 2026. */
export function workspace(files: Readonly<Record<string, string>>): ReportSource {
  const index = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced: () => undefined });
  index.setFolders([{ uri: "file:///w", name: "w" }]);
  for (const [path, text] of Object.entries(files)) index.update(`file:///w/${path}`, "yaml", text);
  return { index, catalogue, today: "2026-11-24", version: "1.2.3" };
}
