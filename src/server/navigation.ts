import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { ClientCapabilities, Connection, Location, LocationLink, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { definitionsAt, implementationsAt, referencesAt } from "../features/navigation";
import { pageTextAt } from "../features/page";
import { renamedAt, renamingAt } from "../features/rename";
import { plainAbilities } from "../features/workspace-edit";
import type { EditAbilities } from "../features/workspace-edit";
import { workspaceSymbols } from "../features/workspace-symbols";
import type { About } from "./actions";
import { PageText } from "./protocol";
import type { UriParams } from "./protocol";
import type { Session } from "./session";

/** What the server says of itself, so that editors ask. */
export const NAVIGATION = {
  definitionProvider: true,
  implementationProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
} as const;

/** Answers for the ways between clauses, evidence and ids: definition, implementation, references, rename, symbols. */
export class Navigation {
  private abilities: EditAbilities = plainAbilities;
  private links = { definition: false, implementation: false };

  constructor(
    private readonly session: Session,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly about: About,
  ) {}

  setClient({ workspace, textDocument }: ClientCapabilities): void {
    this.abilities = { ...plainAbilities, versions: workspace?.workspaceEdit?.documentChanges === true };
    this.links = { definition: textDocument?.definition?.linkSupport === true, implementation: textDocument?.implementation?.linkSupport === true };
  }

  listen(connection: Connection): void {
    const { session, about } = this;
    connection.onDefinition(async ({ textDocument: { uri }, position }) => places(await about(uri, () => definitionsAt(session.context(), uri, position)), this.links.definition));
    connection.onImplementation(async ({ textDocument: { uri }, position }) => places(await about(uri, () => implementationsAt(session.context(), uri, position)), this.links.implementation));
    connection.onReferences(async ({ textDocument: { uri }, position, context: { includeDeclaration } }) => (await about(uri, () => referencesAt(session.context(), uri, position, includeDeclaration))) ?? []);
    connection.onPrepareRename(async ({ textDocument: { uri }, position }) => {
      const renaming = await about(uri, () => renamingAt(session.context(), uri, position));
      if (renaming && "refusal" in renaming) throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.refusal);
      return renaming ?? null;
    });
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
      const versionOf = (file: string) => this.documents.get(file)?.version ?? null;
      const renamed = await about(uri, () => renamedAt(session.context(), uri, position, newName, versionOf, this.abilities));
      if (renamed && "refusal" in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, renamed.refusal);
      return renamed?.edit ?? null;
    });
    connection.onRequest(PageText, async ({ uri }: UriParams) => (await about("", () => pageTextAt(session.context(), uri))) ?? null);
    connection.onWorkspaceSymbol(async ({ query }) => (await about("", () => workspaceSymbols(session.context(), query))) ?? []);
  }
}

/** Links carry the words they start from; clients that know none get plain places. */
function places(links: readonly LocationLink[] | undefined, linkSupport: boolean): LocationLink[] | Location[] {
  if (!links) return [];
  return linkSupport ? [...links] : links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
