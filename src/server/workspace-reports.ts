import type { WorkspaceEdit } from "vscode-languageserver";
import { version } from "../../package.json";
import type { FeatureContext } from "../features/context";
import { creatingEdit, workspaceEdit } from "../features/workspace-edit";
import type { EditAbilities } from "../features/workspace-edit";
import { anyPageAt } from "../reports/page-at";
import { reportFile } from "../reports/report/report";
import type { ReportSource } from "../reports/report-source";
import { newStatement, statementFileName } from "../reports/statement/new-statement";
import { statementsAbout, updateStatement } from "../reports/statement/update-statement";
import { standardsEdit } from "../reports/standards-edit";
import type { StandardId } from "../standards/clause";
import { QUESTIONS } from "../workspace/advice";
import { suggestedAnswers } from "../workspace/advice-facts";
import { isProfile } from "../workspace/folder";
import type { AdviceQuestion, ChangeOfFile } from "./protocol";

/** What the client can do with edits; every client of these requests is ours. */
const ABILITIES: EditAbilities = { versions: true, snippets: false, creates: true };

/** The page at an address, or null. */
export function pageOf(context: FeatureContext, uri: string) {
  return anyPageAt(context, uri, version) ?? null;
}

/** The report as one HTML file. */
export function reportText(context: FeatureContext, commit: string | undefined): string {
  return reportFile(sourceOf(context, commit));
}

/** A new statement of applicability for a folder, or what brings the first one about the standard up to date. */
export function statementChange(context: FeatureContext, standard: StandardId, folder: string, versionOf: (uri: string) => number | null): ChangeOfFile {
  const source = sourceOf(context, undefined);
  const uri = statementsAbout(source, standard).find((one) => one.startsWith(`${folder}/`)) ?? statementsAbout(source, standard)[0];
  const document = uri === undefined ? undefined : context.index.get(uri)?.readings.document;
  const update = uri === undefined ? undefined : updateStatement(source, uri);
  if (document && update) return { uri: document.uri, isNew: false, changes: [...update.changes], edit: workspaceEdit(document, update.edits, versionOf(document.uri), ABILITIES) };
  const place = `${folder}/${statementFileName(standard)}`;
  return { uri: place, isNew: true, changes: [], edit: creatingEdit(place, newStatement(source, standard)) };
}

/** The questions of the advice, each with what the workspace suggests. */
export function adviceQuestions({ index }: FeatureContext): AdviceQuestion[] {
  const suggested = suggestedAnswers(index);
  return QUESTIONS.map(({ id, text, detail }) => ({ id, text, detail, suggested: suggested[id]?.answer, because: suggested[id]?.because }));
}

/** What writes the standards in use into the profile of a folder. */
export function standardsChange({ index, catalogue }: FeatureContext, asked: readonly string[], folder: string, versionOf: (uri: string) => number | null): ChangeOfFile | undefined {
  const standards = catalogue.standards.map(({ id }) => id).filter((id) => asked.includes(id));
  if (standards.length === 0) return undefined;
  const own = index.all().find((one) => one.folder.uri === folder && isProfile(one.folder, one.uri));
  if (!own) {
    const uri = `${folder}/clausewise.yaml`;
    return { uri, isNew: true, changes: [], edit: creatingEdit(uri, `standards: [${standards.join(", ")}]\n`) };
  }
  const { document } = own.readings;
  const edits = standardsEdit(document, standards);
  const edit: WorkspaceEdit | undefined = edits && workspaceEdit(document, edits, versionOf(own.uri), ABILITIES);
  return edit && { uri: own.uri, isNew: false, changes: [], edit };
}

function sourceOf(context: FeatureContext, commit: string | undefined): ReportSource {
  return { ...context, version, commit };
}
