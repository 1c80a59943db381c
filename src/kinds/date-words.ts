import { westernDigits } from "../documents/digits";

/**
 * The calendar date that a text means, as `YYYY-MM-DD`; undefined where it can be read in two ways or names no day. Reads `2026-9-1`, `2026/09/01`, `20260901`, `2026-09-01T10:00:00Z`, `1 September 2026`, and `31.12.2026`, which has
 * one reading only.
 */
export function dateFrom(written: string): string | undefined {
  const text = westernDigits(written);
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

/** The two readings of `03/04/2026`, day first and month first; a day that no calendar has is undefined. */
export function bothDates(text: string): (string | undefined)[] {
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  return [...new Set([calendarDate(year, second, first), calendarDate(year, first, second)])];
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
