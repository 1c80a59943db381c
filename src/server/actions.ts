import type { CodeAction, CodeActionParams, ClientCapabilities, Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { asksForFiles, codeActionsAt, resolveAction } from "../features/code-actions";
import { SOURCE } from "../features/diagnostics";
import { severityEdit } from "../features/severity-edit";
import { plainAbilities } from "../features/workspace-edit";
import type { EditAbilities } from "../features/workspace-edit";
import { SeverityEdit } from "./protocol";
import type { SeverityEditParams, SeverityEditResult } from "./protocol";
import type { Session } from "./session";

/** Runs work about a file with its newest text taken in; undefined when it went wrong. */
export type About = <Result>(uri: string, work: () => Result | Promise<Result>) => Promise<Result | undefined>;

/** Answers for code actions: what is on offer, the edits of one that was chosen, and the edit that sets a rule's severity. */
export class Actions {
  private abilities: EditAbilities = plainAbilities;
  private resolves = false;

  constructor(
    private readonly session: Session,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly about: About,
    /** The workspace's files as URIs. */
    private readonly files: () => Promise<readonly string[]>,
  ) {}

  setClient({ workspace, textDocument }: ClientCapabilities): void {
    const edits = workspace?.workspaceEdit;
    const versions = edits?.documentChanges === true;
    this.abilities = { versions, snippets: versions && edits.snippetEditSupport === true, creates: versions && edits.resourceOperations?.includes("create") === true };
    const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
    this.resolves = dataSupport === true && resolveSupport?.properties.includes("edit") === true;
  }

  listen(connection: Connection): void {
    connection.onCodeAction(async (params) => (await this.about(params.textDocument.uri, () => this.at(params))) ?? []);
    connection.onCodeActionResolve(async (action) => {
      const uri = (action.data as { uri?: string } | undefined)?.uri ?? "";
      return (await this.about(uri, () => resolveAction(this.session.context(), action, this.versionOf, this.abilities))) ?? action;
    });
    connection.onRequest(SeverityEdit, async ({ uri, rule, setting }: SeverityEditParams): Promise<SeverityEditResult | null> => {
      const made = await this.about(uri, () => severityEdit(this.session.context(), uri, rule, setting, this.versionOf, { ...this.abilities, snippets: false }));
      return made ?? null;
    });
  }

  private async at({ textDocument: { uri }, range, context: { only, diagnostics } }: CodeActionParams): Promise<CodeAction[]> {
    const files = asksForFiles(this.session.context(), uri, range) ? await this.files() : [];
    const open = this.documents.get(uri);
    const ours = diagnostics.filter((one) => one.source === SOURCE).map((one) => String(one.code));
    return codeActionsAt(this.session.context(), uri, {
      range,
      ...(only ? { only } : {}),
      // An editor that names other tools' findings alone still wants to know what we can do there.
      ...(ours.length > 0 ? { rules: ours } : {}),
      version: this.versionOf(uri),
      versionOf: this.versionOf,
      abilities: this.abilities,
      comments: open?.languageId === "jsonc" || uri.endsWith(".jsonc"),
      resolves: this.resolves,
      files,
    });
  }

  private readonly versionOf = (uri: string): number | null => this.documents.get(uri)?.version ?? null;
}
