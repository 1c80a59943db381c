import type { CompletionItem } from "vscode-languageserver";
import type { Document } from "../documents/document";
import { isPlaceholder } from "../documents/placeholder";
import { plainText, snippetText } from "../documents/new-value";
import type { NewText } from "../documents/new-value";
import type { QuoteHabit } from "../documents/scalar-text";
import type { KindId } from "../kinds/field";
import type { TextEdit } from "../rules/rule";
import type { Gap } from "./completion-gap";
import type { Place } from "./completion-place";

/** Numbers of LSP 3.17, `CompletionItemKind`. */
export const itemKind = { text: 1, property: 10, unit: 11, value: 12, enumMember: 20, snippet: 15, file: 17, reference: 18, struct: 22, module: 9 } as const;

/** What an editor can do with completions. */
export interface EditorAbilities {
  readonly snippets: boolean;
  /** It knows the command that opens the list again, so that a value can be picked right behind its key. */
  readonly retriggers: boolean;
}

/** The command of VS Code that opens the list of completions. */
const TRIGGER = "editor.action.triggerSuggest";

/** Something on offer, before it is known how the editor takes it. */
export interface Suggestion {
  readonly label: string;
  readonly kind: (typeof itemKind)[keyof typeof itemKind];
  /** What is written in the gap. */
  readonly text: NewText;
  /** Shown beside the label. */
  readonly detail?: string;
  /** Further words by which it is found while typing. */
  readonly words?: string;
  readonly documentation?: string;
  /** The field it is about, by which its documentation is written once it is asked for. */
  readonly about?: AboutField;
  readonly preselect?: boolean;
  /** It begins a new line, so that the blanks before the gap are not needed any more. */
  readonly below?: boolean;
  /** The list opens again behind it, for the value. */
  readonly retrigger?: boolean;
}

/** Names a field of a document, for `resolve`. */
export interface AboutField {
  readonly uri: string;
  readonly kind: KindId;
  readonly path: string;
}

/** The suggestion as an item that replaces the gap and nothing else. `order` is its place in the list. */
export function itemOf(place: Pick<Place, "gap" | "document" | "notation" | "layout">, suggestion: Suggestion, order: number, abilities: EditorAbilities): CompletionItem {
  const { gap, document, notation } = place;
  const text: NewText = [suggestion.below ? "" : gap.before, ...suggestion.text, gap.after];
  const quote = quoteAround(document, gap.span.start);
  const habit = quote ?? place.layout.quote;
  const snippet = abilities.snippets && isSnippet(suggestion.text);
  const others = [...missingComma(gap), ...(suggestion.below ? blanksBefore(document, gap.span.start) : [])];
  return {
    label: suggestion.label,
    kind: suggestion.kind,
    ...(suggestion.detail === undefined ? {} : { detail: suggestion.detail, ...beside(suggestion, suggestion.detail) }),
    ...(suggestion.documentation === undefined ? {} : { documentation: { kind: "markdown" as const, value: suggestion.documentation } }),
    ...(suggestion.about === undefined ? {} : { data: suggestion.about }),
    ...(suggestion.preselect ? { preselect: true } : {}),
    sortText: String(order).padStart(4, "0"),
    filterText: `${foundBy(document, gap)}${suggestion.label}${suggestion.words === undefined ? "" : ` ${suggestion.words}`}`,
    // As is: the lines carry their own indentation.
    insertTextMode: 1,
    insertTextFormat: snippet ? 2 : 1,
    textEdit: { range: document.lines.rangeOf(gap.span), newText: snippet ? snippetText(text, notation, habit) : plainText(text, notation, habit) },
    ...(others.length === 0 ? {} : { additionalTextEdits: others.map(({ span, text: put }) => ({ range: document.lines.rangeOf(span), newText: put })) }),
    ...(suggestion.retrigger && abilities.retriggers ? { command: { title: "Suggest values", command: TRIGGER } } : {}),
  };
}

/** Letters of a label and its meaning that the editor's list has room for; beyond it cuts the label. */
const ROW = 44;

/** A short meaning stands beside its value in every row; a longer one, and what a key is about, beside the row in focus alone. */
function beside({ label, about }: Suggestion, detail: string): Pick<CompletionItem, "labelDetails"> {
  return about === undefined && label.length + detail.length <= ROW ? { labelDetails: { description: detail } } : {};
}

/** What the editor compares with the text that gives way, before the label: the opening quote, or all of a stand-in, which every answer may replace. */
function foundBy(document: Document, { span }: Gap): string {
  const text = document.text.slice(span.start, span.end);
  if (isPlaceholder(text.replace(/^(["'])(.*)\1$/, "$2"))) return `${text} `;
  return quoteAround(document, span.start) === undefined ? "" : (document.text[span.start] ?? "");
}

function missingComma({ comma }: Gap): TextEdit[] {
  return comma === undefined ? [] : [{ span: { start: comma, end: comma }, text: "," }];
}

function blanksBefore({ text }: Document, place: number): TextEdit[] {
  const start = text.slice(0, place).replace(/[ \t]+$/, "").length;
  return start === place ? [] : [{ span: { start, end: place }, text: "" }];
}

/** The quotes of the text that gives way; what replaces it has the same. */
function quoteAround({ text }: Document, start: number): QuoteHabit | undefined {
  if (text[start] === '"') return "double";
  return text[start] === "'" ? "single" : undefined;
}

function isSnippet(text: NewText): boolean {
  return text.some((piece) => typeof piece !== "string" && piece.stop !== undefined);
}
