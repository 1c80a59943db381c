import { phraseOf, placeOfPhrase } from "./phrase";

/** Names by the path of the field that they mean, e.g. `intended_use.primary_uses`; lists on the way are written without `[]`. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** The fields that a name means, and whether it is known in this very form. */
export interface Match {
  readonly paths: readonly string[];
  readonly exact: boolean;
}

/** Words that turn a name into its opposite: `Not for` is no intended use. */
const NEGATIONS = new Set(
  "not non no out outside never without prohibited forbidden unintended unsupported excluded nicht kein keine ausserhalb pas hors interdit nao fora fuera prohibido proibido khong niet geen buiten"
    .split(" ")
    .map(phraseOf),
);
const NEGATIONS_CJK = ["禁止", "不", "非", "対象外", "未"];

/** `Limitations and biases`, `Data / labels`, `禁止用途与限制`: each side may mean a field of its own. */
const JOINTS = /\s*[/&,;·|、，；]\s*|\s+(?:and|und|et|y|e|en|và|or|oder|ou)\s+|[与與和及]/iu;

/** Words this short (`use`, `as of`) mean something only when they stand alone. */
const SHORTEST = 3;

/** Names kept in mind. */
const MOST_ASKED = 2000;

/** How much of a name the words that are known have to be. */
const LEAST_SHARE = 0.4;

/** How a name goes on behind the words that it begins with. */
const GOES_ON = [/\s*[([（][^)\]）]*[)\]）]\s*$/u, /\s+[–—-]\s.*$|\s*[:：].*$/u, /\s+(?:from|on|for|of|in|at|by|with|across|per|against|von|aus|für|auf|sur|pour|du|de|del|en|para|do|da)\s.*$/iu];

/** Shorter beginnings (`Use of …`, `Test for …`) say too little. */
const LEAST_LENGTH = 6;

/** Names longer than this are sentences. */
const LONGEST = 9;

/** Names in people's own words. The exact name goes before one that others contain, and the longer before the shorter. */
export class NameTable {
  private readonly exact: Map<string, string>;
  private readonly phrases: (readonly [phrase: string, path: string])[];
  /** What names were found to mean: a long document asks for the same ones again and again. */
  private readonly asked = new Map<string, Match | undefined>();

  /** `own` are a workspace's names, which win; `same` is a table whose names these are. */
  constructor(
    tables: readonly (Names | undefined)[],
    private readonly own?: NameTable,
    same?: NameTable,
  ) {
    this.exact = same?.exact ?? new Map<string, string>();
    this.phrases = same?.phrases ?? [];
    for (const table of tables) {
      for (const [path, names] of Object.entries(table ?? {})) {
        for (const name of names) this.add(phraseOf(name), path);
      }
    }
    if (!same) this.phrases.sort((a, b) => b[0].length - a[0].length);
  }

  /** The same names behind a workspace's own. */
  behind(own: NameTable): NameTable {
    return new NameTable([], own, this);
  }

  /** The field that exactly this name means. */
  find(name: string): string | undefined {
    return this.own?.find(name) ?? this.exact.get(phraseOf(name));
  }

  /** The fields that a name means: as a whole, by the sides of its “and”, or by the longest name inside it. */
  match(name: string): Match | undefined {
    if (this.asked.has(name)) return this.asked.get(name);
    if (this.asked.size > MOST_ASKED) this.asked.clear();
    const match = this.search(name);
    this.asked.set(name, match);
    return match;
  }

  private search(name: string): Match | undefined {
    const whole = this.find(name);
    if (whole !== undefined) return { paths: [whole], exact: true };
    const sides = name.split(JOINTS).filter((side) => side.trim() !== "");
    const each = sides.length > 1 && sides.length < 6 ? sides : [name];
    const known = each.map((side) => this.find(side));
    const paths = [...new Set(each.flatMap((side, index) => known[index] ?? this.inside(side) ?? []))];
    if (paths.length > 0) return { paths, exact: known.every((path) => path !== undefined) };
    const inside = this.inside(name);
    if (inside !== undefined) return { paths: [inside], exact: false };
    return this.shortened(name);
  }

  /** `Metrics (temporal holdout)`, `Performance on unseen depots`, `Limitations — read this`: what stands before says what it is about. */
  private shortened(name: string): Match | undefined {
    for (const behind of GOES_ON) {
      const start = name.replace(behind, "").trim();
      const path = start !== "" && start !== name.trim() && phraseOf(start).length >= LEAST_LENGTH ? this.find(start) : undefined;
      if (path !== undefined) return { paths: [path], exact: false };
    }
    return undefined;
  }

  private inside(name: string): string | undefined {
    const text = phraseOf(name);
    if (text === "" || text.split(" ").length > LONGEST) return undefined;
    const found = this.phrases.find(([phrase]) => text.includes(phrase.slice(0, 2)) && (phrase.length > SHORTEST || !/^[\p{Script=Latin}]+$/u.test(phrase)) && placeOfPhrase(text, phrase) >= 0);
    if (!found) return undefined;
    const rest = text.replace(found[0], " ");
    // A word among many others is what they are about, and no name for a field.
    if (found[0].split(" ").length < LEAST_SHARE * text.split(" ").length) return undefined;
    const negated = rest.split(" ").some((word) => NEGATIONS.has(word)) || NEGATIONS_CJK.some((word) => rest.includes(word));
    return negated ? undefined : found[1];
  }

  private add(phrase: string, path: string): void {
    if (phrase === "" || this.exact.has(phrase)) return;
    this.exact.set(phrase, path);
    this.phrases.push([phrase, path]);
  }
}
