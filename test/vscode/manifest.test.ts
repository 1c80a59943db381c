import assert from "node:assert/strict";
import * as vscode from "vscode";
import { clausewise } from "./workspace-files";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string }[];
    readonly menus: Readonly<Record<string, readonly { command?: string; submenu?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly viewsWelcome: readonly { contents: string }[];
    readonly configuration: { properties: Readonly<Record<string, unknown>> };
    readonly snippets: readonly { language: string; path: string }[];
    readonly walkthroughs: readonly { steps: readonly { description: string; media: { svg: string } }[] }[];
  };
}

describe("the manifest", () => {
  before(clausewise);
  const { contributes } = vscode.extensions.getExtension("clausewise.clausewise")?.packageJSON as Manifest;
  const declared = contributes.commands.map((one) => one.command).sort();

  it("declares exactly the commands that the extension registers", async () => {
    const registered = (await vscode.commands.getCommands(true)).filter((one) => /^clausewise\.\w+$/.test(one));
    assert.deepEqual(registered.sort(), declared);
  });

  it("puts only declared commands into menus and welcome texts", () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.flatMap((item) => item.command ?? []));
    const inTexts = contributes.viewsWelcome.flatMap(({ contents }) => [...contents.matchAll(/command:(clausewise\.\w+)/g)].map((match) => match[1] ?? ""));
    for (const command of [...inMenus, ...inTexts]) assert.ok(declared.includes(command), command);
  });

  it("has the views that the extension fills", async () => {
    const { documents, clauses } = await clausewise();
    const views = Object.values(contributes.views).flatMap((list) => list.map((view) => view.id));
    assert.deepEqual(views, ["clausewise.documents", "clausewise.clauses"]);
    assert.deepEqual([documents.view.title, clauses.view.title], ["Documents", "Clauses"]);
  });

  it("has snippets for every language that documents are written in", () => {
    assert.deepEqual(contributes.snippets.map((one) => one.language), ["yaml", "json", "jsonc", "markdown"]);
  });

  it("gives every rule that has a page a setting", async () => {
    const extension = vscode.extensions.getExtension("clausewise.clausewise");
    assert.ok(extension, "the extension is not installed");
    const pages = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(extension.extensionUri, "docs", "rules"));
    const rules = pages.map(([name]) => name.replace(/\.md$/, "")).filter((name) => name !== "README");
    const { properties } = contributes.configuration.properties["clausewise.rules"] as { properties: object };
    assert.deepEqual(Object.keys(properties).sort(), rules.sort());
  });

  it("has a picture for each step of the walkthrough, and commands that do it", async () => {
    const extension = vscode.extensions.getExtension("clausewise.clausewise");
    assert.ok(extension, "the extension is not installed");
    const steps = contributes.walkthroughs.flatMap((one) => one.steps);
    assert.equal(steps.length, 4);
    for (const { description, media } of steps) {
      const picture = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, media.svg)));
      assert.match(picture, /^<svg [^]*<\/svg>\s*$/);
      const offered = [...description.matchAll(/command:(clausewise\.\w+)/g)].map((match) => match[1] ?? "");
      assert.ok(offered.length > 0 && offered.every((one) => declared.includes(one)), description);
    }
  });
});
