import type { Hover } from "vscode-languageserver";
import type { Position } from "../documents/span";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { clausesInUse } from "./context";
import { fieldAt, fieldsAround } from "./field-at";
import type { FieldPlace } from "./field-at";
import { exampleOf, whatItHolds } from "./holds";
import { firstSentence, plain, withoutMarkup } from "./markdown-text";
import { clauseLink, meaningOf } from "./value-meaning";

/** Clauses of one standard that a hover tells about at length; the rest are named. */
const CLAUSES_AT_LENGTH = 2;

/** What to show for the key or value at a place; undefined where there is nothing to say. `markdown` is false for plain text. */
export function hoverAt(context: FeatureContext, uri: string, position: Position, markdown = true): Hover | undefined {
  const document = context.index.get(uri);
  if (!document) return undefined;
  const { lines } = document.readings.document;
  const place = fieldAt(document, lines.offsetAt(position));
  if (!place) return undefined;
  const paragraphs = place.on === "key" ? aboutField(context, document, place) : aboutValue(context, document, place);
  if (paragraphs.length === 0) return undefined;
  const text = paragraphs.join("\n\n");
  const contents = markdown ? { kind: "markdown" as const, value: text } : { kind: "plaintext" as const, value: withoutMarkup(text) };
  return { contents, range: lines.rangeOf(place.span) };
}

function aboutField(context: FeatureContext, document: IndexedDocument, { reading, field }: FieldPlace): string[] {
  const { definition } = field;
  const { matrix } = document.folder.profile;
  const example = exampleOf(definition, reading.part.notation);
  return [
    `**${plain(definition.title)}** · ${whatItHolds(definition, matrix)}`,
    ...(definition.description === "" ? [] : [plain(definition.description)]),
    ...(example === undefined ? [] : [example]),
    ...clauseParagraphs(context, document, field),
    ...(definition.constant === undefined ? [definition.profile === "optional" ? "Optional" : `Expected from profile ${definition.profile} on`] : []),
  ];
}

/** One paragraph per standard: its clauses with the first sentence of their notes. */
function clauseParagraphs(context: FeatureContext, document: IndexedDocument, { definition }: Field): string[] {
  const clauses = clausesInUse(definition.clauses, document).flatMap((ref) => context.catalogue.clause(ref) ?? []);
  return context.catalogue.standards.flatMap((standard) => {
    const own = clauses.filter((clause) => clause.standard === standard.id);
    if (own.length === 0) return [];
    const told = own.map((clause, index) => (index < CLAUSES_AT_LENGTH ? `${clauseLink(context, clause)}: ${plain(firstSentence(clause.note))}` : clauseLink(context, clause)));
    return [`**ISO/IEC ${standard.id.slice(3)}** ${told.join(" · ")}`];
  });
}

function aboutValue(context: FeatureContext, document: IndexedDocument, { reading, field, span, value }: FieldPlace): string[] {
  if (value === undefined) return [];
  const owner = ownerOf(reading, field, span.start);
  return meaningOf(context, { field, owner, root: reading.root, value: String(value), matrix: document.folder.profile.matrix });
}

/** The object or list item that holds the field. */
function ownerOf(reading: Reading, field: Field, offset: number): Field {
  const around = fieldsAround(reading, offset);
  return around[around.indexOf(field) - 1] ?? reading.root;
}
