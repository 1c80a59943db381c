import type { IndexedDocument, WorkspaceIndex } from "../workspace/workspace-index";
import type { Catalogue } from "../standards/catalogue";
import type { ClauseRef } from "../standards/clause";

/** What every feature works on. */
export interface FeatureContext {
  readonly index: WorkspaceIndex;
  readonly catalogue: Catalogue;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** True when the client can open the tool's own pages. */
  readonly pages: boolean;
  /** True while files of the workspace are still being read for the first time: what is counted over all of them is not known yet. */
  readonly incomplete?: boolean;
}

/** Stands where a number or a state will be once the whole workspace is read. */
export const BEING_READ = "being read";

/** Of a field's clauses those of the standards that the document's workspace uses; all of them when none is. */
export function clausesInUse(clauses: readonly ClauseRef[], document: IndexedDocument): readonly ClauseRef[] {
  const { standards } = document.folder.profile;
  const used = clauses.filter((ref) => standards.some((standard) => ref.startsWith(`${standard}:`)));
  return used.length > 0 ? used : clauses;
}
