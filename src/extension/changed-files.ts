import { Disposable, QuickPickItemKind, window } from "vscode";
import type { QuickPickItem } from "vscode";
import type { GitApi, GitRef } from "./git";

/** The saved files that differ from a revision, new ones too, as addresses; undefined where no repository of the workspace knows it. */
export async function filesChangedSince({ repositories }: GitApi, revision: string): Promise<readonly string[] | undefined> {
  // Git would take it for an option.
  if (revision.startsWith("-")) return undefined;
  const found = await Promise.all(
    repositories.map(async (repository) => {
      const changes = await repository.diffWith(revision).catch(() => undefined);
      const { workingTreeChanges, untrackedChanges = [] } = repository.state;
      return changes && [...changes, ...workingTreeChanges, ...untrackedChanges].map(({ uri }) => uri.toString());
    }),
  );
  const known = found.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : [...new Set(known.flat())].sort();
}

/** Calls `changed` whenever git sees that files, branches or commits are others than before. */
export function onGitChange({ repositories }: GitApi, changed: () => void): Disposable {
  return Disposable.from(...repositories.map(({ state }) => state.onDidChange(changed)));
}

const KINDS: Readonly<Record<GitRef["type"], string>> = { 0: "Branches", 1: "Branches of remotes", 2: "Tags" };

/** Asks for a revision: the last commit, a branch, a tag, or whatever is typed. */
export async function chooseRevision(git: GitApi): Promise<string | undefined> {
  const pick = window.createQuickPick();
  pick.title = "Show the clauses for which something changed";
  pick.placeholder = "Since which revision? A branch, a tag, or a commit as you type it";
  pick.busy = true;
  const known: QuickPickItem[] = [{ label: "HEAD", description: "what is not committed yet" }];
  const show = () => {
    const typed = pick.value.trim();
    const own = typed === "" || known.some(({ label }) => label === typed) ? [] : [{ label: typed, description: "as typed", alwaysShow: true }];
    pick.items = [...known, ...own];
  };
  show();
  pick.onDidChangeValue(show);
  const chosen = new Promise<string | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
  });
  pick.show();
  void refsOf(git).then((refs) => {
    known.push(...refs);
    pick.busy = false;
    show();
  });
  const revision = await chosen;
  pick.dispose();
  return revision;
}

async function refsOf({ repositories }: GitApi): Promise<QuickPickItem[]> {
  const all = (await Promise.all(repositories.map((one) => one.getRefs({}).catch(() => [])))).flat();
  return ([0, 1, 2] as const).flatMap((type) => {
    const names = [...new Set(all.flatMap((ref) => (ref.type === type && ref.name !== undefined ? [ref.name] : [])))];
    return names.length === 0 ? [] : [{ label: KINDS[type], kind: QuickPickItemKind.Separator }, ...names.map((label) => ({ label }))];
  });
}
