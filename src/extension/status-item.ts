import { Disposable, languages, LanguageStatusSeverity, window } from "vscode";
import type { Event, LanguageStatusItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Status } from "../server/protocol";
import type { DocumentStatus } from "../server/protocol";
import type { KindChoices } from "./settings";

/** What the file in the active editor was taken for, why, and how far it is. Not shown for files that are none of ours. */
export class StatusItem implements Disposable {
  private readonly item: LanguageStatusItem;
  private readonly subscriptions: Disposable;
  private asked = 0;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly kinds: KindChoices,
    changed: Event<void>,
  ) {
    this.item = languages.createLanguageStatusItem("clausewise.status", []);
    this.item.name = "Clausewise";
    this.item.command = { title: "Change…", command: "clausewise.setKind", tooltip: "Say what this file is" };
    const update = () => void this.update();
    this.subscriptions = Disposable.from(this.item, changed(update), window.onDidChangeActiveTextEditor(update));
  }

  /** While the workspace is read what the item says may still change. */
  showReading(isReading: boolean): void {
    this.item.busy = isReading;
    if (!isReading) void this.update();
  }

  private async update(): Promise<void> {
    const asked = ++this.asked;
    const document = window.activeTextEditor?.document;
    const status = document && this.client.isRunning() ? await this.client.sendRequest<DocumentStatus | null>(Status, { uri: document.uri.toString() }) : null;
    if (asked !== this.asked) return;
    const chosen = document && this.kinds.all()[document.uri.toString()];
    if (!document || !status || (status.kind === null && status.candidate === undefined && chosen === undefined)) {
      this.item.selector = [];
      return;
    }
    this.item.selector = { scheme: document.uri.scheme, pattern: document.uri.fsPath };
    this.item.text = textOf(status);
    // The flyout shows its text as it stands.
    this.item.detail = status.because.replaceAll("`", "");
    this.item.severity = status.problems > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

/** E.g. `Model card · 14 of 22 fields · 3 to fill in · 2 problems`. */
function textOf({ kind, title, filled, expected, problems, toFillIn, candidate }: DocumentStatus): string {
  if (kind === null) return candidate === undefined ? "Not a governance document" : `Not recognised: ${title}`;
  const fields = kind === "clausewise" ? "" : `${filled} of ${expected} fields`;
  const standIns = toFillIn === 0 ? "" : `${toFillIn} to fill in`;
  const found = problems === 0 ? "" : problems === 1 ? "1 problem" : `${problems} problems`;
  return [title, fields, standIns, found || standIns ? found : "no problems"].filter(Boolean).join(" · ");
}
