import type { Document, Language, Part } from "../documents/document";
import type { MapNode } from "../documents/node";
import type { KindId } from "../kinds/field";
import { FieldBuilder } from "./field-builder";
import { priority } from "./format";
import type { Format, FormatReading, ReadContext } from "./format";
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
  /** The key that stands in for a missing one where the whole file is a list. */
  readonly listKey?: string;
  /** True for what is certainly written this way. */
  marks(root: MapNode, document: Document): boolean;
  /** True for what is written this way when the file's name promises the kind. */
  confirms?(root: MapNode, document: Document): boolean;
  readonly places: PlaceTable;
  /** What a table cannot say. Runs behind the table. */
  also?(root: MapNode, builder: FieldBuilder, document: Document, context: ReadContext): Omit<FormatReading, "root"> | undefined;
  /** Fields that `also` reads, so that their absence is a gap. */
  readonly concerns?: readonly string[];
}

/** Makes a format of a table. What the table does not speak of is no gap in a document of that form. */
export function treeFormat(one: TreeFormat): Format {
  const spoken = new Set([...pathsIn(one.places, ""), ...(one.concerns ?? [])].flatMap(withOwners));
  return {
    id: one.id,
    title: one.title,
    languages: one.languages,
    priority: one.priority ?? priority.ownMark,
    kinds: [one.kind],
    recognise: (part, document) => {
      const root = rootOf(part, one.listKey);
      return root && one.marks(root, document) ? one.kind : undefined;
    },
    ...(one.confirms ? { confirms: (part: Part, document: Document) => isConfirmed(one, part, document) } : {}),
    concerns: (path) => spoken.has(path.replace(/\[\]/g, "")),
    read(part, document, kind, context) {
      const builder = FieldBuilder.of(kind, rootPlace(part, document));
      const root = rootOf(part, one.listKey);
      if (!root) return { root: builder.fields() };
      readPlaces({ key: undefined, node: root }, one.places, builder);
      const more = one.also?.(root, builder, document, context);
      return { root: builder.fields(), ...more };
    },
  };
}

function isConfirmed(one: TreeFormat, part: Part, document: Document): boolean {
  const root = rootOf(part, one.listKey);
  return root !== undefined && one.confirms?.(root, document) === true;
}

/** The mapping that the file is; a file that is one list counts as a mapping with that list. */
function rootOf({ root }: Part, listKey: string | undefined): MapNode | undefined {
  if (root?.type === "map") return root;
  if (root?.type !== "list" || listKey === undefined) return undefined;
  const key = { type: "scalar", span: { start: root.span.start, end: root.span.start }, value: listKey, source: listKey, style: "plain" } as const;
  return { type: "map", span: root.span, flow: root.flow, entries: [{ key, value: root, span: root.span, merged: false }] };
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
