import type { Span } from "../documents/span";
import { isPlaceholder } from "../documents/placeholder";
import type { FieldDefinition, Kind } from "../kinds/field";
import type { Answer } from "./answer";
import { stateOfText } from "./field";
import type { Field, FieldState, FieldValue } from "./field";
import { phraseOf } from "./phrase";
import { isDash, scaleRating, valueFor } from "./values";

/** Where an object or an item of a list begins and how far it reaches. */
export interface Place {
  readonly anchor: Span;
  readonly span: Span;
}

/** Shared by the builders of one document. */
interface Tally {
  taken: number;
}

interface Draft {
  readonly definition: FieldDefinition;
  readonly path: string;
  readonly index: number | undefined;
  anchor: Span;
  span: Span;
  answer: Answer | undefined;
  readonly children: Draft[];
}

/**
 * Collects what a file in a foreign format says, field by field, and gives the fields as every rule and feature reads them.
 * `put("intended_use.primary_uses", answer)` makes the objects on the way; `item("risks", place)` begins an entry of a list and
 * gives a builder for it. An answer to a question that is answered already adds its points to a list and is otherwise dropped,
 * unless all that was there is an empty answer or a stand-in.
 */
export class FieldBuilder {
  private constructor(
    private readonly draft: Draft,
    private readonly tally: Tally,
  ) {}

  /** Begins with an empty document of the kind. */
  static of(kind: Kind, place: Place): FieldBuilder {
    return new FieldBuilder({ definition: kind.root, path: "", index: undefined, ...place, answer: undefined, children: [] }, { taken: 0 });
  }

  /**
   * Sets a field. Of a list on the way the entry that began last is meant: `owners.name` is the last owner's name; when that one
   * has a name already, another owner begins. False for a path that is no field.
   */
  put(path: string, answer: Answer): boolean {
    const names = path.split(".").map((name) => name.replace("[]", ""));
    const last = names.pop() ?? "";
    let here = this.draft;
    for (const name of names) {
      const inside = openIn(here, name, answer);
      if (!inside) return false;
      here = inside.definition.shape === "objects" && inside.index === undefined ? itemFor(inside, name === names.at(-1) ? last : undefined, answer) : inside;
    }
    const definition = here.definition.fields.get(last);
    if (!definition) return false;
    set(here, definition, answer);
    this.tally.taken++;
    this.reach(answer.span);
    return true;
  }

  /** Begins an entry of a list of objects, such as `risks` or `treatment.actions`. Undefined where there is no such list. */
  item(path: string, place: Place): FieldBuilder | undefined {
    let here: Draft | undefined = this.draft;
    for (const name of path.split(".")) here = here && openIn(here, name, place);
    if (here?.definition.shape !== "objects") return undefined;
    const item = beginItem(here, place);
    this.reach(place.span);
    this.tally.taken++;
    return new FieldBuilder(item, this.tally);
  }

  /**
   * The entry of a list of objects that says all of these already, or nothing against them; else a new one. A card may give the same
   * result in its front matter and in a table.
   */
  itemSaying(path: string, place: Place, texts: Readonly<Record<string, string>>): FieldBuilder | undefined {
    let here: Draft | undefined = this.draft;
    for (const name of path.split(".")) here = here?.children.find((one) => one.definition.name === name);
    const known = here?.children.find((item) => {
      const agrees = Object.entries(texts).map(([name, text]) => agreement(item, name, text));
      return agrees.filter((one) => one === true).length >= 2 && !agrees.includes(false);
    });
    return known ? new FieldBuilder(known, this.tally) : this.item(path, place);
  }

  /** True when the field is there, whatever it says. Looks into the entry of a list that began last. */
  has(path: string): boolean {
    let here: Draft | undefined = this.draft;
    for (const name of path.split(".")) {
      const inside: Draft | undefined = here?.children.find((one) => one.definition.name === name.replace("[]", ""));
      here = inside?.definition.shape === "objects" ? (inside.children.at(-1) ?? inside) : inside;
    }
    return here !== undefined;
  }

  /** Path with places in lists, e.g. `risks[2]`; empty for the document. */
  get path(): string {
    return this.draft.path;
  }

  /** How many answers and entries were taken so far. */
  get taken(): number {
    return this.tally.taken;
  }

  /** How many entries a list has. */
  count(list: string): number {
    return this.draft.children.find((one) => one.definition.name === list)?.children.length ?? 0;
  }

  /** The fields as collected so far. */
  fields(): Field {
    return finished(this.draft);
  }

  private reach(span: Span): void {
    if (this.draft.path !== "") this.draft.span = around(this.draft.span, span);
  }
}

