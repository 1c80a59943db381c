import path from "node:path";
import { fileURLToPath } from "node:url";
import { plainText } from "../documents/new-value";
import { adviceText } from "../reports/advice-text";
import { standardsEdit } from "../reports/standards-edit";
import { withEdits } from "../reports/statement/update-statement";
import { adviseOn, QUESTIONS } from "../workspace/advice";
import type { Answers, QuestionId } from "../workspace/advice";
import { answersWith, suggestedAnswers } from "../workspace/advice-facts";
import { PROFILE_NAMES } from "../workspace/folder";
import { json } from "./check-command";
import type { Outcome } from "./check-command";
import { writeText } from "./files";
import type { LoadSettings } from "./load";
import type { Progress } from "./progress";
import { sourceOf } from "./report-commands";
import { UsageError } from "./usage-error";

/** Says which standards the workspace needs, from what it shows and from the answers given with `--answer`. `--write` puts them into the profile. */
export async function advise(settings: LoadSettings, progress: Progress): Promise<Outcome> {
  const given = givenAnswers(settings.answers);
  const { source, failures } = await sourceOf(settings, progress);
  const suggested = suggestedAnswers(source.index);
  const answers = answersWith(suggested, given);
  const advice = adviseOn(answers);
  const notes = settings.write ? [...failures, await written()] : failures;
  const output = settings.format === "json" ? json({ standards: advice.standards, answer: advice.answer, answers, suggested, reasons: advice.reasons, shared: advice.shared }) : adviceText(advice, answers, suggested, given);
  return { output, notes, status: failures.length > 0 ? 2 : 0 };

  async function written(): Promise<string> {
    if (advice.standards.length === 0) return "Nothing was written: no standard is needed yet.";
    const profile = source.index.all().find(({ uri }) => PROFILE_NAMES.some((name) => uri.endsWith(`/${name}`)));
    const file = profile ? fileURLToPath(profile.uri) : path.join(settings.folder, "clausewise.yaml");
    const edits = profile ? standardsEdit(profile.readings.document, advice.standards) : undefined;
    if (profile && !edits) return `${profile.path} is written so that the standards cannot be put in; write them by hand: ${advice.standards.join(", ")}.`;
    await writeText(file, profile && edits ? withEdits(profile.readings.document.text, edits) : `${plainText([`standards: [${advice.standards.join(", ")}]`], "yaml")}\n`);
    return `Written: ${path.basename(file)}`;
  }
}

function givenAnswers(words: readonly string[]): Partial<Answers> {
  const pairs = words.map((word): [QuestionId, boolean] => {
    const [, name, value] = /^([A-Za-z]+)=(yes|no)$/.exec(word) ?? [];
    const question = QUESTIONS.find(({ id }) => id === name);
    if (!question) throw new UsageError(`--answer takes a question and yes or no, such as people=yes; the questions are ${QUESTIONS.map(({ id }) => id).join(", ")}.`);
    return [question.id, value === "yes"];
  });
  return Object.fromEntries(pairs);
}
