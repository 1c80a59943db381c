/** The day on which snippets are inserted. */
const DAY: Readonly<Record<string, string>> = { CURRENT_YEAR: "2026", CURRENT_MONTH: "11", CURRENT_DATE: "24" };

/**
 * The text that an editor inserts for a snippet (LSP 3.17, “Snippet Syntax”) when nobody types anything: defaults stand, the first
 * choice is taken. Tabs become two spaces, as in an editor set to them.
 */
export function inserted(snippet: string): string {
  return snippet
    .replace(/\\([\\$}|,])|\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{?(\d+|[A-Z_]+)\}?/g, (_all, escaped?: string, choice?: string, standing?: string, name?: string) => {
      if (escaped !== undefined) return escaped;
      const text = choice ?? standing;
      return text === undefined ? (DAY[name ?? ""] ?? "") : text.replace(/\\([\\$}|,])/g, "$1");
    })
    .replace(/\t/g, "  ");
}
