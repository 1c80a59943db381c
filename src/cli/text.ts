import type { Document } from "../documents/document";
import type { Severity } from "../kinds/profile";
import type { Finding } from "../rules/rule";
import { catalogue } from "../standards/catalogue";
import { referenceWithTitle } from "../standards/reference";
import type { Summary } from "./check-command";

/** Lays colours over words where a terminal can show them. */
export interface Style {
  readonly paint: (colour: "red" | "yellow" | "blue" | "dim" | "bold", text: string) => string;
}

const CODES = { red: 31, yellow: 33, blue: 34, dim: 2, bold: 1 } as const;

/** The style of a stream: colours on a terminal, unless `NO_COLOR` is set (no-color.org). */
export function styleFor(terminal: boolean): Style {
  return { paint: (colour, text) => (terminal ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text) };
}

const COLOURS: Readonly<Record<Severity, "red" | "yellow" | "blue">> = { error: "red", warning: "yellow", information: "blue", hint: "blue" };

/** A finding as a compiler would print it: the place, the sentence, the line with the words underlined, other places that belong to it, the clauses behind it. */
export function findingText(path: string, finding: Finding, document: Document, pathOf: (uri: string) => string, { paint }: Style): string {
  const { start, end } = document.lines.rangeOf(finding.span);
  const line = document.lines.lineSpan(start.line);
  const source = document.text.slice(line.start, line.end).replace(/\t/g, " ");
  const width = (end.line === start.line ? end.character : source.length) - start.character;
  const number = String(start.line + 1);
  const margin = " ".repeat(number.length);
  const colour = COLOURS[finding.severity];
  const related = finding.related.map(({ document: other = document, span, message }) => {
    const at = other.lines.positionAt(span.start);
    return `${other === document ? path : pathOf(other.uri)}:${at.line + 1}:${at.character + 1}: ${message}`;
  });
  const clauses = finding.clauses.map((ref) => referenceWithTitle(ref, catalogue));
  return [
    `${paint("bold", `${path}:${number}:${start.character + 1}`)}: ${paint(colour, finding.severity)}: ${finding.message} ${paint("dim", `[${finding.rule}]`)}`,
    ` ${paint("dim", `${number} |`)} ${source}`,
    ` ${paint("dim", `${margin} |`)} ${" ".repeat(start.character)}${paint(colour, "^".repeat(Math.max(1, width)))}`,
    ...related.map((place) => ` ${margin} ${paint("dim", ">")} ${place}`),
    ...clauses.map((clause) => ` ${margin} ${paint("dim", "=")} ${clause}`),
    "",
  ].join("\n");
}

/** The last line: how much was looked at and what was found. */
export function summaryText({ documents, texts, errors, warnings, information }: Summary): string {
  if (documents + texts === 0) return "No governance documents were found.";
  const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
  const counts = [count(errors, "error", "errors"), count(warnings, "warning", "warnings"), `${information} information`];
  const looked = [...(documents > 0 ? [count(documents, "document", "documents")] : []), ...(texts > 0 ? [`${count(texts, documents > 0 ? "other text" : "text", documents > 0 ? "other texts" : "texts")} with references to clauses`] : [])];
  return `${looked.join(" and ")} checked: ${counts.join(", ")}.`;
}
