import type { FieldDefinition } from "../kinds/field";
import { pathBelow } from "../workspace/folder";
import { namedType, typesMeant } from "../workspace/identifiers";
import type { Identifier } from "../workspace/identifiers";
import { newId } from "./completion-ids";
import { itemKind } from "./completion-item";
import type { Place } from "./completion-place";
import type { Value, ValueSource } from "./completion-values";
import { pathsTo } from "./file-paths";

/** The things that a field may point at: those of the same file first, then those of the same folder. */
export function namedValues(place: Place, source: ValueSource): Value[] {
  const { definition } = place;
  const reference = definition.reference ?? suggestedThing(definition);
  if (reference === undefined || namedType(definition) !== undefined) return [];
  if (reference === "person") return personValues(source);
  const { context, file } = source;
  const names = context.index.identifiers();
  const found = typesMeant(reference).flatMap((type) => names.ofType(type));
  const nearness = ({ uri }: Identifier) => (uri === file.uri ? 0 : context.index.folderOf(uri) === file.folder ? 1 : 2);
  const seen = new Set<string>();
  return [...found]
    .sort((a, b) => nearness(a) - nearness(b))
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map(({ id, title, uri }) => ({ value: id, meaning: [title, pathBelow(file.folder, uri)].filter((one) => one !== undefined).join(" · "), kind: itemKind.reference }));
}

/** The type of the things that a field may name although any other text will do, such as the data sets that a test was made with. */
export function suggestedThing({ suggest }: FieldDefinition): string | undefined {
  return suggest !== undefined && THINGS.has(suggest) ? suggest : undefined;
}

const THINGS: ReadonlySet<string> = new Set(["dataset", "model-card"]);

/** People and roles that the workspace names, those named most often first. */
function personValues({ context }: ValueSource): Value[] {
  const counts = new Map<string, number>();
  for (const { id } of context.index.identifiers().mentionsOfType("person")) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, meaning: count === 1 ? "named once" : `named ${count} times`, kind: itemKind.reference }));
}

/** A new id where the field gives one. */
export function namingValues({ definition }: Place, { context, file }: ValueSource): Value[] {
  const id = newId(definition, context, file);
  return id === undefined ? [] : [{ value: id, meaning: definition.parent?.path === "" ? "after the file's name" : "the next free one", kind: itemKind.value }];
}

/** Paths to the workspace's files. */
export function fileValues({ file, files }: ValueSource): Value[] {
  return pathsTo(files, file).map((value) => ({ value, kind: itemKind.file }));
}
