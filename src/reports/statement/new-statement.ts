import { indented, onLines, plainText, yamlItemLines, yamlLines, newValue } from "../../documents/new-value";
import type { NewLine } from "../../documents/new-value";
import type { StandardId } from "../../standards/clause";
import type { ProposedEntry } from "../../workspace/statement";
import { proposeStatement } from "../../workspace/statement";
import type { ReportSource } from "../report-source";
import { entryValue, OPEN } from "./entry-value";

const FORM = { unit: "  ", dashIndent: "  " };

/** The file name of a new statement. */
export function statementFileName(standard: StandardId): string {
  return `${standard}.soa.yaml`;
}

/** A new statement of applicability as YAML: one entry per control, the title of each as a comment, what is open marked as such. */
export function newStatement(source: ReportSource, standard: StandardId): string {
  const { designation } = source.catalogue.standard(standard);
  const scope = source.index.profiles().find((profile) => profile.scope !== undefined)?.scope;
  const head = { kind: "statement-of-applicability", id: `soa-${standard}`, title: `Statement of applicability, ${designation}`, standard, scope: scope ?? OPEN, owner: OPEN };
  const entries = Object.entries(head).map(([key, value]) => ({ key, value: newValue(value) }));
  const lines = [...yamlLines(entries, FORM), ["entries:"], ...proposeStatement(source.index, source.catalogue, standard).flatMap((proposal) => entryLines(proposal, source))];
  return `${plainText(onLines(lines, "\n"), "yaml")}\n`;
}

function entryLines(proposal: ProposedEntry, { catalogue }: ReportSource): NewLine[] {
  const { control } = proposal;
  const theme = control.parent === undefined ? undefined : catalogue.clause(control.parent);
  const isFirst = theme?.children[0] === control.ref;
  const heading: NewLine[] = isFirst ? [[], [`  # ${theme.id} ${theme.title}`]] : [];
  const [first = [], ...others] = yamlItemLines(entryValue(proposal), FORM);
  return [...heading, ...indented([[...first, `   # ${control.title}`], ...others], FORM.dashIndent)];
}
