import type { FieldDefinition } from "../kinds/field";

/**
 * What a text in the wrong form was most likely meant to be, as texts that have the right form; empty when that is not clear.
 * `01/09/2026` may be January or September, so it is left to the writer.
 */
export function repairsOf(text: string, { format, pattern }: Pick<FieldDefinition, "format" | "pattern">): string[] {
  const trimmed = text.trim();
  const repaired = format === undefined ? undefined : REPAIRS[format]?.(trimmed);
  if (repaired === undefined || repaired === text) return [];
  return pattern === undefined || new RegExp(pattern, "u").test(repaired) ? [repaired] : [];
}

const REPAIRS: Readonly<Record<string, (text: string) => string | undefined>> = {
  date: dateFrom,
  "semantic-version": versionFrom,
  identifier: identifierFrom,
  "atlas-technique": techniqueFrom,
  "clause-reference": referenceFrom,
  "control-reference": referenceFrom,
  email: (text) => /^(?:mailto:|<)?([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+?)>?$/i.exec(text)?.[1],
  uri: (text) => (/^www\.\S+$/i.test(text) ? `https://${text}` : undefined),
};

/** `2026-9-1`, `2026/09/01`, `20260901`, `2026-09-01T10:00:00Z`, `1 September 2026`, and `31.12.2026`, which has one reading only. */
function dateFrom(text: string): string | undefined {
  const ordered = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (ordered) return calendarDate(ordered[1], ordered[2], ordered[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return calendarDate(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (slashed && Number(slashed[1]) > 12) return calendarDate(slashed[3], slashed[2], slashed[1]);
  if (slashed && Number(slashed[2]) > 12) return calendarDate(slashed[3], slashed[1], slashed[2]);
  const worded = /^(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(text);
  if (worded) return calendarDate(worded[3], monthOf(worded[2]), worded[1]);
  const american = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text);
  return american ? calendarDate(american[3], monthOf(american[1]), american[2]) : undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthOf(word: string | undefined): string {
  return String(MONTHS.indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1);
}

function calendarDate(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const text = `${year ?? ""}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
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
  const match = /^iso(?:\s*\/\s*iec)?[\s-]*(42001|27001)(?::(?:2022|2023))?[\s:.,-]*(?:annex\s*)?(?:(A)[\s.-]*)?(\d+(?:[.-]\d+)*)$/i.exec(text);
  return match ? `iso${match[1] ?? ""}:${match[2] ? "A." : ""}${(match[3] ?? "").replace(/-/g, ".")}` : undefined;
}
