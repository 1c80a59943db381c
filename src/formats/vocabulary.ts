import type { KindId } from "../kinds/field";
import { NameTable } from "./name-table";
import type { Names } from "./name-table";
import { phraseOf, placeOfPhrase } from "./phrase";
import impactAssessment from "./vocabulary/impact-assessment.json";
import modelCard from "./vocabulary/model-card.json";
import securityRisk from "./vocabulary/security-risk.json";
import statementOfApplicability from "./vocabulary/statement-of-applicability.json";

/** One data file of `vocabulary/`: how people call things in documents of a kind. */
export interface VocabularyFile {
  /** How a title names the kind. */
  readonly titles: readonly string[];
  /** Headings, labels and keys. */
  readonly names: Names;
  /** Keys, and rows of tables with a field and its value; as a heading the same word is too general. */
  readonly keys?: Names;
  /** Keys inside a section, by the beginning of the path that the section means. */
  readonly within?: Readonly<Record<string, Names>>;
  /** Columns of tables with one record per row; paths count from the record. */
  readonly columns?: Names;
  /** What is understood and of no concern, so that it is not shown as “not mapped”. */
  readonly ignored?: readonly string[];
  /** Words for the values of fields with choices: by path and value. */
  readonly values?: Readonly<Record<string, Names>>;
}

/** What people's own words mean in documents of a kind. */
export interface Vocabulary {
  readonly titles: readonly string[];
  readonly headings: NameTable;
  readonly keys: NameTable;
  readonly columns: NameTable;
  /** For keys inside a section of this path. */
  within(path: string): NameTable | undefined;
  isIgnored(name: string): boolean;
  /** What a workspace itself calls a field, before anything that we know: by the path in the document, and by that in an entry of a list. */
  readonly own: { readonly names: NameTable; readonly columns: NameTable };
}

/** The data files, for the tests that keep them in step with the schemas. */
export const vocabularyFiles: Readonly<Partial<Record<KindId, VocabularyFile>>> = {
  "model-card": modelCard,
  "impact-assessment": impactAssessment,
  "security-risk": securityRisk,
  "statement-of-applicability": statementOfApplicability,
};

const built = new Map<KindId, Vocabulary>();

/** The vocabulary of a kind. `own` are a workspace's names for fields, which win over ours. */
export function vocabularyOf(kind: KindId, own: Readonly<Record<string, string>> = {}): Vocabulary {
  const ours = built.get(kind) ?? build(vocabularyFiles[kind] ?? { titles: [], names: {} });
  built.set(kind, ours);
  if (Object.keys(own).length === 0) return ours;
  const names: Record<string, string[]> = {};
  for (const [name, path] of Object.entries(own)) (names[path.replace(/\[\]/g, "")] ??= []).push(name);
  const table = new NameTable([names]);
  // The paths of columns count from the entry that a row is.
  const inEntries: Record<string, string[]> = {};
  for (const [path, own] of Object.entries(names)) inEntries[path.replace(/^(?:risks|entries|impacts)\./, "")] = own;
  const columns = new NameTable([inEntries]);
  return { ...ours, headings: ours.headings.behind(table), keys: ours.keys.behind(table), columns: ours.columns.behind(columns), own: { names: table, columns } };
}

function build(file: VocabularyFile): Vocabulary {
  const within = Object.entries(file.within ?? {}).map(([path, names]) => [path, new NameTable([names])] as const);
  const ignored = new Set((file.ignored ?? []).map(phraseOf));
  return {
    titles: file.titles.map(phraseOf),
    headings: new NameTable([file.names]),
    keys: new NameTable([file.keys, file.names]),
    columns: new NameTable([file.columns]),
    within: (path) => within.find(([start]) => path === start || path.startsWith(`${start}.`))?.[1],
    isIgnored: (name) => ignored.has(phraseOf(name)),
    own: { names: new NameTable([]), columns: new NameTable([]) },
  };
}

const phrases = new Map<string, string>();

/** The words of choices are some hundred, and every cell of a register is compared with them. */
function phraseOfWord(word: string): string {
  const phrase = phrases.get(word) ?? phraseOf(word);
  phrases.set(word, phrase);
  return phrase;
}

/** The value of a field with choices that a text means: the one named first in it; undefined when it names none. */
export function choiceOf(kind: KindId, path: string, choices: readonly string[], text: string): string | undefined {
  const said = phraseOf(text);
  const words = vocabularyFiles[kind]?.values?.[path.replace(/\[\]/g, "")] ?? {};
  const places = choices.flatMap((choice) =>
    [choice, ...(words[choice] ?? [])].map((word) => ({ choice, place: placeOfPhrase(said, phraseOfWord(word)), length: word.length })),
  );
  return places.filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place || b.length - a.length)[0]?.choice;
}
