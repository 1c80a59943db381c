import { commands, Disposable, ProgressLocation, Uri, window, workspace } from "vscode";
import type { QuickPickItem, WorkspaceFolder } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { AdviceFor, AdviceQuestions, PAGE_SCHEME, ReportFile, StandardsChange, StatementChange } from "../server/protocol";
import type { AdviceParams, AdviceQuestion, ChangeOfFile, StandardsParams, StatementParams } from "../server/protocol";
import { gitApi } from "./git";

/** Registers the commands that look at the workspace as a whole: the report, the statement of applicability, the advice on standards. */
export function registerReports(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand("clausewise.openReport", () => openPage(`${PAGE_SCHEME}:/report`)),
    commands.registerCommand("clausewise.saveReport", () => saveReport(client)),
    commands.registerCommand("clausewise.updateStatement", (standard?: unknown) => updateStatement(client, standard)),
    commands.registerCommand("clausewise.advise", () => advise(client)),
  );
}

async function openPage(address: string): Promise<void> {
  await commands.executeCommand("vscode.open", Uri.parse(address, true));
}

async function saveReport(client: BaseLanguageClient): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  const target = await window.showSaveDialog({ title: "Save the report", filters: { HTML: ["html"] }, defaultUri: folder && Uri.joinPath(folder.uri, "governance-report.html") });
  if (!target) return;
  const text = await window.withProgress({ location: ProgressLocation.Window, title: "Clausewise: writing the report" }, async () => client.sendRequest<string | null>(ReportFile, { commit: await commitOf(folder) }));
  if (text === null) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const chosen = await window.showInformationMessage(`The report was saved as ${target.path.slice(target.path.lastIndexOf("/") + 1)}.`, "Open");
  if (chosen) await commands.executeCommand("vscode.open", target);
}

/** The commit that the folder is at, where the editor's git extension knows it. */
async function commitOf(folder: WorkspaceFolder | undefined): Promise<string | undefined> {
  return folder && (await gitApi())?.getRepository(folder.uri)?.state.HEAD?.commit;
}

type StandardItem = QuickPickItem & { readonly standard: StatementParams["standard"] };

const STANDARDS: readonly StandardItem[] = [
  { label: "ISO/IEC 27001:2022", description: "93 controls of Annex A", standard: "iso27001" },
  { label: "ISO/IEC 42001:2023", description: "38 controls of Annex A", standard: "iso42001" },
];

/** Makes a statement of applicability, or brings the one that is there up to date. What changed is left to be looked at before it is saved. */
async function updateStatement(client: BaseLanguageClient, asked: unknown): Promise<void> {
  const folder = await chooseFolder("Open a folder first: the statement is made from its documents.", "The folder that the statement is about");
  if (!folder) return;
  const standard = STANDARDS.find((one) => one.standard === asked) ?? (await window.showQuickPick(STANDARDS, { title: "Statement of applicability", placeHolder: "The standard that it is about" }));
  if (!standard) return;
  const params: StatementParams = { standard: standard.standard, folder: folder.uri.toString() };
  const change = await client.sendRequest<ChangeOfFile | null>(StatementChange, params);
  if (change) await apply(client, change, "The statement of applicability is up to date.");
}

/** Asks the questions, the likely answer first, and shows the answer with its reasons. */
async function advise(client: BaseLanguageClient): Promise<void> {
  const questions = await client.sendRequest<AdviceQuestion[]>(AdviceQuestions);
  const answers: Record<string, boolean> = {};
  for (const [index, question] of questions.entries()) {
    const answer = await ask(question, `${index + 1} of ${questions.length}`);
    if (answer === undefined) return;
    answers[question.id] = answer;
  }
  const params: AdviceParams = { answers };
  await openPage(await client.sendRequest<string>(AdviceFor, params));
}

/** Writes the standards that the advice names into the profile, as its page offers. */
export async function writeStandards(client: BaseLanguageClient, standards: readonly string[]): Promise<void> {
  const folder = await chooseFolder("Open a folder first: the answer is written to its clausewise.yaml.", "The folder whose profile is to name the standards");
  if (!folder) return;
  const params: StandardsParams = { standards, folder: folder.uri.toString() };
  const change = await client.sendRequest<ChangeOfFile | null>(StandardsChange, params);
  if (change) await apply(client, change, "The profile names these standards already.");
  else void window.showWarningMessage("The standards could not be written: clausewise.yaml cannot be read as it stands. Repair it first.");
}

async function ask({ text, detail, suggested, because }: AdviceQuestion, place: string): Promise<boolean | undefined> {
  const yes = { label: "Yes", description: suggested === true ? because : undefined, value: true };
  const no = { label: "No", description: suggested === false ? because : undefined, value: false };
  const chosen = await window.showQuickPick(suggested === false ? [no, yes] : [yes, no], { title: `${text} (${place})`, placeHolder: detail, ignoreFocusOut: true });
  return chosen?.value;
}

/** Applies a change to an editor, where it can be looked at, taken back or saved. */
async function apply(client: BaseLanguageClient, { uri, isNew, changes, edit }: ChangeOfFile, nothing: string): Promise<void> {
  const address = Uri.parse(uri, true);
  const wanted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!isNew && wanted.size === 0) {
    void window.showInformationMessage([nothing, ...changes].join(" "));
    return;
  }
  await workspace.applyEdit(wanted);
  await window.showTextDocument(await workspace.openTextDocument(address));
  if (isNew) return;
  const told = changes.length > 3 ? `${changes.slice(0, 3).join("; ")}; and ${changes.length - 3} more.` : `${changes.join("; ")}.`;
  const chosen = await window.showInformationMessage(changes.length === 0 ? "Changed, and not saved yet." : told, "Show Changes");
  if (chosen) await commands.executeCommand("workbench.files.action.compareWithSaved");
}

async function chooseFolder(withoutOne: string, placeHolder: string): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) void window.showInformationMessage(withoutOne);
  return folders.length < 2 ? folders[0] : window.showWorkspaceFolderPick({ placeHolder });
}
