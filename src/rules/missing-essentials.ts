import { child } from "../formats/field";
import type { Field } from "../formats/field";
import { isNative } from "../formats/format";
import type { Reading } from "../formats/format";
import { isExpected } from "../kinds/field";
import type { FieldDefinition, StrictnessProfile } from "../kinds/field";
import { listed } from "./objects";
import type { Draft, Rule } from "./rule";

/**
 * What a document in a foreign format lacks, said once. Such a file has a form of its own, so its gaps are a question to the
 * form and no slips of the writer; only what the form asks and one entry leaves out is said at that entry.
 */
export const missingEssentials: Rule = {
  id: "missing-essentials",
  title: "Essential fields are missing",
  severity: "information",
  clauses: ["iso42001:7.5.2"],
  page: {
    why: "A card, assessment or register in a form of its own can be as good as any other, as long as it answers the essential questions. This list shows at a glance which of them it leaves open.",
    fix: "Add a section, row or column for what is missing; the repair adds all of them with a TODO. If a heading of yours says it in other words, tell Clausewise what it means with “This heading means …”.",
    wrong: "# Model Card: Parcel sorter\n\n## Intended use\n\nSort parcels by size before a clerk looks at them.\n",
    right:
      "# Model Card: Parcel sorter\n\n**Version:** 1.2.0\n\n**Owner:** Logistics analytics\n\n## Intended use\n\nSort parcels by size before a clerk looks at them.\n\n## Out-of-scope uses\n\nWeighing parcels.\n\n## Training data\n\n40,000 photos from our own depots.\n\n## Metrics\n\n| Metric | Value |\n| --- | --- |\n| Accuracy | 0.97 |\n\n## Limitations\n\nPoor on transparent foil.\n",
  },
  *check({ reading, profile: { strictness } }) {
    if (isNative(reading.format)) return;
    const questions = questionsIn(reading, strictness);
    const missing = questions.filter((question) => !question.here);
    if (missing.length > 0) yield summary(reading, missing.map(({ definition }) => definition), questions.length, strictness);
    yield* gapsOfEntries(reading.root, reading, strictness);
  },
};

interface Question {
  readonly definition: FieldDefinition;
  readonly here: boolean;
}

/** The fields that the profile expects; those inside a list count once, when there is an entry to answer them. */
function questionsIn(reading: Reading, strictness: StrictnessProfile): Question[] {
  const ask = (owner: FieldDefinition, fields: readonly (Field | undefined)[]): Question[] =>
    asked(owner, strictness).flatMap((definition): Question[] => {
      if (reading.format.concerns?.(definition.path) === false) return [];
      const found = fields.map((field) => child(field, definition.name));
      const here = found.some((one) => one !== undefined);
      if (definition.shape === "object") return ask(definition, found);
      if (definition.shape === "objects") {
        const entries = found.flatMap((one) => one?.children ?? []);
        return [{ definition, here }, ...(entries.length > 0 ? ask(definition, entries) : [])];
      }
      return [{ definition, here }];
    });
  return ask(reading.root.definition, [reading.root]);
}

/** Identifiers are a matter of our own shape: elsewhere a name or a row's number does. */
function asked(owner: FieldDefinition, strictness: StrictnessProfile): FieldDefinition[] {
  return [...owner.fields.values()].filter((one) => one.constant === undefined && one.name !== "id" && isExpected(one, strictness));
}

function summary(reading: Reading, missing: readonly FieldDefinition[], all: number, strictness: StrictnessProfile): Draft {
  const edits = reading.format.add?.(missing, reading) ?? [];
  const kind = strictness === "starter" ? "essential" : "expected";
  const here = all - missing.length;
  return {
    message: `${here} of ${all} ${kind} fields are here. Missing: ${named(missing)}.`,
    span: reading.root.anchor,
    clauses: [...new Set(missing.flatMap((one) => one.clauses))].slice(0, 6),
    fixes: edits.length > 0 ? [{ title: missing.length === 1 ? `Add “${missing[0]?.title ?? ""}” with a TODO` : `Add the ${missing.length} missing fields with a TODO each`, edits, preferred: false }] : [],
  };
}

/** As many as a person reads in one sentence; the schemas have the most important first. */
const NAMED = 8;

function named(missing: readonly FieldDefinition[]): string {
  const more = missing.length - NAMED;
  const titles = missing.map(titleOf);
  return more < 2 ? listed(titles) : `${titles.slice(0, NAMED).join(", ")} and ${more} more`;
}

/** `version`, `owner of the risks`. */
function titleOf(definition: FieldDefinition): string {
  const list = definition.parent;
  // “Option” alone says too little.
  if (list?.parent && list.shape === "object" && !definition.title.includes(" ")) return `${list.title} ${definition.title}`.toLowerCase();
  return list?.shape === "objects" ? `${definition.title.toLowerCase()} of the ${list.title.toLowerCase()}` : definition.title.toLowerCase();
}

/** Entries that leave out what most of the others in their list answer. */
function* gapsOfEntries(field: Field, reading: Reading, strictness: StrictnessProfile): Generator<Draft> {
  for (const list of field.children) {
    if (list.definition.shape === "object") yield* gapsOfEntries(list, reading, strictness);
    if (list.definition.shape !== "objects" || list.children.length < 3) continue;
    for (const definition of asked(list.definition, strictness)) {
      if (reading.format.concerns?.(definition.path) === false) continue;
      const without = list.children.filter((entry) => child(entry, definition.name) === undefined);
      if (without.length === 0 || without.length * 2 >= list.children.length) continue;
      for (const entry of without) {
        const message = `“${definition.title}” is missing here, although the other entries of “${list.definition.title}” have it. ${definition.description}`;
        yield { message, span: entry.anchor, clauses: definition.clauses, field: `${entry.path}.${definition.name}` };
      }
    }
  }
}
