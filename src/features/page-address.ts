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

/** A page about what is lost when a document is written in another format. */
export interface LostPage {
  readonly target: string;
  /** Which document of the file. */
  readonly part: number;
  readonly file: string;
}

/** The address of that page. Its last part names the tab. */
export function lostPageUri(target: string, part: number, file: string): string {
  return `${PAGE_SCHEME}:/what-is-lost?${target}&${part}&${encodeURIComponent(file)}`;
}

/** Reads the address of that page; undefined when it is none. Editors may have taken the escapes of the file's address away. */
export function lostPageAt(uri: string): LostPage | undefined {
  const [, target, part, file] = /^clausewise:\/*what-is-lost\?([\w.-]+)&(\d+)&(.+)$/.exec(uri) ?? [];
  if (target === undefined || part === undefined || file === undefined) return undefined;
  return { target, part: Number(part), file: /^[\w.+-]+%3A/i.test(file) ? decodeURIComponent(file) : file };
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
