import type { KindId } from "../kinds/field";

/** Words that name a kind at the end of a file's name, before its ending. Hyphens, underscores and blanks are the same here. */
const WORDS: readonly (readonly [KindId, readonly string[]])[] = [
  ["model-card", ["model-card", "model-cards", "modelcard", "model-card-template", "system-card"]],
  ["impact-assessment", ["impact-assessment", "impact-assessments", "aiia", "impactassessment", "dpia", "fria", "aia", "algorithmic-impact-assessment"]],
  ["security-risk", ["security-risk", "security-risks", "risk-register", "risk-registry", "risk-log", "risks", "risk-file", "riskregister", "risk-assessment", "risk-matrix", "raid-log"]],
  ["statement-of-applicability", ["statement-of-applicability", "soa", "applicability"]],
  ["clausewise", ["clausewise"]],
];

/**
 * The kind that a file's name promises, by its last words or its first: `model-card.yaml`, `credit.model-card.yml`, `credit-model-card.yaml`, `MODEL_CARD.md`,
 * `risk_register.json`. A promise only: the content decides. `path` uses forward slashes.
 */
export function kindOfName(path: string): KindId | undefined {
  const file = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const stem = file.replace(/\.(?:ya?ml|jsonc?|md|markdown|csv|tsv)$/, "");
  if (stem === file) return undefined;
  // `risk-assessment-2026`, `soa_v2.1`; a schema describes such files and is none.
  const name = stem.replace(/[_\s]+/g, "-").replace(/-(?:v?\d[\d.-]*|final|draft)$/, "");
  if (/[-.]schema$/.test(name)) return undefined;
  for (const [kind, words] of WORDS) {
    if (words.some((word) => name === word || name.endsWith(`.${word}`) || name.endsWith(`-${word}`) || begins(name, word))) {
      return kind === "clausewise" && !/^\.?clausewise$/.test(name) ? undefined : kind;
    }
  }
  return undefined;
}

/** Words long enough to name a kind at the beginning too: `model-card-credit-scorer`, `soa-iso27001`, `risk-register-2026`. */
function begins(name: string, word: string): boolean {
  return (word.includes("-") || word === "soa" || word === "dpia") && (name.startsWith(`${word}-`) || name.startsWith(`${word}.`));
}
