import type { Range } from "../documents/span";

/** The state that a row shows. */
export type RowState = "filled" | "partly" | "placeholder" | "missing" | "not-applicable" | "out-of-reach" | "none";

/** A place in a document, or a page. */
export interface Target {
  readonly uri: string;
  readonly range?: Range;
}

/** One row of a tree, ready to be shown. */
export interface Row {
  /** Unique in its tree and stable while the thing it stands for exists. */
  readonly id: string;
  readonly label: string;
  /** Quiet text behind the label. */
  readonly description?: string;
  readonly state: RowState;
  /** Name of a theme icon for rows that show what they are instead of a state. */
  readonly icon?: string;
  /** Markdown. */
  readonly tooltip?: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  readonly expandable: boolean;
  /** Open at first. */
  readonly expanded?: boolean;
  /** Where a click goes. */
  readonly target?: Target;
  /** For menus: `kind`, `document`, `section`, `field`, `standard`, `clause`, `evidence`, `stretch`, `candidates` or `candidate`. */
  readonly context: string;
}

/** A row's id from its parts; none of them may hold `|` but the last. */
export function rowId(...parts: readonly (string | number)[]): string {
  return parts.join("|");
}

/** The parts of a row's id: `count` of them, the last with all that is left. */
export function rowParts(id: string, count: number): string[] {
  const parts = id.split("|");
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join("|")];
}

/** `1 problem`, `2 problems`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
