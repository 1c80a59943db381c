import { isLeaf, itemTitle } from "../formats/field";
import type { Field, FieldState } from "../formats/field";
import type { Reading } from "../formats/format";
import { displayReference } from "../standards/reference";
import { countFilled } from "../workspace/evidence";
import type { Filled } from "../workspace/evidence";
import type { IndexedDocument } from "../workspace/workspace-index";
import { clauseIds } from "./clause-ids";
import { clausesInUse } from "./context";
import { plain } from "./markdown-text";
import type { ProblemCounts } from "./problem-counts";
import { counted, rowId } from "./row";
import type { Row, RowState, Target } from "./row";
import { sectionsOf, slotsOf, soleObject } from "./sections";
import type { Section, Slot } from "./sections";

/** A reading with its document and the problems in it. */
export interface RowSource {
  readonly document: IndexedDocument;
  readonly reading: Reading;
  readonly counts: ProblemCounts;
}

/** The sections of a file; fields of no section stand among them. */
export function sectionRows(source: RowSource): Row[] {
  const sections = sectionsOf(source.reading, strictnessOf(source)).flatMap((section) => {
    return section.title === "" ? section.slots.map((slot) => slotRow(source, slot, source.reading.root)) : [sectionRow(source, section)];
  });
  return [...sections, ...notMappedRow(source)];
}

/** Stands for the section of headings that mean no field; no section of a schema has this name. */
const NOT_MAPPED = "not mapped";

/** The row for what was not understood in a foreign format. */
function notMappedRow({ document, reading }: RowSource): Row[] {
  const { unmapped } = reading;
  const [first] = unmapped;
  if (!first) return [];
  const id = rowId("section", document.uri, reading.part.index, NOT_MAPPED);
  const range = reading.document.lines.rangeOf(first.name.span);
  const tooltip = "Headings, keys and columns that mean no field as far as Clausewise knows. Put the cursor on one and choose what it means.";
  return [{ id, label: "Not mapped", description: String(unmapped.length), state: "none", icon: "question", tooltip, spoken: `Not mapped, ${counted(unmapped.length, "heading")}`, expandable: true, target: { uri: document.uri, range }, context: "section" }];
}

function unmappedRows({ document, reading }: RowSource): Row[] {
  return reading.unmapped.map(({ name }, index) => {
    const id = rowId("unmapped", document.uri, reading.part.index, `${index} ${name.text}`);
    const target = { uri: document.uri, range: reading.document.lines.rangeOf(name.span) };
    return { id, label: name.text, state: "none", icon: "symbol-string", spoken: `${name.text}, not mapped`, expandable: false, target, context: "unmapped" };
  });
}

/** The rows below a section or a field. */
export function childRows(source: RowSource, parent: { readonly section: string } | { readonly field: Field }): Row[] {
  if ("field" in parent) return slotsOf(parent.field, strictnessOf(source)).map((slot) => slotRow(source, slot, parent.field));
  if (parent.section === NOT_MAPPED) return unmappedRows(source);
  const section = sectionsOf(source.reading, strictnessOf(source)).find((one) => one.title === parent.section);
  if (!section) return [];
  const sole = soleObject(source.reading, section);
  if (sole) return slotsOf(sole, strictnessOf(source)).map((slot) => slotRow(source, slot, sole));
  return section.slots.map((slot) => slotRow(source, slot, source.reading.root));
}

/** Full, in part, or not at all. */
export function stateOfCount(filled: number, expected: number): RowState {
  if (filled === expected) return "filled";
  return filled === 0 ? "missing" : "partly";
}

function sectionRow(source: RowSource, section: Section): Row {
  const strictness = strictnessOf(source);
  const counts = section.slots.map((slot) => countOf(slot, strictness));
  const filled = counts.reduce((sum, one) => sum + one.filled, 0);
  const expected = counts.reduce((sum, one) => sum + one.expected, 0);
  const problems = section.slots.reduce((sum, slot) => sum + source.counts.in(slot.path), 0);
  const first = section.slots.find((slot) => slot.field)?.field ?? source.reading.root;
  return {
    id: rowId("section", source.document.uri, source.reading.part.index, section.title),
    label: section.title,
    description: countText(filled, expected, problems),
    state: stateOfCount(filled, expected),
    spoken: `${section.title}, ${filled} of ${expected} fields filled, ${counted(problems, "problem")}`,
    expandable: true,
    target: targetOf(source, first),
    context: "section",
  };
}

/** A field that is there or missing; `owner` is what it is missing in. */
function slotRow(source: RowSource, slot: Slot, owner: Field): Row {
  const { definition, path, field } = slot;
  const label = field?.index === undefined ? definition.title : itemTitle(field);
  const inner = field !== undefined && !isLeaf(field) && field.children.length > 0;
  const problems = source.counts.in(path);
  const row = inner ? groupText(source, field, problems) : leafText(source, slot, problems);
  return {
    id: rowId("field", source.document.uri, source.reading.part.index, path),
    label,
    ...(row.description === "" ? {} : { description: row.description }),
    state: row.state,
    tooltip: tooltipOf(source, slot),
    spoken: `${label}, ${row.spoken}`,
    expandable: inner,
    target: targetOf(source, field ?? owner),
    context: "field",
  };
}

interface RowText {
  readonly description: string;
  readonly state: RowState;
  readonly spoken: string;
}

function groupText(source: RowSource, field: Field, problems: number): RowText {
  const { filled, expected } = countFilled(field, strictnessOf(source));
  const spoken = `${filled} of ${expected} fields filled, ${counted(problems, "problem")}`;
  return { description: countText(filled, expected, problems), state: stateOfCount(filled, expected), spoken };
}

const STATES: Readonly<Record<FieldState, RowState>> = { filled: "filled", placeholder: "placeholder", empty: "missing", missing: "missing" };

function leafText(source: RowSource, { definition, field }: Slot, problems: number): RowText {
  const state = field?.state ?? "missing";
  const clauses = clausesInUse(definition.clauses, source.document);
  const description = [...clauseIds(definition, source.document), ...(state === "filled" ? [] : [state]), ...(state === "filled" && problems > 0 ? [counted(problems, "problem")] : [])].join(" · ");
  const spoken = [state, ...(problems > 0 ? [counted(problems, "problem")] : []), ...clauses.map(displayReference)].join(", ");
  return { description, state: STATES[state], spoken };
}

function countText(filled: number, expected: number, problems: number): string {
  return problems > 0 ? `${filled}/${expected} · ${problems}` : `${filled}/${expected}`;
}

function countOf({ field }: Slot, strictness: Parameters<typeof countFilled>[1]): Filled {
  if (!field) return { filled: 0, expected: 1 };
  return isLeaf(field) ? { filled: field.state === "filled" ? 1 : 0, expected: 1 } : countFilled(field, strictness);
}

function tooltipOf(source: RowSource, { definition, path }: Slot): string {
  const clauses = clausesInUse(definition.clauses, source.document).map(displayReference);
  const lines = [`**${plain(definition.title)}**`, plain(definition.description), clauses.join(" · "), ...source.counts.about(path).map(plain)];
  return lines.filter((line) => line !== "").join("\n\n");
}

function targetOf({ document, reading }: RowSource, field: Field): Target {
  return { uri: document.uri, range: reading.document.lines.rangeOf(field.anchor) };
}

function strictnessOf({ document }: RowSource) {
  return document.folder.profile.strictness;
}
