import { fieldPage } from "./field-pages";
import { manifestWith } from "./manifest";
import { ruleIndex, rulePageText } from "./rule-pages";
import { snippetFiles } from "./snippets";
import { vocabularyFiles } from "./vocabularies";
import { allRules } from "../../src/rules/rules";
import { kinds } from "../../src/kinds/kinds";

/** Every generated file that is committed: path below the repository's root → text. */
export function outputs(manifest: Record<string, unknown>): Map<string, string> {
  return new Map([
    ...snippetFiles(),
    ...vocabularyFiles(),
    ...allRules.map((rule) => [`docs/rules/${rule.id}.md`, rulePageText(rule)] as const),
    ["docs/rules/README.md", ruleIndex(allRules)],
    ...kinds.map((kind) => [`docs/fields/${kind.id}.md`, fieldPage(kind)] as const),
    ["package.json", manifestWith(manifest)],
  ]);
}
