import { child, textOf, walk } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import { dateOf, daysBetween } from "../rules/dates";
import { isOver } from "../rules/objects";
import { isOpen, risksOf } from "./risks";
import type { IndexedDocument, WorkspaceIndex } from "./workspace-index";

/** Something that has a day: a review, a step of a treatment, a risk, the end of an acceptance. */
export interface DueItem {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Days until then; negative when it has passed. */
  readonly days: number;
  readonly what: string;
  /** Who has to act, where somebody is named. */
  readonly who: string | undefined;
  readonly document: IndexedDocument;
  readonly reading: Reading;
  /** The date, with its place. */
  readonly field: Field;
}

/** What is overdue, or due within the given days, the longest overdue first. */
export function dueItems(index: WorkspaceIndex, today: string, within: number): DueItem[] {
  return [...reviews(index, today), ...risks(index, today)].filter((one) => one.days <= within).sort((a, b) => a.days - b.days);
}

function* reviews(index: WorkspaceIndex, today: string): Generator<DueItem> {
  for (const document of index.all()) {
    for (const reading of document.readings.readings) {
      for (const owner of [reading.root, ...walk(reading.root)]) {
        const review = child(owner, "review");
        const field = child(review, "next");
        const date = dateOf(review, "next");
        if (!field || !date || isOver(owner)) continue;
        const name = textOf(owner, "title") ?? textOf(owner, "name") ?? textOf(owner, "id") ?? reading.kind.title;
        yield { date, days: daysBetween(today, date), what: `Review of ${name}`, who: textOf(owner, "owner"), document, reading, field };
      }
    }
  }
}

function* risks(index: WorkspaceIndex, today: string): Generator<DueItem> {
  for (const risk of risksOf(index).filter(isOpen)) {
    const { document, reading } = risk;
    const name = risk.id ?? risk.title;
    const item = (owner: Field | undefined, key: string, what: string, who: string | undefined): DueItem[] => {
      const field = child(owner, key);
      const date = dateOf(owner, key);
      return field && date ? [{ date, days: daysBetween(today, date), what, who, document, reading, field }] : [];
    };
    yield* item(risk.field, "due", `Risk ${name}: ${risk.title}`, risk.owner);
    yield* item(child(risk.field, "acceptance"), "until", `Acceptance of ${name} ends: ${risk.title}`, risk.acceptance?.by ?? risk.owner);
    for (const action of risk.actions) {
      if (action.status !== "done" && action.status !== "cancelled") yield* item(action.field, "due", `${name}: ${action.what}`, action.owner ?? risk.owner);
    }
  }
}
