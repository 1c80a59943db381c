import { isEmptyNode, keyText } from "../documents/node";
import type { Entry, MapNode } from "../documents/node";
import { treeFormat } from "./tree-format";
import { answerAt, wordsIn } from "./tree-places";

/** `completed-4.1.2`, `elaboration-4.1.2`, `summary-justification-governance`. */
const CHECK = /^(completed|elaboration)-(\d+(?:\.\d+)+)$/;

/** What the chapters of the framework are about, by their number, as far as a field asks the same. */
const CHAPTERS: Readonly<Record<string, string>> = { "1": "transparency", "2": "explanation", "9": "accountability", "10": "human_oversight" };

/**
 * Answers to a process checklist of AI Verify: for each check whether it was done, and how.
 * Source: aiverify-foundation/aiverify, stock-plugins/aiverify.stock.process-checklist.
 */
export const aiVerifyChecklist = treeFormat({
  id: "ai-verify-checklist",
  title: "an AI Verify process checklist",
  languages: ["json", "yaml"],
  kind: "impact-assessment",
  marks: (root) => checksIn(root).length >= 2,
  places: {},
  concerns: ["measures.what", "measures.status"],
  also(root, builder) {
    const checks = checksIn(root);
    const elaborations = new Map(checks.filter(({ part }) => part === "elaboration").map((check) => [check.number, check.entry]));
    for (const { part, number, entry } of checks) {
      if (part !== "completed") continue;
      const elaboration = elaborations.get(number);
      const measure = builder.item("measures", { anchor: entry.key.span, span: entry.span });
      if (!measure) continue;
      measure.put("id", { anchor: entry.key.span, span: entry.key.span, words: { text: number, span: entry.key.span } });
      if (elaboration && !isEmptyNode(elaboration.value)) {
        measure.put("what", answerAt(elaboration.value, elaboration.key));
        const chapter = CHAPTERS[number.split(".")[0] ?? ""];
        if (chapter) builder.put(chapter, answerAt(elaboration.value, elaboration.key));
      }
      const status = STATUS[wordsIn(entry.value).toLowerCase()];
      if (status) measure.put("status", { ...answerAt(entry.value, entry.key), words: { text: status, span: entry.value.span } });
    }
    return undefined;
  },
});

const STATUS: Readonly<Record<string, string>> = { yes: "done", no: "not_started", "not applicable": "cancelled" };

function checksIn(root: MapNode): { part: string; number: string; entry: Entry }[] {
  return root.entries.flatMap((entry) => {
    const match = CHECK.exec(keyText(entry));
    return match?.[1] && match[2] ? [{ part: match[1], number: match[2], entry }] : [];
  });
}
