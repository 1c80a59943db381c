/** A fragment of HTML, ready to be put into another one. */
export interface Html {
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const MARKS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(ENTITIES).map(([mark, entity]) => [entity, mark]));

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

/** A sentence of ours, with what stands between backticks as code. */
export function sentence(text: string): Html {
  const pieces = text.split(/`([^`]+)`/);
  return { html: pieces.map((piece, index) => (index % 2 === 0 ? escapeHtml(piece) : html`<code>${piece}</code>`.html)).join("") };
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

/** A fragment of this module as plain text: a line per block, `#` before headings, `-` before items. */
export function textOfHtml(fragment: string): string {
  const marked = fragment
    .replace(/<h1>/g, "# ")
    .replace(/<h2>/g, "\n## ")
    .replace(/<li>/g, "\n- ")
    .replace(/<dd>/g, ": ")
    .replace(/<\/(?:p|h1|h2|tr|dd|ul|pre|blockquote)>/g, "\n")
    .replace(/<\/t[hd]>(?=<t[hd])/g, " · ");
  const plain = marked.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => MARKS[entity] ?? entity);
  return `${plain.replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n").trim()}\n`;
}
