import { displayReference } from "../standards/reference";
import { isOlder } from "../standards/reference-owner";
import { otherClauseOf } from "../standards/title-mismatch";
import { clauseName, writeInFull, writeNumber } from "./reference-edits";
import type { ReferenceRule } from "./reference-rule";

/** The title beside a reference is that of another clause. */
export const clauseTitleMismatch: ReferenceRule = {
  id: "clause-title-mismatch",
  title: "The title beside a clause's number is another clause's",
  severity: "warning",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Number and title name two different clauses, so one of them is wrong, and the evidence is filed under the wrong one. Shortened, paraphrased and translated titles are left alone.",
    fix: "Keep the title and write its number, or keep the number and write its title. Both are on offer.",
    wrong: "# ISO 27001:2022 A.8.10 Secure authentication\nkind: model-card",
    right: "# ISO 27001:2022 A.8.5 Secure authentication\nkind: model-card",
  },
  check: () => [],
  *about({ document, references }) {
    for (const reference of references.all) {
      const { title, clauses, ambiguous, edition, range } = reference;
      const [own] = clauses;
      if (!title || !own || ambiguous || range || isOlder(edition)) continue;
      const other = otherClauseOf(title, clauses);
      if (!other) continue;
      yield {
        message: `“${title.text}” fits ${displayReference(other.ref)} ${other.title}, but ${own.id} is ${own.title}. Correct the number or the title.`,
        span: title.span,
        clauses: [own.ref, other.ref],
        related: [{ span: reference.idSpan, message: clauseName(own) }],
        fixes: [
          ...writeNumber(reference, other, document, false),
          { title: `Write “${own.title}”`, edits: [{ span: title.span, text: own.title }], preferred: false },
          ...writeInFull(reference, other, document, false),
        ],
      };
    }
  },
};
