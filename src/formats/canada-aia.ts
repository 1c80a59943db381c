import { entryOf, isEmptyNode, keyText } from "../documents/node";
import type { Entry, MapNode } from "../documents/node";
import type { FieldBuilder } from "./field-builder";
import { treeFormat } from "./tree-format";
import { answerAt, mapAt, wordsIn } from "./tree-places";
import type { PlaceTable } from "./tree-places";

/** Where the answers in words belong. Design and implementation ask the same questions; only one of them is answered. */
const ANSWERS: PlaceTable = {
  projectDetailsTitle: ["title", "system.name"],
  projectAIAnumber: "system.version",
  projectDetailsRespondent: { list: "assessors", fields: { "": "name" } },
  projectDetailsJob: "assessors.role",
  ADMresponsible: "accountability",
  projectDetailsDescription: "system.description",
  businessDrivers3: ["system.purpose", "intended_uses"],
  businessDrivers4: "societal_impacts",
  businessDrivers7: "unintended_uses",
  businessDrivers10: "system.alternatives_considered",
  riskProfile2A: "interested_parties.vulnerable_groups",
  riskProfile3A: "scope.excluded",
  impact23Y: "interested_parties.directly_affected",
  aboutAlgorithm6: "system.algorithm",
  aboutAlgorithm7: "explanation",
  decisionSector3: "automated_decisions",
  impact4: "automated_decisions",
  impact31: "human_oversight",
  aboutDataSource13: "data.information",
  aboutDataSource15Y: "data.quality",
  consultationDesign5: { list: "consultation", fields: { "": "who" } },
  consultationDesign9: "consultation.outcome",
  consultationImplementation5: { list: "consultation", fields: { "": "who" } },
  consultationImplementation9: "consultation.outcome",
  privacyDesign5: "data.privacy_assessment",
  privacyImplementation5: "data.privacy_assessment",
  fairnessDesign13A: "complaint_mechanism",
  fairnessImplementation13A: "complaint_mechanism",
  fairnessDesign24AA: "monitoring",
  fairnessImplementation24AA: "monitoring",
  projectAuthority2: "legal_basis",
};

/** Questions that rate an impact, the one that asks for the reasons, and what they are about. */
const IMPACTS: readonly (readonly [rating: string, reasons: string, dimension: string])[] = [
  ["impact9", "impact10", "fundamental_rights"],
  ["impact24", "impact25", "fairness"],
  ["impact11", "impact12", "health"],
  ["impact13", "impact14", "financial"],
  ["impact15", "impact16", "environment"],
  ["aboutSystem11", "aboutSystem12", "environment"],
];

/** Questions whose first answer is yes. */
const PERSONAL_DATA = "aboutDataSource1";

/** The pages of the questionnaire, by which its answers are named. */
const QUESTION = /^(?:projectDetails|businessDrivers|riskProfile|projectAuthority|aboutSystem|aboutAlgorithm|decisionSector|aboutData\w*?|consultation\w+?|dataQuality\w+?|fairness\w+?|privacy\w+?|impact)\d+[A-Z]*$/;

/**
 * Answers to Canada's Algorithmic Impact Assessment, as its tool saves them. A choice is written by its place in the list, with its
 * score behind a dash: `item3-2`.
 * Source: canada-ca/aia-eia-js, src/components/ActionButtonBar.vue (`buildSurveyFile`) and src/survey-enfr.json.
 */
export const canadaAia = treeFormat({
  id: "canada-aia",
  title: "answers to Canada’s Algorithmic Impact Assessment",
  languages: ["json"],
  kind: "impact-assessment",
  marks: (root) => {
    const data = mapAt(root, "data");
    return data !== undefined && (entryOf(root, "currentPage") !== undefined || entryOf(root, "translationsOnResult") !== undefined) && data.entries.filter((entry) => QUESTION.test(keyText(entry))).length >= 3;
  },
  places: Object.fromEntries(Object.entries(ANSWERS).map(([question, target]) => [`data.${question}`, target])),
  concerns: ["impacts.description", "impacts.severity"],
  also(root, builder) {
    const data = mapAt(root, "data");
    if (!data) return undefined;
    for (const [rating, reasons, dimension] of IMPACTS) readImpact(data, rating, reasons, dimension, builder);
    const personal = entryOf(data, PERSONAL_DATA);
    if (personal && !isEmptyNode(personal.value)) builder.put("data.personal_data", answered(personal, placeOf(personal) === 1 ? "yes" : "no"));
    // A question that was opened and left blank.
    for (const [question, target] of Object.entries(ANSWERS)) {
      const entry = entryOf(data, question);
      if (entry && typeof target === "string" && isEmptyNode(entry.value)) builder.put(target, answered(entry, ""));
    }
    return undefined;
  },
});

const SEVERITIES = ["little to no impact", "moderate", "high", "very high"];

/** A rating without its reasons leaves the question open that matters most. */
function readImpact(data: MapNode, rating: string, reasons: string, dimension: string, builder: FieldBuilder): void {
  const [rated, why] = [entryOf(data, rating), entryOf(data, reasons)];
  if (!rated || isEmptyNode(rated.value)) return;
  const place = placeOf(rated);
  const impact = builder.item("impacts", { anchor: rated.key.span, span: rated.span });
  impact?.put("dimension", answered(rated, dimension));
  impact?.put("severity", { ...answered(rated, SEVERITIES[(place ?? 0) - 1] ?? wordsIn(rated.value)) });
  impact?.put("description", why && !isEmptyNode(why.value) ? answerAt(why.value, why.key) : answered(why ?? rated, ""));
}

/** The place of the chosen answer in its list, counted from 1. */
function placeOf({ value }: Entry): number | undefined {
  const place = /^item(\d+)/.exec(wordsIn(value))?.[1];
  return place === undefined ? undefined : Number(place);
}

/** An answer in other words than the file's own. */
function answered(entry: Entry, text: string) {
  const answer = answerAt(entry.value, entry.key);
  return { ...answer, words: { ...answer.words, text } };
}
