import type { Location, LocationLink } from "vscode-languageserver";
import type { Position, Span } from "../documents/span";
import type { Clause, ClauseRef } from "../standards/clause";
import { mentionsOfClause } from "../workspace/clause-mentions";
import type { Identifier } from "../workspace/identifiers";
import { clausesInUse } from "./context";
import type { FeatureContext } from "./context";
import { evidenceOf } from "./evidence-place";
import { clausePageUri } from "./page-address";
import { meantIn, subjectAt } from "./subject-at";
import type { Subject } from "./subject-at";

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Where a thing is explained: an id leads to the place that gives it, a clause and a field's key to the clauses' pages. A client
 * without pages is led to the evidence instead.
 */
export function definitionsAt(context: FeatureContext, uri: string, position: Position): LocationLink[] {
  const subject = subjectAt(context, uri, position);
  if (!subject) return [];
  if (subject.what === "identifier") return linked(context, uri, subject.span, subject.meant.map((one) => placeOf(context, one)));
  const clauses = clausesOf(context, uri, subject);
  if (!context.pages) return linked(context, uri, subject.span, filledPlaces(context, clauses));
  return linked(context, uri, subject.span, clauses.map((ref) => ({ uri: clausePageUri(ref), range: TOP })));
}

/** Where the workspace does what a clause asks: the filled fields behind a reference or behind a field's key. */
export function implementationsAt(context: FeatureContext, uri: string, position: Position): LocationLink[] {
  const subject = subjectAt(context, uri, position);
  return !subject || subject.what === "identifier" ? [] : linked(context, uri, subject.span, filledPlaces(context, clausesOf(context, uri, subject)));
}

/** Every place that is about the same: of a clause its filled fields and all that name it, of an id all that point at it. */
export function referencesAt(context: FeatureContext, uri: string, position: Position, withDeclaration: boolean): Location[] {
  const subject = subjectAt(context, uri, position);
  if (!subject) return [];
  if (subject.what === "identifier") {
    const given = withDeclaration ? subject.meant.map((one) => placeOf(context, one)) : [];
    return unique([...given, ...subject.meant.flatMap((one) => mentionPlaces(context, one))]);
  }
  const clauses = clausesOf(context, uri, subject);
  const mentions = clauses.flatMap((ref) => mentionsOfClause(context.index, ref, context.catalogue).map((one) => placeOf(context, one)));
  return unique([...filledPlaces(context, clauses), ...mentions]);
}

/** The places that point at a thing and mean it. */
function mentionPlaces(context: FeatureContext, identifier: Identifier): Location[] {
  const mentions = context.index.identifiers().mentionsOf(identifier.type, identifier.id);
  return mentions.filter((one) => meantIn(context, one.uri, one.type, one.id).some(({ uri, path }) => uri === identifier.uri && path === identifier.path)).map((one) => placeOf(context, one));
}

function clausesOf(context: FeatureContext, uri: string, subject: Exclude<Subject, { readonly what: "identifier" }>): readonly ClauseRef[] {
  if (subject.what === "clause") return subject.clauses.map(({ ref }: Clause) => ref);
  const document = context.index.get(uri);
  return document ? clausesInUse(subject.definition.clauses, document) : [];
}

function filledPlaces(context: FeatureContext, clauses: readonly ClauseRef[]): Location[] {
  const filled = clauses.flatMap((ref) => evidenceOf(context, ref).filter(({ state }) => state === "filled"));
  return unique(filled.map((one) => placeOf(context, one)));
}

function placeOf(context: FeatureContext, { uri, span }: { readonly uri: string; readonly span: Span }): Location {
  return { uri, range: context.index.get(uri)?.readings.document.lines.rangeOf(span) ?? TOP };
}

function unique(places: readonly Location[]): Location[] {
  return [...new Map(places.map((one) => [`${one.uri}#${one.range.start.line}:${one.range.start.character}`, one])).values()];
}

function linked(context: FeatureContext, uri: string, span: Span, places: readonly Location[]): LocationLink[] {
  const origin = context.index.get(uri)?.readings.document.lines.rangeOf(span);
  return places.map((one) => ({ ...(origin ? { originSelectionRange: origin } : {}), targetUri: one.uri, targetRange: one.range, targetSelectionRange: one.range }));
}
