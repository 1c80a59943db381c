import type { Span } from "../../documents/span";
import { slugOf } from "../../documents/slug";
import hub from "../hub.json";
import { BODY_KEYS, BODY_SECTIONS } from "../hub-card";
import { bullets, inLine, paragraphs, table } from "./markdown-text";
import { statedAt } from "./stated";
import type { Stated } from "./stated";
import { textsAt } from "./units";

const OWNER_AND_NAME = /^[\w][\w.-]*\/[\w.-]+$/;

/** The keys of the front matter that the Hub knows, as far as it takes what the card says. */
export function hubFrontMatter(stated: Stated): Stated {
  const single = (path: string, takes: (text: string) => boolean) => textsAt(stated, path).map(String).find(takes);
  const license = single("design.license", (text) => hub.licenses.includes(text.toLowerCase()) && !/^(?:other|unknown)$/i.test(text))?.toLowerCase();
  const library = single("design.libraries", (text) => hub.libraries.includes(text));
  const task = single("intended_use.task", (text) => hub.pipelines.includes(text));
  const base = single("design.base_model", (text) => OWNER_AND_NAME.test(text));
  const datasets = textsAt(stated, "training_data.datasets.source").map(String).filter((text) => OWNER_AND_NAME.test(text));
  const results = resultsIn(stated, task);
  return {
    ...(license === undefined ? {} : { license }),
    ...(library === undefined ? {} : { library_name: library }),
    ...(task === undefined ? {} : { pipeline_tag: task }),
    ...(base === undefined ? {} : { base_model: base }),
    ...(datasets.length === 0 ? {} : { datasets }),
    ...(results.length === 0 ? {} : { "model-index": [{ name: statedAt(stated, "name") ?? "model", results }] }),
  };
}

/** Results whose task and data set are known: the Hub reads no others. */
function resultsIn(stated: Stated, task: string | undefined): Stated[] {
  if (task === undefined) return [];
  return metricsIn(stated).flatMap(({ name, value, dataset, slice, evidence }) => {
    if (typeof name !== "string" || typeof value !== "number" || typeof dataset !== "string") return [];
    const source = typeof evidence === "string" && /^https?:\/\/\S+$/.test(evidence) ? { source: { name: "Evaluation", url: evidence } } : {};
    const data = { type: slugOf(dataset) || "dataset", name: dataset, ...(slice === undefined ? {} : { split: slice }) };
    return [{ task: { type: task }, dataset: data, metrics: [{ type: slugOf(name) || "metric", name, value }], ...source }];
  });
}

function metricsIn(stated: Stated): readonly Stated[] {
  const metrics = statedAt(stated, "evaluation.metrics");
  return Array.isArray(metrics) ? (metrics as Stated[]) : [];
}

/** The text below the front matter, and where in it each unit stands. */
export interface HubBody {
  readonly text: string;
  readonly places: readonly { readonly unit: string; readonly span: Span }[];
}

/** A single value longer than this gets a section in place of a key. */
const SHORT = 120;

/** Writes these units as sections of the template, below the card's own text where it has one. */
export function hubBody(stated: Stated, units: ReadonlySet<string>, own: string | undefined, front: Stated): HubBody {
  const pieces: { text: string; unit?: string }[] = [{ text: own ?? `# ${inLine(statedAt(stated, "name") ?? "Model card")}` }];
  const written = new Set<string>(["name", ...(front["license"] === undefined ? [] : ["design.license"]), ...(front["base_model"] === undefined ? [] : ["design.base_model"])]);
  const wanted = (path: string) => !written.has(unitOf(path)) && units.has(unitOf(path));
  const keys = BODY_KEYS.flatMap(([key, path]) => {
    const texts = wanted(path) ? textsAt(stated, path) : [];
    const short = texts.length === 1 && String(texts[0]).length <= SHORT && !/\n/.test(String(texts[0]));
    return short ? [{ text: `- **${key}:** ${inLine(texts[0])}`, unit: unitOf(path) }] : [];
  });
  const overview = wanted("overview");
  if (overview || keys.length > 0) pieces.push({ text: "\n\n## Model Details" });
  if (overview) pieces.push({ text: `\n\n### Model Description\n\n${paragraphs(statedAt(stated, "overview"))}`, unit: "overview" });
  keys.forEach(({ text, unit }, index) => {
    written.add(unit);
    pieces.push({ text: `${index === 0 ? "\n\n" : "\n"}${text}`, unit });
  });
  let group = "";
  for (const section of BODY_SECTIONS) {
    const content = wanted(section.path) ? contentOf(stated, section.path) : undefined;
    if (content === undefined) continue;
    if (section.group !== group && section.group !== section.heading) pieces.push({ text: `\n\n## ${section.group}` });
    group = section.group;
    pieces.push({ text: `\n\n${section.group === section.heading ? "##" : "###"} ${section.heading}\n\n${content}`, unit: unitOf(section.path) });
  }
  return placedPieces(pieces);
}

/** The list of objects that a path goes through, else the path itself: what is written and checked as one. */
function unitOf(path: string): string {
  return path.replace(/^(owners|training_data\.datasets|ethical_considerations)\..*$/, "$1");
}

function contentOf(stated: Stated, path: string): string | undefined {
  if (path === "evaluation.metrics") {
    const rows = metricsIn(stated).map(({ name, value, threshold, dataset, slice }) => [name, value, threshold, dataset, slice]);
    return rows.length === 0 ? undefined : table(["Metric", "Value", "Threshold", "Dataset", "Slice"], rows);
  }
  const texts = textsAt(stated, path);
  if (texts.length === 0) return undefined;
  return Array.isArray(statedAt(stated, path)) || texts.length > 1 ? bullets(texts) : paragraphs(texts[0]);
}

function placedPieces(pieces: readonly { text: string; unit?: string }[]): HubBody {
  let at = 0;
  const places = pieces.flatMap(({ text, unit }) => {
    const span = { start: at, end: (at += text.length) };
    return unit === undefined ? [] : [{ unit, span }];
  });
  return { text: pieces.map(({ text }) => text).join(""), places };
}
