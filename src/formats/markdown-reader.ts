import type { Block, KeyValue, Section, TableBlock, Words } from "../documents/markdown-block";
import { LABEL_DEPTH } from "../documents/markdown-block";
import type { FieldDefinition, Kind } from "../kinds/field";
import { answerOf } from "./answer";
import type { FieldBuilder } from "./field-builder";
import { fieldRows } from "./field-table";
import type { Unmapped } from "./format";
import { joined, pointOf, pointsOf } from "./markdown-points";
import type { Match } from "./name-table";
import { placeOfPhrase, phraseOf } from "./phrase";
import type { Vocabulary } from "./vocabulary";

/** What a kind reads in its own way. `paths` are the fields that the section around means. Both answer true when they took it. */
export interface MarkdownHooks {
  section?(section: Section, paths: readonly string[]): boolean;
  table?(table: TableBlock, paths: readonly string[], section: Section): boolean;
  key?(key: KeyValue, paths: readonly string[]): boolean;
  /** Takes the points of a section that means this path. */
  points?(path: string, points: readonly Words[], title: Words): boolean;
}

/** Lists of objects whose entries people write as one passage rather than as one bullet each. */
const ONE_PASSAGE = new Set(["training_data.datasets.source", "consultation.outcome", "owners.contact"]);

/** Bullets of one section that become entries of a list; more say nothing new. */
const MOST_ENTRIES = 60;

/** Names longer than this are descriptions. */
const LONGEST_NAME = 80;

/** Reads a Markdown body into fields: what headings, labels, keys and rows of field tables mean decides a vocabulary. */
export class MarkdownReader {
  readonly unmapped: Unmapped[] = [];
  /** The document's title: its first heading, when that names the kind or is the only one of its depth. */
  title: Section | undefined;
  /** What stands above the first section that means something. */
  readonly intro: Words[] = [];

  constructor(
    private readonly text: string,
    private readonly kind: Kind,
    private readonly vocabulary: Vocabulary,
    private readonly builder: FieldBuilder,
    private readonly hooks: MarkdownHooks = {},
  ) {}

  read(body: Section): void {
    this.title = titleOf(body, this.vocabulary);
    this.intro.push(...this.leftovers(body.blocks, [], body));
    for (const section of body.sections) this.visit(section, [], false);
  }

  /** Reads a section and gives back what belongs to the field of the section around it. */
  private visit(section: Section, around: readonly string[], known: boolean): Words[] {
    const { title } = section;
    if (!title || section === this.title) {
      this.intro.push(...this.leftovers(section.blocks, [], section));
      for (const one of section.sections) this.visit(one, [], false);
      return [];
    }
    const match = this.meaning(title.text, around);
    const paths = match?.paths ?? around;
    if (this.hooks.section?.(section, match?.paths ?? [])) return [];
    if (!match && around.length === 0) {
      const ignored = known || this.vocabulary.isIgnored(title.text);
      if (!ignored && section.depth < LABEL_DEPTH) this.unmapped.push({ name: title, span: section.span });
      const before = this.builder.taken;
      const rest = this.leftovers(section.blocks, [], section);
      for (const one of section.sections) this.visit(one, [], true);
      // A subtitle with metadata below it was understood after all.
      if (!ignored && this.isUnderstood(section, rest) && this.builder.taken > before) this.unmapped.splice(this.unmapped.findIndex((one) => one.name === title), 1);
      return [];
    }
    const taken = { any: false };
    const points = [...this.leftovers(section.blocks, paths, section, taken), ...section.sections.flatMap((one) => this.visit(one, paths, false))];
    if (!match) return points;
    if (points.length > 0) for (const path of paths) this.put(path, title, points);
    else if (!taken.any && section.sections.length === 0 && section.blocks.length === 0) this.putEmpty(paths[0] ?? "", title);
    return [];
  }

  /** Nothing is left of it, or only a word before the table that was read. */
  private isUnderstood(section: Section, rest: readonly Words[]): boolean {
    return rest.length === 0 || (section.blocks.some((block) => block.type === "table") && !section.blocks.some((block) => block.type === "list"));
  }

  /** What a heading or label means. Inside a section that means something only a clear name counts. */
  private meaning(name: string, around: readonly string[]): Match | undefined {
    const within = this.withinAny(name, around);
    if (within !== undefined) return { paths: [within], exact: true };
    const match = this.vocabulary.headings.match(name);
    if (!match || (around.length > 0 && !match.exact)) return undefined;
    return !match.exact && this.vocabulary.isIgnored(name) ? undefined : match;
  }

