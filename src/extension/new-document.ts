import { commands, Disposable, FileType, SnippetString, Uri, window, workspace, WorkspaceEdit } from "vscode";
import type { Memento, QuickPickItem, WorkspaceFolder } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CreateDocument, Rows, SuggestName } from "../server/protocol";
import type { NewDocument, NewDocumentParams, Row } from "../server/protocol";
import { tellingTexts } from "./telling-texts";

type Kind = NewDocumentParams["kind"];
type Notation = NewDocumentParams["notation"];

const COMMANDS: Readonly<Record<string, Kind>> = {
  "clausewise.newModelCard": "model-card",
  "clausewise.newImpactAssessment": "impact-assessment",
  "clausewise.newSecurityRisk": "security-risk",
  "clausewise.newStatementOfApplicability": "statement-of-applicability",
  "clausewise.newProfile": "clausewise",
};

const QUESTIONS: Readonly<Partial<Record<Kind, string>>> = {
  "model-card": "Name of the model",
  "impact-assessment": "What is assessed",
  "security-risk": "What the risks are about",
  "statement-of-applicability": "What the statement is about",
};

/** Folders in which governance documents usually live, the best first. */
const USUAL_FOLDERS = ["governance", "docs"];

type KindItem = QuickPickItem & { readonly of: Kind };

const KINDS: readonly KindItem[] = [
  { label: "$(note) Model card", description: "what a model is for, made from and worth", of: "model-card" },
  { label: "$(organization) AI impact assessment", description: "what a system does to people and society", of: "impact-assessment" },
  { label: "$(shield) Security risk file", description: "what can happen, and what is done about it", of: "security-risk" },
  { label: "$(checklist) Statement of applicability", description: "which controls of Annex A apply, and why", of: "statement-of-applicability" },
  { label: "$(settings-gear) Workspace profile", description: "which standards, and how strict", of: "clausewise" },
];

/** Registers the commands that start a new document. Three questions at most; the profile asks none of its own. */
export function registerNewDocuments(client: BaseLanguageClient, state: Memento): Disposable {
  return Disposable.from(
    commands.registerCommand("clausewise.newDocument", async () => {
      const chosen = await window.showQuickPick(KINDS, { title: "New document", placeHolder: "What do you want to write?" });
      if (chosen) await startDocument(client, state, chosen.of, 2);
    }),
    ...Object.entries(COMMANDS).map(([command, kind]) => commands.registerCommand(command, () => startDocument(client, state, kind, 3))),
  );
}

/** Asks what it may still ask, and makes the document with what the repository says already filled in. */
async function startDocument(client: BaseLanguageClient, state: Memento, kind: Kind, questions: number): Promise<void> {
  const folder = await chooseFolder();
  if (folder === null) return;
  const left = (workspace.workspaceFolders ?? []).length > 1 ? questions - 1 : questions;
  const place = folder && (await placeFor(client, kind, folder));
  const texts = folder && place ? await tellingTexts(folder.uri, place) : {};
  const name = kind === "clausewise" ? "" : await askName(client, kind, folder, texts);
  if (name === undefined) return;
  const notation = kind === "clausewise" ? "yaml" : left < 2 ? state.get<Notation>(LAST_NOTATION, "yaml") : await chooseNotation(state);
  if (notation === undefined) return;
  const params: NewDocumentParams = { kind, notation, name, folder: place?.toString() ?? "", texts };
  const made = await client.sendRequest<NewDocument>(CreateDocument, params);
  const document = place ? await createIn(place, made.fileName) : await workspace.openTextDocument({ language: notation });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(made.snippet));
}

async function askName(client: BaseLanguageClient, kind: Kind, folder: WorkspaceFolder | undefined, texts: NewDocumentParams["texts"]): Promise<string | undefined> {
  const suggested = await client.sendRequest<string | null>(SuggestName, { texts });
  return window.showInputBox({ title: QUESTIONS[kind], value: suggested ?? folder?.name ?? "", prompt: "Used for the file's name and its title." });
}

/** Undefined without a workspace folder, null when the person gave up choosing. */
async function chooseFolder(): Promise<WorkspaceFolder | undefined | null> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0];
  return (await window.showWorkspaceFolderPick({ placeHolder: "The folder that the document goes to" })) ?? null;
}

type NotationItem = QuickPickItem & { readonly notation: Notation };

const NOTATIONS: readonly NotationItem[] = [
  { label: "YAML", description: "short to write, takes comments", notation: "yaml" },
  { label: "Markdown", description: "fields above, free text below", notation: "markdown" },
  { label: "JSON", description: "for files that programs write as well", notation: "json" },
];

/** Where the notation chosen last is kept. */
const LAST_NOTATION = "clausewise.notation";

/** Asks how to write the document; what was chosen last time in this workspace comes first. */
async function chooseNotation(state: Memento): Promise<Notation | undefined> {
  const last = state.get<Notation>(LAST_NOTATION);
  const items = [...NOTATIONS].sort((a, b) => Number(b.notation === last) - Number(a.notation === last));
  const chosen = await window.showQuickPick(items, { title: "How it is written" });
  if (chosen) await state.update(LAST_NOTATION, chosen.notation);
  return chosen?.notation;
}

/** Beside the first document of the kind, else in a usual folder, else at the root. The profile always lies at the root. */
async function placeFor(client: BaseLanguageClient, kind: Kind, folder: WorkspaceFolder): Promise<Uri> {
  if (kind === "clausewise") return folder.uri;
  const rows = await client.sendRequest<Row[]>(Rows, { tree: "documents", parent: `kind|${kind}` });
  const beside = rows.flatMap((row) => (row.target?.uri.startsWith(`${folder.uri.toString()}/`) ? [row.target.uri] : []))[0];
  if (beside !== undefined) return Uri.joinPath(Uri.parse(beside, true), "..");
  for (const name of USUAL_FOLDERS) {
    const place = Uri.joinPath(folder.uri, name);
    if (await isFolder(place)) return place;
  }
  return folder.uri;
}

async function isFolder(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
}

/** Creates an empty file of that name, or with a number behind it when the name is taken. */
async function createIn(folder: Uri, fileName: string) {
  const dot = fileName.indexOf(".");
  for (let number = 1; ; number++) {
    const name = number === 1 ? fileName : `${fileName.slice(0, dot)}-${number}${fileName.slice(dot)}`;
    const uri = Uri.joinPath(folder, name);
    const edit = new WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
    const free = await workspace.fs.stat(uri).then(
      () => false,
      () => true,
    );
    if (free && (await workspace.applyEdit(edit))) return workspace.openTextDocument(uri);
    if (number > 99) throw new Error(`No free name for ${fileName} was found in ${folder.path}.`);
  }
}
