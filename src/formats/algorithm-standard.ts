import { entryOf } from "../documents/node";
import type { MapNode } from "../documents/node";
import type { Unmapped } from "./format";
import { treeFormat } from "./tree-format";
import { answerAt, scalarAt, wordsIn } from "./tree-places";
import { vocabularyOf } from "./vocabulary";

/** Keys that only a system card of this standard has. */
const OWN_KEYS = ["goal_and_impact", "human_intervention", "legal_base", "used_data", "technical_design", "external_providers", "risk_management", "upl", "publication_category", "ai_act_profile", "begin_date"];

/**
 * A system card of the Dutch Algorithm Reporting Standard. What it brings in with `!include` stays a reference.
 * Source: MinBZK/algorithm-reporting-standard; MinBZK/amt, amt/schema/system_card.py.
 */
export const algorithmSystemCard = treeFormat({
  id: "algorithm-system-card",
  title: "a system card of the Dutch Algorithm Reporting Standard",
  languages: ["yaml", "json"],
  kind: "model-card",
  marks: (root) => OWN_KEYS.filter((key) => entryOf(root, key)).length >= 3,
  places: {
    name: "name",
    version: "version",
    "provenance.timestamp": "version_date",
    status: { to: "status", means: { production: "deployed", "in gebruik": "deployed", "in productie": "deployed", development: "in_development", "in ontwikkeling": "in_development", "buiten gebruik": "retired", "out of use": "retired" } },
    description: "overview",
    owners: { list: "owners", fields: { name: "name", organization: "name", role: "role", email: "contact" } },
    "provenance.author": "owners.name",
    goal_and_impact: "intended_use.primary_uses",
    considerations: "ethical_considerations.name",
    risk_management: "monitoring.metrics",
    human_intervention: "intended_use.human_oversight",
    legal_base: "regulation.duties",
    "ai_act_profile.risk_group": "regulation.classification",
    "ai_act_profile.risk_category": "regulation.classification",
    used_data: "training_data.datasets.source",
    technical_design: "design.architecture",
    "external_providers": "third_parties.name",
    references: "references",
    begin_date: "deployment.plan",
    end_date: "deployment.retirement",
    "assessments.name": "links.impact_assessment",
  },
  concerns: ["intended_use.out_of_scope_uses", "limitations", "evaluation.metrics.name"],
});

/** An assessment card of the same standard: questions of an instrument with their answers. */
export const algorithmAssessmentCard = treeFormat({
  id: "algorithm-assessment-card",
  title: "an assessment card of the Dutch Algorithm Reporting Standard",
  languages: ["yaml", "json"],
  kind: "impact-assessment",
  marks: isAssessmentCard,
  places: {
    name: "title",
    date: "date",
    "contents.authors.name": "assessors.name",
  },
  concerns: ["system.description", "system.purpose", "legal_basis", "human_oversight", "interested_parties.directly_affected"],
  also(root, builder, _document, { names }) {
    const { own } = vocabularyOf("impact-assessment", names);
    const contents = entryOf(root, "contents")?.value;
    const unmapped: Unmapped[] = [];
    for (const item of contents?.type === "list" ? contents.items : []) {
      const question = scalarAt(item, "question");
      const answer = entryOf(item, "answer");
      if (!question) continue;
      const field = own.names.find(wordsIn(question)) ?? QUESTIONS.find(([asked]) => asked.test(wordsIn(question)))?.[1];
      if (field === undefined) unmapped.push({ name: { text: wordsIn(question), span: question.span }, span: item.span });
      else if (answer) builder.put(field, answerAt(answer.value, answer.key));
    }
    return { unmapped };
  },
});

/** What the questions of the instruments ask for, in the words that they use; the first that fits wins. */
const QUESTIONS: readonly (readonly [asked: RegExp, field: string])[] = [
  [/grondslag|legal bas/i, "legal_basis"],
  [/toezicht|menselijke|human (?:oversight|intervention)|tussenkomst/i, "human_oversight"],
  [/verantwoordelijk|rollen|accountab|responsib/i, "accountability"],
  [/betrokkenen|belanghebbende|getroffen|stakeholder|affected/i, "interested_parties.directly_affected"],
  [/bezwaar|klacht|complaint|appeal/i, "complaint_mechanism"],
  [/uitleg|uitlegbaar|explain/i, "explanation"],
  [/transparan|communic/i, "transparency"],
  [/kwaliteit van de (?:data|gegevens)|data quality|quality of the data/i, "data.quality"],
  [/\b(?:data|gegevens)\b/i, "data.information"],
  [/\bdoel(?:en)?\b|purpose|objective/i, "system.purpose"],
  [/type algoritme|welk algoritme|type of algorithm/i, "system.algorithm"],
  [/licht .*voorstel|aanleiding|beschrijf|describe/i, "system.description"],
];

function isAssessmentCard(root: MapNode): boolean {
  const contents = entryOf(root, "contents")?.value;
  if (contents?.type !== "list" || contents.items.length === 0 || !scalarAt(root, "name")) return false;
  return contents.items.every((item) => entryOf(item, "question") !== undefined) && contents.items.some((item) => entryOf(item, "answer") !== undefined || entryOf(item, "urn") !== undefined);
}
