import { fileName } from "../documents/named-file";
import type { Position } from "../documents/span";
import type { Reading } from "../formats/format";
import { kind as kindWithId, kinds } from "../kinds/kinds";
import type { Kind, KindId } from "../kinds/field";
import { countFilled } from "../workspace/evidence";
import type { IndexedDocument } from "../workspace/workspace-index";
import type { FeatureContext } from "./context";
import { fieldWithPath } from "../formats/field";
import { isLong, stretchOf, stretchRows, stretchStart } from "./evidence-rows";
import { fieldsAround, readingAt } from "./field-at";
import { childRows, sectionRows, stateOfCount } from "./field-rows";
import { plain } from "./markdown-text";
import { ProblemCounts } from "./problem-counts";
import { counted, rowId, rowParts } from "./row";
import type { Row } from "./row";
import { sectionsOf } from "./sections";

/** How a group of documents of one kind is called. */
const GROUPS: Readonly<Record<KindId, string>> = {
  "model-card": "Model cards",
  "impact-assessment": "Impact assessments",
  "security-risk": "Security risk files",
  "statement-of-applicability": "Statements of applicability",
  clausewise: "Workspace profile",
};

const ICONS: Readonly<Record<KindId, string>> = {
  "model-card": "note",
  "impact-assessment": "organization",
  "security-risk": "shield",
  "statement-of-applicability": "checklist",
  clausewise: "settings-gear",
};

const CANDIDATES = "candidates";
/** What the id of a row for a stretch of a long list of files begins with. */
const STRETCH = "files";

/** One reading of a file, as the tree counts them. */
interface Shown {
  readonly document: IndexedDocument;
  readonly reading: Reading;
}

/** The rows below a row of the Documents tree, or its top rows: kinds, files, sections, fields, items. Empty for an unknown row. */
export function documentRows(context: FeatureContext, parent?: string): Row[] {
  if (parent === undefined) return topRows(context);
  const [what = "", name = ""] = rowParts(parent, 2);
  if (what === "kind") return fileRows(context, name as KindId);
  if (what === STRETCH) {
    const [, kind = "", start = ""] = rowParts(parent, 3);
    return fileRows(context, kind as KindId, Number(start));
  }
  if (what === CANDIDATES) return candidates(context).map((document) => candidateRow(document));
  const [, uri = "", part = "", rest = ""] = rowParts(parent, 4);
  const shown = shownAt(context, uri, Number(part));
  if (!shown) return [];
  const source = { ...shown, counts: countsOf(context, shown) };
  if (what === "file") return sectionRows(source);
  if (what === "section") return childRows(source, { section: rest });
  if (what !== "field") return [];
  const field = fieldWithPath(shown.reading.root, rest);
  return field ? childRows(source, { field }) : [];
}

/** The rows from the top to the one for a place in a file; empty when the file is not in the tree. */
export function documentRowPath(context: FeatureContext, uri: string, position: Position): Row[] {
  const document = context.index.get(uri);
  if (!document) return [];
  const reading = readingAt(document, position) ?? document.readings.readings[0];
  if (!reading) return follow(context, [CANDIDATES, rowId("candidate", uri)]);
  const around = fieldsAround(reading, document.readings.document.lines.offsetAt(position));
  const part = reading.part.index;
  const section = sectionsOf(reading, document.folder.profile.strictness).find(({ slots }) => slots.some((slot) => slot.path === around[0]?.path));
  const fields = around.map((field) => rowId("field", uri, part, field.path));
  const kind = reading.kind.id;
  const at = filesOf(context, kind).findIndex((one) => one.document.uri === uri);
  return follow(context, [rowId("kind", kind), rowId(STRETCH, kind, stretchStart(at)), rowId("file", uri, part), ...(section ? [rowId("section", uri, part, section.title)] : []), ...fields]);
}

/** The rows with these ids, one below the other. An id that is no row is passed over: some objects stand for their section, short lists are not in stretches. */
function follow(context: FeatureContext, ids: readonly string[]): Row[] {
  const path: Row[] = [];
  let rows = documentRows(context);
  for (const id of ids) {
    const row = rows.find((one) => one.id === id);
    if (!row) continue;
    path.push(row);
    rows = row.expandable ? documentRows(context, row.id) : [];
  }
  return path;
}

function topRows(context: FeatureContext): Row[] {
  const shown = context.index.all().flatMap((document) => document.readings.readings.map((reading) => reading.kind.id));
  const groups = kinds.flatMap((kind) => groupRow(context, kind, shown.filter((id) => id === kind.id).length));
  const others = candidates(context);
  const profile = groups.filter((row) => row.id === rowId("kind", "clausewise"));
  return [...groups.filter((row) => !profile.includes(row)), ...(others.length > 0 ? [candidatesRow(context, others)] : []), ...profile];
}

/** A number of files that grows as long as the workspace is still being read. */
function countOf({ incomplete }: FeatureContext, count: number): string {
  return incomplete === true ? `${count} so far` : String(count);
}

