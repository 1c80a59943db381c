import { Disposable, window, workspace } from "vscode";
import type { TextEditor } from "vscode";
import type { Tree } from "./trees";

/** While `clausewise.followEditor` is on, trees that can be seen show the row of the cursor; the keyboard stays in the editor. */
export function followEditor(trees: readonly Tree[]): Disposable {
  const shown = new Map<Tree, string>();
  let busy = false;
  let again = false;
  const follow = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      for (const tree of trees) await showPlace(tree, window.activeTextEditor, shown);
    } while (again as boolean);
    busy = false;
  };
  const on = () => workspace.getConfiguration("clausewise").get<boolean>("followEditor", false) && void follow();
  return Disposable.from(
    window.onDidChangeTextEditorSelection(on),
    window.onDidChangeActiveTextEditor(on),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("clausewise.followEditor") && on()),
    ...trees.map((tree) => tree.view.onDidChangeVisibility(({ visible }) => visible && on())),
  );
}

async function showPlace(tree: Tree, editor: TextEditor | undefined, shown: Map<Tree, string>): Promise<void> {
  if (!editor || !tree.view.visible) return;
  try {
    const path = await tree.pathTo(editor.document.uri.toString(), editor.selection.active);
    const id = path.at(-1)?.id;
    if (id === undefined || (shown.get(tree) === id && tree.view.selection[0]?.id === id)) return;
    shown.set(tree, id);
    await tree.reveal(path, false);
  } catch {
    // The server is starting or stopping; the next move of the cursor asks again.
  }
}
