import { child, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import { isNative } from "../formats/format";
import { skeletonValue } from "../kinds/skeleton";
import { addFields } from "./additions";
import { dateOf } from "./dates";
import { lacks, listed } from "./objects";
import { nextReview } from "./review-dates";
import type { Draft, Fix, Rule, RuleContext } from "./rule";

/** A risk is accepted, but not by anybody or not until any day. */
export const acceptanceIncomplete: Rule = {
  id: "acceptance-incomplete",
  title: "An acceptance names no person or no end",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso27001:6.1.3"],
  page: {
    why: "A risk stays open because somebody decided so. Without a name nobody can be asked, and without an end the decision outlives its reasons.",
    fix: "Say under `acceptance` who accepts the risk (`by`) and until which day (`until`).",
    wrong: "kind: security-risk\nrisks:\n  - id: R-001\n    treatment: { option: retain }",
    right: "kind: security-risk\nrisks:\n  - id: R-001\n    treatment: { option: retain }\n    acceptance: { by: Head of credit risk, until: 2099-03-10 }",
  },
  *check(context) {
    const risks = itemsOf(context.reading.root, "risks");
    // A form that has no place for acceptances is not asked for them risk by risk.
    if (!isNative(context.reading.format) && !risks.some((risk) => child(risk, "acceptance"))) return;
    for (const risk of risks) {
      const draft = draftOf(risk, context);
      if (draft) yield draft;
    }
  },
};

const QUESTIONS = [["by", "who accepts the risk"], ["until", "until when"]] as const;

function draftOf(risk: Field, context: RuleContext): Draft | undefined {
  const acceptance = child(risk, "acceptance");
  if (acceptance && acceptance.state !== "filled") return undefined;
  const missing = QUESTIONS.filter(([name]) => !acceptance || lacks(acceptance, name));
  if (missing.length === 0) return undefined;
  const questions = listed(missing.map(([, question]) => question));
  const keys = listed(missing.map(([name]) => `\`${name}\``));
  const definition = risk.definition.fields.get("acceptance");
  if (acceptance) {
    const clauses = new Set(missing.flatMap(([name]) => definition?.fields.get(name)?.clauses ?? []));
    const message = `The acceptance does not say ${questions}. Add ${keys}, so that the decision can be looked at again.`;
    return { message, span: acceptance.anchor, clauses: [...clauses], field: acceptance.path, fixes: () => fixesFor(risk, acceptance, missing, context) };
  }
  const [place, decision] = decisionIn(risk) ?? [];
  if (!place) return undefined;
  const message = `This risk is ${decision}, but the file does not say ${questions}. Add \`acceptance\` with ${keys}.`;
  return { message, span: place.valueSpan, clauses: definition?.clauses, field: place.path, fixes: () => fixesFor(risk, undefined, missing, context) };
}

/** Where a risk without an acceptance says that it stays as it is. */
function decisionIn(risk: Field): [Field, string] | undefined {
  const treatment = child(risk, "treatment");
  const [option, status] = [child(treatment, "option"), child(risk, "status")];
  if (option && textOf(treatment, "option") === "retain") return [option, "retained"];
  return status && textOf(risk, "status") === "accepted" ? [status, "accepted"] : undefined;
}

/** With stand-ins, and with an end one review interval after the day of the acceptance. */
function fixesFor(risk: Field, acceptance: Field | undefined, missing: readonly (typeof QUESTIONS)[number][], { reading, profile, today }: RuleContext): Fix[] {
  const definition = risk.definition.fields.get("acceptance");
  const names = missing.map(([name]) => name);
  const end = nextReview(dateOf(acceptance, "date") ?? today, reading.kind.id, profile);
  const add = (title: string, known: Record<string, string>, preferred: boolean) => {
    const entries = names.flatMap((key) => {
      const field = definition?.fields.get(key);
      return field ? [{ key, value: skeletonValue(field, { strictness: profile.strictness, matrix: profile.matrix, known }) }] : [];
    });
    if (acceptance) return addFields(title, acceptance, entries, reading, preferred);
    return addFields(title, risk, [{ key: "acceptance", value: { type: "map", entries } }], reading, preferred);
  };
  const subject = acceptance ? listed(names) : "acceptance";
  const ending = names.includes("until") ? add(`Add ${subject}, until ${end}`, { [definition?.fields.get("until")?.path ?? ""]: end }, false) : [];
  return [...add(`Add ${subject}`, {}, true), ...ending];
}
