import { walk } from "../formats/field";
import { statedStandard } from "../formats/stated-standard";
import type { Clause } from "../standards/clause";
import { plain } from "./markdown-text";
import { itemKind } from "./completion-item";
import type { Place } from "./completion-place";
import type { Value, ValueSource } from "./completion-values";

/** The controls or clauses that a field may name. A statement of applicability is about one standard, and goes through each control once. */
export function clauseValues(place: Place, { context: { catalogue }, file }: ValueSource): Value[] {
  const { reading, definition } = place;
  const named = statedStandard(reading.root);
  const standards = catalogue.standards.filter(({ id }) => (named === undefined ? file.folder.profile.standards.includes(id) : id === named));
  const treated = definition.path === "entries[].control" ? controlsOf(place) : new Set<string>();
  return standards
    .flatMap((standard) => standard.clauses)
    .filter(({ kind, ref }) => (definition.reference === "control" ? kind === "control" : kind !== "theme") && !treated.has(ref))
    .map(valueOf);
}

function valueOf({ ref, title, note, evidence }: Clause): Value {
  return { value: ref, meaning: title, documentation: `${plain(note)}\n\n*What evidence looks like:* ${plain(evidence)}`, kind: itemKind.reference };
}

/** The controls that the statement goes through already. */
function controlsOf({ reading, definition }: Place): Set<string> {
  const fields = walk(reading.root).filter((field) => field.definition === definition);
  return new Set(fields.flatMap(({ value }) => (typeof value === "string" ? [value] : [])));
}
