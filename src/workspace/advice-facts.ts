import { child, itemsOf, textOf } from "../formats/field";
import type { Reading } from "../formats/format";
import type { KindId } from "../kinds/field";
import { QUESTIONS } from "./advice";
import type { Answers, QuestionId } from "./advice";
import type { WorkspaceIndex } from "./workspace-index";

/** An answer that the workspace suggests, with the sentence that says why. */
export interface SuggestedAnswer {
  readonly answer: boolean;
  readonly because: string;
}

/** What the documents of a workspace say about the questions; a question on which they are silent is left out. */
export function suggestedAnswers(index: WorkspaceIndex): Partial<Record<QuestionId, SuggestedAnswer>> {
  const readings = index.all().flatMap((document) => document.readings.readings);
  const of = (kind: KindId) => readings.filter((reading) => reading.kind.id === kind);
  const [cards, assessments, registers] = [of("model-card"), of("impact-assessment"), of("security-risk")];
  const statements = of("statement-of-applicability").filter((one) => textOf(one.root, "standard") === "iso27001");
  const suggestions: Partial<Record<QuestionId, SuggestedAnswer | undefined>> = {
    ai: some(cards.length, "model card", "is here"),
    people: some(assessments.filter(isAboutPeople).length + cards.filter(comparesGroups).length, "document", "speaks of people that a model affects", "speak of people that a model affects"),
    information: some(cards.filter(hasPersonalData).length + assessments.filter(assessesPersonalData).length, "document", "names personal data", "name personal data"),
    security: some(registers.length + statements.length, "security document", "is here", "are here"),
    aiDuty: some(cards.filter(isHighRisk).length, "model card", "names a high-risk classification", "name a high-risk classification"),
    suppliers: some(cards.filter(usesOthers).length, "model card", "names a base model or a third party", "name a base model or a third party"),
  };
  return Object.fromEntries(Object.entries(suggestions).filter(([, one]) => one !== undefined));
}

/** The answers as suggested, with those that a person gave laid over them; what nobody knows counts as no. */
export function answersWith(suggested: Partial<Record<QuestionId, SuggestedAnswer>>, given: Partial<Answers>): Answers {
  return Object.fromEntries(QUESTIONS.map(({ id }) => [id, given[id] ?? suggested[id]?.answer ?? false])) as Answers;
}

function some(count: number, thing: string, one: string, many = one.replace(/^is /, "are ")): SuggestedAnswer | undefined {
  return count === 0 ? undefined : { answer: true, because: `${count} ${thing}${count === 1 ? "" : "s"} ${count === 1 ? one : many}.` };
}

function isAboutPeople({ root }: Reading): boolean {
  return textOf(root, "automated_decisions") !== undefined || (child(child(root, "interested_parties"), "directly_affected")?.items.length ?? 0) > 0;
}

function comparesGroups({ root }: Reading): boolean {
  return itemsOf(root, "fairness").length > 0;
}

function hasPersonalData({ root }: Reading): boolean {
  return itemsOf(child(root, "training_data"), "datasets").some((one) => child(one, "personal_data")?.value === true);
}

function assessesPersonalData({ root }: Reading): boolean {
  return child(child(root, "data"), "personal_data")?.value === true;
}

function isHighRisk({ root }: Reading): boolean {
  return /\bhigh[\s-]?risk\b/i.test(textOf(child(root, "regulation"), "classification") ?? "");
}

function usesOthers({ root }: Reading): boolean {
  return itemsOf(root, "third_parties").length > 0 || textOf(child(root, "design"), "base_model") !== undefined;
}
