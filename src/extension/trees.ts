import { Disposable, EventEmitter, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window } from "vscode";
import type { Command, Event, TextDocumentShowOptions, TreeDataProvider, TreeView } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ChangedRows, RowMarkdown, RowPath, Rows } from "../server/protocol";
import type { ChangedRowsParams, ClauseView, Place, Row, RowMarkdownParams, RowPathParams, RowsBelow, RowsParams, RowState, Target } from "../server/protocol";
import { HeldRows } from "./held-rows";
import { pageMarkdown } from "./page-links";
import type { ReadingView } from "./workspace-reading";

/** Shapes that carry the state without colour, and colours that can be seen in every theme. What is not there yet is no alarm. */
const ICONS: Readonly<Record<RowState, ThemeIcon | undefined>> = {
  filled: new ThemeIcon("circle-large-filled", new ThemeColor("charts.green")),
  partly: new ThemeIcon("color-mode", new ThemeColor("charts.yellow")),
  placeholder: new ThemeIcon("issue-draft", new ThemeColor("charts.yellow")),
  missing: new ThemeIcon("circle-large-outline", new ThemeColor("descriptionForeground")),
  "not-applicable": new ThemeIcon("circle-slash", new ThemeColor("descriptionForeground")),
  "out-of-reach": new ThemeIcon("dash", new ThemeColor("disabledForeground")),
  none: undefined,
};

/** While the editor reads the rows anew it passes over what it is asked to show, without a word or with an error, so it is asked again. */
const REVEAL_ATTEMPTS = 10;
/** Milliseconds between two attempts. */
const REVEAL_AGAIN = 200;

