import type { Clause, Standard, StandardId } from "../standards/clause";
import { clauseStates } from "../workspace/clause-states";
import { standardsInUse } from "../workspace/coverage";
import type { CoverageState } from "../workspace/coverage";
import type { FeatureContext } from "./context";

/** How a person looks at the Clauses tree. What is left out does not narrow anything. */
export interface ClauseView {
  /** What stands below a standard: its clauses and themes, or the documents that say something to it. */
  readonly group?: "theme" | "document";
  readonly standards?: readonly StandardId[];
  readonly states?: readonly CoverageState[];
  /** Words that all stand in the number and title of a clause or of a theme above it. */
  readonly text?: string;
}

/** What of the catalogue a view shows. */
export class Shown {
  private readonly words: readonly string[];

  constructor(
    private readonly context: FeatureContext,
    readonly view: ClauseView,
  ) {
    this.words = (view.text ?? "").toLowerCase().split(/\s+/).filter((word) => word !== "");
  }

  /** The standards of the profiles, as far as the view shows them. */
  standards(): Standard[] {
    const { index, catalogue } = this.context;
    const used = standardsInUse(index);
    const { standards } = this.view;
    return catalogue.standards.filter(({ id }) => (used.length === 0 || used.includes(id)) && (standards === undefined || standards.includes(id)));
  }

  /** True for a clause or theme with something to show: itself, or a clause below it. */
  has(clause: Clause): boolean {
    return this.leavesOf(clause).length > 0;
  }

  /** The clauses without subclauses and the controls that are shown, of a clause and all below it: each is counted once. */
  leavesOf(clause: Clause): Clause[] {
    if (clause.children.length > 0) return this.childrenOf(clause).flatMap((one) => this.leavesOf(one));
    return this.hasState(clauseStates(this.context.index, this.context.catalogue).of(clause.ref)) && this.hasWords(clause) ? [clause] : [];
  }

  hasState(state: CoverageState): boolean {
    return this.view.states === undefined || this.view.states.includes(state);
  }

  /** True where the words stand in the clause's number and title, or in those of one above it. */
  hasWords(clause: Clause): boolean {
    if (this.words.length === 0) return true;
    const text = `${clause.id} ${clause.title}`.toLowerCase();
    if (this.words.every((word) => text.includes(word))) return true;
    const parent = clause.parent === undefined ? undefined : this.context.catalogue.clause(clause.parent);
    return parent !== undefined && this.hasWords(parent);
  }

  private childrenOf(clause: Clause): Clause[] {
    return clause.children.flatMap((ref) => this.context.catalogue.clause(ref) ?? []);
  }
}
