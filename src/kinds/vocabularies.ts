import atlasTechniques from "./vocabulary/atlas-technique.json";
import libraries from "./vocabulary/hf-library.json";
import tasks from "./vocabulary/hf-task.json";
import languages from "./vocabulary/language.json";
import licences from "./vocabulary/spdx.json";

/** A word of a public vocabulary. */
export interface Term {
  /** As it is written: `Apache-2.0`, `en`, `AML.T0020`. */
  readonly id: string;
  readonly name: string;
  /** What it belongs to: the tactic of a technique, the modality of a task. */
  readonly group: string | undefined;
}

const FILES: Readonly<Record<string, readonly string[]>> = {
  spdx: licences.terms,
  language: languages.terms,
  "hf-task": tasks.terms,
  "hf-library": libraries.terms,
  "atlas-technique": atlasTechniques.terms,
};

const read = new Map<string, readonly Term[]>();

/** The words that a field with this `x-suggest` may hold, the usual ones first; empty where it names no vocabulary. */
export function vocabulary(suggest: string): readonly Term[] {
  let terms = read.get(suggest);
  if (!terms) {
    terms = (FILES[suggest] ?? []).map((row) => {
      const [id = "", name = "", group] = row.split("\t");
      return { id, name, group };
    });
    read.set(suggest, terms);
  }
  return terms;
}
