import { meantClauses, referenceAt } from "../documents/references";
import type { Reference } from "../documents/references";
import { touches } from "../documents/span";
import type { Position, Span } from "../documents/span";
import type { FieldDefinition } from "../kinds/field";
import type { Clause } from "../standards/clause";
import { namedClauses } from "../workspace/clause-mentions";
import { namesIn, typesMeant } from "../workspace/identifiers";
import type { Identifier } from "../workspace/identifiers";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { fieldAt } from "./field-at";

/** What a person points at, to go from there: something with an id, a clause, or a field by its key. */
export type Subject =
  | { readonly what: "identifier"; readonly span: Span; readonly meant: readonly Identifier[] }
  | { readonly what: "clause"; readonly span: Span; readonly clauses: readonly Clause[] }
  | { readonly what: "field"; readonly span: Span; readonly definition: FieldDefinition };

/** The subject at a place; undefined where there is nothing to go to. */
export function subjectAt(context: FeatureContext, uri: string, position: Position): Subject | undefined {
  const document = context.index.get(uri);
  if (!document) return undefined;
  const offset = document.readings.document.lines.offsetAt(position);
  return nameAt(context, document, offset) ?? referenceSubject(document, offset) ?? keyAt(document, offset);
}

/** The clauses of a reference without doubt, or those that it may mean where that is open. */
export function clausesMeant(reference: Reference): readonly Clause[] {
  const meant = meantClauses(reference);
  if (meant.length > 0 || !reference.ambiguous) return meant;
  return reference.standards.flatMap((standard) => reference.clauses.find((one) => one.standard === standard) ?? []);
}

function nameAt(context: FeatureContext, document: IndexedDocument, offset: number): Subject | undefined {
  const { uri } = document;
  for (const reading of document.readings.readings) {
    const { identifiers, mentions } = namesIn(uri, reading);
    const own = identifiers.find(({ span }) => touches(span, offset));
    if (own) return { what: "identifier", span: own.span, meant: [own] };
    const mention = mentions.find(({ span }) => touches(span, offset));
    if (!mention) continue;
    if (mention.type === "control" || mention.type === "clause") {
      const clauses = namedClauses(mention, context.catalogue);
      return clauses.length > 0 ? { what: "clause", span: mention.span, clauses } : undefined;
    }
    const meant = meantIn(context, uri, mention.type, mention.id);
    return meant.length > 0 ? { what: "identifier", span: mention.span, meant } : undefined;
  }
  return undefined;
}

/** What an id means to a file: of the likeliest type, things of its own root folder before those of others. */
export function meantIn(context: FeatureContext, uri: string, reference: string, id: string): readonly Identifier[] {
  const all = context.index.identifiers().meant(reference, id);
  const root = context.index.folderOf(uri).uri;
  const near = all.filter((one) => context.index.folderOf(one.uri).uri === root);
  const candidates = near.length > 0 ? near : all;
  const type = typesMeant(reference).find((one) => candidates.some((candidate) => candidate.type === one));
  return candidates.filter((one) => one.type === type);
}

function referenceSubject({ readings }: IndexedDocument, offset: number): Subject | undefined {
  const reference = referenceAt(readings.references().all, offset);
  const clauses = reference ? clausesMeant(reference) : [];
  return reference && clauses.length > 0 ? { what: "clause", span: reference.span, clauses } : undefined;
}

function keyAt(document: IndexedDocument, offset: number): Subject | undefined {
  const place = fieldAt(document, offset);
  return place?.on === "key" ? { what: "field", span: place.span, definition: place.field.definition } : undefined;
}
