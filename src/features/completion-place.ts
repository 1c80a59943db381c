import type { Document, Notation } from "../documents/document";
import { layoutOf } from "../documents/layout";
import type { Layout } from "../documents/layout";
import { keyText } from "../documents/node";
import type { ListNode, MapNode, TreeNode } from "../documents/node";
import { walk } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { FieldDefinition, KindId } from "../kinds/field";
import type { IndexedDocument, WorkspaceIndex } from "../workspace/workspace-index";
import { filled, startIn } from "./completion-gap";
import type { Gap } from "./completion-gap";
import { closedFrontMatter, gapsAt } from "./completion-text";

/** Stands in the gap while the text is read to learn what the place is. No document contains it. */
export const MARK = "clausewiseCursorHere";

/** A place where something new fits: the parser took a stand-in there, and the kind knows what belongs to it. */
export interface Place {
  readonly gap: Gap;
  /** The file as it is. */
  readonly document: Document;
  readonly notation: Notation;
  readonly layout: Layout;
  /** The file as it is read with the stand-in in the gap; its offsets behind the gap are not those of the file. */
  readonly reading: Reading;
  /** The object or the list's item around the place. */
  readonly owner: Field;
  /** For a key, the field whose object it goes into; for a value or an item, the field it belongs to. */
  readonly definition: FieldDefinition;
  /** What stands behind the key already, where only its name is written. */
  readonly value: TreeNode | undefined;
  /** How many problems the text has with the stand-in: where there are some, what is offered has to be tried first. */
  readonly problems: number;
  /** The keys that are there already. */
  readonly present: ReadonlySet<string>;
  /** True for a value inside a list. */
  readonly inList: boolean;
  /** The other values of the list. */
  readonly siblings: readonly string[];
}

/** The places that the cursor may mean in a file of the given kind, the likeliest first. */
export function placesAt(index: WorkspaceIndex, file: IndexedDocument, kind: KindId, offset: number): Place[] {
  const trial = new Trial(index, file, kind);
  const best = new Map<string, Place>();
  for (const gap of gapsAt(file.readings.document, offset)) {
    // A key that fits with its value need not be tried without.
    if (gap.on === "name" && [...best.values()].some((place) => place.gap.on === "key" && place.problems === 0)) continue;
    const place = trial.place(gap);
    if (!place) continue;
    // Two gaps may mean the same, such as a key with or without its value: the one with fewer problems counts, else the first.
    const use = `${gap.on === "name" ? "key" : gap.on} ${place.definition.path}`;
    if (place.problems < (best.get(use)?.problems ?? Infinity)) best.set(use, place);
  }
  return [...best.values()];
}

/** Reads a file with the stand-in in a gap. */
class Trial {
  constructor(
    private readonly index: WorkspaceIndex,
    private readonly file: IndexedDocument,
    private readonly kind: KindId,
  ) {}

  /** The place that the gap is, or undefined when nothing of ours fits there. */
  place(gap: Gap): Place | undefined {
    const { document } = this.file.readings;
    const notation: Notation = document.language === "json" ? "json" : "yaml";
    const tried = this.read(filled(document.text, gap, standIn(gap, notation)));
    const at = startIn(gap);
    const reading = tried.readings.readings.findLast((one) => one.part.span.start <= at);
    const found = reading?.part.root && findStandIn(reading.part.root, reading.kind.root);
    if (!reading || !found || !fits(found, gap) || this.isWorse(tried, gap)) return undefined;
    const owner = [reading.root, ...walk(reading.root)].find((field) => field.node === found.owner);
    if (!owner) return undefined;
    return {
      gap,
      document,
      notation,
      layout: layoutOf(reading.document, reading.part),
      reading,
      owner,
      definition: found.definition,
      value: gap.on === "name" ? found.value : undefined,
      problems: tried.readings.document.problems.length,
      present: new Set(found.owner.entries.map(keyText).filter((key) => key !== MARK)),
      inList: found.list !== undefined,
      siblings: (found.list?.items ?? []).flatMap((item) => (item.type === "scalar" && item.value !== MARK ? [String(item.value)] : [])),
    };
  }

  /** Reads the text as if the file held it; front matter that is not closed yet is closed for the time being. */
  private read(text: string): IndexedDocument {
    const { uri, readings } = this.file;
    const { language } = readings.document;
    return this.index.readInstead(uri, language, language === "markdown" ? closedFrontMatter(text) : text, this.kind);
  }

  /** The stand-in makes the text worse than it is, or than it is without the half-typed word. */
  private isWorse(tried: IndexedDocument, gap: Gap): boolean {
    const problems = (one: IndexedDocument) => one.readings.document.problems.length;
    const count = problems(tried);
    if (count === 0) return false;
    const { text } = this.file.readings.document;
    if (count > problems(this.read(text))) return true;
    const { start, end } = gap.span;
    return end > start && count > problems(this.read(text.slice(0, start) + text.slice(end)));
  }
}

/** What is tried in a gap. */
function standIn(gap: Gap, notation: Notation): string {
  const word = notation === "json" ? JSON.stringify(MARK) : MARK;
  if (gap.on === "key") return `${word}: 0`;
  return gap.on === "item" ? `- ${word}` : word;
}

/** Where the stand-in was read. */
interface Found {
  readonly on: "key" | "value";
  readonly definition: FieldDefinition;
  readonly owner: MapNode;
  readonly list: ListNode | undefined;
  readonly value: TreeNode | undefined;
}

/** The stand-in was read as what the gap takes it for. */
function fits({ on, list }: Found, gap: Gap): boolean {
  if (gap.on === "key" || gap.on === "name") return on === "key";
  return on === "value" && (gap.on !== "item" || list?.flow === false);
}

/** Looks for the stand-in below a node that holds the fields of `definition`. */
function findStandIn(node: TreeNode, definition: FieldDefinition): Found | undefined {
  if (node.type !== "map") return undefined;
  for (const entry of node.entries) {
    if (entry.merged) continue;
    if (entry.key.value === MARK) return { on: "key", definition, owner: node, list: undefined, value: entry.value };
    const field = definition.fields.get(keyText(entry));
    const found = field && findInValue(entry.value, field, node);
    if (found) return found;
  }
  return undefined;
}

function findInValue(value: TreeNode, field: FieldDefinition, owner: MapNode): Found | undefined {
  // A mapping with keys of the writer's own has no single value; its choices are those of its keys.
  if (value.type === "scalar") return value.value === MARK && field.shape !== "map" ? { on: "value", definition: field, owner, list: undefined, value: undefined } : undefined;
  if (value.type === "map") return field.shape === "object" ? findStandIn(value, field) : field.shape === "map" ? findOwn(value, field) : undefined;
  for (const item of value.items) {
    if (item.type === "scalar" && item.value === MARK) return { on: "value", definition: field, owner, list: value, value: undefined };
    const found = field.shape === "objects" ? findStandIn(item, field) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Looks among keys of the writer's own and their values. */
function findOwn(map: MapNode, field: FieldDefinition): Found | undefined {
  for (const { key, value, merged } of map.entries) {
    if (merged) continue;
    if (key.value === MARK) return { on: "key", definition: field, owner: map, list: undefined, value };
    if (value.type === "scalar" && value.value === MARK) return { on: "value", definition: field, owner: map, list: undefined, value: undefined };
  }
  return undefined;
}
