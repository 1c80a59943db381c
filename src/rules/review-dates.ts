import type { KindId } from "../kinds/field";
import { defaultProfile } from "../kinds/profile";
import type { WorkspaceProfile } from "../kinds/profile";
import { addDuration, durationOf } from "./dates";

/** The day of the next review after one on `last`, by the profile's interval for the kind. */
export function nextReview(last: string, kind: KindId, { reviewInterval, reviewIntervals }: WorkspaceProfile): string {
  const written = [reviewIntervals[kind], reviewInterval, defaultProfile.reviewInterval];
  const interval = written.map((text) => (text === undefined ? undefined : durationOf(text))).find((one) => one !== undefined);
  return interval ? addDuration(last, interval) : last;
}
