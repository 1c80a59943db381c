import type { Field } from "../formats/field";
import { entryOf } from "../documents/node";
import { isExpected } from "../kinds/field";
import { skeletonEntries, skeletonValue } from "../kinds/skeleton";
import { addFields, fixFrom, placeOf } from "./additions";
import { answerAt, answersFor } from "./answers";
import { fixWith, removeEntry } from "./edits";
import { insertItem } from "./item-insertion";
import type { Fix, RuleContext } from "./rule";

/** Repairs for a key without an answer: its choices, a stand-in to write over, or to take the key out where nothing asks for it. */
export function emptyFieldFixes(field: Field, owner: Field, context: RuleContext): Fix[] {
  if (field.index !== undefined) return [];
  return [...startOf(field, context), ...answersFor(field, owner, context), ...removal(field, owner, context)];
}

function startOf(field: Field, { reading, profile }: RuleContext): Fix[] {
  const { definition } = field;
  const settings = { strictness: profile.strictness, matrix: profile.matrix, known: {} };
  if (definition.shape === "object") return addFields(`Fill in the keys of ${definition.name}`, field, skeletonEntries(definition, settings, `${definition.path}.`), reading);
  const value = skeletonValue(definition, settings);
  if (value.type === "list") return value.items.flatMap((item) => fixFrom("Begin the list", insertItem(placeOf(field, reading), item), reading));
  return value.type === "scalar" ? fixFrom("Put in a stand-in to write over", answerAt(field.node, [value], reading), reading, value.stop?.choices.length === 0) : [];
}

function removal({ definition }: Field, owner: Field, { reading, profile }: RuleContext): Fix[] {
  const map = owner.path === "" ? reading.part.root : owner.node;
  const entry = entryOf(map, definition.name);
  if (map?.type !== "map" || !entry || isExpected(definition, profile.strictness)) return [];
  return fixWith(`Remove ${definition.name}`, [removeEntry(map, entry, reading.document)], false);
}
