import type { StandardId } from "./clause";
import { namesOthers, ourStandardsIn, standardsNamedBy } from "./standard-names";

/** Where a reference takes its standard from when the text itself does not name it. */
export type ContextPlace = "key" | "column" | "row" | "heading" | "text" | "document";

/** What is around a stretch of text, as far as it matters for the numbers in it. */
export interface ReferenceContext {
  readonly place: ContextPlace;
  /** Those of the two standards that are named there. */
  readonly standards: readonly StandardId[];
  /** True when another framework is named there too. */
  readonly others: boolean;
  /** The year of the edition, e.g. `2013`. */
  readonly edition: string | undefined;
  /** True where a bare number such as `5.7` is the number of a clause: below the title of a column, behind a key. */
  readonly numbers: boolean;
  /** True where such numbers are those of controls. */
  readonly controls: boolean;
  /**
   * Behind a key that says nothing of clauses, `mappings` or `requirements` further out make no number a clause: only a key with the name
   * of a standard does (`loose`). Behind one that measures, such as `threshold`, none does (`all`).
   */
  readonly bars?: "loose" | "all";
}

const CLAUSES = /(?<!\p{L})(?:sub-?clauses?|clauses?|references?|refs?|reqs?|requirements?|mappings?|annex(?:e|es)?|anhang|anexo|klauseln?|cláusulas?|abschnitte?|exigences?|sections?|chapitres?|citations?)(?!\p{L})/iu;
const CONTROLS = /(?<!\p{L})(?:annex(?:e|es)?|anhang|anexo|controls?|contrôles?|mesures?|maßnahmen?|controles?|controlli|soa)(?!\p{L})/iu;
/** Numbers of this kind are no clauses, whatever standard the label names. */
const MEASURES = /(?:score|version|percent|pct|coverage|count|total|rating|maturity|level|progress|weight|status|cost|year|date|number of)/iu;

/** Keys that measure, beside the ones above. */
const AMOUNTS = /(?<!\p{L})(?:thresholds?|limits?|values?|latency|durations?|hours?|days?|minutes?|seconds?|ms|sizes?|prices?|budgets?|amounts?|accuracy|precision|recall|f1|auc|rates?|ratios?|probability|likelihood|impact|severity|priority|ports?|phone|ip|confidence|targets?|min|max|mean|median|average|releases?|tags?)(?!\p{L})/iu;
/** Keys that say what the numbers behind them are no more than the key around them does. */
const NEUTRAL = /(?<!\p{L})(?:ids?|uid|identifiers?|no|nr|num|numbers?|nummern?|número|numéro|codes?|names?|titles?|titel|labels?|items?|entries|primary|secondary|main|related|mapped|maps to|texts?|descriptions?|details|ctrls?)(?!\p{L})/iu;

const SILENT: ReferenceContext = { place: "key", standards: [], others: false, edition: undefined, numbers: false, controls: false, bars: "loose" };
const MEASURING: ReferenceContext = { ...SILENT, bars: "all" };

/** The year of an edition, and no part of a date. */
const YEAR = /(?<![\p{N}.\-/])(2005|2013|2022|2023)(?![\p{N}\-/]|\.\p{N})/u;

/** What a key, a heading or the title of a column says about the numbers below it; undefined when it says nothing. */
export function contextOf(place: ContextPlace, label: string): ReferenceContext | undefined {
  const names = standardsNamedBy(label, place === "key" || place === "column");
  const words = label.replace(/([a-z0-9])(?=[A-Z])/g, "$1 ").replace(/[_-]/g, " ");
  const tight = place === "key" || place === "column" || place === "row";
  const controls = CONTROLS.test(words);
  const numbers = tight && !MEASURES.test(words) && (controls || CLAUSES.test(words) || names.some((name) => name.standard !== undefined));
  const standards = [...new Set(names.flatMap((name) => name.standard ?? []))];
  const edition = names.find((name) => name.edition !== undefined)?.edition ?? (standards.length > 0 || tight || place === "heading" ? YEAR.exec(words)?.[1] : undefined);
  const clauses = controls || CLAUSES.test(words);
  if (place === "key" && names.length === 0 && !clauses && edition === undefined) return MEASURES.test(words) || AMOUNTS.test(words) ? MEASURING : NEUTRAL.test(words) ? undefined : SILENT;
  if (names.length === 0 && !numbers && edition === undefined) return undefined;
  return { place, standards, others: names.some((name) => name.standard === undefined), edition, numbers, controls };
}

/** What a whole document names; undefined where it names neither standard. Whether it names others is only looked for when it matters. */
export function documentContext(text: string): ReferenceContext | undefined {
  const standards = ourStandardsIn(text);
  if (standards.length === 0) return undefined;
  let others: boolean | undefined;
  return {
    place: "document",
    standards,
    get others() {
      return (others ??= namesOthers(text));
    },
    edition: undefined,
    numbers: false,
    controls: false,
  };
}
