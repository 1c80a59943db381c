import { appliesIn, child } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import { isExpected } from "../kinds/field";
import type { FieldDefinition, StrictnessProfile } from "../kinds/field";

/** A field that is there, or one that is expected and not there. */
export type Slot = { readonly definition: FieldDefinition; readonly path: string; readonly field: Field } | { readonly definition: FieldDefinition; readonly path: string; readonly field: undefined };

/** A named run of the root's fields. */
export interface Section {
  /** Empty for fields that belong to no section. */
  readonly title: string;
  readonly slots: readonly Slot[];
}

/** The fields inside an object or an item: those that are there and those that the profile expects, in the order of the schema. */
export function slotsOf(owner: Field, strictness: StrictnessProfile): Slot[] {
  if (owner.definition.shape === "objects" && owner.index === undefined) {
    return owner.children.map((field) => ({ definition: field.definition, path: field.path, field }));
  }
  const prefix = owner.path === "" ? "" : `${owner.path}.`;
  return [...owner.definition.fields.values()].flatMap((definition): Slot[] => {
    const field = child(owner, definition.name);
    if (field) return [{ definition, path: field.path, field }];
    return isExpected(definition, strictness) && appliesIn(owner, definition) ? [{ definition, path: prefix + definition.name, field: undefined }] : [];
  });
}

/** The root's fields by section; sections without a field that is there or expected are left out. */
export function sectionsOf(reading: Reading, strictness: StrictnessProfile): Section[] {
  const sections: { title: string; slots: Slot[] }[] = [];
  for (const slot of slotsOf(reading.root, strictness)) {
    const title = slot.definition.section ?? "";
    const last = sections.at(-1);
    if (last?.title === title) last.slots.push(slot);
    else sections.push({ title, slots: [slot] });
  }
  return sections;
}

/** The one object that a section consists of; its fields stand directly under the section. */
export function soleObject(reading: Reading, section: Section): Field | undefined {
  const own = [...reading.root.definition.fields.values()].filter((definition) => (definition.section ?? "") === section.title);
  const [slot] = section.slots;
  return own.length === 1 && slot?.definition.shape === "object" ? slot.field : undefined;
}
