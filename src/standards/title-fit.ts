import { catalogue } from "./catalogue";
import type { Clause, StandardId } from "./clause";
import { contentStems } from "./stems";
import { titleAliases } from "./title-aliases";

/** How well a written title fits a clause, from 0 to 1 each way. */
export interface TitleFit {
  readonly clause: Clause;
  /** How much of what is written the clause's title explains, weighed by how telling the words are. */
  readonly explains: number;
  /** How much of the clause's title is written. */
  readonly covered: number;
}

interface Titled {
  readonly clause: Clause;
  /** The title, and short forms of it: names whose words are all in the title. */
  readonly titles: readonly ReadonlySet<string>[];
  /** Every name under which people cite the clause. */
  readonly names: readonly ReadonlySet<string>[];
}

const known = new Map<StandardId, { titled: readonly Titled[]; weights: ReadonlyMap<string, number>; most: number }>();

/**
 * The clauses of a standard whose titles fit the written one, the best first. Only titles and their short forms count: a term of
 * the trade under which people cite a clause, such as “transparency”, may stand beside others with as good a right.
 */
export function fittingClauses(written: string, standard: StandardId): TitleFit[] {
  const stems = contentStems(written);
  if (stems.size === 0) return [];
  return vocabularyOf(standard)
    .titled.map(({ clause, titles }) => fitOf(stems, clause, titles))
    .filter((fit) => fit.explains > 0)
    .sort((a, b) => b.explains * b.covered - a.explains * a.covered || b.explains - a.explains);
}

/** How well a written title fits one clause, under whatever name people cite it. */
export function titleFit(written: string, clause: Clause): TitleFit {
  const titled = vocabularyOf(clause.standard).titled.find((one) => one.clause.id === clause.id);
  const stems = contentStems(written);
  return titled && stems.size > 0 ? fitOf(stems, clause, titled.names) : { clause, explains: 0, covered: 0 };
}

function fitOf(written: ReadonlySet<string>, clause: Clause, titles: readonly ReadonlySet<string>[]): TitleFit {
  const { standard } = clause;
  let best: TitleFit = { clause, explains: 0, covered: 0 };
  for (const title of titles) {
    const shared = sum([...written].filter((stem) => title.has(stem)), standard);
    const fit = { clause, explains: shared / sum(written, standard), covered: shared / sum(title, standard) };
    if (fit.explains * fit.covered > best.explains * best.covered) best = fit;
  }
  return best;
}

function sum(stems: Iterable<string>, standard: StandardId): number {
  const { weights, most } = vocabularyOf(standard);
  let total = 0;
  for (const stem of stems) total += weights.get(stem) ?? most;
  return total;
}

/** The titles of a standard as sets of stems, and how telling each stem is: the rarer, the more (inverse document frequency). */
function vocabularyOf(standard: StandardId) {
  const ready = known.get(standard);
  if (ready) return ready;
  const titled = catalogue.standard(standard).clauses.map((clause): Titled => {
    const title = contentStems(clause.title);
    const names = [title, ...titleAliases(clause.ref).map(contentStems)];
    return { clause, names, titles: names.filter((name) => [...name].every((stem) => title.has(stem))) };
  });
  const counts = new Map<string, number>();
  for (const { titles } of titled) for (const stem of titles[0] ?? []) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weights = new Map([...counts].map(([stem, count]) => [stem, Math.log(titled.length / count)] as const));
  const made = { titled, weights, most: Math.log(titled.length) };
  known.set(standard, made);
  return made;
}
