import { v5 as uuid } from "uuid";
import { splitReference } from "../standards/reference";
import type { ClauseRef } from "../standards/clause";
import { organisationOf } from "./report-source";
import type { ReportSource } from "./report-source";

/** Version of OSCAL that the documents follow. Source: usnistgov/OSCAL, release 1.2.1 and its JSON schemas. */
const OSCAL_VERSION = "1.2.1";

/** Names what is ours in these documents; never looked up. */
export const NAMESPACE = "urn:clausewise:oscal";

/** Root of the name-based UUIDs (RFC 9562, version 5): the same workspace gives the same UUIDs. */
const UUID_ROOT = uuid(NAMESPACE, uuid.URL);

/** A property in our namespace. */
export interface Property {
  readonly name: string;
  readonly value: string;
  readonly ns: string;
}

/** A link to a place in the workspace or to a web page. */
export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly text?: string;
}

/** A stable identifier for the thing that these words name together. */
export function uuidOf(...words: readonly string[]): string {
  return uuid(words.join("\n"), UUID_ROOT);
}

/** The metadata that every OSCAL document begins with. */
export function metadata(source: ReportSource, title: string) {
  const organisation = organisationOf(source);
  const parties = organisation === undefined ? {} : { parties: [{ uuid: uuidOf("party", organisation), type: "organization", name: oneLine(organisation) }] };
  return {
    title,
    "last-modified": dateTime(source.today),
    version: source.commit ?? source.today,
    "oscal-version": OSCAL_VERSION,
    props: [property("tool", `Clausewise ${source.version}`)],
    ...parties,
    remarks: "Made from the governance documents of a workspace. Evidence to look at, not a statement of conformity.",
  };
}

/** A property in our namespace. Its value stays on one line, as the format wants it. */
export function property(name: string, value: string): Property {
  return { name, ns: NAMESPACE, value: oneLine(value) };
}

/** The id of a clause as a token, which may not begin with a digit: `iso42001-A.6.2.4`, `iso42001-6.1.2`. */
export function controlId(ref: ClauseRef): string {
  return splitReference(ref).join("-");
}

/** A date as the start of that day in Coordinated Universal Time. */
export function dateTime(date: string): string {
  return `${date}T00:00:00Z`;
}

/** Text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A list under its key, or nothing where it is empty: OSCAL has no empty lists. */
export function listOf<Key extends string, Item>(key: Key, items: readonly Item[]): Partial<Record<Key, readonly Item[]>> {
  return items.length > 0 ? ({ [key]: items } as Record<Key, readonly Item[]>) : {};
}

/** A relative link to a place in a file. */
export function placeLink(path: string, line: number, text?: string): Link {
  const href = `${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;
  return text === undefined ? { href, rel: "evidence" } : { href, rel: "evidence", text: oneLine(text) };
}
