import { fileName } from "../documents/named-file";
import type { Evidence } from "../workspace/evidence";
import type { FeatureContext } from "./context";
import { evidencePlace } from "./evidence-place";
import { plain } from "./markdown-text";
import { counted, rowId } from "./row";
import type { Row } from "./row";

/** Rows that a person still looks through; more of them are put into stretches of this length, which are made when they are opened. */
const STRETCH = 200;

type Group = readonly [Evidence, ...Evidence[]];

/** Rows for evidence of one clause: one per field, with a row above the fields of a list, and above many rows one per stretch of files. */
export function evidenceRows(context: FeatureContext, evidence: readonly Evidence[]): Row[] {
  const groups = groupsOf(evidence);
  const [first] = groups;
  if (!first || groups.length <= STRETCH) return groups.map((group) => groupRow(context, group));
  return stretchRows(rowId("stretch", first[0].clause), groups.map(([one]) => nameOf(context, one)));
}

/** The rows of a stretch, or those below the row of a list's field. */
export function evidenceStretch(context: FeatureContext, evidence: readonly Evidence[], start: number): Row[] {
  return groupsOf(evidence).slice(start, start + STRETCH).map((group) => groupRow(context, group));
}

/** The rows below the row of a list's field. */
export function evidenceOfGroup(context: FeatureContext, evidence: readonly Evidence[], key: string): Row[] {
  const group = groupsOf(evidence).find(([one]) => groupKey(one) === key);
  return (group ?? []).map((one) => evidenceRow(context, one));
}

/** The ids of the rows that lead to a piece of evidence below its clause's row. */
export function evidencePath(evidence: readonly Evidence[], matches: (one: Evidence) => boolean): string[] {
  const groups = groupsOf(evidence);
  const at = groups.findIndex((group) => group.some(matches));
  const group = groups[at];
  const found = group?.find(matches);
  if (!group || !found) return [];
  return [
    ...(groups.length > STRETCH ? [rowId("stretch", found.clause, stretchStart(at))] : []),
    ...(group.length > 1 ? [rowId("several", found.clause, groupKey(group[0]))] : []),
    evidenceId(found),
  ];
}

/** Rows for stretches of a long list, named by their first and last: `a.yaml … k.yaml`. Their ids end with the place of the first. */
export function stretchRows(id: string, names: readonly string[]): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < names.length; start += STRETCH) {
    const own = names.slice(start, start + STRETCH);
    const [first = "", last = ""] = [own[0], own.at(-1)];
    const label = first === last ? first : `${first} … ${last}`;
    rows.push({ id: rowId(id, start), label, description: String(own.length), state: "none", icon: "files", spoken: `${label}, ${own.length} rows`, expandable: true, context: "stretch" });
  }
  return rows;
}

/** True for lists that are shown in stretches. */
export function isLong(count: number): boolean {
  return count > STRETCH;
}

/** Where the stretch begins that holds a place of a long list. */
export function stretchStart(at: number): number {
  return Math.floor(at / STRETCH) * STRETCH;
}

/** The part of a long list that begins at a place. */
export function stretchOf<Item>(items: readonly Item[], start: number): readonly Item[] {
  return items.slice(start, start + STRETCH);
}

/** `3 fields · 1 gap`. */
export function countText(evidence: readonly Evidence[], one = "field"): string {
  const gaps = evidence.filter(({ state }) => state !== "filled").length;
  return gaps > 0 ? `${counted(evidence.length, one)} · ${counted(gaps, "gap")}` : counted(evidence.length, one);
}

/** Evidence by field and part of a file, so that a register of 300 risks is one row and not 300. */
function groupsOf(evidence: readonly Evidence[]): Group[] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const one of evidence) {
    const key = groupKey(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function groupKey({ uri, reading, definition }: Evidence): string {
  return rowId(uri, reading.part.index, definition.path);
}

function nameOf({ index }: FeatureContext, { uri }: Evidence): string {
  return fileName(index.get(uri)?.path ?? uri);
}

function groupRow(context: FeatureContext, group: Group): Row {
  return group.length > 1 ? severalRow(context, group) : evidenceRow(context, group[0]);
}

function severalRow(context: FeatureContext, group: Group): Row {
  const [first] = group;
  const { name, line, target } = evidencePlace(context, first);
  const label = first.definition.title;
  const description = `${name}:${line} · ${countText(group, "place")}`;
  const filled = group.filter((one) => one.state === "filled").length;
  const state = filled === group.length ? "filled" : filled > 0 ? "partly" : "missing";
  return { id: rowId("several", first.clause, groupKey(first)), label, description, state, spoken: `${label}, ${description}`, expandable: true, target, context: "evidence" };
}

function evidenceRow(context: FeatureContext, evidence: Evidence): Row {
  const { label, name, line, target } = evidencePlace(context, evidence);
  const description = [`${name}:${line}`, ...(evidence.state === "filled" ? [] : [evidence.state])].join(" · ");
  return {
    id: evidenceId(evidence),
    label,
    description,
    state: evidence.state === "empty" ? "missing" : evidence.state,
    tooltip: plain(evidence.definition.description),
    spoken: `${label}, ${evidence.state}, ${name} line ${line}`,
    expandable: false,
    target,
    context: "evidence",
  };
}

function evidenceId({ clause, uri, reading, path }: Evidence): string {
  return rowId("evidence", clause, uri, reading.part.index, path);
}
