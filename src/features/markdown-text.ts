/** Text as it is, in Markdown: no character of it is read as markup, and it stays on one line. */
export function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>~&|#!$]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^[-+]/, "\\$&");
}

/** Text as inline code, with as many backticks around it as it needs (CommonMark 0.31, section 6.1). */
export function code(text: string): string {
  const line = oneLine(text);
  const runs: readonly string[] = line.match(/`+/g) ?? [];
  let fence = "`";
  while (runs.some((run) => run === fence)) fence += "`";
  const room = line === "" || line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${room}${line}${room}${fence}`;
}

/** Lines as a fenced code block. */
export function codeBlock(text: string, language: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A link to one of the tool's pages or to an https address. */
export function link(text: string, address: string): string {
  return `[${plain(text)}](${address.replace(/[()\s<>\\]/g, (mark) => encodeURIComponent(mark))})`;
}

/** The first sentence of a text, without its full stop. */
export function firstSentence(text: string): string {
  const end = /[.!?](?=\s+[A-Z“])/.exec(text);
  return oneLine(end ? text.slice(0, end.index) : text.replace(/\.$/, ""));
}

/** Markdown of this module as plain text, for clients that show no Markdown. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[^\n]*\n([\s\S]*?)\n\1$/gm, "$2")
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1")
    .replace(/(?<!\\)(\*\*|\*)((?:\\.|[^*\\])+)\1/g, "$2")
    .replace(/(?<!\\)(`+) ?((?:(?!\1).)+?) ?\1/g, "$2")
    .replace(/\\([\\`*_[\]<>~&|#!$.)+-])/g, "$1");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
