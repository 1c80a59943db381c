import { commands, Disposable, EventEmitter, ProgressLocation, StatusBarAlignment, window } from "vscode";
import type { Event, StatusBarItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ReadOn, ScanProgress, StopReading } from "../server/protocol";
import type { ScanProgressParams } from "../server/protocol";

/** Milliseconds of reading after which a notification shows how far it is, with a button that stops it. A small workspace is read before. */
const PATIENCE = 2_000;

/** How far the workspace is known: it is being read, a person stopped that, or all is read. */
export type ReadingState = "reading" | "stopped" | "whole";

/** What a view shows while the workspace is read, and above its rows afterwards. */
export interface ReadingView {
  /** Says above the rows what is missing among them; undefined once nothing is. */
  setNotice(notice: string | undefined): void;
}

/** Shows how far the reading of the workspace is, lets a person stop it, and says afterwards what was left unread and how to have it read. */
export class WorkspaceReading implements Disposable {
  /** Resolves when the workspace has been read, or a person stopped that, for the first time. */
  readonly ready: Promise<void>;
  readonly onDidChange: Event<ReadingState>;
  private readonly emitter = new EventEmitter<ReadingState>();
  private readonly item: StatusBarItem;
  private readonly subscriptions: Disposable;
  private current: ReadingState | undefined;
  private told: ScanProgressParams = { done: 0 };
  private patience: ReturnType<typeof setTimeout> | undefined;
  private readonly steps = new EventEmitter<void>();

  constructor(
    client: BaseLanguageClient,
    private readonly views: readonly ReadingView[],
  ) {
    this.onDidChange = this.emitter.event;
    this.ready = this.end();
    this.item = window.createStatusBarItem("clausewise.reading", StatusBarAlignment.Left);
    this.item.name = "Clausewise: Reading the Workspace";
    this.item.command = "clausewise.readOn";
    this.subscriptions = Disposable.from(
      this.emitter,
      this.steps,
      this.item,
      client.onNotification(ScanProgress, (progress: ScanProgressParams) => this.take(progress)),
      commands.registerCommand("clausewise.stopReading", () => client.sendNotification(StopReading)),
      commands.registerCommand("clausewise.readOn", () => client.sendNotification(ReadOn)),
      new Disposable(() => clearTimeout(this.patience)),
    );
    void window.withProgress({ location: { viewId: "clausewise.documents" } }, () => this.ready);
  }

  /** Undefined as long as the reading has not begun. */
  get state(): ReadingState | undefined {
    return this.current;
  }

  /** Without a folder there is nothing to read. */
  nothingToRead(): void {
    this.take({ done: 0, total: 0, end: "whole" });
  }

  private take(progress: ScanProgressParams): void {
    this.told = progress;
    if (progress.end === undefined) this.patience ??= setTimeout(() => this.showProgress(), PATIENCE);
    else {
      clearTimeout(this.patience);
      this.patience = undefined;
    }
    this.steps.fire();
    this.become(progress.end ?? "reading");
  }

  private become(state: ReadingState): void {
    const isNews = state !== this.current || state !== "reading";
    this.current = state;
    const unread = state === "stopped" ? `${this.extent()} read` : undefined;
    if (unread === undefined) this.item.hide();
    else {
      this.item.text = `$(debug-pause) Clausewise: ${unread}`;
      this.item.tooltip = "The reading of the workspace was stopped. Trees, findings and reports know nothing of the other files. Select to read them.";
      this.item.accessibilityInformation = { label: `Clausewise: reading stopped, ${unread}. Select to read the rest.`, role: "button" };
      this.item.show();
    }
    for (const view of this.views) view.setNotice(unread && `Reading was stopped: ${unread}. “Clausewise: Read the Rest of the Workspace” goes on.`);
    if (isNews) this.emitter.fire(state);
  }

  /** One notification for as long as something is read, though a new scan may take over from the one before. */
  private showProgress(): void {
    const options = { location: ProgressLocation.Notification, title: "Clausewise is reading the workspace", cancellable: true };
    void window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => void commands.executeCommand("clausewise.stopReading"));
      let shown = 0;
      const show = () => {
        const { done, total } = this.told;
        if (total === undefined) return;
        const percent = (done / Math.max(1, total)) * 100;
        progress.report({ message: this.extent(), increment: Math.max(0, percent - shown) });
        shown = Math.max(shown, percent);
      };
      show();
      const following = this.steps.event(show);
      await this.end();
      following.dispose();
    });
  }

  /** Resolves when the reading ends. */
  private end(): Promise<void> {
    return new Promise((resolve) => {
      const ended = this.emitter.event((state) => {
        if (state === "reading") return;
        ended.dispose();
        resolve();
      });
    });
  }

  private extent(): string {
    const { done, total } = this.told;
    return total === undefined ? (done === 0 ? "no file" : `${done.toLocaleString("en")} files`) : `${done.toLocaleString("en")} of ${total.toLocaleString("en")} files`;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}
