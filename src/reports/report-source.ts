import type { Catalogue } from "../standards/catalogue";
import type { WorkspaceIndex } from "../workspace/workspace-index";

/** What the reports about a whole workspace are made from. */
export interface ReportSource {
  readonly index: WorkspaceIndex;
  readonly catalogue: Catalogue;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** Version of the tool. */
  readonly version: string;
  /** The commit that the files were read at, where one is known. */
  readonly commit?: string;
}

/** What the organisation is called; undefined where no profile says it. */
export function organisationOf({ index }: ReportSource): string | undefined {
  return index.profiles().find((profile) => profile.organisation !== undefined)?.organisation;
}
