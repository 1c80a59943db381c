import { displayReference, titledReference } from "../standards/reference";
import type { Clause } from "../standards/clause";
import { writeInFull } from "./reference-edits";
import type { ReferenceRule } from "./reference-rule";

/** A number that both standards have, in a text that is about both. */
export const ambiguousClause: ReferenceRule = {
  id: "ambiguous-clause",
  title: "A clause's number may be of either standard",
  severity: "information",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Both standards have an A.7.2, and they are about different things. Where both are in play a number alone leaves the reader to guess.",
    fix: "Write the standard before the number, or under a heading, a column or a key that names one standard only.",
    wrong: "# We follow ISO/IEC 42001 and ISO/IEC 27001.\n# Evidence for A.7.2 is in the annex.\nkind: model-card",
    right: "# We follow ISO/IEC 42001 and ISO/IEC 27001.\n# Evidence for ISO/IEC 42001 A.7.2 is in the annex.\nkind: model-card",
  },
  check: () => [],
  *about({ document, references }) {
    for (const reference of references.all) {
      const { ambiguous, clauses, idSpan, id, span } = reference;
      if (!ambiguous) continue;
      const candidates = [...new Map(clauses.map((clause) => [clause.standard, clause])).values()];
      if (candidates.length < 2 || isShared(candidates)) continue;
      const full = candidates.flatMap((clause) => writeInFull({ ...reference, title: undefined }, clause, document, false));
      const short = candidates.map((clause) => ({ title: `Write ${displayReference(clause.ref)}`, edits: [{ span, text: displayReference(clause.ref) }], preferred: false }));
      yield {
        message: `${id} is in both standards, and nothing here says which: ${candidates.map(titledReference).join(", or ")}. Name the standard.`,
        span: idSpan,
        clauses: candidates.map((clause) => clause.ref),
        fixes: full.length > 0 ? full : reference.spelling === "dashed" ? [] : short,
      };
    }
  },
};

/** Clauses that both standards have in common, such as 9.2 Internal audit, are the same wherever they are read. */
function isShared([first, second]: readonly Clause[]): boolean {
  return first !== undefined && second !== undefined && first.related.some((relation) => relation.clause === second.ref && relation.relation === "same-structure");
}
