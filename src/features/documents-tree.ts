import type { Position } from "../documents/span";
import { isLeaf, itemTitle, missingIn } from "../formats/field";
import type { Field, FieldState } from "../formats/field";
import type { Reading } from "../formats/format";
import type { FieldDefinition, StrictnessProfile } from "../kinds/field";
import { kind as kindWithId, kinds } from "../kinds/kinds";
import type { Finding } from "../rules/rule";
import type { ClauseRef } from "../standards/clause";
import { splitReference } from "../standards/reference";
import { countFilled } from "../workspace/evidence";
import type { IndexedDocument } from "../workspace/workspace-index";
import { clausesInUse } from "./context";
import type { FeatureContext } from "./context";
import { fieldWithPath, fileName } from "./evidence-place";
import { fieldsAround, readingAt } from "./field-at";
import { counted, rowId, rowParts } from "./row";
import type { Row, RowState } from "./row";

/** Plural names of the kinds, as headings of the tree. */
const HEADINGS = {
  "model-card": "Model cards",
  "impact-assessment": "Impact assessments",
  "security-risk": "Security risk files",
  "statement-of-applicability": "Statements of applicability",
  clausewise: "Workspace profile",
} as const;

/** The rows below `parent`, or the kinds that the workspace has documents of. */
export function documentRows(context: FeatureContext, parent: string | undefined): Row[] {
  if (parent === undefined) return topRows(context);
  const [type] = parent.split("|");
  if (type === "kind") return fileRows(context, rowParts(parent, 2)[1] ?? "");
  if (type === "candidates") return candidateRows(context);
  if (type === "file") {
    const [, part, uri] = rowParts(parent, 3);
    const opened = openReading(context, uri ?? "", Number(part));
    return opened ? sectionRows(opened) : [];
  }
  const [, part, path, uri] = rowParts(parent, 4);
  const opened = openReading(context, uri ?? "", Number(part));
  if (!opened || path === undefined) return [];
  return type === "section" ? rowsOfSection(opened, path) : rowsBelow(opened, fieldWithPath(opened.reading.root, path));
}

/** The row for a place with its ancestors from the top; empty when the place belongs to no row. */
export function documentRowPath(context: FeatureContext, uri: string, position: Position): Row[] {
  const document = context.index.get(uri);
  const reading = document && readingAt(document, position);
  if (!document || !reading) return [];
  const part = document.readings.readings.indexOf(reading);
  const offset = document.readings.document.lines.offsetAt(position);
  const wanted = new Set(fieldsAround(reading, offset).map((field) => rowId("field", part, field.path, uri)));
  const sections = new Set(fieldsAround(reading, offset).slice(0, 1).map((field) => rowId("section", part, field.definition.section ?? "", uri)));
  const trail: Row[] = [];
  const steps = [(row: Row) => row.id === rowId("kind", reading.kind.id), (row: Row) => row.id === rowId("file", part, uri)];
  for (let parent: string | undefined, depth = 0; ; depth++) {
    const isStep: (row: Row) => boolean = steps[depth] ?? ((row) => wanted.has(row.id) || sections.has(row.id));
    const next: Row | undefined = documentRows(context, parent).find(isStep);
    if (!next) return trail;
    trail.push(next);
    if (!next.expandable) return trail;
    parent = next.id;
  }
}

/** A reading with what its rows need to know. */
interface Opened {
  readonly context: FeatureContext;
  readonly document: IndexedDocument;
  readonly reading: Reading;
  readonly part: number;
  readonly strictness: StrictnessProfile;
  readonly findings: readonly Finding[];
}

function openReading(context: FeatureContext, uri: string, part: number): Opened | undefined {
  const document = context.index.get(uri);
  const reading = document?.readings.readings[part];
  if (!document || !reading) return undefined;
  const findings = context.index.check(uri)[part]?.findings ?? [];
  // The workspace profile is a set of settings: of those nothing is expected.
  const strictness = reading.kind.id === "clausewise" ? "starter" : document.folder.profile.strictness;
  return { context, document, reading, part, strictness, findings };
}

function topRows(context: FeatureContext): Row[] {
  const rows = kinds.flatMap((kind): Row[] => {
    const files = readingsOf(context, kind.id);
    if (files.length === 0) return [];
    const label = HEADINGS[kind.id];
    return [{ id: rowId("kind", kind.id), label, description: String(files.length), state: "none", spoken: `${label}, ${counted(files.length, "document")}`, expandable: true, expanded: true, context: "kind" }];
  });
  const candidates = candidatesOf(context);
  if (candidates.length === 0) return rows;
  const description = String(candidates.length);
  return [...rows, { id: "candidates", label: "Not recognised", description, state: "none", spoken: `Not recognised, ${counted(candidates.length, "file")}`, expandable: true, context: "candidates" }];
}

