import type { Rule } from "../../src/rules/rule";
import { catalogue } from "../../src/standards/catalogue";
import { displayReference } from "../../src/standards/reference";

/** The page of a rule as Markdown. */
export function rulePageText(rule: Rule): string {
  const language = languageOf(rule.page.wrong);
  const clauses = rule.clauses.map((ref) => `- ${displayReference(ref)} ${catalogue.clause(ref)?.title ?? ""}`.trimEnd());
  return [
    `# ${rule.id}`,
    "",
    `${rule.title}. Severity: ${rule.severity}, unless the settings say otherwise.`,
    "",
    "## Why it matters",
    "",
    rule.page.why,
    "",
    "## What to do",
    "",
    rule.page.fix,
    "",
    "Reported:",
    "",
    ...fenced(language, rule.page.wrong),
    "",
    "Right:",
    "",
    ...fenced(language, rule.page.right),
    "",
    "## Clauses behind it",
    "",
    "The clauses of the field that is reported; where there is none, these:",
    "",
    ...clauses,
    "",
    "## Severity and suppression",
    "",
    "In `clausewise.yaml`:",
    "",
    ...fenced("yaml", `rules:\n  ${rule.id}: information   # off, hint, information, warning or error`),
    "",
    "In a document, above the line in question and with the reason:",
    "",
    ...fenced("yaml", `# clausewise-disable-next-line ${rule.id} -- why it may stay`),
    "",
    "JSON takes the same words behind `//`, a Markdown body inside `<!-- -->`.",
    "",
  ].join("\n");
}

/** The language of an example, by how it begins. */
function languageOf(example: string): string {
  if (example.trimStart().startsWith("{")) return "json";
  return /^(?:# (?!clausewise)|---\n)/.test(example) ? "markdown" : "yaml";
}

function fenced(language: string, text: string): string[] {
  return [`\`\`\`${language}`, text, "```"];
}

/** The list of all rules. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.title} |`);
  return ["# Rules", "", `${rules.length} rules. Each can be set to another severity, or off, in \`clausewise.yaml\` or in the settings.`, "", "| rule | severity | what it reports |", "|---|---|---|", ...rows, ""].join("\n");
}
