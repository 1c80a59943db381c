import type { ClauseRef } from "./clause";
import file from "./iso27001-2013.json";

/** A control of ISO/IEC 27001:2013 Annex A, withdrawn with that edition. */
export interface SupersededControl {
  /** The number in the 2013 edition, e.g. `A.12.6.1`. */
  readonly id: string;
  readonly title: string;
  /** Where the 2022 edition deals with the subject (ISO/IEC 27002:2022, Annex B). */
  readonly successors: readonly ClauseRef[];
}

const controls: ReadonlyMap<string, SupersededControl> = new Map(
  file.controls.map(({ id, title, successors }) => [id, { id, title, successors: successors.map((one): ClauseRef => `iso27001:${one}`) }]),
);

/** The control that had this number in the 2013 edition, or undefined. */
export function supersededControl(id: string): SupersededControl | undefined {
  return controls.get(id);
}

/** Every control of the 2013 edition, in its order. */
export function supersededControls(): readonly SupersededControl[] {
  return [...controls.values()];
}

/** A section of the 2013 edition's Annex A, such as `A.12` or `A.12.6`, whose number that of 2022 does not have. */
export function supersededGroup(id: string): readonly SupersededControl[] | undefined {
  const [, theme, ...rest] = id.split(".");
  if (Number(theme) < 9 || !/^\d+$/.test(theme ?? "") || rest.length > 1) return undefined;
  const inside = [...controls.values()].filter((control) => control.id.startsWith(`${id}.`));
  return inside.length > 0 ? inside : undefined;
}

/** True for a number that the 2013 edition had, be it a control or a section, and that of 2022 has not. */
export function isSuperseded(id: string): boolean {
  return supersededControl(id) !== undefined || supersededGroup(id) !== undefined;
}
