/** A fragment of HTML, ready to be put into another one. */
export interface Html {
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes text for element content and for attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** What may stand between `${` and `}`: text is escaped, fragments are not, lists are joined, undefined is nothing. */
export type HtmlPart = Html | string | number | undefined | readonly HtmlPart[];

/** Template tag for HTML: every value is escaped unless it is a fragment itself. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return { html: strings.map((text, index) => text + (index < values.length ? textOf(values[index]) : "")).join("") };
}

/** The fragments with a separator between them. */
export function joined(parts: readonly HtmlPart[], separator: string): Html {
  return { html: parts.map(textOf).join(escapeHtml(separator)) };
}

function textOf(part: HtmlPart): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return isList(part) ? part.map(textOf).join("") : part.html;
}

function isList(part: Html | readonly HtmlPart[]): part is readonly HtmlPart[] {
  return Array.isArray(part);
}
