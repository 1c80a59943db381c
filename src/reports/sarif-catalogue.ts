import type { ReportingDescriptor, ToolComponent, ToolComponentReference } from "sarif";
import type { Severity } from "../kinds/profile";
import type { Rule } from "../rules/rule";
import { allRules } from "../rules/rules";
import { catalogue } from "../standards/catalogue";
import type { ClauseRef } from "../standards/clause";
import { referenceWithTitle, splitReference } from "../standards/reference";

/** Severities in the words of SARIF 2.1.0, section 3.27.10. */
export const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = { error: "error", warning: "warning", information: "note", hint: "note" };

/** Every rule of the tool with the help that a viewer shows beside a finding. */
export function ruleDescriptors(): ReportingDescriptor[] {
  return allRules.map((rule) => ({
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.page.why },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    relationships: rule.clauses.map((ref) => ({ target: { id: splitReference(ref)[1], toolComponent: taxonomyOf(ref) }, kinds: ["relevant"] })),
    properties: { tags: ["governance", ...new Set(rule.clauses.map((ref) => splitReference(ref)[0]))] },
  }));
}

function helpText({ page, clauses }: Rule): string {
  return [page.why, page.fix, `Clauses behind it: ${clauses.map((ref) => referenceWithTitle(ref, catalogue)).join("; ")}.`].join("\n\n");
}

function helpMarkdown({ page, clauses }: Rule): string {
  const example = (title: string, text: string) => `${title}\n\n\`\`\`\n${text}\n\`\`\``;
  return [page.why, page.fix, example("Reported:", page.wrong), example("Right:", page.right), `Clauses behind it: ${clauses.map((ref) => referenceWithTitle(ref, catalogue)).join("; ")}.`].join("\n\n");
}

/**
 * The two standards as taxonomies: number, short title as publicly reported, and our own note. They are said to be comprehensive in
 * numbers only; the text is in the standard.
 */
export function taxonomies(): ToolComponent[] {
  return catalogue.standards.map((standard) => ({
    name: standard.designation,
    fullName: `${standard.designation} ${standard.title}`,
    version: standard.designation.slice(-4),
    organization: "ISO/IEC",
    informationUri: standard.url,
    shortDescription: { text: standard.title },
    isComprehensive: false,
    taxa: standard.clauses.map((clause) => ({ id: clause.id, name: clause.title, shortDescription: { text: clause.title }, fullDescription: { text: clause.note } })),
  }));
}

/** The taxonomy that a clause belongs to. */
export function taxonomyOf(ref: ClauseRef): ToolComponentReference {
  const [id] = splitReference(ref);
  const index = catalogue.standards.findIndex((standard) => standard.id === id);
  return { name: catalogue.standard(id).designation, index };
}
