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

/** A register with a risk that is open, one that is closed and one that is borne. */
export const register = `kind: security-risk
id: risks
scope: Scorer
owner: Security officer
risks:
  - id: R-001
    title: Poisoned feed
    description: |
      Records that nobody sent.
      They shift the threshold.
    owner: Data lead
    atlas_techniques: [AML.T0020]
    likelihood: possible
    consequence: major
    treatment: { option: modify, actions: [{ what: Sign the files, owner: Platform, due: 2026-12-31, status: in_progress }, { what: Tell the partner, owner: Platform, due: 2026-12-01, status: done }] }
    residual: { likelihood: rare, consequence: major, level: medium }
  - { id: R-002, title: Old one, owner: Data lead, likelihood: rare, consequence: minor, treatment: { option: retain }, status: closed }
  - { id: R-003, title: Borne one, owner: Data lead, likelihood: rare, consequence: minor, treatment: { option: retain }, status: accepted, acceptance: { by: Head, date: 2026-01-01, until: 2027-01-01 } }
`;