/** One of the two trees. The server makes the rows; here they only become items of a view. */
export class Tree implements ReadingView, Disposable {
  readonly view: TreeView<Row>;
  /** Fires when what the rows are made from has changed. */
  readonly onDidChange: Event<void>;
  /** Tells how many rows stand at the top each time they were looked at. */
  readonly onDidReadTop: Event<number>;
  private readonly renewal = new EventEmitter<Row[] | undefined>();
  private readonly topReader = new EventEmitter<number>();
  private readonly held = new HeldRows();
  private readonly subscription: Disposable;
  private shownView: ClauseView = {};
  private notice: string | undefined;
  private viewMessage: string | undefined;
  private revealed: Row | undefined;
  private looking = false;
  private lookAgain = false;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly tree: RowsParams["tree"],
    changed: Event<void>,
  ) {
    this.onDidChange = changed;
    this.onDidReadTop = this.topReader.event;
    const treeDataProvider: TreeDataProvider<Row> = {
      onDidChangeTreeData: this.renewal.event,
      getChildren: (parent) => this.read(parent),
      getParent: (row) => this.held.parentOf(row),
      getTreeItem: (row) => this.getTreeItem(row),
    };
    this.view = window.createTreeView(`clausewise.${tree}`, { treeDataProvider, showCollapseAll: true });
    this.subscription = changed(() => void this.update());
  }

  /** Reads everything anew. */
  refresh(): void {
    this.held.restart();
    this.renewal.fire(undefined);
  }

  /** Has the editor show anew what has changed of the rows that it has; one that shows none reads them when it does. */
  async update(): Promise<void> {
    if (!this.view.visible || this.held.top === undefined) {
      this.refresh();
      return;
    }
    this.lookAgain = this.looking;
    if (this.looking) return;
    this.looking = true;
    try {
      do {
        this.lookAgain = false;
        await this.showNews();
      } while (this.lookAgain as boolean);
    } catch {
      // The server is starting or stopping; the next change asks again.
    } finally {
      this.looking = false;
    }
  }

  /** How the rows are looked at. */
  get clauseView(): ClauseView {
    return this.shownView;
  }

  /** Shows the rows in another way; `message` says above them what is left out. */
  setClauseView(view: ClauseView, message: string | undefined): void {
    this.shownView = view;
    this.viewMessage = message;
    this.showMessage();
    this.refresh();
  }

  /** Says above the rows what is missing among them, whatever the way in which they are shown. */
  setNotice(notice: string | undefined): void {
    this.notice = notice;
    this.showMessage();
  }

  private showMessage(): void {
    this.view.message = [this.notice, this.viewMessage].filter(Boolean).join(" ");
  }

  /** The row for a place in a file with its ancestors, from the top; empty where the tree shows none. */
  async pathTo(uri: string, { line, character }: Place): Promise<Row[]> {
    // Plain parts: a worker's messages carry an editor's own position without them.
    return this.client.sendRequest<Row[]>(RowPath, { tree: this.tree, uri, position: { line, character }, view: this.shownView } satisfies RowPathParams);
  }

  /** A row and all below it as a Markdown list. */
  async markdownOf(row: Row): Promise<string> {
    return this.client.sendRequest<string>(RowMarkdown, { tree: this.tree, row, view: this.shownView } satisfies RowMarkdownParams);
  }

  /** The rows below a row, or at the top, as they are now. */
  async getChildren(parent?: Row): Promise<Row[]> {
    if (!this.client.isRunning()) return [];
    return this.client.sendRequest<Row[]>(Rows, { tree: this.tree, parent: parent?.id, view: this.shownView } satisfies RowsParams);
  }

  /** Shows a row whose ancestors, from the top, are given before it. The keyboard goes along only when asked to. */
  async reveal(path: readonly Row[], focus = true): Promise<void> {
    const row = path.map((one, index) => this.held.hold(one, path[index - 1]?.id)).at(-1);
    this.revealed = row;
    // Once another row is to be shown, this one is of no interest any more.
    for (let attempt = 1; row && row === this.revealed && attempt <= REVEAL_ATTEMPTS; attempt++) {
      await this.view.reveal(row, { select: true, focus }).then(undefined, (error: unknown) => {
        if (attempt === REVEAL_ATTEMPTS) throw error;
      });
      if (this.view.selection[0]?.id === row.id) return;
      await new Promise((resolve) => setTimeout(resolve, REVEAL_AGAIN));
    }
  }

  getTreeItem(row: Row): TreeItem {
    const closed = row.expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(row.label, row.expandable ? closed : TreeItemCollapsibleState.None);
    item.id = row.id;
    item.description = row.description ?? "";
    item.iconPath = row.icon ? new ThemeIcon(row.icon) : ICONS[row.state];
    item.tooltip = row.tooltip === undefined ? row.label : pageMarkdown(row.tooltip);
    item.accessibilityInformation = { label: row.spoken };
    item.contextValue = row.context;
    if (row.target) item.command = openCommand(row.target);
    return item;
  }

  dispose(): void {
    Disposable.from(this.view, this.renewal, this.topReader, this.subscription).dispose();
  }

  private async read(parent: Row | undefined): Promise<Row[]> {
    const rows = this.held.take(parent?.id, await this.getChildren(parent));
    if (!parent) this.topReader.fire(rows.length);
    return rows;
  }

  private async showNews(): Promise<void> {
    const news = await this.client.sendRequest<RowsBelow[]>(ChangedRows, { tree: this.tree, known: this.held.known(), view: this.shownView } satisfies ChangedRowsParams);
    const renewal = this.held.renew(news);
    if (renewal === "all") this.renewal.fire(undefined);
    else if (renewal.length > 0) this.renewal.fire([...renewal]);
    if (this.held.top !== undefined) this.topReader.fire(this.held.top);
  }
}

/** Opens a place with its words selected, or a page, as a click in the editor's own trees does: as a preview, and the tree keeps the focus. */
function openCommand({ uri, range }: Target): Command {
  const selection = range && new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  const options: TextDocumentShowOptions = { selection };
  return { title: "Open", command: "vscode.open", arguments: [Uri.parse(uri, true), options] };
}
