import type { Clause, ClauseRef, Standard, StandardId } from "../standards/clause";
import { clauseStates } from "../workspace/clause-states";
import { standardsInUse } from "../workspace/coverage";
import type { CoverageState } from "../workspace/coverage";
import type { Evidence } from "../workspace/evidence";
import type { FeatureContext } from "./context";
import { evidenceOf } from "./evidence-place";

/** How a person looks at the Clauses tree. What is left out does not narrow anything. */
export interface ClauseView {
  /** What stands below a standard: its clauses and themes, or the documents that say something to it. */
  readonly group?: "theme" | "document";
  readonly standards?: readonly StandardId[];
  readonly states?: readonly CoverageState[];
  /** Words that all stand in the number and title of a clause or of a theme above it. */
  readonly text?: string;
  /** Addresses of files: only what they show for a clause is looked at. */
  readonly files?: readonly string[];
}

/** What of the catalogue a view shows. */
export class Shown {
  private readonly words: readonly string[];
  private readonly files: ReadonlySet<string> | undefined;

  constructor(
    private readonly context: FeatureContext,
    readonly view: ClauseView,
  ) {
    this.files = view.files && new Set(view.files);
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
    return this.hasStateOf(clause.ref) && this.hasWords(clause) && this.hasChanges(clause) ? [clause] : [];
  }

  /** True for a file that the view looks at. */
  hasFile(uri: string): boolean {
    return this.files === undefined || this.files.has(uri);
  }

  /** What the files that the view looks at show for a clause, by file and then in the order of the text. */
  evidenceOf(clause: ClauseRef): Evidence[] {
    return evidenceOf(this.context, clause).filter(({ uri }) => this.hasFile(uri));
  }

  private hasChanges(clause: Clause): boolean {
    return this.files === undefined || this.context.index.evidenceFor(clause.ref).some(({ uri }) => this.hasFile(uri));
  }

  /** Nothing is left out by its state before the states are known. */
  private hasStateOf(clause: ClauseRef): boolean {
    return this.view.states === undefined || this.context.incomplete === true || this.hasState(clauseStates(this.context.index, this.context.catalogue).of(clause));
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
