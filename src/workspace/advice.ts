import type { FieldDefinition } from "../kinds/field";
import { documentKinds } from "../kinds/kinds";
import type { StandardId } from "../standards/clause";

/** What is asked; each can be answered by yes or no. */
export type QuestionId = "ai" | "people" | "information" | "security" | "aiDuty" | "suppliers";

/** One question in words, with what the answer decides. */
export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  readonly detail: string;
}

/** The questions, in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  { id: "ai", text: "Do you build, provide or run AI systems?", detail: "Models of your own, models that you adapt, or AI services that you offer to others." },
  { id: "people", text: "Do they decide about people, or help to?", detail: "Credit, hiring, care, prices, moderation, access to a service." },
  { id: "information", text: "Do you hold personal or confidential information?", detail: "Training data, customer records, source code, model weights, business secrets." },
  { id: "security", text: "Does anybody ask you to show that information is protected?", detail: "Customers, contracts, insurers, a regulator, or documents of yours that are already there." },
  { id: "aiDuty", text: "Does a law or a customer ask how your AI is governed?", detail: "For example a system that counts as high-risk under the EU AI Act." },
  { id: "suppliers", text: "Do models, data or AI services come from others?", detail: "Base models, data sets, hosted APIs." },
];

/** An answer to each question. */
export type Answers = Readonly<Record<QuestionId, boolean>>;

/** Why an answer is what it is, under the heading that says from which side it was looked at. */
export interface Reason {
  readonly about: "Purpose and scope" | "Kind of risk" | "Legal duties" | "Whose trust is at stake";
  readonly text: string;
}

/** Which of the two standards an organisation needs, and why. An opinion to start from, not advice on law. */
export interface Advice {
  readonly standards: readonly StandardId[];
  /** One sentence. */
  readonly answer: string;
  readonly reasons: readonly Reason[];
  /** What one set of documents serves in both standards. */
  readonly shared: readonly SharedSubject[];
}

/** A subject whose fields serve clauses of both standards. */
export interface SharedSubject {
  readonly kind: string;
  /** Titles of fields. */
  readonly fields: readonly string[];
}

/** Weighs the answers. */
export function adviseOn(answers: Answers): Advice {
  const standards: StandardId[] = [...(answers.ai ? (["iso42001"] as const) : []), ...(answers.information || answers.security ? (["iso27001"] as const) : [])];
  return { standards, answer: sentenceFor(standards, answers), reasons: reasonsFor(standards, answers), shared: standards.length === 2 ? sharedSubjects() : [] };
}

function sentenceFor(standards: readonly StandardId[], answers: Answers): string {
  if (standards.length === 2) return "Both: ISO/IEC 42001 for how your AI is governed, ISO/IEC 27001 for how information is protected.";
  if (standards.includes("iso42001")) return "ISO/IEC 42001: what you answer for is what your AI does.";
  if (standards.includes("iso27001")) return "ISO/IEC 27001: what you answer for is the information that you hold.";
  return answers.suppliers ? "Neither yet. Keep a list of the AI that you take from others, and look again when it decides about people." : "Neither yet. Look again when you build or run AI, or hold information that others trust you with.";
}

function reasonsFor(standards: readonly StandardId[], answers: Answers): Reason[] {
  const [ai, security] = [standards.includes("iso42001"), standards.includes("iso27001")];
  const reasons: (Reason | false)[] = [
    ai && { about: "Purpose and scope", text: "ISO/IEC 42001 is about governing AI over its life: what it is for, who answers for it, what it does to people, and how that is watched." },
    security && { about: "Purpose and scope", text: "ISO/IEC 27001 is about protecting information of every kind, with or without AI: who may see it, change it, and whether it is there when it is needed." },
    ai && answers.people && { about: "Kind of risk", text: "Systems that decide about people can be unfair, opaque or wrong without any attack. Those are risks of ISO/IEC 42001; a security standard does not look at them." },
    ai && !answers.people && { about: "Kind of risk", text: "AI can fail in ways that nobody planned: drift, misuse, results taken for more than they are. ISO/IEC 42001 asks for an assessment of these effects." },
    security && { about: "Kind of risk", text: "Theft, leaks, manipulation and loss, from outside and from inside, are risks of ISO/IEC 27001; models, weights and training data are assets like others." },
    answers.suppliers && standards.length > 0 && { about: "Kind of risk", text: "What comes from others brings their data, licences and weaknesses along. Both standards ask who is responsible for which part." },
    ai && answers.aiDuty && { about: "Legal duties", text: "Laws on AI ask for risk management, documentation, oversight and records. ISO/IEC 42001 gives these a place; it does not replace the law." },
    security && answers.information && { about: "Legal duties", text: "Laws on personal data and contracts on confidentiality ask for protection that can be shown. ISO/IEC 27001 is the usual way to show it." },
    ai && { about: "Whose trust is at stake", text: answers.people ? "That of the people whom the system decides about, and of society, who cannot look inside." : "That of users and customers, who rely on results that they cannot check." },
    security && { about: "Whose trust is at stake", text: "That of customers and partners who hand you their information, and of those whom it is about." },
  ];
  return reasons.filter((reason) => reason !== false);
}

/** Fields of the documents that serve clauses of both standards, by kind of document. */
export function sharedSubjects(): SharedSubject[] {
  return documentKinds.flatMap((kind) => {
    const both = [...kind.root.fields.values()].filter((field) => {
      const served = clausesIn(field);
      return (["iso42001", "iso27001"] as const).every((standard) => served.some((ref) => ref.startsWith(`${standard}:`))) && field.constant === undefined;
    });
    return both.length > 0 ? [{ kind: kind.title, fields: both.map((field) => field.title) }] : [];
  });
}

/** The clauses of a field and of all inside it. */
function clausesIn(field: FieldDefinition): readonly string[] {
  return [...field.clauses, ...[...field.fields.values()].flatMap(clausesIn)];
}