function readingsOf(context: FeatureContext, kindId: string): Opened[] {
  return context.index.all().flatMap((document) =>
    document.readings.readings.flatMap((reading, part) => (reading.kind.id === kindId ? (openReading(context, document.uri, part) ?? []) : [])),
  );
}

function candidatesOf(context: FeatureContext): IndexedDocument[] {
  return context.index.all().filter(({ readings, folder, path }) => readings.readings.length === 0 && readings.recognitions.some((one) => one.candidate) && !folder.paths.leavesOut(path));
}

function candidateRows(context: FeatureContext): Row[] {
  return candidatesOf(context).map(({ uri, path, readings }) => {
    const candidate = readings.recognitions.find((one) => one.candidate)?.candidate;
    const description = candidate ? `looks like a ${kindWithId(candidate).title.toLowerCase()}: say which kind` : "";
    const target = { uri };
    return { id: rowId("candidate", uri), label: path, description, state: "none", icon: "question", spoken: `${path}, ${description}`, expandable: false, target, context: "candidate" };
  });
}

function fileRows(context: FeatureContext, kindId: string): Row[] {
  const several = new Set(context.index.all().map((document) => document.folder.uri)).size > 1;
  return readingsOf(context, kindId).map((opened) => {
    const { document, reading, part, strictness, findings } = opened;
    const counts = countFilled(reading.root, strictness);
    const name = document.readings.readings.length > 1 ? `${fileName(document.path)} (${part + 1})` : fileName(document.path);
    const folder = [several ? document.folder.name : "", document.path.includes("/") ? document.path.slice(0, document.path.lastIndexOf("/")) : ""].filter(Boolean).join("/");
    const filled = kindId === "clausewise" ? "" : `${counts.filled}/${counts.expected}`;
    const problems = findings.length > 0 ? counted(findings.length, "problem") : "";
    return {
      id: rowId("file", part, document.uri),
      label: name,
      description: [filled, findings.length > 0 ? String(findings.length) : "", folder].filter(Boolean).join(" · "),
      state: stateOfCounts(counts.filled, counts.expected),
      tooltip: `${document.path}${problems === "" ? "" : `: ${problems}`}`.replace(/[\\`*_[\]<>]/g, "\\$&"),
      spoken: [name, reading.kind.title, filled === "" ? "" : `${counts.filled} of ${counts.expected} fields filled`, problems, folder].filter(Boolean).join(", "),
      expandable: true,
      target: targetOf(opened, reading.root),
      context: "document",
    };
  });
}

function stateOfCounts(filled: number, expected: number): RowState {
  if (filled === 0) return "missing";
  return filled >= expected ? "filled" : "partly";
}

/** Sections in the order of the schema, those with nothing to show left out. */
function sectionRows(opened: Opened): Row[] {
  const { reading, part, document } = opened;
  const sections = [...new Set([...reading.kind.root.fields.values()].flatMap((field) => field.section ?? []))];
  return sections.flatMap((section): Row[] => {
    const rows = rowsOfSection(opened, section);
    if (rows.length === 0) return [];
    const present = reading.root.children.filter((field) => field.definition.section === section);
    const missing = missingIn(reading.root, opened.strictness).filter((field) => field.section === section);
    const counts = present.map((field) => countOf(field, opened.strictness));
    const filled = counts.reduce((sum, one) => sum + one.filled, 0);
    const expected = counts.reduce((sum, one) => sum + one.expected, 0) + missing.length;
    const problems = opened.findings.filter((finding) => inSection(finding, [...present.map((field) => field.path), ...missing.map((field) => field.path)])).length;
    const target = present[0] ? targetOf(opened, present[0]) : targetOf(opened, reading.root);
    return [
      {
        id: rowId("section", part, section, document.uri),
        label: section,
        description: [`${filled}/${expected}`, problems > 0 ? String(problems) : ""].filter(Boolean).join(" · "),
        state: stateOfCounts(filled, expected),
        spoken: [section, `${filled} of ${expected} fields filled`, problems > 0 ? counted(problems, "problem") : ""].filter(Boolean).join(", "),
        expandable: true,
        target,
        context: "section",
      },
    ];
  });
}

function inSection(finding: Finding, paths: readonly string[]): boolean {
  return paths.some((path) => finding.field === path || finding.field?.startsWith(`${path}.`) || finding.field?.startsWith(`${path}[`));
}

function countOf(field: Field, strictness: StrictnessProfile): { filled: number; expected: number } {
  if (isLeaf(field)) return { filled: field.state === "filled" ? 1 : 0, expected: 1 };
  if (field.children.length === 0) return { filled: 0, expected: 1 };
  return countFilled(field, strictness);
}

/** The fields of a section. An object or list that is alone in its section shows what is inside it at once. */
function rowsOfSection(opened: Opened, section: string): Row[] {
  const { reading, strictness } = opened;
  const present = reading.root.children.filter((field) => field.definition.section === section);
  const missing = missingIn(reading.root, strictness).filter((field) => field.section === section);
  const [only] = present;
  if (only && present.length === 1 && missing.length === 0 && !isLeaf(only) && only.children.length > 0) return rowsBelow(opened, only);
  return inOrder(reading.kind.root, present.map((field) => fieldRow(opened, field)), missing.map((field) => missingRow(opened, reading.root, field)));
}

function rowsBelow(opened: Opened, field: Field | undefined): Row[] {
  if (!field) return [];
  const present = field.children.map((child) => fieldRow(opened, child));
  const missing = missingIn(field, opened.strictness).map((definition) => missingRow(opened, field, definition));
  return field.definition.shape === "objects" && field.index === undefined ? present : inOrder(field.definition, present, missing);
}

/** Present and missing fields together, as the schema orders them. */
function inOrder(owner: FieldDefinition, present: readonly Row[], missing: readonly Row[]): Row[] {
  const order = [...owner.fields.values()].map((field) => field.title);
  return [...present, ...missing].sort((a, b) => order.indexOf(a.label) - order.indexOf(b.label));
}

const WORDS: Readonly<Record<FieldState, string>> = { filled: "", placeholder: "placeholder", empty: "empty", missing: "missing" };

function fieldRow(opened: Opened, field: Field): Row {
  const { part, document, findings, strictness } = opened;
  const title = field.index === undefined ? field.definition.title : itemTitle(field);
  const inner = !isLeaf(field) && field.children.length > 0;
  const counts = countOf(field, strictness);
  const problems = findings.filter((finding) => inSection(finding, [field.path])).length;
  const clauses = field.index === undefined ? clauseIds(clausesInUse(field.definition.clauses, document)) : "";
  const amount = inner ? `${counts.filled}/${counts.expected}` : WORDS[field.state];
  return {
    id: rowId("field", part, field.path, document.uri),
    label: title,
    description: [inner ? amount : clauses, inner ? "" : amount, problems > 0 ? String(problems) : ""].filter(Boolean).join(" · "),
    state: inner ? stateOfCounts(counts.filled, counts.expected) : leafState(field.state),
    tooltip: tooltipOf(opened.context, field.definition, document),
    spoken: [title, inner ? `${counts.filled} of ${counts.expected} fields filled` : field.state, problems > 0 ? counted(problems, "problem") : "", clauses].filter(Boolean).join(", "),
    expandable: inner,
    target: targetOf(opened, field),
    context: "field",
  };
}

function leafState(state: FieldState): RowState {
  return state === "empty" ? "missing" : state;
}

function missingRow(opened: Opened, owner: Field, definition: FieldDefinition): Row {
  const { part, document } = opened;
  const path = owner.path === "" ? definition.name : `${owner.path}.${definition.name}`;
  const clauses = clauseIds(clausesInUse(definition.clauses, document));
  return {
    id: rowId("field", part, path, document.uri),
    label: definition.title,
    description: `${clauses} · missing`,
    state: "missing",
    tooltip: tooltipOf(opened.context, definition, document),
    spoken: `${definition.title}, missing, ${clauses}`,
    expandable: false,
    target: targetOf(opened, owner),
    context: "field",
  };
}

/** `A.9.4 · A.8.2`; clauses of ISO/IEC 27001 carry its number, since many ids stand in both standards. */
function clauseIds(clauses: readonly ClauseRef[]): string {
  return clauses
    .map((ref) => {
      const [standard, id] = splitReference(ref);
      return standard === "iso27001" ? `27001 ${id}` : id;
    })
    .join(" · ");
}

function tooltipOf(context: FeatureContext, { description, clauses }: FieldDefinition, document: IndexedDocument): string {
  const lines = clausesInUse(clauses, document).map((ref) => {
    const clause = context.catalogue.clause(ref);
    return clause ? `- ${context.catalogue.standard(clause.standard).designation} ${clause.id} ${clause.title}` : `- ${ref}`;
  });
  return `${description}\n\n${lines.join("\n")}`;
}

function targetOf({ reading, document }: Opened, field: Field) {
  return { uri: document.uri, range: reading.document.lines.rangeOf(field.anchor) };
}
