import type { KindId } from "../kinds/field";

/** Words that name a kind at the end of a file's name, before its ending. Hyphens, underscores and blanks are the same here. */
const WORDS: readonly (readonly [KindId, readonly string[]])[] = [
  ["model-card", ["model-card", "modelcard"]],
  ["impact-assessment", ["impact-assessment", "ai-impact-assessment", "aiia", "impactassessment"]],
  ["security-risk", ["security-risk", "security-risks", "risk-register", "risks", "risk-file", "riskregister"]],
  ["statement-of-applicability", ["statement-of-applicability", "soa"]],
  ["clausewise", ["clausewise"]],
];

/**
 * The kind that a file's name promises: `model-card.yaml`, `credit.model-card.yml`, `credit-model-card.yaml`, `MODEL_CARD.md`,
 * `risk_register.json`. A promise only: the content decides. `path` uses forward slashes.
 */
export function kindOfName(path: string): KindId | undefined {
  const file = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const stem = file.replace(/\.(?:ya?ml|jsonc?|md|markdown)$/, "");
  if (stem === file) return undefined;
  const name = stem.replace(/[_\s]+/g, "-");
  for (const [kind, words] of WORDS) {
    if (words.some((word) => name === word || name.endsWith(`.${word}`) || name.endsWith(`-${word}`))) {
      return kind === "clausewise" && !/^\.?clausewise$/.test(name) ? undefined : kind;
    }
  }
  return undefined;
}
