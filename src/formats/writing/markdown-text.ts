/** A text as Markdown that reads as exactly these words: marks are escaped where they would mean something. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<>~]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

/** The same where a line begins with it. */
function escapedLines(text: string): string {
  return escaped(text)
    .replace(/^([ \t]*)(?=[#+=|-])/gm, "$1\\")
    .replace(/^([ \t]*\d+)(?=[.)](?:\s|$))/gm, "$1\\");
}

/** A text on one line, behind other words. */
export function inLine(text: unknown): string {
  return escaped(String(text).replace(/\s+/g, " ").trim());
}

/** A text as paragraphs. */
export function paragraphs(text: unknown): string {
  return String(text).trim().split(/\n\s*\n/).map((one) => escapedLines(one.trim().replace(/\s*\n\s*/g, "\n"))).join("\n\n");
}

/** A list of texts. */
export function bullets(texts: readonly unknown[]): string {
  return texts.map((text) => `- ${escapedLines(String(text).replace(/\s+/g, " ").trim())}`).join("\n");
}

/** A table; columns of which no row says anything are left out. */
export function table(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const used = columns.flatMap((_, index) => (rows.some((row) => row[index] !== undefined) ? [index] : []));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cell = (value: unknown) => (value === undefined ? "" : inLine(value).replace(/\|/g, "\\|"));
  return [line(used.map((index) => columns[index] ?? "")), line(used.map(() => "---")), ...rows.map((row) => line(used.map((index) => cell(row[index]))))].join("\n");
}
