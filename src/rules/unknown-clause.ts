import { catalogue } from "../standards/catalogue";
import type { Clause, StandardId } from "../standards/clause";
import { nearestClause } from "../standards/nearest-clause";
import { themeOfObjective } from "../standards/objectives";
import { isOlder } from "../standards/reference-owner";
import { isSuperseded } from "../standards/superseded";
import type { Reference } from "../documents/references";
import { clauseName, writeInFull, writeNumber } from "./reference-edits";
import type { CitedText, ReferenceRule } from "./reference-rule";
import type { Draft } from "./rule";

/** A reference to a clause that the standard does not have. */
export const unknownClause: ReferenceRule = {
  id: "unknown-clause",
  title: "The standard has no such clause",
  severity: "error",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "A reader who follows the reference finds nothing, and a reviewer cannot tell which clause the text was meant to serve. Invented numbers travel from list to list.",
    fix: "Write the number of the clause that is meant. The nearest one that exists is on offer. Fenced code in Markdown is an example and is not read.",
    wrong: "# ISO/IEC 42001:2023 A.6.2.9 is met by the event log.\nkind: model-card",
    right: "# ISO/IEC 42001:2023 A.6.2.8 is met by the event log.\nkind: model-card",
  },
  check: () => [],
  *about(cited) {
    for (const reference of cited.references.all) if (isUnknown(reference)) yield draftOf(reference, cited);
  },
};

/** Clauses 0 to 3 are introduction, scope, references and terms; what older editions numbered is another rule's matter. */
function isUnknown({ clauses, id, edition, standards }: Reference): boolean {
  if (clauses.length > 0 || isOlder(edition) || /^[0-3](?:\.|$)/.test(id)) return false;
  if (standards.includes("iso27001") && isSuperseded(id)) return false;
  return !(standards.includes("iso42001") && themeOfObjective(id));
}

/** Where the numbers of a standard begin and end, for one that is near to none of them. */
function extentOf(standard: StandardId, id: string): string {
  const annex = id.startsWith("A.");
  const top = catalogue.standard(standard).clauses.filter((clause) => clause.parent === undefined && clause.id.startsWith("A.") === annex).map((clause) => clause.id);
  return `${annex ? "Its Annex A runs" : "Its clauses run"} from ${top[0] ?? ""} to ${top.at(-1) ?? ""}.`;
}

function draftOf(reference: Reference, { document }: CitedText): Draft {
  const { standards, id, title, idSpan } = reference;
  const near = standards.flatMap((standard): readonly Clause[] => [nearestClause(standard, id, title?.form === "gloss" ? undefined : title?.text) ?? []].flat());
  const names = standards.map((standard) => catalogue.standard(standard).designation).join(" and ");
  const written = document.text.slice(idSpan.start, idSpan.end);
  const nearest = near.length > 0 ? ` The nearest is ${near.map((clause) => (near.length > 1 ? `${catalogue.standard(clause.standard).designation} ` : "") + clauseName(clause)).join(" or ")}.` : ` ${standards.map((standard) => extentOf(standard, id)).join(" ")}`;
  return {
    message: `${names} ${standards.length > 1 ? "have" : "has"} no ${id === written ? id : `${id} (\`${written}\`)`}.${nearest}`,
    span: idSpan,
    fixes: near.flatMap((clause) => [...writeNumber(reference, clause, document, near.length === 1), ...writeInFull(reference, clause, document, false)]),
  };
}
