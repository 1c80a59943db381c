/** Letters from which on a word is taken for the beginning of a longer one. */
const SHORTENED = 4;

/**
 * The candidate that a person most likely meant: the same but for case and separators, else the one that takes the fewest
 * single-letter changes, as long as those are few for its length, else the only one that begins so. Undefined when none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (folded === wanted) return candidate;
    const steps = changes(wanted, folded, least);
    if (steps < least) {
      best = candidate;
      least = steps;
    }
  }
  return best ?? longFor(wanted, candidates);
}

/** The one candidate that a word shortens, such as `information` for `info`. */
function longFor(wanted: string, candidates: Iterable<string>): string | undefined {
  const longer = wanted.length < SHORTENED ? [] : [...candidates].filter((candidate) => fold(candidate).startsWith(wanted));
  return longer.length === 1 ? longer[0] : undefined;
}

/** True when two words differ in case and separators only. */
export function isSameWord(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, "_");
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment); `limit` or more is `limit`. */
function changes(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    before = previous;
    previous = row;
  }
  return Math.min(limit, previous[b.length] ?? limit);
}
