import { layoutOf } from "../../documents/layout";
import { newValue, plainText } from "../../documents/new-value";
import { child, textOf } from "../../formats/field";
import type { Field } from "../../formats/field";
import { replaceWith } from "../../rules/edits";
import { insertEntries } from "../../rules/insertion";
import type { Insertion, MapPlace } from "../../rules/insertion";
import { insertItems } from "../../rules/item-insertion";
import type { TextEdit } from "../../rules/rule";
import type { StandardId } from "../../standards/clause";
import { controlEntries } from "../../workspace/applicability";
import type { ControlEntry } from "../../workspace/applicability";
import { proposeStatement } from "../../workspace/statement";
import type { ProposedEntry } from "../../workspace/statement";
import type { ReportSource } from "../report-source";
import { ENTRY_FIELDS, entryValue, fieldValue, OPEN } from "./entry-value";

/** How a statement is brought up to date: edits that keep every word a person wrote, and what they change in words. */
export interface StatementUpdate {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
  /** One sentence per change, and per thing that people have to look at. */
  readonly changes: readonly string[];
}

/** Evidence that the tool wrote itself: a file of the workspace and a line. */
const LINE_PLACE = /^(.+)#L\d+$/;

/** Brings one statement of applicability up to date; undefined for a file that holds none. */
export function updateStatement(source: ReportSource, uri: string): StatementUpdate | undefined {
  const reading = source.index.get(uri)?.readings.readings.find((one) => one.kind.id === "statement-of-applicability");
  const standard = reading && (textOf(reading.root, "standard") as StandardId | undefined);
  if (!reading || !standard || !source.catalogue.standards.some((one) => one.id === standard)) return undefined;
  const written = controlEntries(uri, reading, source.catalogue);
  const edits: TextEdit[] = [];
  const changes: string[] = [];
  const missing: ProposedEntry[] = [];
  for (const proposal of proposeStatement(source.index, source.catalogue, standard)) {
    const own = written.find((one) => one.clause === proposal.control.ref);
    if (own) updateEntry(own, proposal, edits, changes);
    else missing.push(proposal);
  }
  const list = child(reading.root, "entries");
  if (list && missing.length > 0) edits.push(...appended({ document: reading.document, part: reading.part, node: list.node, key: list.anchor }, missing, changes));
  return { uri, edits, changes };
}

function updateEntry(entry: ControlEntry, proposal: ProposedEntry, edits: TextEdit[], changes: string[]): void {
  const { reading, field } = entry;
  const { document, part } = reading;
  const name = proposal.control.id;
  if (entry.applicable === false) {
    if (proposal.applicable) changes.push(`${name} is ruled out, but ${proposal.risks.length > 0 ? `${proposal.risks.join(", ")} ${proposal.risks.length === 1 ? "is" : "are"} treated by it` : "documents show it"}: look at this.`);
    return;
  }
  const place: MapPlace = { document, part, node: field.node, key: undefined };
  const absent = ENTRY_FIELDS.filter((key) => child(field, key) === undefined && fieldValue(proposal, key) !== undefined);
  const added = absent.length === 0 ? [] : insertEntries(place, absent.map((key) => ({ key, value: newValue(fieldValue(proposal, key)) })), ENTRY_FIELDS);
  if (added && added.length > 0) {
    edits.push(...written(added, place));
    changes.push(`${name}: ${absent.join(", ")} added`);
  }
  for (const key of ["applicable", "justification", "status", "owner"]) answerOpen(field, key, proposal, edits, changes, place);
  for (const key of ["risks", "evidence"] as const) extend(field, key, proposal, edits, changes, place);
}

/** Puts a proposal where a stand-in is. What a person wrote stays. */
function answerOpen(owner: Field, key: string, proposal: ProposedEntry, edits: TextEdit[], changes: string[], { document, part }: MapPlace): void {
  const own = child(owner, key);
  const value = fieldValue(proposal, key);
  if (own?.state !== "placeholder" || own.node === undefined || value === undefined || value === OPEN) return;
  const edit = replaceWith(own.node, plainText([{ type: "scalar", value: value as string | boolean }], part.notation, layoutOf(document, part).quote), document);
  if (!edit) return;
  edits.push(edit);
  changes.push(`${proposal.control.id}: ${key} proposed`);
}

/** Adds what a list does not name yet, and moves the lines that the tool wrote itself. */
function extend(owner: Field, key: "risks" | "evidence", proposal: ProposedEntry, edits: TextEdit[], changes: string[], place: MapPlace): void {
  const own = child(owner, key);
  if (!own?.node || own.node.type !== "list") return;
  const wanted = proposal[key];
  const there = own.items.map((item) => String(item.value));
  const fresh = wanted.filter((one) => !there.includes(one));
  const stale = key === "evidence" ? own.items.filter((item) => LINE_PLACE.test(String(item.value)) && !wanted.includes(String(item.value))) : [];
  const { document, part } = place;
  let moved = 0;
  for (const item of stale) {
    const file = LINE_PLACE.exec(String(item.value))?.[1];
    const at = fresh.findIndex((one) => LINE_PLACE.exec(one)?.[1] === file);
    const node = own.node.items.find((one) => one.span.start === item.span.start);
    const edit = at < 0 || !node ? undefined : replaceWith(node, plainText([{ type: "scalar", value: fresh[at] ?? "" }], part.notation, layoutOf(document, part).quote), document);
    if (!edit) continue;
    edits.push(edit);
    fresh.splice(at, 1);
    moved++;
  }
  if (moved > 0) changes.push(`${proposal.control.id}: ${moved} of its lines of evidence moved`);
  const added = fresh.length === 0 ? undefined : insertItems({ document, part, node: own.node, key: own.anchor }, fresh.map(newValue));
  if (!added) return;
  edits.push(...written(added, place));
  changes.push(`${proposal.control.id}: ${key} ${fresh.join(", ")} added`);
}

/** Entries for the controls that the statement does not name, behind its last one. */
function appended(place: MapPlace, missing: readonly ProposedEntry[], changes: string[]): TextEdit[] {
  const added = insertItems(place, missing.map(entryValue));
  if (!added) {
    changes.push(`${missing.length} controls are missing, and the list is written so that they cannot be added: ${missing.map(({ control }) => control.id).join(", ")}`);
    return [];
  }
  changes.push(`${missing.length === 1 ? "1 entry" : `${missing.length} entries`} added: ${missing.map(({ control }) => control.id).join(", ")}`);
  return written(added, place);
}

function written(insertions: readonly Insertion[], { document, part }: MapPlace): TextEdit[] {
  const { quote } = layoutOf(document, part);
  return insertions.map(({ span, text }) => ({ span, text: plainText(text, part.notation, quote) }));
}

/** The text with the edits in it. Edits at the same place keep their order. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index })).sort((a, b) => b.edit.span.start - a.edit.span.start || b.index - a.index);
  return sorted.reduce((so, { edit: { span, text: put } }) => so.slice(0, span.start) + put + so.slice(span.end), text);
}

/** The statements of the workspace about a standard. */
export function statementsAbout({ index }: ReportSource, standard: StandardId): string[] {
  return index.all().filter(({ readings }) => readings.readings.some((one) => one.kind.id === "statement-of-applicability" && textOf(one.root, "standard") === standard)).map(({ uri }) => uri);
}
