import * as vscode from "vscode";
import { until } from "./workspace-files";

/** Waits until the active tab is a page of ours that `wanted` is content with, and gives its address. */
export async function pageShown(wanted: (address: string) => boolean = () => true): Promise<string> {
  return until(vscode.window.tabGroups.onDidChangeTabs, () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const address = input instanceof vscode.TabInputCustom && input.viewType === "clausewise.page" ? input.uri.toString(true) : undefined;
    return address !== undefined && wanted(address) && address;
  });
}
