import { covers } from "../documents/span";
import type { Span } from "../documents/span";
import type { Field } from "../formats/field";
import { placeholder } from "../rules/placeholder";
import type { Finding } from "../rules/rule";

/**
 * The findings of one reading, counted by the fields that they are about. Hints do not count, and neither do stand-ins, which
 * are counted by themselves: nothing is wrong with a document that somebody begins to fill in.
 */
export class ProblemCounts {
  readonly total: number;
  /** How many stand-ins wait for an answer. */
  readonly toFillIn: number;
  private readonly byPath = new Map<string, number>();
  private readonly messages = new Map<string, string[]>();

  constructor(root: Field, findings: readonly Finding[]) {
    this.total = findings.filter(isProblem).length;
    this.toFillIn = findings.filter(isToFillIn).length;
    for (const finding of findings.filter(({ severity }) => severity !== "hint")) {
      const path = finding.field ?? pathAt(root, finding.span);
      this.messages.set(path, [...(this.messages.get(path) ?? []), finding.message]);
      if (isProblem(finding)) for (const above of pathsTo(path)) this.byPath.set(above, (this.byPath.get(above) ?? 0) + 1);
    }
  }

  /** How many are about the field with this path or about something in it. */
  in(path: string): number {
    return this.byPath.get(path) ?? 0;
  }

  /** What is said about exactly this field. */
  about(path: string): readonly string[] {
    return this.messages.get(path) ?? [];
  }
}

/** True for a finding that says that something is wrong. */
export function isProblem(finding: Finding): boolean {
  return finding.severity !== "hint" && !isToFillIn(finding);
}

/** True for a stand-in, unless the workspace takes it more seriously than the rule itself does. */
export function isToFillIn({ rule, severity }: Finding): boolean {
  return rule === placeholder.id && (severity === placeholder.severity || severity === "hint");
}

/** The path and those around it: `a`, `a[0]`, `a[0].b` for `a[0].b`. */
export function pathsTo(path: string): string[] {
  const ends = [...path.matchAll(/(?=[.[])|$/g)].map((match) => match.index).filter((end) => end > 0);
  return ends.map((end) => path.slice(0, end));
}

/** The innermost field around a place; empty for a place in none. */
function pathAt(root: Field, span: Span): string {
  let here = root;
  for (let next: Field | undefined = root; next; ) {
    here = next;
    next = here.children.find((one) => covers(one.span, span));
  }
  return here.path;
}
