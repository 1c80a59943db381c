/** Which way a metric gets better. */
export type Direction = "higher_is_better" | "lower_is_better";

/** Words of metrics that count mistakes, cost or distance, and the short names in use for such metrics. */
const LOWER = wordSet(
  "error errors loss losses false miss misses latency perplexity ppl hallucination hallucinations toxicity toxic harmful violation violations",
  "difference gap disparity distance divergence deviation entropy drift regret cost delay duration emissions energy",
  "mae mse rmse msle rmsle mape smape mdae nll wer cer mer ter der eer ece mce brier fpr fnr fdr far frr fid kl mmd emd wasserstein aic bic",
);

/** Words after which more is better, whatever came before: `hallucination detection accuracy`, `toxicity recall`. */
const HIGHER = wordSet(
  "accuracy precision recall sensitivity specificity detection detected ratio f1 f2 fbeta auc auroc auprc roc ap map ndcg mrr",
  "correlation coverage robustness rejection refusal refused pass success agreement kappa similarity",
);

/** Words of measures that are written as a ratio by some and as a difference by others. */
const EITHER = wordSet("parity odds opportunity bias");

/**
 * Which way a metric of this name gets better, as the last telling word says; higher is better where none does, and undefined
 * where the name is in use for both. Names as in scikit-learn, Hugging Face `evaluate`, fairlearn and torchmetrics.
 */
export function directionOf(name: string): Direction | undefined {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  if (/\b(?:attack|jailbreak)[\s_-]+success/i.test(name)) return "lower_is_better";
  const telling = words.reverse().find((word) => LOWER.has(word) || HIGHER.has(word) || EITHER.has(word));
  if (telling === undefined || HIGHER.has(telling)) return "higher_is_better";
  return LOWER.has(telling) ? "lower_is_better" : undefined;
}

function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
