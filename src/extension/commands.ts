import { commands, ConfigurationTarget, Disposable, env, languages, Uri, window, workspace } from "vscode";
import type { LogOutputChannel, QuickPickItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ClauseList, Rescan } from "../server/protocol";
import type { ClauseItem, EditorSettings, Place, Row } from "../server/protocol";
import { OPEN_PAGE } from "./page-links";
import type { KindChoices } from "./settings";
import type { Tree } from "./trees";

interface Parts {
  readonly documents: Tree;
  readonly clauses: Tree;
  readonly kinds: KindChoices;
  readonly output: LogOutputChannel;
}

/** Registers the commands that look at things; those that make new documents have a file of their own. */
export function registerCommands(client: BaseLanguageClient, { documents, clauses, kinds, output }: Parts): Disposable {
  return Disposable.from(
    commands.registerCommand(OPEN_PAGE, openPage),
    commands.registerCommand("clausewise.openClause", () => openClause(client)),
    commands.registerCommand("clausewise.setKind", (row?: Row) => setKind(kinds, row)),
    commands.registerCommand("clausewise.revealInDocuments", (uri?: unknown, position?: Place) => revealInDocuments(documents, uri, position)),
    commands.registerCommand("clausewise.revealInClauses", () => revealInClauses(clauses)),
    commands.registerCommand("clausewise.copyAsMarkdown", async (row: Row) => env.clipboard.writeText(await treeOf(row, documents, clauses).markdownOf(row))),
    commands.registerCommand("clausewise.followEditor", () => workspace.getConfiguration("clausewise").update("followEditor", true, ConfigurationTarget.Global)),
    commands.registerCommand("clausewise.unfollowEditor", () => workspace.getConfiguration("clausewise").update("followEditor", false, ConfigurationTarget.Global)),
    commands.registerCommand("clausewise.nextProblem", (uri?: unknown) => nextProblem(uri)),
    commands.registerCommand("clausewise.getStarted", () => commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH, false)),
    commands.registerCommand("clausewise.showClauses", () => commands.executeCommand("clausewise.clauses.focus")),
    commands.registerCommand("clausewise.copyReference", (row: Row) => env.clipboard.writeText(referenceOf(row))),
    commands.registerCommand("clausewise.refresh", async () => {
      await client.sendNotification(Rescan);
      for (const tree of [documents, clauses]) tree.refresh();
    }),
    commands.registerCommand("clausewise.showOutput", () => output.show()),
  );
}

async function openPage(uri: string): Promise<void> {
  await commands.executeCommand("vscode.open", Uri.parse(uri, true));
}

async function openClause(client: BaseLanguageClient): Promise<void> {
  const clauses = await client.sendRequest<ClauseItem[]>(ClauseList);
  const items = clauses.map(({ label, standard, note, page }) => ({ label, description: standard, detail: note, page }));
  const chosen = await window.showQuickPick(items, { title: "Open the page of a clause", placeHolder: "Number or words, for example A.6.2.8 or event logs", matchOnDescription: true, matchOnDetail: true });
  if (chosen) await openPage(chosen.page);
}

type KindItem = QuickPickItem & { readonly kind_?: EditorSettings["kinds"][string] };

const KINDS: readonly KindItem[] = [
  { label: "Model card", description: "what a model is for, made from and worth", kind_: "model-card" },
  { label: "AI impact assessment", description: "what a system does to people and society", kind_: "impact-assessment" },
  { label: "Security risk file", description: "what can happen, and what is done about it", kind_: "security-risk" },
  { label: "Statement of applicability", description: "which controls of Annex A apply, and why", kind_: "statement-of-applicability" },
  { label: "None", description: "not a governance document", kind_: "none" },
];

/** Lets a person say what a file is; from a row of the tree or for the active editor. */
async function setKind(kinds: KindChoices, row: Row | undefined): Promise<void> {
  const uri = row?.target?.uri ?? window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) return;
  const current = kinds.all()[uri];
  const items: KindItem[] = [{ label: "Let Clausewise decide", description: "by its content, its name and clausewise.yaml" }, ...KINDS];
  const chosen = await window.showQuickPick(
    items.map((item) => (item.kind_ === current ? { ...item, label: `${item.label} $(check)` } : item)),
    { title: "What is this file?", placeHolder: uri.slice(uri.lastIndexOf("/") + 1) },
  );
  if (chosen) await kinds.choose(uri, chosen.kind_);
}

/** Shows a place in the Documents tree: the one that a lens names by its address, else that of the cursor. Menus give addresses of another type. */
async function revealInDocuments(documents: Tree, uri: unknown, position: Place | undefined): Promise<void> {
  const named = typeof uri === "string" && position !== undefined ? { uri, position } : undefined;
  const editor = window.activeTextEditor;
  const place = named ?? (editor && { uri: editor.document.uri.toString(), position: editor.selection.active });
  if (!place) return;
  const path = await documents.pathTo(place.uri, place.position);
  if (path.length > 0) await documents.reveal(path);
  else void window.showInformationMessage("This file is not in the Documents tree. “Clausewise: Set Document Kind” says what it is.");
}

/** The walkthrough of the manifest, with the extension that has it. */
const WALKTHROUGH = "clausewise.clausewise#start";

/** Shows the clause of the cursor in the Clauses tree: that of a reference, else that of the field. */
async function revealInClauses(clauses: Tree): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const path = await clauses.pathTo(editor.document.uri.toString(), editor.selection.active);
  if (path.length > 0) return clauses.reveal(path);
  const filtered = clauses.view.message ? " The filter of the tree may leave it out." : "";
  void window.showInformationMessage(`No clause stands behind the cursor. Put it on a field or on a reference such as “ISO/IEC 42001 A.9.4”.${filtered}`);
}

/** Rows of both trees have the same menu; those of the Clauses tree have ids that only it gives. */
function treeOf({ id }: Row, documents: Tree, clauses: Tree): Tree {
  return /^(?:standard|clause|evidence|several|stretch|documents?|within)\|/.test(id) ? clauses : documents;
}

/** Goes to the problem behind the cursor, of the file that a lens names or of the active one; else to the first of the workspace. */
async function nextProblem(uri: unknown): Promise<void> {
  const active = window.activeTextEditor?.document.uri;
  const named = typeof uri === "string" ? Uri.parse(uri, true) : active && hasFindings(active) ? active : firstWithFindings();
  if (!named) {
    void window.showInformationMessage("Clausewise has found no problems in this workspace.");
    return;
  }
  await window.showTextDocument(named);
  await commands.executeCommand("editor.action.marker.next");
}

function hasFindings(uri: Uri): boolean {
  return languages.getDiagnostics(uri).some((one) => one.source === "Clausewise");
}

function firstWithFindings(): Uri | undefined {
  return languages.getDiagnostics().find(([uri]) => hasFindings(uri))?.[0];
}

/** `iso42001:A.9.4`, as documents refer to clauses; the label of any other row. */
function referenceOf({ id, label }: Row): string {
  return /^clause\|(.+)$/.exec(id)?.[1] ?? label;
}
