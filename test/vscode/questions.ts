import assert from "node:assert/strict";
import { window } from "vscode";
import type { InputBoxOptions, QuickPickItem, QuickPickOptions } from "vscode";

/** A question as a person saw it: its title, and what stood in the field or was on offer. */
export interface Asked {
  readonly title: string | undefined;
  readonly shown: string | readonly string[];
}

/** What a person does: takes a choice by the beginning of its name, types something, or takes what is there already. */
export type Answer = string | typeof AS_IT_STANDS;
export const AS_IT_STANDS = Symbol("as it stands");

/**
 * Answers the questions that the extension asks while `work` runs, in their order, and gives what was asked. Icons are left out of
 * what is on offer. A question too many gives up, as Escape does; the list of what was asked shows it.
 */
export async function answering(answers: readonly Answer[], work: () => Thenable<unknown>): Promise<Asked[]> {
  const { showInputBox, showQuickPick } = window;
  const asked: Asked[] = [];
  const next = () => answers[asked.length - 1];
  const input = (options?: InputBoxOptions) => {
    asked.push({ title: options?.title, shown: options?.value ?? "" });
    const answer = next();
    return Promise.resolve(answer === AS_IT_STANDS ? options?.value : answer);
  };
  const pick = async (offered: readonly QuickPickItem[] | Thenable<readonly QuickPickItem[]>, options?: QuickPickOptions) => {
    const items = await offered;
    const name = ({ label }: QuickPickItem) => label.replace(/^\$\([\w-]+\) /, "");
    asked.push({ title: options?.title, shown: items.map(name) });
    const answer = next();
    if (answer === undefined) return undefined;
    const chosen = answer === AS_IT_STANDS ? items[0] : items.find((item) => name(item).startsWith(answer));
    assert.ok(chosen, `${String(answer)} is not among ${items.map(name).join(", ")}`);
    return chosen;
  };
  Object.assign(window, { showInputBox: input, showQuickPick: pick });
  try {
    await work();
  } finally {
    Object.assign(window, { showInputBox, showQuickPick });
  }
  return asked;
}
