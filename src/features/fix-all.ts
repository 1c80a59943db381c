import { EditedText } from "../documents/edited-text";
import type { Finding, Fix, TextEdit } from "../rules/rule";
import type { FeatureContext } from "./context";

/** Rounds after which repairs that keep calling for each other are left as they are. */
const ROUNDS = 40;

/** The repair of a finding that may be made together with others, or undefined. */
export type Choice = (finding: Finding) => Fix | undefined;

/** Repairs that change no answer: they may be made on saving. */
export const safeFix: Choice = ({ fixes }) => fixes.find((fix) => fix.safe);

/** The one repair that suggests itself for each finding of a rule, within the file. */
export function preferredFixOf(rule: string): Choice {
  return (finding) => (finding.rule === rule ? finding.fixes.find((fix) => fix.preferred && !fix.document) : undefined);
}

/**
 * The edits that make every chosen repair of a file, round after round until none is left. Of two repairs that touch the same text
 * the first is made, and the other one in the next round if it is still wanted. The file never gains a syntax error.
 */
export function fixAll({ index }: FeatureContext, uri: string, choose: Choice): TextEdit[] {
  const document = index.get(uri)?.readings.document;
  if (!document) return [];
  const edited = new EditedText(document.text);
  let findings: readonly Finding[] = index.findings(uri);
  let problems = document.problems.length;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = together(findings.flatMap((finding) => choose(finding) ?? []));
    if (edits.length === 0) break;
    const before = edited.text;
    const next = index.tryOut(uri, after(before, edits));
    if (!next || next.document.text === before || next.document.problems.length > problems) break;
    edited.apply(edits);
    problems = next.document.problems.length;
    findings = next.findings;
  }
  return edited.changes();
}

function after(text: string, edits: readonly TextEdit[]): string {
  const edited = new EditedText(text);
  edited.apply(edits);
  return edited.text;
}

/** The edits of as many repairs as can be made at once, in the order of the findings. */
function together(fixes: readonly Fix[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { edits } of fixes) {
    if (!edits.some((edit) => taken.some((other) => touch(edit, other)))) taken.push(...edits);
  }
  return taken;
}

function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
