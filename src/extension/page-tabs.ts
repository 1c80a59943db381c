import { commands, TabInputCustom, window } from "vscode";
import type { Disposable, Tab } from "vscode";

/** Pages that stay open; the oldest of more is closed again. */
const MOST = 12;

/**
 * Keeps the tabs of pages. The editor goes back and forward only to pages that are still open, and would close one that is shown as
 * a preview as soon as a link of it, or the next row of a tree, is followed. So that tabs do not pile up, the pages that were opened
 * first go when there are many; one that a person pinned stays.
 */
export function keepPages(view: string): Disposable {
  const order: string[] = [];
  return window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
    for (const tab of [...opened, ...changed]) {
      const address = pageOf(tab, view);
      if (address === undefined || !tab.isActive) continue;
      order.splice(0, order.length, ...order.filter((one) => one !== address), address);
      if (tab.isPreview && tab.group.isActive) void commands.executeCommand("workbench.action.keepEditor");
    }
    const pages = window.tabGroups.all.flatMap(({ tabs }) => tabs).filter((tab) => pageOf(tab, view) !== undefined && !tab.isPinned && !tab.isActive);
    const old = pages.sort((a, b) => order.indexOf(pageOf(a, view) ?? "") - order.indexOf(pageOf(b, view) ?? "")).slice(0, Math.max(0, pages.length - MOST));
    if (old.length > 0) void window.tabGroups.close(old, true);
  });
}

function pageOf({ input }: Tab, view: string): string | undefined {
  return input instanceof TabInputCustom && input.viewType === view ? input.uri.toString(true) : undefined;
}
