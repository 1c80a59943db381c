import { commands, Disposable, QuickPickItemKind, window } from "vscode";
import type { Memento, QuickPickItem } from "vscode";
import type { ClauseView, CoverageState, StandardId } from "../server/protocol";
import { chooseRevision, filesChangedSince, onGitChange } from "./changed-files";
import { gitApi } from "./git";
import type { GitApi } from "./git";
import type { Tree } from "./trees";

const KEY = "clausewise.clauseView";

const STATES: Readonly<Record<CoverageState, string>> = {
  evidenced: "Evidenced",
  partly: "Partly evidenced",
  placeholder: "Placeholder only",
  missing: "Missing",
  "not-applicable": "Not applicable",
  "out-of-reach": "Not evidenced by these documents",
};

const STANDARDS: Readonly<Record<StandardId, string>> = { iso42001: "ISO/IEC 42001:2023", iso27001: "ISO/IEC 27001:2022" };

/** A view as it is kept: the revision instead of the files that changed since. */
type KeptView = Omit<ClauseView, "files"> & { readonly since?: string };

/** The ways to look at the Clauses tree: filtered, and by theme or by document. Kept with the workspace. */
export function registerClauseViews(tree: Tree, state: Memento): Disposable {
  const views = new ClauseViews(tree, state);
  return Disposable.from(
    views,
    commands.registerCommand("clausewise.filterClauses", async () => {
      const view = await chooseFilter(views.view);
      if (view) await views.look(view);
    }),
    commands.registerCommand("clausewise.searchClauses", async () => {
      const text = await window.showInputBox({ title: "Show the clauses with these words", prompt: "Number or words of the title; empty for all", placeHolder: "A.6.2 or event logs", value: views.view.text ?? "" });
      if (text !== undefined) await views.look({ ...views.view, text: text.trim() });
    }),
    commands.registerCommand("clausewise.changedClauses", (revision?: unknown) => views.lookSince(revision)),
    commands.registerCommand("clausewise.clearClauseFilter", () => views.look({ group: views.view.group ?? "theme" })),
    commands.registerCommand("clausewise.groupByDocument", () => views.look({ ...views.view, group: "document" })),
    commands.registerCommand("clausewise.groupByTheme", () => views.look({ ...views.view, group: "theme" })),
  );
}

const NO_GIT = "This workspace has no git repository that the editor can read, so there is no revision to compare with.";

/** Holds how the tree is looked at, and follows git while only what changed is shown. */
class ClauseViews implements Disposable {
  view: KeptView;
  private following: Disposable | undefined;
  private files: readonly string[] | undefined;

  constructor(
    private readonly tree: Tree,
    private readonly state: Memento,
  ) {
    this.view = state.get<KeptView>(KEY, {});
    void this.restore();
  }

  /** Shows the tree in another way and remembers it. */
  async look(view: KeptView): Promise<void> {
    this.view = withoutEmpty(view);
    if (this.view.since === undefined) this.follow(undefined);
    this.show();
    await this.state.update(KEY, this.view);
  }

  /** Shows only what changed since a revision, which is asked for unless one is given. */
  async lookSince(given: unknown): Promise<void> {
    const git = await gitApi();
    if (!git || git.repositories.length === 0) {
      void window.showInformationMessage(NO_GIT);
      return;
    }
    const since = typeof given === "string" ? given : await chooseRevision(git);
    if (since === undefined) return;
    const files = await filesChangedSince(git, since);
    if (!files) {
      void window.showInformationMessage(`Git knows no revision “${since}” here. Choose a branch or a tag, or type the beginning of a commit’s number.`);
      return;
    }
    this.follow(git, files);
    await this.look({ ...this.view, since });
  }

  dispose(): void {
    this.following?.dispose();
  }

  /** A revision that is gone, or a workspace without git by now, leaves everything to be seen. */
  private async restore(): Promise<void> {
    const { since, ...others } = this.view;
    this.view = others;
    this.show();
    const git = since === undefined ? undefined : await gitApi();
    const files = git && since !== undefined ? await filesChangedSince(git, since) : undefined;
    if (!git || !files || this.view.since !== undefined) return;
    this.follow(git, files);
    this.view = withoutEmpty({ ...this.view, since });
    this.show();
  }

  private follow(git: GitApi | undefined, files?: readonly string[]): void {
    this.following?.dispose();
    this.files = files;
    this.following = git && onGitChange(git, () => void this.lookAgain(git));
  }

  private async lookAgain(git: GitApi): Promise<void> {
    const { since } = this.view;
    const files = since === undefined ? undefined : await filesChangedSince(git, since);
    if (!files || this.view.since !== since || files.join("\n") === this.files?.join("\n")) return;
    this.files = files;
    this.show();
  }

  private show(): void {
    const { since, ...view } = this.view;
    const message = messageOf(this.view);
    this.tree.setClauseView(since === undefined || !this.files ? view : { ...view, files: this.files }, message);
    void commands.executeCommand("setContext", "clausewise.clausesFiltered", message !== undefined);
    void commands.executeCommand("setContext", "clausewise.clausesByDocument", view.group === "document");
  }
}

interface Choice extends QuickPickItem {
  readonly standard?: StandardId;
  readonly state?: CoverageState;
}

/** Asks which standards and states to show; none chosen of either means all of it. */
async function chooseFilter(view: KeptView): Promise<KeptView | undefined> {
  const standards = Object.entries(STANDARDS).map(([standard, label]): Choice => ({ label, standard: standard as StandardId, picked: view.standards?.includes(standard as StandardId) ?? false }));
  const states = Object.entries(STATES).map(([state, label]): Choice => ({ label, state: state as CoverageState, picked: view.states?.includes(state as CoverageState) ?? false }));
  const items: Choice[] = [{ label: "Standard", kind: QuickPickItemKind.Separator }, ...standards, { label: "State", kind: QuickPickItemKind.Separator }, ...states];
  const chosen = await window.showQuickPick(items, { title: "Filter the clauses", placeHolder: "Choose what to show; nothing chosen shows all", canPickMany: true });
  return chosen && { ...view, standards: chosen.flatMap((one) => one.standard ?? []), states: chosen.flatMap((one) => one.state ?? []) };
}

function withoutEmpty({ group, standards, states, text, since }: { [Part in keyof KeptView]: KeptView[Part] | undefined }): KeptView {
  return { ...(group ? { group } : {}), ...(standards?.length ? { standards } : {}), ...(states?.length ? { states } : {}), ...(text ? { text } : {}), ...(since ? { since } : {}) };
}

/** What a filter leaves, in one line; undefined for all. */
function messageOf({ standards, states, text, since }: KeptView): string | undefined {
  const parts = [...(standards ?? []).map((one) => STANDARDS[one]), ...(states ?? []).map((one) => STATES[one].toLowerCase()), ...(text ? [`“${text}”`] : []), ...(since ? [`changed since ${since}`] : [])];
  return parts.length === 0 ? undefined : `Showing only: ${parts.join(", ")}`;
}
