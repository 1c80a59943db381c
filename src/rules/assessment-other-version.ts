import { child, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import { assessmentsOf, cardsOf } from "./assessment-of-card";
import type { Draft, Rule } from "./rule";

/** A card and its assessment that are about different versions of the model. */
export const assessmentOtherVersion: Rule = {
  id: "assessment-other-version",
  title: "The impact assessment is about another version",
  severity: "warning",
  clauses: ["iso42001:8.4", "iso42001:6.3", "iso42001:A.5.3"],
  page: {
    why: "A new version may behave differently towards the people it meets. An assessment of an older one says nothing about that.",
    fix: "Assess the new version and write it under `system.version`, or correct the version that is wrong.",
    wrong: "kind: impact-assessment\nid: credit-assessment\nsystem: { model_card: credit-scorer, version: 1.4.0 }   # the card says 2.1.0",
    right: "kind: impact-assessment\nid: credit-assessment\nsystem: { model_card: credit-scorer, version: 2.1.0 }",
  },
  *check({ reading, neighbours }) {
    if (!neighbours) return;
    if (reading.kind.id === "model-card") {
      const assessments = assessmentsOf(reading, neighbours);
      // One assessment of this version is enough; older ones may stay.
      if (!assessments.some((one) => isSame(versionIn(reading), versionIn(one)))) for (const one of assessments) yield* compared(reading, one);
    } else if (reading.kind.id === "impact-assessment" && textOf(reading.root, "status") !== "superseded") {
      for (const card of cardsOf(reading, neighbours)) {
        if (!assessmentsOf(card, neighbours).some((one) => isSame(versionIn(card), versionIn(one)))) yield* compared(reading, card);
      }
    }
  },
};

function versionIn({ kind, root }: Reading): Field | undefined {
  const field = child(kind.id === "model-card" ? root : child(root, "system"), "version");
  return field?.state === "filled" ? field : undefined;
}

/** `2.1` covers `2.1.0`; what is not written is no contradiction. */
function isSame(a: Field | undefined, b: Field | undefined): boolean {
  if (!a || !b) return true;
  const [one, other] = [a, b].map(({ value }) => String(value).trim().replace(/^v/i, "").split(".")) as [string[], string[]];
  return one.slice(0, Math.min(one.length, other.length)).join(".") === other.slice(0, Math.min(one.length, other.length)).join(".");
}

function* compared(own: Reading, other: Reading): Generator<Draft> {
  const [mine, theirs] = [versionIn(own), versionIn(other)];
  if (!mine || !theirs || isSame(mine, theirs)) return;
  const isCard = own.kind.id === "model-card";
  yield {
    message: isCard ? `The impact assessment is about version ${String(theirs.value)}, this card about ${String(mine.value)}. Assess this version, or correct the one that is wrong.` : `The model card is about version ${String(theirs.value)}, this assessment about ${String(mine.value)}. Assess that version, or correct the one that is wrong.`,
    span: mine.valueSpan,
    related: [{ document: other.document, span: theirs.valueSpan, message: isCard ? "The version that was assessed." : "The version of the card." }],
    field: mine.path,
  };
}
