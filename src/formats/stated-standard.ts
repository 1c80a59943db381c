import type { StandardId } from "../standards/clause";
import { textOf } from "./field";
import type { Field } from "./field";

/** The standard that a statement of applicability says it is about; undefined for every other document. `root` is the document as a field. */
export function statedStandard(root: Field): StandardId | undefined {
  const named = root.definition.kind === "statement-of-applicability" ? textOf(root, "standard") : undefined;
  return named === "iso42001" || named === "iso27001" ? named : undefined;
}
