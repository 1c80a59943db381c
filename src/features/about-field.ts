import type { Notation } from "../documents/document";
import type { FieldDefinition } from "../kinds/field";
import type { IndexedDocument } from "../workspace/workspace-index";
import { clausesInUse } from "./context";
import type { FeatureContext } from "./context";
import { exampleOf, whatItHolds } from "./holds";
import { firstSentence, plain } from "./markdown-text";
import { clauseLink } from "./value-meaning";

/** Clauses of one standard that are told about at length; the rest are named. */
const CLAUSES_AT_LENGTH = 2;

/** What a field is for, what to write, and which clauses it serves, as paragraphs of Markdown. */
export function aboutField(context: FeatureContext, document: IndexedDocument, definition: FieldDefinition, notation: Notation): string[] {
  const { matrix } = document.folder.profile;
  const example = exampleOf(definition, notation);
  return [
    `**${plain(definition.title)}** · ${whatItHolds(definition, matrix)}`,
    ...(definition.description === "" ? [] : [plain(definition.description)]),
    ...(example === undefined ? [] : [example]),
    ...clauseParagraphs(context, document, definition),
    ...(definition.constant === undefined ? [definition.profile === "optional" ? "Optional" : `Expected from profile ${definition.profile} on`] : []),
  ];
}

/** A list per standard: its clauses with the first sentence of their notes. */
function clauseParagraphs(context: FeatureContext, document: IndexedDocument, definition: FieldDefinition): string[] {
  const clauses = clausesInUse(definition.clauses, document).flatMap((ref) => context.catalogue.clause(ref) ?? []);
  return context.catalogue.standards.flatMap((standard) => {
    const own = clauses.filter((clause) => clause.standard === standard.id);
    if (own.length === 0) return [];
    const told = own.map((clause, index) => (index < CLAUSES_AT_LENGTH ? `${clauseLink(context, clause)}: ${plain(firstSentence(clause.note))}` : clauseLink(context, clause)));
    return [`**ISO/IEC ${standard.id.slice(3)}**\n${told.map((one) => `- ${one}`).join("\n")}`];
  });
}
