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
}

/** Of a field's clauses those of the standards that the document's workspace uses; all of them when none is. */
export function clausesInUse(clauses: readonly ClauseRef[], document: IndexedDocument): readonly ClauseRef[] {
  const { standards } = document.folder.profile;
  const used = clauses.filter((ref) => standards.some((standard) => ref.startsWith(`${standard}:`)));
  return used.length > 0 ? used : clauses;
}