function openIn(owner: Draft, name: string, place: Place): Draft | undefined {
  const definition = owner.definition.fields.get(name);
  if (!definition || (definition.shape !== "object" && definition.shape !== "objects")) return undefined;
  const known = owner.children.find((one) => one.definition === definition);
  if (known) {
    known.span = around(known.span, place.span);
    return known;
  }
  const made: Draft = { definition, path: pathIn(owner, name), index: undefined, anchor: place.anchor, span: place.span, answer: undefined, children: [] };
  owner.children.push(made);
  return made;
}

/** Whether an entry says the same for a field; undefined where it says nothing. */
function agreement(item: Draft, name: string, text: string): boolean | undefined {
  const said = item.children.find((one) => one.definition.name === name);
  if (!said?.answer) return undefined;
  const [one, other] = [said.answer.words.text, text];
  return said.definition.shape === "text" ? phraseOf(one) === phraseOf(other) : valueFor(said.definition, one) === valueFor(said.definition, other);
}

/** The entry of a list that an answer belongs to; one that gives the same answer already is not begun again. */
function itemFor(list: Draft, field: string | undefined, answer: Answer): Draft {
  const same = field === undefined || answer.words.text === "" ? undefined : list.children.find((item) => item.children.some((one) => one.definition.name === field && one.answer?.words.text === answer.words.text));
  if (same) return same;
  const last = list.children.at(-1);
  if (!last || (field !== undefined && last.children.some((one) => one.definition.name === field && one.definition.shape !== "texts" && one.children.length === 0))) return beginItem(list, answer);
  last.span = around(last.span, answer.span);
  return last;
}

function beginItem(list: Draft, { anchor, span }: Place): Draft {
  const index = list.children.length;
  const item: Draft = { definition: list.definition, path: `${list.path}[${index}]`, index, anchor, span, answer: undefined, children: [] };
  list.children.push(item);
  return item;
}

function set(owner: Draft, definition: FieldDefinition, answer: Answer): void {
  const known = owner.children.find((one) => one.definition === definition);
  if (!known) {
    owner.children.push({ definition, path: pathIn(owner, definition.name), index: undefined, anchor: answer.anchor, span: answer.span, answer, children: [] });
    return;
  }
  const before = known.answer;
  if (!before) return;
  const list = definition.shape === "texts" || definition.shape === "numbers";
  if (list) {
    const points = pointsOf(before);
    const items = [...points, ...pointsOf(answer).filter(({ text }) => !points.some((one) => one.text === text))];
    known.answer = { ...before, span: around(before.span, answer.span), items };
    known.span = known.answer.span;
  } else if (stateOf(definition, before) !== "filled") {
    known.answer = answer;
    known.anchor = answer.anchor;
    known.span = answer.span;
  }
}

function pointsOf({ items, words }: Answer): readonly { text: string; span: Span }[] {
  return items && items.length > 0 ? items : words.text === "" ? [] : [words];
}

function pathIn(owner: Draft, name: string): string {
  return owner.path === "" ? name : `${owner.path}.${name}`;
}

function around(one: Span, other: Span): Span {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

function finished(draft: Draft): Field {
  const { definition, path, index, anchor, span, answer } = draft;
  const children = draft.children.map(finished);
  const common = { definition, path, anchor, span, index, children };
  if (!answer || children.length > 0) return { ...common, state: stateOfAll(children), valueSpan: span, value: undefined, items: [], node: undefined };
  const state = stateOf(definition, answer);
  const valueSpan = answer.words.span.end > answer.words.span.start ? answer.words.span : anchor;
  const many = definition.shape === "texts" || definition.shape === "numbers";
  const items = many ? pointsOf(answer).map((words) => ({ value: many && definition.shape === "numbers" ? valueFor(definition, words.text) : words.text, span: words.span })) : [];
  const holdsOthers = definition.shape === "object" || definition.shape === "objects" || many;
  const value: FieldValue | undefined = holdsOthers || state === "empty" ? undefined : state === "placeholder" ? answer.words.text : valueFor(definition, answer.words.text);
  const rating = definition.scale && state === "filled" ? scaleRating(answer.words.text, answer.outOf) : undefined;
  const field: Field = { ...common, state, valueSpan, value, items, node: answer.node };
  return rating ? { ...field, rating } : field;
}

function stateOf(definition: FieldDefinition, answer: Answer): FieldState {
  const points = pointsOf(answer);
  if (definition.shape === "texts" || definition.shape === "numbers" || (answer.items && answer.items.length > 0)) {
    if (points.length === 0) return "empty";
    return points.every(({ text }) => isPlaceholder(text)) ? "placeholder" : "filled";
  }
  return isDash(answer.words.text) ? "empty" : stateOfText(answer.words.text);
}

function stateOfAll(children: readonly Field[]): FieldState {
  if (children.length === 0 || children.some((child) => child.state === "filled")) return "filled";
  return children.some((child) => child.state === "placeholder") ? "placeholder" : "empty";
}
