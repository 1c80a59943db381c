import type { Field } from "../formats/field";
import { kind as kindWithId } from "../kinds/kinds";
import { levelOf, rankOf } from "../kinds/profile";
import type { RiskMatrix } from "../kinds/profile";
import { daysBetween, isDate } from "../rules/dates";
import { derivedLevel, rated } from "../rules/rating";
import { findClauses, parseReference } from "../standards/reference";
import { supersededControl } from "../standards/superseded";
import type { Clause } from "../standards/clause";
import type { FeatureContext } from "./context";
import { statedStandard } from "../formats/stated-standard";
import { scaleOf } from "../kinds/profile";
import { code, link, plain } from "./markdown-text";
import { clausePageUri } from "./page-address";

/** A value with the field that holds it and the object around that. */
export interface ValuePlace {
  readonly field: Field;
  readonly owner: Field;
  readonly root: Field;
  readonly value: string;
  readonly matrix: RiskMatrix;
}

/** What a value means, as lines of Markdown; empty when it says everything itself. */
export function meaningOf(context: FeatureContext, place: ValuePlace): string[] {
  const { field, value, matrix } = place;
  const { definition } = field;
  if (definition.constant === value) return [`${code(value)} · ${plain(kindWithId(definition.kind).description)}`];
  if (definition.scale) return scaleLines(place, scaleOf(definition.scale, matrix));
  const choice = definition.choices.find((one) => one.value === value);
  if (choice) return choice.meaning === "" ? [] : [`${code(value)} · ${plain(choice.meaning)}`];
  if (definition.format === "date" && isDate(value)) return [`${code(value)} is ${inDays(daysBetween(context.today, value))}.`];
  if (definition.reference === "control" || definition.reference === "clause") return clauseLines(context, inStandard(place));
  return [];
}

function scaleLines({ field, owner, value, matrix }: ValuePlace, words: readonly string[]): string[] {
  const at = words.indexOf(value);
  const order = words.map((word) => (word === value ? `**${plain(word)}**` : plain(word))).join(" → ");
  if (at < 0) return [`${code(value)} is not on this scale: ${order}`];
  const lines = [`${code(value)} · ${at + 1} of ${words.length} on the scale: ${order}`];
  const matrixSays = matrixLine(field, owner, value, matrix);
  if (matrixSays) lines.push(matrixSays);
  if (field.definition.scale === "level") {
    const above = rankOf(matrix, value) > rankOf(matrix, matrix.appetite);
    lines.push(`${above ? "Above" : "Within"} the appetite, which ends at ${code(matrix.appetite)}.`);
  }
  return lines;
}

/** What the matrix gives for the likelihood and the consequence of the same object. */
function matrixLine(field: Field, owner: Field, value: string, matrix: RiskMatrix): string | undefined {
  if (field.definition.scale === "level") {
    const level = derivedLevel(owner, matrix);
    return level && `The risk matrix gives ${code(level)} for the likelihood and consequence here.`;
  }
  const byLikelihood = field.definition.scale === "likelihood";
  const other = rated(owner, byLikelihood ? "consequence" : "likelihood", matrix)?.word;
  if (other === undefined) return undefined;
  const level = byLikelihood ? levelOf(matrix, value, other) : levelOf(matrix, other, value);
  return level && `With ${byLikelihood ? "consequence" : "likelihood"} ${code(other)} the risk matrix gives ${code(level)}.`;
}

/** A statement of applicability is about one standard, so its bare numbers are of that one. */
function inStandard({ root, value }: ValuePlace): string {
  const standard = statedStandard(root);
  return standard !== undefined && parseReference(value)?.standard === undefined ? `${standard}:${value}` : value;
}

function clauseLines(context: FeatureContext, value: string): string[] {
  const found = findClauses(value, context.catalogue);
  if (found.length > 0) return found.flatMap((clause) => aboutClause(context, clause));
  const spelled = parseReference(value);
  const old = spelled && spelled.standard !== "iso42001" ? supersededControl(spelled.id) : undefined;
  if (!old) return [];
  const successors = old.successors.flatMap((ref) => context.catalogue.clause(ref) ?? []).map((clause) => clauseLink(context, clause));
  return [`${code(old.id)} · ${plain(old.title)}, of the 2013 edition. In the 2022 edition: ${successors.join(", ")}`];
}

/** Title, note and evidence of a clause. */
export function aboutClause(context: FeatureContext, clause: Clause): string[] {
  const { designation } = context.catalogue.standard(clause.standard);
  return [`**${plain(designation)}** ${clauseLink(context, clause)}`, plain(clause.note), `*What evidence looks like:* ${plain(clause.evidence)}`];
}

/** Number and title of a clause, as a link where there are pages. */
export function clauseLink(context: FeatureContext, clause: Clause): string {
  const text = `${clause.id} ${clause.title}`;
  return context.pages ? link(text, clausePageUri(clause.ref)) : plain(text);
}

/** `today`, `tomorrow`, `in 12 days`, `yesterday`, `268 days ago`. */
function inDays(days: number): string {
  if (days === 0) return "today";
  if (Math.abs(days) === 1) return days > 0 ? "tomorrow" : "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
