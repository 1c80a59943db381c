import { controlCountsIn } from "../standards/control-count";
import { catalogue } from "../standards/catalogue";
import type { ReferenceRule } from "./reference-rule";

/** A text gives a standard's Annex A another number of controls than it has. */
export const wrongControlCount: ReferenceRule = {
  id: "wrong-control-count",
  title: "The number of Annex A controls is wrong",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso27001:6.1.3"],
  page: {
    why: "ISO/IEC 42001:2023 has 38 controls in Annex A and ISO/IEC 27001:2022 has 93. A statement of applicability that counts to another number has a control too many or lacks one.",
    fix: "Write the right number. The 2013 edition of ISO/IEC 27001 had 114; a text about it names the edition.",
    wrong: "# ISO/IEC 42001: all 39 Annex A controls were considered.\nkind: statement-of-applicability",
    right: "# ISO/IEC 42001: all 38 Annex A controls were considered.\nkind: statement-of-applicability",
  },
  check: () => [],
  *about({ references }) {
    for (const { text, around, span } of references.passages) {
      for (const { standard, number, right, start, end } of controlCountsIn(text, around)) {
        const place = { start: span.start + start, end: span.start + end };
        const { designation } = catalogue.standard(standard);
        yield {
          message: `Annex A of ${designation} has ${right} controls, not ${number}.${number === 114 ? " The 2013 edition had 114." : ""}`,
          span: place,
          clauses: [`${standard}:6.1.3`],
          fixes: [{ title: `Write ${right}`, edits: [{ span: place, text: String(right) }], preferred: true }],
        };
      }
    }
  },
};
