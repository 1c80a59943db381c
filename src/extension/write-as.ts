import { commands, Position, Range, Uri, ViewColumn, window, workspace, WorkspaceEdit } from "vscode";
import type { Disposable, QuickPickItem, TextDocument } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { OfferToWrite, WriteDocument } from "../server/protocol";
import type { Place, Row, WriteOffer, WriteOfferParams, WriteParams, WrittenDocument } from "../server/protocol";

/** Registers the command that writes a document in another format, as a file of its own. */
export function registerWriting(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("clausewise.writeAs", (from?: unknown, position?: unknown) => writeAs(client, placeOf(from, position)));
}

/** A document by what the command comes with: an action gives address and place, a tree its row, a menu or the palette the active editor. */
function placeOf(from: unknown, position: unknown): WriteOfferParams | undefined {
  if (typeof from === "string") return { uri: from, position: position as Place };
  const target = typeof from === "object" && from !== null && "target" in from ? (from as Row).target : undefined;
  if (target) return { uri: target.uri, ...(target.range ? { position: target.range.start } : {}) };
  const editor = window.activeTextEditor;
  return editor && { uri: editor.document.uri.toString(), position: editor.selection.active };
}

type WayItem = QuickPickItem & { readonly target: string };

async function writeAs(client: BaseLanguageClient, place: WriteOfferParams | undefined): Promise<void> {
  const offer = place && (await client.sendRequest<WriteOffer | null>(OfferToWrite, place));
  if (!place || !offer || offer.ways.length === 0) {
    void window.showInformationMessage("There is nothing to write anew here. Open a model card, an assessment, a risk file or a statement that says something.");
    return;
  }
  const items = offer.ways.map(({ target, title, about, lost, inShort }): WayItem => ({ label: title, description: lost === 0 ? "nothing is lost" : `loses ${lost}: ${inShort}`, detail: about, target }));
  const chosen = await window.showQuickPick(items, { title: `Write “${offer.name}” as…`, placeHolder: "A new file; this one stays as it is", matchOnDescription: true, matchOnDetail: true });
  if (!chosen) return;
  const params: WriteParams = { uri: place.uri, part: offer.part, target: chosen.target };
  const written = await client.sendRequest<WrittenDocument | null>(WriteDocument, params);
  const document = written && (await newFile(Uri.parse(place.uri, true), written));
  if (!document) return;
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false });
  void tell(written);
}

/** Says what was lost, with the way to the list. */
async function tell({ form, lost, inShort, page }: WrittenDocument): Promise<void> {
  const told = lost === 0 ? `Written as ${form}; nothing is lost. The new file is not saved yet.` : `Written as ${form}, and not saved yet. Lost: ${inShort}.`;
  const chosen = await window.showInformationMessage(told, ...(lost === 0 ? [] : ["Show What Is Lost"]));
  if (chosen) await commands.executeCommand("vscode.open", Uri.parse(page, true), { viewColumn: ViewColumn.Active });
}

/**
 * The new file, not saved yet, in the folder of the one that it was made from; without a name where no file can be made there. A file that
 * is there already is changed only when the person says so, and the change can be taken back. Undefined when the person gave up.
 */
async function newFile(source: Uri, { fileName, language, text }: WrittenDocument): Promise<TextDocument | undefined> {
  const unnamed = () => workspace.openTextDocument({ language, content: text });
  if (source.scheme === "untitled" || workspace.fs.isWritableFileSystem(source.scheme) !== true) return unnamed();
  const folder = Uri.joinPath(source, "..");
  const wanted = Uri.joinPath(folder, fileName);
  const isTaken = await isThere(wanted);
  const free = isTaken ? await freeName(folder, fileName) : wanted;
  const place = isTaken ? await chooseName(wanted, free, wanted.toString() === source.toString()) : wanted;
  if (!place) return undefined;
  const edit = new WorkspaceEdit();
  if (place === wanted && isTaken) {
    const { lineCount } = await workspace.openTextDocument(place);
    edit.replace(place, new Range(0, 0, lineCount, 0), text);
  } else {
    edit.createFile(place, { overwrite: false, ignoreIfExists: false });
    edit.insert(place, new Position(0, 0), text);
  }
  return (await workspace.applyEdit(edit)) ? workspace.openTextDocument(place) : unnamed();
}

/** Asks what to do where the name is taken; the file that is being written anew is never offered for replacing. */
async function chooseName(taken: Uri, free: Uri, isSource: boolean): Promise<Uri | undefined> {
  const other = { label: `Write ${nameOf(free)}`, description: "beside it", place: free };
  if (isSource) return free;
  const replace = { label: `Replace the text of ${nameOf(taken)}`, description: "not saved until you save it", place: taken };
  return (await window.showQuickPick([other, replace], { title: `${nameOf(taken)} is there already` }))?.place;
}

async function freeName(folder: Uri, name: string): Promise<Uri> {
  const dot = name.indexOf(".");
  for (let number = 2; ; number++) {
    const uri = Uri.joinPath(folder, `${name.slice(0, dot)}-${number}${name.slice(dot)}`);
    if (!(await isThere(uri))) return uri;
  }
}

async function isThere(uri: Uri): Promise<boolean> {
  // An editor may hold a new file that nobody saved yet.
  if (workspace.textDocuments.some((one) => one.uri.toString() === uri.toString() && !one.isClosed)) return true;
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
