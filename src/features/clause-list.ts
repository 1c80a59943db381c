import type { FeatureContext } from "./context";
import { clausePageUri } from "./page-address";

/** A clause as a list to choose from shows it. */
export interface ClauseItem {
  /** E.g. `iso42001:A.9.4`. */
  readonly ref: string;
  /** E.g. `A.9.4 Intended use of the AI system`. */
  readonly label: string;
  /** E.g. `ISO/IEC 42001:2023`. */
  readonly standard: string;
  readonly note: string;
  /** The address of its page. */
  readonly page: string;
}

/** Every clause of both standards, in the order of print. */
export function clauseList({ catalogue }: FeatureContext): ClauseItem[] {
  return catalogue.standards.flatMap(({ designation, clauses }) =>
    clauses.map(({ id, title, note, ref }) => ({ ref, label: `${id} ${title}`, standard: designation, note, page: clausePageUri(ref) })),
  );
}
