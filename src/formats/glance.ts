import { languageOf } from "../documents/read";
import { mayNameStandard } from "../standards/standard-names";
import { kindOfName } from "./names";

/** What a text must contain to name a kind itself: the `kind` key with one of our kinds, or a directive. */
const NAMES_A_KIND = /clausewise:\s*kind\s*=|kind["']?\s*:\s*["']?(?:model-card|impact-assessment|security-risk|statement-of-applicability|clausewise)\b/i;

/** Marks of foreign formats near the beginning of a file, whatever its name. Recognition looks closer. */
const MARKS: readonly RegExp[] = [
  // Hugging Face: front matter with a key of model or dataset cards.
  /^\ufeff?---[ \t]*\r?\n(?:.*\r?\n)*?(?:license|library_name|pipeline_tag|base_model|model-index|task_categories|datasets|size_categories|governance)[ \t]*:/,
  // The Hub's templates before anybody filled them in.
  /^\ufeff?---\s*\n(?:#.*\n)*\s*\{\{?\s*card_data\b/,
  // Front matter with references to a standard, as in the FINOS catalogue.
  /^\ufeff?---[ \t]*\r?\n(?:.*\r?\n)*?[\w-]*_references[ \t]*:/,
  // A first heading that says what the file is.
  /^(?:#{1,2}|<h[12][^>]*>).*(?:model card|模型卡|モデルカード)/im,
  // Keys that only one structured format has.
  /"bomFormat"|threagile_version|(?:risk_tracking|security_requirements)["']?\s*:|plan-of-action-and-milestones|assessment-results["']?\s*:|otmVersion|threat-model-library|trust_zones/,
  // A Model Card Toolkit or Bridge2AI card, a Threat Dragon model, cards of the Dutch Algorithm Reporting Standard.
  /^[ \t{]*["']?model_details["']?\s*:/m,
  /"summary"\s*:\s*\{[^]*"(?:detail|threatTop)"/,
  /goal_and_impact|human_intervention["']?\s*:|legal_base/,
  // An instance of the ISO 27001 LinkML model; answers to an AI Verify checklist.
  /^\s*["']?id["']?\s*:\s*["']?iso27001:|["']?(?:completed|elaboration)-\d+\.\d/m,
  // Answers to Canada's assessment.
  /"translationsOnResult"|"projectDetails\w+"\s*:|"businessDrivers\d/,
  // A list of risks or of questions with answers.
  /^\s*["']?(?:risks|risk_register|riskRegister|individual_risk_categories|custom_risk_categories)["']?\s*:/m,
  /["']?question["']?\s*:[^]*["']?answer["']?\s*:/,
];

/** How much of a file the marks are looked for in (UTF-16 units). */
const GLANCE = 4000;

/**
 * A cheap look at a file before it is parsed: false when it cannot be a document, so that a workspace full of other YAML, JSON
 * and Markdown costs little. A true answer promises nothing.
 */
export function mayBeDocument(path: string, text: string): boolean {
  if (kindOfName(path) !== undefined || NAMES_A_KIND.test(text)) return true;
  const beginning = text.slice(0, GLANCE);
  return MARKS.some((mark) => mark.test(beginning));
}

/** True for a table of values whose name promises nothing: there are thousands of data files beside one register. */
export function isOtherTable(path: string): boolean {
  return languageOf(path) === "csv" && kindOfName(path) === undefined;
}

/** A cheap look at a file that is no document: false when it cannot refer to a clause. */
export function mayRefer(text: string): boolean {
  return mayNameStandard(text);
}
