import type { FieldDefinition } from "../kinds/field";
import type { ClauseRef } from "../standards/clause";
import { splitReference } from "../standards/reference";
import type { IndexedDocument } from "../workspace/workspace-index";
import { clausesInUse } from "./context";

/** Clauses that a row or a symbol names; a tooltip names all. */
const CLAUSES_SHOWN = 3;

/** The clauses of a field as a row names them: `A.9.4`, `27001 A.5.9`, and `…` where there are more. */
export function clauseIds(definition: FieldDefinition, document: IndexedDocument): string[] {
  const clauses = clausesInUse(definition.clauses, document);
  return [...clauses.slice(0, CLAUSES_SHOWN).map(shortReference), ...(clauses.length > CLAUSES_SHOWN ? ["…"] : [])];
}

/** `A.9.4` of ISO/IEC 42001, `27001 A.5.9` of the other. */
function shortReference(ref: ClauseRef): string {
  const [standard, id] = splitReference(ref);
  return standard === "iso42001" ? id : `27001 ${id}`;
}
