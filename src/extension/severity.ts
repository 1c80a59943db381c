import { commands, Uri, window, workspace } from "vscode";
import type { Disposable, QuickPickItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { SeverityEdit } from "../server/protocol";
import type { SeverityEditParams, SeverityEditResult } from "../server/protocol";

type Setting = SeverityEditParams["setting"];

const SETTINGS: readonly (QuickPickItem & { readonly setting: Setting })[] = [
  { label: "Off", description: "the rule says nothing", setting: "off" },
  { label: "Hint", description: "a few dots in the text, not in the list of problems", setting: "hint" },
  { label: "Information", description: "worth knowing", setting: "information" },
  { label: "Warning", description: "should be looked at", setting: "warning" },
  { label: "Error", description: "has to be repaired; fails the check on the command line", setting: "error" },
];

/** Registers the command that sets the severity of a rule in the profile of a file's folder. The quick fixes of each finding lead here. */
export function registerSeverity(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("clausewise.setSeverity", async (rule: string, uri: string, setting?: Setting) => {
    const chosen = setting ?? (await window.showQuickPick(SETTINGS, { title: `How does ${rule} speak in this workspace?`, placeHolder: "Written below rules in clausewise.yaml" }))?.setting;
    if (chosen === undefined) return;
    const params: SeverityEditParams = { uri, rule, setting: chosen };
    const made = await client.sendRequest<SeverityEditResult | null>(SeverityEdit, params);
    if (made) await applyToProfile(client, made);
    else void window.showWarningMessage(`The severity of ${rule} cannot be set: clausewise.yaml has errors, or the file is in no folder of the workspace.`);
  });
}

/** Changes the profile and saves it, unless somebody is writing in it already. */
async function applyToProfile(client: BaseLanguageClient, { uri, edit }: SeverityEditResult): Promise<void> {
  const profile = Uri.parse(uri, true);
  const unsaved = workspace.textDocuments.some((one) => one.isDirty && one.uri.toString() === profile.toString());
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!converted || !(await workspace.applyEdit(converted)) || unsaved) return;
  await (await workspace.openTextDocument(profile)).save();
}
