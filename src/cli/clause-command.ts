import { catalogue } from "../standards/catalogue";
import type { Clause } from "../standards/clause";
import { findClauses, parseReference, referenceWithTitle, titledReference } from "../standards/reference";
import { themeOfObjective } from "../standards/objectives";
import { supersededControl } from "../standards/superseded";
import { fittingClauses } from "../standards/title-fit";
import type { Arguments } from "./arguments";
import { json } from "./check-command";
import type { Outcome } from "./check-command";
import { UsageError } from "./usage-error";

/** Shows a clause named in any usual spelling; both when the number stands in both standards and none is named. */
export function clause(settings: Arguments): Outcome {
  const reference = settings.operands.join(" ").trim();
  if (reference === "") throw new UsageError("clause takes a reference, for example: clause iso42001:A.6.2.4");
  const found = findClauses(reference, catalogue);
  const [first, ...others] = found;
  if (!first) throw new UsageError(unknown(reference));
  const output =
    settings.format === "json"
      ? json({ ...clauseJson(first), ...(others.length > 0 ? { alternatives: others.map(clauseJson) } : {}) })
      : found.map(clauseText).join("\n");
  return { output, notes: [], status: 0 };
}

function clauseJson(one: Clause) {
  const { ref, id, standard, title, kind, note, evidence, url } = one;
  return { id: ref, number: id, standard, title, kind, note, evidence, parent: one.parent ?? null, related: one.related, url };
}

function clauseText(one: Clause): string {
  const standard = catalogue.standard(one.standard);
  const related = one.related.map(({ clause: ref, relation, why }) => {
    return `  ${referenceWithTitle(ref, catalogue)} (${relation}): ${why}`;
  });
  return [
    `${standard.designation} ${one.id} ${one.title} (${one.kind})`,
    "",
    `In our words: ${one.note}`,
    `What evidence looks like: ${one.evidence}`,
    ...(related.length > 0 ? ["", "Related:", ...related] : []),
    "",
    `Short title as publicly reported; the text is in the standard: ${one.url}`,
    "",
  ].join("\n");
}

function unknown(reference: string): string {
  const spelled = parseReference(reference);
  if (!spelled) {
    const named = (["iso42001", "iso27001"] as const).flatMap((standard) => fittingClauses(reference, standard).filter((fit) => fit.explains >= 0.75).slice(0, 2));
    const meant = named.length > 0 ? ` Is one of these meant? ${named.map((fit) => titledReference(fit.clause)).join("; ")}.` : "";
    return `“${reference}” is not a clause reference. Write it like iso42001:A.6.2.4 or ISO 27001 A.8.15.${meant}`;
  }
  const old = spelled.standard === "iso42001" ? undefined : supersededControl(spelled.id);
  if (old) {
    const successors = old.successors.flatMap((ref) => catalogue.clause(ref) ?? []).map(titledReference).join(", ");
    return `${old.id} is a control of the 2013 edition of ISO/IEC 27001; in the 2022 edition it is ${successors}.`;
  }
  const theme = spelled.standard === "iso27001" ? undefined : themeOfObjective(spelled.id);
  if (theme) return `${spelled.id} is the objective of ${titledReference(theme)}, not a control. Its controls follow from ${theme.id}.2 on.`;
  const where = spelled.standard ? catalogue.standard(spelled.standard).designation : "ISO/IEC 42001:2023 or ISO/IEC 27001:2022";
  return `There is no clause ${spelled.id} in ${where}.`;
}
