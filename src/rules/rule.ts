import type { Document } from "../documents/document";
import type { Span } from "../documents/span";
import type { Reading } from "../formats/format";
import type { Severity, WorkspaceProfile } from "../kinds/profile";
import type { ClauseRef } from "../standards/clause";
import type { Neighbours } from "./neighbours";
import type { Structure } from "./structure";

/** A change of text: `span` is replaced by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
  /** The same text as an editor snippet (LSP 3.17, “Snippet Syntax”), where a person has to go on writing in it. */
  readonly snippet?: string;
}

/** A repair on offer. Its edits fit the version of the document that was checked, and no other. */
export interface Fix {
  readonly title: string;
  /** The document that the edits are of, where the repair belongs into another one than the finding. */
  readonly document?: Document;
  readonly edits: readonly TextEdit[];
  /** True when there is no other sensible repair, so that one keystroke may choose it. */
  readonly preferred: boolean;
  /** True when it is preferred and changes no answer, only how it is written: such repairs may be made on saving. */
  readonly safe?: boolean;
}

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  /** The document it is in; undefined for the one that the finding is about. */
  readonly document?: Document;
  readonly span: Span;
  readonly message: string;
}

/** What a rule says at a place of a document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly clauses: readonly ClauseRef[];
  /** Other places that belong to it, such as the first of two equal keys. */
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** Path of the field it is about, e.g. `risks[0].owner`; undefined when it is about the text. */
  readonly field: string | undefined;
}

/** What a rule returns: a finding without what the engine adds. Without clauses the rule's own count. */
export interface Draft {
  readonly message: string;
  readonly span: Span;
  readonly clauses?: readonly ClauseRef[];
  readonly related?: Finding["related"];
  /** A function where they take some work: they are asked for at few places only. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  readonly field?: string;
}

/** Everything a rule may look at. Rules are pure: today's date comes in, nothing goes out but drafts. */
export interface RuleContext {
  readonly reading: Reading;
  readonly profile: WorkspaceProfile;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** What other documents say; undefined where only this one is known, and then nothing is said about others. */
  readonly neighbours?: Neighbours;
  /** The ids of all rules, which settings and suppressions may name. */
  readonly ruleIds: readonly string[];
  /** What the schema finds, computed once for all rules. */
  readonly structure: Structure;
}

/** The text of a rule's page: why it exists and how a document gets right. */
export interface RulePage {
  /** Why it matters to the people who rely on the document, in one to three sentences. */
  readonly why: string;
  /** What to do, in one or two sentences. */
  readonly fix: string;
  /** A few lines that it reports. */
  readonly wrong: string;
  /** The same lines, right. */
  readonly right: string;
}

/** One thing that can be wrong with a document. One file per rule. */
export interface Rule {
  /** Stable, in kebab-case: settings, suppressions and reports name it. */
  readonly id: string;
  /** What it reports, as a short sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** The clauses behind it where no field names its own. */
  readonly clauses: readonly ClauseRef[];
  readonly page: RulePage;
  check(context: RuleContext): Iterable<Draft>;
}
