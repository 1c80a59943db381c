import type { FieldDefinition } from "../kinds/field";
import { addDuration } from "../rules/dates";
import type { Duration } from "../rules/dates";
import { nextReview } from "./completion-known";
import { itemKind } from "./completion-item";
import type { Value, ValueSource } from "./completion-values";

/** A length of time and how people call it. */
type Step = readonly [words: string, duration: Duration];

const MONTH: Step = ["in one month", { months: 1, days: 0 }];
const QUARTER: Step = ["in three months", { months: 3, days: 0 }];
const HALF_YEAR: Step = ["in six months", { months: 6, days: 0 }];
const YEAR: Step = ["in one year", { months: 12, days: 0 }];

/** Days to come that a field of this `x-suggest` is about, the usual one first. */
const AHEAD: Readonly<Record<string, readonly Step[]>> = {
  "date-due": [MONTH, QUARTER, HALF_YEAR],
  "date-one-year": [YEAR, HALF_YEAR, QUARTER],
};

/** The dates that a field most likely holds. */
export function dateValues({ suggest, kind }: FieldDefinition, { context: { today }, file }: ValueSource): Value[] {
  if (suggest === "date-next-review") {
    const { profile } = file.folder;
    const next = nextReview(kind, profile, today);
    const own = next === undefined ? [] : [date(next, "today and the review interval")];
    return [...own, ...[QUARTER, HALF_YEAR, YEAR].map((step) => ahead(step, today)).filter(({ value }) => value !== next)];
  }
  const steps = suggest === undefined ? undefined : AHEAD[suggest];
  return steps ? steps.map((step) => ahead(step, today)) : [date(today, "today")];
}

function ahead([words, duration]: Step, today: string): Value {
  return date(addDuration(today, duration), words);
}

function date(value: string, meaning: string): Value {
  return { value, meaning, kind: itemKind.value };
}
