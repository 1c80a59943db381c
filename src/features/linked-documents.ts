import { textOf } from "../formats/field";
import { documentKinds, kind as kindWithId } from "../kinds/kinds";
import type { FieldDefinition, KindId } from "../kinds/field";
import type { Identifier } from "../workspace/identifiers";
import type { WorkspaceIndex } from "../workspace/workspace-index";
import { slugOf } from "../documents/slug";

/** A field of a new document that takes something from the document it points at, by the path of the link. */
const TAKEN: Readonly<Record<string, Readonly<Record<string, string>>>> = { "system.model_card": { "system.version": "version" } };

/**
 * The documents below a root that a new one of this name points at, by the path of the field, and what it takes from them. Only
 * what the workspace leaves no doubt about: the document that goes by the name, else the only one, as long as no other document
 * of the kind points at it.
 */
export function linked(kind: KindId, name: string, index: WorkspaceIndex, root: string): Record<string, string> {
  const known: Record<string, string> = {};
  for (const field of kindWithId(kind).fields) {
    const target = pointsAtDocument(field) ? targetOf(field, name, index, root) : undefined;
    if (!target) continue;
    known[field.path] = target.id;
    for (const [path, from] of Object.entries(TAKEN[field.path] ?? {})) {
      const value = textOf(target.owner, from);
      if (value !== undefined) known[path] = value;
    }
  }
  return known;
}

function pointsAtDocument({ reference, shape }: FieldDefinition): boolean {
  return shape === "text" && documentKinds.some(({ id }) => id === reference);
}

function targetOf({ reference = "", kind, path }: FieldDefinition, name: string, index: WorkspaceIndex, root: string): Identifier | undefined {
  const near = ({ uri }: { uri: string }) => index.folderOf(uri).uri === root;
  const all = index.identifiers().ofType(reference).filter(near);
  const slug = slugOf(name);
  const nearness = Math.max(0, ...all.map((one) => likeness(one, slug)));
  const called = nearness === 0 ? [] : all.filter((one) => likeness(one, slug) === nearness);
  if (called.length > 0) return called.length === 1 ? called[0] : undefined;
  const [only, ...others] = all;
  const mentions = index.identifiers().mentionsOfType(reference).filter(near);
  const taken = mentions.some((one) => one.id === only?.id && one.reading.kind.id === kind && one.path.replace(/\[\d+\]/g, "[]") === path);
  return others.length === 0 && !taken ? only : undefined;
}

/** How well a document goes by a name: 2 by all of it, 1 where one of the two begins with the other, as “Credit scorer assessment” does. */
function likeness({ id, title }: Identifier, slug: string): number {
  const own = [slugOf(id), slugOf(title ?? "")].filter((one) => one !== "");
  if (slug === "" || own.includes(slug)) return slug === "" ? 0 : 2;
  return own.some((one) => slug.startsWith(`${one}-`) || one.startsWith(`${slug}-`)) ? 1 : 0;
}
