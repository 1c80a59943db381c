import { bothDates, dateFrom } from "../kinds/date-words";
import type { FieldDefinition } from "../kinds/field";
import { parseReference } from "../standards/reference";

/**
 * What a text in the wrong form was most likely meant to be, as texts that have the right form; empty when that is not clear.
 * `01/09/2026` may be January or September, so both are given.
 */
export function repairsOf(text: string, { format, pattern }: Pick<FieldDefinition, "format" | "pattern">): string[] {
  const trimmed = text.trim();
  const repaired = format === undefined ? undefined : REPAIRS[format]?.(trimmed);
  const all = repaired === undefined && format === "date" ? bothDates(trimmed) : [repaired];
  return all.filter((one) => one !== undefined && one !== text && (pattern === undefined || new RegExp(pattern, "u").test(one))).map(String);
}

const REPAIRS: Readonly<Record<string, (text: string) => string | undefined>> = {
  date: dateFrom,
  duration: durationFrom,
  "semantic-version": versionFrom,
  identifier: identifierFrom,
  "atlas-technique": techniqueFrom,
  "clause-reference": referenceFrom,
  "control-reference": referenceFrom,
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

/** A reference whose standard is named, in another spelling. */
function referenceFrom(text: string): string | undefined {
  const spelled = parseReference(text);
  return spelled?.standard && `${spelled.standard}:${spelled.id}`;
}
