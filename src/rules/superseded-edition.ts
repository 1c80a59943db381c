import { catalogue } from "../standards/catalogue";
import type { Clause } from "../standards/clause";
import { isOlder } from "../standards/reference-owner";
import { supersededControl, supersededGroup } from "../standards/superseded";
import type { Reference } from "../documents/references";
import { listed } from "./objects";
import { clauseName, writeInFull, writeNumber } from "./reference-edits";
import type { ReferenceRule } from "./reference-rule";

/** A number of the 2013 edition's Annex A is cited as if it were still there. */
export const supersededEdition: ReferenceRule = {
  id: "superseded-edition",
  title: "A control of a withdrawn edition is cited",
  severity: "warning",
  clauses: ["iso27001:6.1.3"],
  page: {
    why: "The 2022 edition of ISO/IEC 27001 has another Annex A: 93 controls in four themes in place of 114 in fourteen sections. A statement of applicability that names the old numbers cannot be compared with it.",
    fix: "Write the control of the 2022 edition that deals with the subject. A text that is about the old edition says so: ISO/IEC 27001:2013 A.12.6.1 is left alone.",
    wrong: "# ISO 27001 A.12.6.1: patches within two weeks\nkind: security-risk",
    right: "# ISO 27001 A.8.8: patches within two weeks\nkind: security-risk",
  },
  check: () => [],
  *about({ document, references }) {
    for (const reference of references.all) {
      const { id, edition, standards, clauses } = reference;
      if (clauses.length > 0 || isOlder(edition) || !standards.includes("iso27001")) continue;
      const old = supersededControl(id);
      const inside = old ? [old] : supersededGroup(id);
      if (!inside) continue;
      const successors = [...new Set(inside.flatMap((control) => control.successors))].flatMap((ref) => catalogue.clause(ref) ?? []);
      yield {
        message: `${id} is ${old ? `a control of` : "a section of"} the 2013 edition of ISO/IEC 27001. ${subjectNow(successors, old !== undefined)}`,
        span: reference.idSpan,
        clauses: successors.length > 0 && successors.length <= 3 ? successors.map((clause) => clause.ref) : ["iso27001:6.1.3"],
        fixes: fixesFor(reference, successors, document),
      };
    }
  },
};

function subjectNow(successors: readonly Clause[], control: boolean): string {
  if (successors.length === 0) return "The 2022 edition has no control in its place.";
  if (successors.length > 4) return `In the 2022 edition its controls went to ${successors.slice(0, 4).map((clause) => clause.id).join(", ")} and ${successors.length - 4} more.`;
  return `In the 2022 edition ${control ? "its subject is" : "its controls are"} ${listed(successors.map(clauseName))}.`;
}

function fixesFor(reference: Reference, successors: readonly Clause[], document: Parameters<typeof writeNumber>[2]) {
  if (successors.length > 4) return [];
  const only = successors.length === 1;
  return successors.flatMap((clause) => [...writeNumber(reference, clause, document, only), ...(only ? writeInFull(reference, clause, document, false) : [])]);
}
