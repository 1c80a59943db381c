import { themeOfObjective } from "../standards/objectives";
import { fittingClauses } from "../standards/title-fit";
import type { Reference } from "../documents/references";
import { clauseName, writeNumber } from "./reference-edits";
import type { ReferenceRule } from "./reference-rule";

/** A number of ISO/IEC 42001 Annex A that is an objective stands where a control is meant. */
export const objectiveCitedAsControl: ReferenceRule = {
  id: "objective-cited-as-control",
  title: "An objective of Annex A is cited as a control",
  severity: "warning",
  clauses: ["iso42001:6.1.3"],
  page: {
    why: "In Annex A of ISO/IEC 42001 each theme begins with its objective, numbered like a control. There is nothing to implement or to evidence under it: the controls follow from .2 on.",
    fix: "Cite the control that is meant, or the theme as a whole.",
    wrong: "# ISO 42001 A.7.1 is met by the data inventory.\nkind: model-card",
    right: "# ISO 42001 A.7.2 is met by the data inventory.\nkind: model-card",
  },
  check: () => [],
  *about({ document, references }) {
    for (const reference of references.all) {
      const theme = themeOf(reference);
      if (!theme || saysObjective(document.text, reference)) continue;
      const [meant] = reference.title ? fittingClauses(reference.title.text, "iso42001") : [];
      const control = meant && meant.clause.kind === "control" && meant.explains >= 0.75 && meant.covered >= 0.5 ? meant.clause : undefined;
      yield {
        message: `${reference.id} is the objective of ${clauseName(theme)}, not a control.${control ? ` “${reference.title?.text ?? ""}” is ${clauseName(control)}.` : ` Its controls follow from ${theme.id}.2 on.`}`,
        span: reference.idSpan,
        clauses: [theme.ref],
        fixes: [...(control ? writeNumber(reference, control, document, false) : []), ...writeNumber(reference, theme, document, false)],
      };
    }
  },
};

/** The theme whose objective is cited; a range over a theme may well begin with it. */
function themeOf({ id, standards, clauses, range, guidance }: Reference) {
  return standards.includes("iso42001") && clauses.length === 0 && range === undefined && !guidance ? themeOfObjective(id) : undefined;
}

/** The text calls it what it is. */
function saysObjective(text: string, { span, title }: Reference): boolean {
  return /objective|ziel|objectif|objetivo/i.test(`${text.slice(Math.max(0, span.start - 30), span.start)} ${title?.text ?? ""}`);
}
