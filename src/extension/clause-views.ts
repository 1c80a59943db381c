import { commands, Disposable, QuickPickItemKind, window } from "vscode";
import type { Memento, QuickPickItem } from "vscode";
import type { ClauseView, CoverageState, StandardId } from "../server/protocol";
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

/** The ways to look at the Clauses tree: filtered, and by theme or by document. Kept with the workspace. */
export function registerClauseViews(tree: Tree, state: Memento): Disposable {
  const look = async (view: ClauseView) => {
    tree.setClauseView(view, messageOf(view));
    await state.update(KEY, view);
    await commands.executeCommand("setContext", "clausewise.clausesFiltered", messageOf(view) !== undefined);
    await commands.executeCommand("setContext", "clausewise.clausesByDocument", view.group === "document");
  };
  void look(state.get<ClauseView>(KEY, {}));
  return Disposable.from(
    commands.registerCommand("clausewise.filterClauses", async () => {
      const view = await chooseFilter(tree.clauseView);
      if (view) await look(view);
    }),
    commands.registerCommand("clausewise.searchClauses", async () => {
      const text = await window.showInputBox({ title: "Show the clauses with these words", prompt: "Number or words of the title; empty for all", placeHolder: "A.6.2 or event logs", value: tree.clauseView.text ?? "" });
      if (text !== undefined) await look(withoutEmpty({ ...tree.clauseView, text: text.trim() }));
    }),
    commands.registerCommand("clausewise.clearClauseFilter", () => look({ group: tree.clauseView.group ?? "theme" })),
    commands.registerCommand("clausewise.groupByDocument", () => look({ ...tree.clauseView, group: "document" })),
    commands.registerCommand("clausewise.groupByTheme", () => look({ ...tree.clauseView, group: "theme" })),
  );
}

interface Choice extends QuickPickItem {
  readonly standard?: StandardId;
  readonly state?: CoverageState;
}

/** Asks which standards and states to show; none chosen of either means all of it. */
async function chooseFilter(view: ClauseView): Promise<ClauseView | undefined> {
  const standards = Object.entries(STANDARDS).map(([standard, label]): Choice => ({ label, standard: standard as StandardId, picked: view.standards?.includes(standard as StandardId) ?? false }));
  const states = Object.entries(STATES).map(([state, label]): Choice => ({ label, state: state as CoverageState, picked: view.states?.includes(state as CoverageState) ?? false }));
  const items: Choice[] = [{ label: "Standard", kind: QuickPickItemKind.Separator }, ...standards, { label: "State", kind: QuickPickItemKind.Separator }, ...states];
  const chosen = await window.showQuickPick(items, { title: "Filter the clauses", placeHolder: "Choose what to show; nothing chosen shows all", canPickMany: true });
  return chosen && withoutEmpty({ ...view, standards: chosen.flatMap((one) => one.standard ?? []), states: chosen.flatMap((one) => one.state ?? []) });
}

function withoutEmpty({ group, standards, states, text }: ClauseView): ClauseView {
  return { ...(group ? { group } : {}), ...(standards?.length ? { standards } : {}), ...(states?.length ? { states } : {}), ...(text ? { text } : {}) };
}

/** What a filter leaves, in one line; undefined for all. */
function messageOf({ standards, states, text }: ClauseView): string | undefined {
  const parts = [...(standards ?? []).map((one) => STANDARDS[one]), ...(states ?? []).map((one) => STATES[one].toLowerCase()), ...(text ? [`“${text}”`] : [])];
  return parts.length === 0 ? undefined : `Showing only: ${parts.join(", ")}`;
}
