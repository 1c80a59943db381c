import type { Document, Part } from "../documents/document";
import { layoutOf } from "../documents/layout";
import { indented, jsonLines, onLines, yamlLines } from "../documents/new-value";
import type { NewEntry, NewLine, NewText } from "../documents/new-value";
import type { Span } from "../documents/span";
import type { Kind } from "../kinds/field";
import { skeletonEntries } from "../kinds/skeleton";
import type { SkeletonSettings } from "../kinds/skeleton";
import type { StrictnessProfile } from "../kinds/field";
import { itemKind } from "./completion-item";
import type { Suggestion } from "./completion-item";
import type { Place } from "./completion-place";
import { frontMatterOf } from "./completion-text";

/** An empty document, or one that holds nothing but comments and a half-typed word. */
export interface EmptyPlace extends Pick<Place, "gap" | "document" | "notation" | "layout"> {
  /** True for a Markdown file without the lines that enclose its front matter. */
  readonly needsFence: boolean;
}

/** The place of a whole document at an offset; undefined where the text says something already. */
export function emptyPlaceAt(document: Document, offset: number): EmptyPlace | undefined {
  const { text, language } = document;
  const front = language === "markdown" ? frontMatterOf(text) : undefined;
  const needsFence = language === "markdown" && front === undefined;
  const region = front ?? { start: text.startsWith("\ufeff") ? 1 : 0, end: text.length };
  if (offset < region.start || offset > region.end) return undefined;
  const comment = language === "json" ? /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g : /^[ \t]*#[^\r\n]*/gm;
  // Comments give way to as many blanks, so that places stay.
  const words = text.slice(region.start, region.end).replace(needsFence ? /(?!)/ : comment, (found) => "#".repeat(found.length));
  const word = words.replace(/[\s#]+/g, " ").trim();
  if (!/^[\w-]*$/.test(word)) return undefined;
  const at = region.start + words.indexOf(word);
  const span: Span = word === "" ? { start: offset, end: offset } : { start: at, end: at + word.length };
  const line = document.lines.lineSpan(document.lines.lineOf(offset));
  const lead = text.slice(Math.max(line.start, region.start), span.start);
  if (offset < span.start || offset > span.end || lead.trim() !== "" || (needsFence && document.lines.lineOf(offset) > 0)) return undefined;
  const part: Part = { index: 0, notation: language === "json" ? "json" : "yaml", root: undefined, span: { start: region.start, end: region.end } };
  const gap = { on: "key" as const, span, before: "", after: "", comma: undefined, flow: false };
  return { gap, document, notation: part.notation, layout: layoutOf(document, part), needsFence };
}

/** Whole documents of a kind, one per profile that adds fields; the workspace's own profile comes first. */
export function documentSuggestions(place: EmptyPlace, kind: Kind, settings: SkeletonSettings): Suggestion[] {
  // Nothing in a workspace profile is essential, but an empty one would be no start.
  const own = kind.id === "clausewise" ? "standard" : settings.strictness;
  const order: readonly StrictnessProfile[] = [own, ...(["starter", "standard", "audit"] as const).filter((one) => one !== own)];
  const seen = new Set<string>();
  return order.flatMap((strictness): Suggestion[] => {
    const entries = skeletonEntries(kind.root, { ...settings, strictness });
    const names = fieldNames(entries);
    if (seen.has(names)) return [];
    seen.add(names);
    return [
      {
        label: strictness === own ? kind.id : `${kind.id} (${strictness})`,
        kind: itemKind.snippet,
        detail: `${kind.title} with the fields of profile ${strictness}`,
        documentation: kind.description,
        preselect: strictness === own,
        text: wholeText(place, entries),
      },
    ];
  });
}

function wholeText({ document, gap, notation, layout, needsFence }: EmptyPlace, entries: readonly NewEntry[]): NewText {
  const { start } = document.lines.lineSpan(document.lines.lineOf(gap.span.start));
  const margin = document.text.slice(start, gap.span.start).replace(/^\ufeff/, "");
  const lines: NewLine[] = notation === "json" ? jsonLines({ type: "map", entries }, layout.unit) : yamlLines(entries, layout);
  const [head = [], ...others] = needsFence ? [["---"], ...lines, ["---"]] : lines;
  return onLines([head, ...indented(others, margin)], layout.eol);
}

function fieldNames(entries: readonly NewEntry[]): string {
  return JSON.stringify(entries, (key, value: unknown) => (key === "stop" ? undefined : value));
}
