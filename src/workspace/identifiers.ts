import type { Span } from "../documents/span";
import { walk } from "../formats/field";
import type { Field, FieldValue } from "../formats/field";
import type { Reading } from "../formats/format";
import type { FieldDefinition } from "../kinds/field";
import { FileTable } from "./file-table";

/** A thing that a document gives an id: the document itself, a risk, an asset, a data set, an impact, a measure. */
export interface Identifier {
  /** The kind's id for a document, else the `x-reference` of the naming field: `risk`, `dataset`, `asset`, `impact`, `measure`. */
  readonly type: string;
  readonly id: string;
  /** What people call it; undefined where the document gives it nothing but the id. */
  readonly title: string | undefined;
  readonly uri: string;
  /** Path of the field that holds the id, e.g. `risks[0].id`. */
  readonly path: string;
  /** The id as it stands in the text, without quotes. */
  readonly span: Span;
  /** All of the thing: the document's root or the list's item. */
  readonly owner: Field;
  readonly reading: Reading;
}

/** A place that points at a thing by its id, a person by name or a file by path. */
export interface Mention {
  /** The `x-reference` of the field: `risk`, `model-card`, `person`, `file`, `control`, … */
  readonly type: string;
  readonly id: string;
  readonly uri: string;
  /** Path of the field; the same for every item of a list of texts. */
  readonly path: string;
  /** The text without quotes. */
  readonly span: Span;
  /** The object that the field is of. */
  readonly owner: Field;
  readonly reading: Reading;
}

/** What one document names and mentions. */
export interface Names {
  readonly identifiers: readonly Identifier[];
  readonly mentions: readonly Mention[];
}

/** What may be meant where a field points at a thing of the given type, the likeliest first. Data sets and models are assets too. */
const MAY_MEAN: Readonly<Record<string, readonly string[]>> = {
  asset: ["asset", "dataset", "model-card"],
  dataset: ["dataset", "asset"],
};

/** The types of things that a field with this `x-reference` may point at. */
export function typesMeant(reference: string): readonly string[] {
  return MAY_MEAN[reference] ?? [reference];
}

/** The type of the things that a field gives ids to; undefined for a field that names nothing. */
export function namedType(definition: FieldDefinition): string | undefined {
  if (definition.name !== "id" || definition.shape !== "text") return undefined;
  return definition.parent?.path === "" ? definition.kind : definition.reference;
}

/** The ids and mentions of one reading, in the order of the text. */
export function namesIn(uri: string, reading: Reading): Names {
  const identifiers: Identifier[] = [];
  const mentions: Mention[] = [];
  const look = (owner: Field) => {
    for (const field of owner.children) {
      const type = namedType(field.definition) ?? field.definition.reference;
      if (type !== undefined && field.state === "filled") {
        for (const { id, span } of writtenIn(field, reading)) {
          const place = { type, id, uri, path: field.path, span, owner, reading };
          if (namedType(field.definition) === undefined) mentions.push(place);
          else identifiers.push({ ...place, title: titleOf(owner) });
        }
      }
    }
  };
  look(reading.root);
  for (const field of walk(reading.root)) look(field);
  return { identifiers, mentions };
}

/** The texts of a field with their places. What comes in through an alias is written elsewhere and left out. */
function writtenIn(field: Field, { document: { text } }: Reading): { id: string; span: Span }[] {
  const values: readonly { value: FieldValue; span: Span }[] = field.value === undefined ? field.items : [{ value: field.value, span: field.valueSpan }];
  return values.flatMap(({ value, span }) => {
    if (value === "" || text[span.start] === "*") return [];
    return [{ id: String(value), span: withoutQuotes(span, text) }];
  });
}

function withoutQuotes({ start, end }: Span, text: string): Span {
  const quote = text[start];
  const quoted = (quote === '"' || quote === "'") && end - start >= 2 && text[end - 1] === quote;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Name or title where there is one; else what labels the item in lists, without its id. */
function titleOf(owner: Field): string | undefined {
  const texts = new Map(owner.children.flatMap((one) => (one.index === undefined && one.state === "filled" && typeof one.value === "string" ? [[one.definition.name, one.value] as const] : [])));
  for (const name of ["name", "title", ...owner.definition.itemLabel.filter((one) => one !== "id"), "description", "what", "scope"]) {
    const text = texts.get(name);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The ids and mentions of a whole workspace, found by type and id. */
export class Identifiers {
  private readonly byType = new FileTable<Identifier>();
  private readonly byId = new FileTable<Identifier>();
  private readonly byMention = new FileTable<Mention>();
  private readonly byMentionedId = new FileTable<Mention>();

  /** Replaces what one file names and mentions. */
  put(uri: string, names: readonly Names[]): void {
    const identifiers = names.flatMap((one) => one.identifiers);
    const mentions = names.flatMap((one) => one.mentions);
    this.byType.put(uri, identifiers.map((one) => [one.type, one]));
    this.byId.put(uri, identifiers.map((one) => [`${one.type} ${one.id}`, one]));
    this.byMention.put(uri, mentions.map((one) => [one.type, one]));
    this.byMentionedId.put(uri, mentions.map((one) => [`${one.type} ${one.id}`, one]));
  }

  /** Every thing that has an id. */
  all(): readonly Identifier[] {
    return this.byType.keys().flatMap((type) => this.byType.get(type));
  }

  /** Every thing of a type. */
  ofType(type: string): readonly Identifier[] {
    return this.byType.get(type);
  }

  /** Every place with this `x-reference`. */
  mentionsOfType(reference: string): readonly Mention[] {
    return this.byMention.get(reference);
  }

  /** The things that a mention of `id` in a field with this `x-reference` may mean, the likeliest type first. */
  meant(reference: string, id: string): readonly Identifier[] {
    return typesMeant(reference).flatMap((type) => this.byId.get(`${type} ${id}`));
  }

  /** The places with this `x-reference` that name the id. */
  mentionsWith(reference: string, id: string): readonly Mention[] {
    return this.byMentionedId.get(`${reference} ${id}`);
  }

  /** The places that point at a thing of this type and id. */
  mentionsOf(type: string, id: string): readonly Mention[] {
    return this.byMention.keys().flatMap((reference) => (typesMeant(reference).includes(type) ? this.mentionsWith(reference, id) : []));
  }
}
