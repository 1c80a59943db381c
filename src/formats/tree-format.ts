import type { Document, Language, Part } from "../documents/document";
import type { MapNode } from "../documents/node";
import type { KindId } from "../kinds/field";
import { FieldBuilder } from "./field-builder";
import { priority } from "./format";
import type { Format, FormatReading } from "./format";
import { rootPlace } from "./root-place";
import { readPlaces } from "./tree-places";
import type { PlaceTable, Target } from "./tree-places";

/** A format in YAML or JSON that says where it keeps what. */
export interface TreeFormat {
  readonly id: string;
  /** How people call it. */
  readonly title: string;
  readonly languages: readonly Language[];
  readonly kind: KindId;
  /** By its own marks where nothing else is said. */
  readonly priority?: number;
  /** True for what is certainly written this way. */
  marks(root: MapNode, document: Document): boolean;
  /** True for what is written this way when the file's name promises the kind. */
  confirms?(root: MapNode, document: Document): boolean;
  readonly places: PlaceTable;
  /** What a table cannot say. Runs behind the table. */
  also?(root: MapNode, builder: FieldBuilder, document: Document): Omit<FormatReading, "root"> | undefined;
  /** Fields that `also` reads, so that their absence is a gap. */
  readonly concerns?: readonly string[];
}

/** Makes a format of a table. What the table does not speak of is no gap in a document of that form. */
export function treeFormat(one: TreeFormat): Format {
  const spoken = new Set([...pathsIn(one.places, ""), ...(one.concerns ?? [])].flatMap(withOwners));
  const { confirms } = one;
  return {
    id: one.id,
    title: one.title,
    languages: one.languages,
    priority: one.priority ?? priority.ownMark,
    kinds: [one.kind],
    recognise: (part, document) => (part.root?.type === "map" && one.marks(part.root, document) ? one.kind : undefined),
    ...(confirms ? { confirms: (part: Part, document: Document) => part.root?.type === "map" && confirms(part.root, document) } : {}),
    concerns: (path) => spoken.has(path.replace(/\[\]/g, "")),
    read(part, document, kind) {
      const builder = FieldBuilder.of(kind, rootPlace(part, document));
      if (part.root?.type !== "map") return { root: builder.fields() };
      readPlaces({ key: undefined, node: part.root }, one.places, builder);
      const more = one.also?.(part.root, builder, document);
      return { root: builder.fields(), ...more };
    },
  };
}

/** The fields that a table leads to, without marks of lists. */
export function pathsIn(table: PlaceTable, before: string): string[] {
  return Object.values(table).flatMap((targets: Target) =>
    [targets].flat().flatMap((target) => {
      if (typeof target === "string") return [before + target];
      if ("to" in target) return [before + target.to];
      return [before + target.list, ...pathsIn(target.fields, `${before}${target.list}.`)];
    }),
  );
}

function withOwners(path: string): string[] {
  const names = path.replace(/\[\]/g, "").split(".");
  return names.map((_name, index) => names.slice(0, index + 1).join("."));
}
