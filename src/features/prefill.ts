import type { FieldDefinition, KindId } from "../kinds/field";
import { kind as kindWithId } from "../kinds/kinds";
import { readers } from "./repository-facts";
import type { RepositoryFacts } from "./repository-facts";

/** Where each kind keeps what a repository says, by the path of the field. */
const PLACES: Readonly<Record<KindId, Readonly<Record<string, keyof RepositoryFacts>>>> = {
  "model-card": {
    version: "version",
    overview: "description",
    "owners[].name": "author",
    "owners[].contact": "contact",
    "design.architecture": "architecture",
    "design.libraries": "library",
    "design.inputs": "inputs",
    "design.outputs": "outputs",
    "design.license": "license",
    references: "address",
  },
  "impact-assessment": { "system.name": "name", "system.version": "version", "assessors[].name": "author" },
  "security-risk": { owner: "author" },
  "statement-of-applicability": { owner: "author" },
  clausewise: {},
};

/** What a repository says, from the texts of its files by name. Of two files that differ the surer one is believed. */
export function factsOf(texts: Readonly<Record<string, string>>): RepositoryFacts {
  const all = readers.flatMap(([name, read]) => {
    const text = texts[name] ?? (name === "LICENSE" ? (texts["LICENSE.md"] ?? texts["LICENSE.txt"]) : undefined);
    return text === undefined ? [] : [read(text.slice(0, 200_000))];
  });
  return Object.assign({}, ...all.reverse().map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)))) as RepositoryFacts;
}

/** The values that a new document of a kind begins with, by the path of the field: only what its field would take without a finding. */
export function prefilled(kind: KindId, facts: RepositoryFacts): Record<string, string> {
  const known: Record<string, string> = {};
  const { fields } = kindWithId(kind);
  for (const [path, fact] of Object.entries(PLACES[kind])) {
    const value = facts[fact];
    const definition = fields.find((field) => field.path === path);
    if (value !== undefined && definition && takes(definition, value)) known[path] = value;
  }
  return known;
}

function takes({ pattern, format, choices }: FieldDefinition, value: string): boolean {
  if (value.length > 300 || /[\r\n]/.test(value)) return false;
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) return false;
  if (format === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return false;
  return choices.length === 0 || choices.some((choice) => choice.value === value);
}
