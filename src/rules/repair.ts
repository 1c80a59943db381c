import { bothDates, dateFrom } from "../kinds/date-words";
import type { FieldDefinition } from "../kinds/field";
import { catalogue } from "../standards/catalogue";
import type { StandardId } from "../standards/clause";
import { findClauses, parseReference } from "../standards/reference";

/**
 * What a text in the wrong form was most likely meant to be, as texts that have the right form; empty when that is not clear.
 * `01/09/2026` may be January or September, and `A.5.2` a control of either standard, so both are given. `standard` is the one
 * that the document says it is about.
 */
export function repairsOf(text: string, { format, pattern }: Pick<FieldDefinition, "format" | "pattern">, standard?: StandardId): string[] {
  const trimmed = text.trim();
  const all = format === "clause-reference" || format === "control-reference" ? referencesFrom(trimmed, format, standard) : textsFrom(trimmed, format);
  return all.filter((one) => one !== undefined && one !== text && (pattern === undefined || new RegExp(pattern, "u").test(one))).map(String);
}

function textsFrom(text: string, format: string | undefined): (string | undefined)[] {
  const repaired = format === undefined ? undefined : REPAIRS[format]?.(text);
  return repaired === undefined && format === "date" ? bothDates(text) : [repaired];
}

const REPAIRS: Readonly<Record<string, (text: string) => string | undefined>> = {
  date: dateFrom,
  duration: durationFrom,
  "semantic-version": versionFrom,
  identifier: identifierFrom,
  "atlas-technique": techniqueFrom,
  email: (text) => /^(?:mailto:|<)?([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+?)>?$/i.exec(text)?.[1],
  uri: (text) => (/^www\.\S+$/i.test(text) ? `https://${text}` : undefined),
};

const PERIODS: Readonly<Record<string, string>> = { annually: "P1Y", yearly: "P1Y", "half-yearly": "P6M", "semi-annually": "P6M", quarterly: "P3M", monthly: "P1M", weekly: "P1W" };

/** `6 months`, `1 year`, `6M`, `p6m` and `quarterly`. */
function durationFrom(text: string): string | undefined {
  const [, count, unit = ""] = /^p?(\d{1,4})[\s-]*(days?|weeks?|months?|years?|[dwmy])$/i.exec(text) ?? [];
  return count === undefined ? PERIODS[text.toLowerCase()] : `P${Number(count)}${unit.charAt(0).toUpperCase()}`;
}

/** `v2.1.0`, `2.1` and `2`. */
function versionFrom(text: string): string | undefined {
  const match = /^v?\.?\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?((?:[-+][0-9A-Za-z.+-]+)?)$/i.exec(text);
  if (!match) return undefined;
  const [major, minor, patch] = [match[1], match[2], match[3]].map((part) => String(Number(part ?? 0)));
  return `${major ?? "0"}.${minor ?? "0"}.${patch ?? "0"}${match[4] ?? ""}`;
}

function identifierFrom(text: string): string | undefined {
  const words = text.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-._]+|[-._]+$/g, "");
  return words === "" ? undefined : words;
}

/** `T0020`, `aml.t0020` and `AML-T0020`. */
function techniqueFrom(text: string): string | undefined {
  const match = /^(?:AML[.\s-]?)?T(\d{4})(?:[.\s-](\d{3}))?$/i.exec(text);
  return match ? `AML.T${match[1] ?? ""}${match[2] ? `.${match[2]}` : ""}` : undefined;
}

/**
 * The reference in our own spelling where the standard is named; else the clauses or controls of that number, in the standard that
 * the document is about or in each. Where a control is wanted, a number without its letter is one of Annex A.
 */
function referencesFrom(text: string, format: "clause-reference" | "control-reference", standard: StandardId | undefined): string[] {
  const spelled = parseReference(text);
  if (!spelled) return [];
  if (spelled.standard) return [`${spelled.standard}:${spelled.id}`];
  const isControl = format === "control-reference";
  const number = isControl && /^\d/.test(text) ? `A.${spelled.id.replace(/^A\./, "")}` : text;
  const found = findClauses(number, catalogue).filter(({ kind }) => !isControl || kind === "control");
  return found.filter((clause) => standard === undefined || clause.standard === standard).map(({ ref }) => ref);
}
