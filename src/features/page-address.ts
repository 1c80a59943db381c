import type { StandardId } from "../standards/clause";

/** Scheme of the tool's own read-only pages. */
export const PAGE_SCHEME = "clausewise";

/** The address of a clause's page, e.g. `clausewise:/iso42001/A.9.4`. Editors show its last part as a name. */
export function clausePageUri(ref: string): string {
  return `${PAGE_SCHEME}:/${ref.replace(":", "/")}`;
}

/** The address of a rule's page, e.g. `clausewise:/rules/missing-field`. */
export function rulePageUri(rule: string): string {
  return `${PAGE_SCHEME}:/rules/${rule}`;
}

/** The address of a link that writes the standards in use to the profile, e.g. `clausewise:/standards?iso42001,iso27001`. */
export function standardsUri(standards: readonly StandardId[]): string {
  return `${PAGE_SCHEME}:/standards?${standards.join(",")}`;
}

/** What a page's address names: a clause reference, or a rule id. */
export type PageSubject = { readonly clause: string } | { readonly rule: string };

/** Reads a page's address; undefined when it is none. Editors may write it with `//` and with percent signs. */
export function pageSubject(uri: string): PageSubject | undefined {
  const match = /^clausewise:\/*(rules|iso42001|iso27001)\/([\w.%-]+)$/.exec(uri);
  const [, room, name] = match ?? [];
  if (room === undefined || name === undefined) return undefined;
  return room === "rules" ? { rule: name } : { clause: `${room}:${name}` };
}