function groupRow(context: FeatureContext, kind: Kind, count: number): Row[] {
  if (count === 0) return [];
  const label = GROUPS[kind.id];
  const description = kind.id === "clausewise" && count === 1 ? {} : { description: countOf(context, count) };
  const row = { id: rowId("kind", kind.id), label, ...description, state: "none", icon: ICONS[kind.id], tooltip: plain(kind.description) } as const;
  return [{ ...row, spoken: `${label}, ${counted(count, "document")}`, expandable: true, expanded: kind.id !== "clausewise", context: "kind" }];
}

/** The files of a kind; many of them in stretches, of which one begins at `start`. */
function fileRows(context: FeatureContext, kind: KindId, start?: number): Row[] {
  const files = filesOf(context, kind);
  if (start === undefined && isLong(files.length)) return stretchRows(rowId(STRETCH, kind), files.map(({ document }) => fileName(document.path)));
  const manyRoots = new Set(context.index.all().map(({ folder }) => folder)).size > 1;
  const seen = new Map<string, number>();
  for (const { document } of files) seen.set(fileName(document.path), (seen.get(fileName(document.path)) ?? 0) + 1);
  return stretchOf(files, start ?? 0).map((one) => fileRow(context, one, manyRoots, (seen.get(fileName(one.document.path)) ?? 0) > 1));
}

/** The parts of files that are of a kind, by name. */
function filesOf({ index }: FeatureContext, kind: KindId): Shown[] {
  const shown = index.all().flatMap((document) => document.readings.readings.filter((reading) => reading.kind.id === kind).map((reading) => ({ document, reading })));
  return shown.sort((a, b) => byName(a.document, b.document));
}

function fileRow(context: FeatureContext, shown: Shown, manyRoots: boolean, sameName: boolean): Row {
  const { document, reading } = shown;
  const { filled, expected } = countFilled(reading.root, document.folder.profile.strictness);
  const problems = countsOf(context, shown).total;
  const several = document.readings.document.parts.length > 1;
  const label = several ? `${fileName(document.path)}, part ${reading.part.index + 1}` : fileName(document.path);
  const folders = document.path.slice(0, -fileName(document.path).length - 1);
  const where = [...(manyRoots ? [document.folder.name] : []), ...(sameName && folders !== "" ? [folders] : [])].filter((one) => one !== "");
  const counts = [`${filled}/${expected}`, ...(problems > 0 ? [String(problems)] : [])];
  return {
    id: rowId("file", document.uri, reading.part.index),
    label,
    description: [...where, ...counts].join(" · "),
    state: stateOfCount(filled, expected),
    tooltip: `${plain(document.path)}\n\n${reading.kind.title}: ${filled} of ${expected} fields filled, ${counted(problems, "problem")}. ${reading.recognition.because}`,
    spoken: [label, reading.kind.title, ...where, `${filled} of ${expected} fields filled`, counted(problems, "problem")].join(", "),
    expandable: true,
    target: { uri: document.uri, range: document.readings.document.lines.rangeOf(reading.root.anchor) },
    context: "document",
  };
}

const NAMES = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** As the editor's own trees sort: by name, whatever its case, then by folder. */
function byName(a: IndexedDocument, b: IndexedDocument): number {
  return NAMES.compare(fileName(a.path), fileName(b.path)) || (a.path < b.path ? -1 : Number(a.path > b.path));
}

/** Files whose name promises a kind and whose content is something else. */
function candidates(context: FeatureContext): IndexedDocument[] {
  return context.index.all().filter((document) => document.readings.readings.length === 0 && candidateOf(document) !== undefined).sort(byName);
}

function candidateOf(document: IndexedDocument): KindId | undefined {
  return document.readings.recognitions.find((one) => one.candidate)?.candidate;
}

function candidatesRow(context: FeatureContext, documents: readonly IndexedDocument[]): Row {
  const row = { id: CANDIDATES, label: "Not recognised", description: countOf(context, documents.length), state: "none", icon: "question" } as const;
  return { ...row, spoken: `Not recognised, ${counted(documents.length, "file")}`, expandable: true, context: "candidates" };
}

function candidateRow(document: IndexedDocument): Row {
  const label = fileName(document.path);
  const title = kindWithId(candidateOf(document) ?? "model-card").title;
  const looks = `named like ${/^[AEIO]/i.test(title) ? "an" : "a"} ${title.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}: say which kind`;
  return {
    id: rowId("candidate", document.uri),
    label,
    description: looks,
    state: "none",
    icon: "file",
    tooltip: `${plain(document.path)}\n\n${document.readings.recognitions[0]?.because ?? ""}`,
    spoken: `${label}, ${looks}`,
    expandable: false,
    target: { uri: document.uri },
    context: "candidate",
  };
}

function shownAt(context: FeatureContext, uri: string, part: number): Shown | undefined {
  const document = context.index.get(uri);
  const reading = document?.readings.readings.find((one) => one.part.index === part);
  return document && reading && { document, reading };
}

function countsOf(context: FeatureContext, { document, reading }: Shown): ProblemCounts {
  const checked = context.index.check(document.uri).find((one) => one.reading.part.index === reading.part.index);
  return new ProblemCounts(reading.root, checked?.findings ?? []);
}
