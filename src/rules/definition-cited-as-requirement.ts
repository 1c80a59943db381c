import { catalogue } from "../standards/catalogue";
import type { ReferenceRule } from "./reference-rule";

/** A term of clause 3 is cited where a requirement is meant. */
export const definitionCitedAsRequirement: ReferenceRule = {
  id: "definition-cited-as-requirement",
  title: "A definition is cited as a requirement",
  severity: "information",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Clause 3 holds terms and definitions. Nothing in it can be met or evidenced, so a reviewer looks for the requirement in vain.",
    fix: "Cite the clause from 4 on, or the control of Annex A, that asks for the thing. Where the definition itself is meant, say so.",
    wrong: "# Evidence for ISO/IEC 42001 clause 3.7: the AI policy\nkind: model-card",
    right: "# Evidence for ISO/IEC 42001 clause 5.2: the AI policy\nkind: model-card",
  },
  check: () => [],
  *about({ document: { text }, references }) {
    for (const { id, standards, span, idSpan, title } of references.all) {
      const [standard] = standards;
      if (!/^3\.\d/.test(id) || !standard) continue;
      const around = `${text.slice(Math.max(0, span.start - 120), span.start)} ${title?.text ?? ""} ${text.slice(span.end, span.end + 80)}`;
      if (/defin|term|vocabular|glossar|meaning|begriff|défini|\bis called\b/i.test(around)) continue;
      yield {
        message: `${id} of ${catalogue.standard(standard).designation} is a definition: there is nothing in it to meet. Cite the clause or the control that asks for it.`,
        span: idSpan,
      };
    }
  },
};
