import { commands, Disposable, env, Range, Uri, window, workspace } from "vscode";
import type { QuickPickItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ClauseList, PAGE_SCHEME, RowPath } from "../server/protocol";
import type { ClauseItem, EditorSettings, Row, RowPathParams, Target } from "../server/protocol";
import { PAGE_VIEW } from "./pages";
import type { KindChoices } from "./settings";
import type { Tree } from "./trees";

interface Parts {
  readonly documents: Tree;
  readonly clauses: Tree;
  readonly kinds: KindChoices;
}

/** Registers the commands that look at things; those that make new documents have a file of their own. */
export function registerCommands(client: BaseLanguageClient, { documents, clauses, kinds }: Parts): Disposable {
  return Disposable.from(
    commands.registerCommand("clausewise.openTarget", openTarget),
    commands.registerCommand("clausewise.openPage", (uri: string) => openTarget({ uri })),
    commands.registerCommand("clausewise.openClause", () => openClause(client)),
    commands.registerCommand("clausewise.setKind", (row?: Row) => setKind(kinds, row)),
    commands.registerCommand("clausewise.revealInDocuments", () => revealActive(client, documents)),
    commands.registerCommand("clausewise.copyReference", (row: Row) => env.clipboard.writeText(referenceOf(row))),
    commands.registerCommand("clausewise.refresh", () => [documents, clauses].forEach((tree) => tree.refresh())),
  );
}

/** Opens a place in a document with its words selected, or a page. */
async function openTarget({ uri, range }: Target): Promise<void> {
  const address = Uri.parse(uri, true);
  if (address.scheme === PAGE_SCHEME) {
    await commands.executeCommand("vscode.openWith", address, PAGE_VIEW);
    return;
  }
  const selection = range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  await window.showTextDocument(await workspace.openTextDocument(address), { selection });
}

async function openClause(client: BaseLanguageClient): Promise<void> {
  const clauses = await client.sendRequest<ClauseItem[]>(ClauseList);
  const items = clauses.map(({ label, standard, note, page }) => ({ label, description: standard, detail: note, page }));
  const chosen = await window.showQuickPick(items, { title: "Open the page of a clause", placeHolder: "Number or words, for example A.6.2.8 or event logs", matchOnDescription: true, matchOnDetail: true });
  if (chosen) await openTarget({ uri: chosen.page });
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

async function revealActive(client: BaseLanguageClient, documents: Tree): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const params: RowPathParams = { uri: editor.document.uri.toString(), position: editor.selection.active };
  const path = await client.sendRequest<Row[]>(RowPath, params);
  if (path.length > 0) await documents.reveal(path);
  else void window.showInformationMessage("This file is not in the Documents tree. “Clausewise: Set Document Kind” says what it is.");
}

/** `ISO/IEC 42001 A.9.4 Intended use of the AI system` for a clause, else the label. */
function referenceOf({ id, label }: Row): string {
  const standard = /^clause\|iso(\d+):/.exec(id)?.[1];
  return standard === undefined ? label : `ISO/IEC ${standard} ${label}`;
}