  private withinAny(name: string, around: readonly string[]): string | undefined {
    for (const path of around) {
      const found = this.vocabulary.within(path)?.find(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Reads the keys and tables among the blocks, and gives back the points that are left for the section's own field. */
  private leftovers(blocks: readonly Block[], paths: readonly string[], section: Section, taken = { any: false }): Words[] {
    return blocks.flatMap((block): Words[] => {
      if (block.type === "table") {
        if (this.hooks.table?.(block, paths, section) || this.fieldTable(block, paths)) {
          taken.any = true;
          return [];
        }
        return pointsOf([block], this.text);
      }
      if (block.type === "list") {
        return block.items.flatMap((item) => {
          if (item.key && this.key(item.key, paths)) taken.any = true;
          else return pointOf(item, this.text);
          return [];
        });
      }
      if (block.type !== "paragraph" || block.keys.length === 0) return pointsOf([block], this.text);
      const left = block.keys.filter((key) => !this.key(key, paths));
      if (left.length < block.keys.length) taken.any = true;
      else return pointsOf([block], this.text);
      return left.map((key) => ({ text: `${key.key.text}: ${key.value.text}`, span: key.span }));
    });
  }

  private fieldTable(table: TableBlock, paths: readonly string[]): boolean {
    const rows = fieldRows(table, (name) => this.keyPath(name, paths) !== undefined);
    const known = rows?.filter((row) => this.keyPath(row.key.text, paths) !== undefined).length ?? 0;
    for (const row of rows ?? []) {
      // A table of which little is understood is about something else.
      if (!this.key(row, paths) && row.value.text !== "" && paths.length === 0 && known * 2 >= (rows?.length ?? 0)) this.unmapped.push({ name: row.key, span: row.span });
    }
    return rows !== undefined;
  }

  /** Puts a key's answer into its field; false when the key means none. */
  private key(pair: KeyValue, paths: readonly string[]): boolean {
    const path = this.keyPath(pair.key.text, paths);
    if (path === undefined) return this.hooks.key?.(pair, paths) ?? false;
    const below = pointsOf(pair.blocks, this.text);
    if (pair.value.text === "" && below.length > 0) this.put(path, pair.key, below);
    else {
      const whole = below.length > 0 ? (joined([pair.value, ...below]) ?? pair.value) : pair.value;
      this.builder.put(this.fitting(path, whole), answerOf(pair.key.span, whole));
    }
    return true;
  }

  private keyPath(name: string, paths: readonly string[]): string | undefined {
    const within = this.withinAny(name, paths);
    if (within !== undefined) return within;
    const match = this.vocabulary.keys.match(name);
    if (!match) return undefined;
    const loose = paths.length === 0 && phraseOf(name).split(" ").length <= 4;
    return match.exact || loose ? match.paths[0] : undefined;
  }

  private put(path: string, title: Words, points: readonly Words[]): void {
    if (this.hooks.points?.(path, points, title)) return;
    if (ONE_PASSAGE.has(path) && this.builder.has(path)) return;
    const all = joined(points);
    const definition = definitionAt(this.kind, path);
    if (!all || !definition) return;
    if (definition.parent?.shape === "objects" && points.length > 1 && !ONE_PASSAGE.has(path)) {
      for (const point of points.slice(0, MOST_ENTRIES)) this.builder.put(path, { ...answerOf(point.span, point), anchor: point.span });
    } else this.builder.put(this.fitting(path, all), answerOf(title.span, all, definition.shape === "texts" ? points : undefined));
  }

  /** A whole sentence is no name, whatever its heading says: it is about the document's subject. */
  private fitting(path: string, { text }: Words): string {
    if (text.length <= LONGEST_NAME || (path !== "name" && path !== "title")) return path;
    return ["overview", "system.description", "scope"].find((one) => definitionAt(this.kind, one)?.shape === "text") ?? path;
  }

  private putEmpty(path: string, title: Words): void {
    this.builder.put(path, answerOf(title.span, { text: "", span: { start: title.span.end, end: title.span.end } }));
  }
}

/** The field at a path that is written without `[]`. */
export function definitionAt(kind: Kind, path: string): FieldDefinition | undefined {
  let here: FieldDefinition | undefined = kind.root;
  for (const name of path.split(".")) here = here?.fields.get(name.replace("[]", ""));
  return here;
}

/** The first heading, when it names the kind or stands above all others. */
export function titleOf(body: Section, vocabulary: Vocabulary): Section | undefined {
  const [first] = body.sections;
  if (!first?.title) return undefined;
  const phrase = phraseOf(first.title.text);
  if (vocabulary.titles.some((title) => placeOfPhrase(phrase, title) >= 0)) return first;
  const single = body.sections.filter((one) => one.depth === first.depth).length === 1;
  return single && first.depth <= 2 && vocabulary.headings.find(first.title.text) === undefined ? first : undefined;
}
