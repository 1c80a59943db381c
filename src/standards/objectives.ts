import { catalogue } from "./catalogue";
import type { Clause } from "./clause";

/**
 * The objectives of ISO/IEC 42001:2023 Annex A: each theme begins with one, numbered like a control, and the controls that
 * meet it follow from `.2` on.
 */
const OBJECTIVES = new Set(["A.2.1", "A.3.1", "A.4.1", "A.5.1", "A.6.1.1", "A.6.2.1", "A.7.1", "A.8.1", "A.9.1", "A.10.1"]);

/** The theme whose objective has this number in ISO/IEC 42001, or undefined. */
export function themeOfObjective(id: string): Clause | undefined {
  return OBJECTIVES.has(id) ? catalogue.clause(`iso42001:${id.slice(0, id.lastIndexOf("."))}`) : undefined;
}
