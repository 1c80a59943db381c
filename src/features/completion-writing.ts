import { columnOf } from "../documents/layout";
import { flowEntries, flowText, indented, jsonEntryLines, jsonLines, onLines, yamlItemLines, yamlLines } from "../documents/new-value";
import type { NewEntry, NewLine, NewText, NewValue } from "../documents/new-value";
import type { Place } from "./completion-place";

/** Entries of an object as they are written in the gap: below each other or, inside of brackets on one line, behind each other. */
export function entriesText(place: Place, entries: readonly NewEntry[]): NewText {
  const { notation, layout, gap } = place;
  if (notation === "json" && standsAlone(place)) {
    return inColumn(place, entries.flatMap((entry, index) => endedBy(jsonEntryLines(entry, layout.unit), index < entries.length - 1 ? "," : "")));
  }
  if (gap.flow) return flowEntries(entries, notation, layout.padding);
  return inColumn(place, yamlLines(entries, layout));
}

/** An item of an indented list, with its dash. */
export function itemText(place: Place, item: NewValue): NewText {
  return inColumn(place, yamlItemLines(item, place.layout));
}

/** A value in the gap: behind its key on the same line, or an object or list on lines of its own. */
export function valueText(place: Place, value: NewValue): NewText {
  const { notation, layout, gap } = place;
  if (value.type === "scalar") return [value];
  if (notation === "json") return standsAlone(place) || isOnOwnLine(place) ? inColumn(place, jsonLines(value, layout.unit)) : flowText(value, "json", layout.padding);
  if (gap.flow) return flowText(value, "yaml", layout.padding);
  if (value.type === "map" && place.inList) return inColumn(place, yamlLines(value.entries, layout));
  const lines = value.type === "map" ? indented(yamlLines(value.entries, layout), layout.unit) : indented(value.items.flatMap((item) => yamlItemLines(item, layout)), layout.dashIndent);
  return onLines([[], ...indented(lines, marginOf(place))], layout.eol);
}

/** Lines of which the first goes on where the gap begins and the others stand below it. */
function inColumn(place: Place, lines: readonly NewLine[]): NewText {
  const [head = [], ...others] = lines;
  return onLines([head, ...indented(others, place.notation === "json" ? marginOf(place) : blanks(place))], place.layout.eol);
}

function endedBy(lines: readonly NewLine[], end: string): NewLine[] {
  return lines.map((line, index) => (index === lines.length - 1 && end !== "" ? [...line, end] : line));
}

/** The blanks before the first thing on the line of the gap. In YAML, dashes before it count as blanks. */
function marginOf({ document, gap, notation }: Place): string {
  const head = headOf({ document, gap });
  if (notation === "json") return /^[ \t]*/.exec(head)?.[0] ?? "";
  return " ".repeat(/^ *(?:- +)*/.exec(head)?.[0].length ?? 0);
}

/** Blanks up to where the new text begins. */
function blanks({ document, gap }: Place): string {
  return " ".repeat(columnOf(document, gap.span.start) + gap.before.length);
}

function headOf({ document, gap }: Pick<Place, "document" | "gap">): string {
  const { start } = document.lines.lineSpan(document.lines.lineOf(gap.span.start));
  return document.text.slice(start, gap.span.start).replace(/^\ufeff/, "");
}

/** Nothing stands before the gap on its line, so that the new text may have lines of its own. */
export function standsAlone(place: Place): boolean {
  return headOf(place).trim() === "";
}

/** Only its key stands before the gap on its line. */
function isOnOwnLine(place: Place): boolean {
  return /^[ \t]*"(?:[^"\\]|\\.)*"[ \t]*:[ \t]*$/.test(headOf(place));
}
