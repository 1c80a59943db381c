import { child } from "../formats/field";
import type { Field } from "../formats/field";

/** A calendar date as `YYYY-MM-DD` (ISO 8601). Such texts sort in the order of time, so they can be compared as they are. */
type IsoDate = string;

/** An ISO 8601 duration in whole days and months, e.g. 6 months for `P6M`. */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DURATION = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T[\dHMS]+)?$/;

/** True for a day of the calendar written as `YYYY-MM-DD`; `2026-02-30` is none. */
export function isDate(text: string): text is IsoDate {
  const [year, month, day] = partsOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The date in a child field, or undefined when there is none that the calendar knows. */
export function dateOf(owner: Field | undefined, name: string): IsoDate | undefined {
  const found = child(owner, name);
  return found?.state === "filled" && typeof found.value === "string" && isDate(found.value) ? found.value : undefined;
}

/** Days from one date to another; negative when `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** `1 day ago`, `268 days ago`. */
export function daysAgo(date: IsoDate, today: IsoDate): string {
  const days = daysBetween(date, today);
  return days === 1 ? "1 day ago" : `${days} days ago`;
}

/**
 * Reads an ISO 8601 duration of years, months, weeks and days; hours and less do not count. Undefined for any other text and
 * for a duration without a single day.
 */
export function durationOf(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const duration = { months: years * 12 + months, days: weeks * 7 + days };
  return duration.months + duration.days > 0 ? duration : undefined;
}

/** The date a duration later. Where the month has no such day its last one counts: six months after 31 August is 28 February. */
export function addDuration(date: IsoDate, { months, days }: Duration): IsoDate {
  const [year, month, day] = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return written(newYear, newMonth, Math.min(day, daysIn(newYear, newMonth)), days);
}

function written(year: number, month: number, day: number, more: number): IsoDate {
  let [y, m, d] = [year, month, day + more];
  for (let length = daysIn(y, m); d > length; length = daysIn(y, m)) {
    d -= length;
    [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
  }
  return `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

function partsOf(text: string): [number, number, number] {
  const match = DATE.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : [0, 0, 0];
}

/** Days since 1 March of the year 0, counted in years that begin in March so that a leap day is the last of its year. */
function dayNumber(date: IsoDate): number {
  const [year, month, day] = partsOf(date);
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
