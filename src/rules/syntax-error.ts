import type { Document, SyntaxProblem } from "../documents/document";
import type { Draft, Rule } from "./rule";
import { syntaxFixes } from "./syntax-fixes";

/** Causes for which a text is not read at all, or not to its end. */
const UNREADABLE = new Set(["too-large", "too-deep", "binary", "looping"]);

/** The text breaks the grammar of YAML or JSON. */
export const syntaxError: Rule = {
  id: "syntax-error",
  title: "The text is not valid YAML or JSON",
  severity: "error",
  clauses: ["iso42001:7.5.3", "iso27001:7.5.3"],
  page: {
    why: "Other tools stop reading at a syntax error, so everything behind it is lost to them. Clausewise reads on as far as it can.",
    fix: "Repair the place that is underlined; the next problem may disappear with it.",
    wrong: 'name: "Credit scorer\nversion: 2.1.0',
    right: 'name: "Credit scorer"\nversion: 2.1.0',
  },
  check: () => [],
};

/** The file cannot be read as a document at all. */
export const unreadableFile: Rule = {
  id: "unreadable-file",
  title: "The file cannot be read",
  severity: "error",
  clauses: ["iso42001:7.5.3", "iso27001:7.5.3"],
  page: {
    why: "A file that is too large, binary, nested without end or leading back to itself cannot be checked, so nothing in it counts as evidence.",
    fix: "Split the file, save it as UTF-8 text, or remove the alias that leads back to itself.",
    wrong: "risks: &risks\n  - *risks",
    right: "risks:\n  - id: R-001",
  },
  check: () => [],
};

/** The reason why the text says nothing that could be checked, or undefined. */
export function unreadableProblem(document: Document): SyntaxProblem | undefined {
  return document.problems.find((problem) => UNREADABLE.has(problem.cause));
}

/** What the readers of the languages found, as findings of the two rules. At most one per line: the rest follows from the first. */
export function syntaxDrafts(document: Document): { rule: Rule; drafts: Draft[] }[] {
  const unreadable = unreadableProblem(document);
  if (unreadable) return [{ rule: unreadableFile, drafts: [unreadable] }];
  const lines = new Set<number>();
  const problems = document.problems.filter(({ span }) => {
    const line = document.lines.lineOf(span.start);
    return !lines.has(line) && lines.add(line);
  });
  return [{ rule: syntaxError, drafts: problems.map((problem) => ({ message: problem.message, span: problem.span, fixes: () => syntaxFixes(problem, document) })) }];
}
