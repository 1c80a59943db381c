// Takes the pictures of the README from the real workbench: node scripts/pictures.mjs
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureHostedVSCode } from "./hosted-vscode.mjs";
import { developmentPayload, startHostedServer } from "./hosted-server.mjs";
import { repository } from "./repository.mjs";
import { step } from "./step.mjs";
import { openBrowser, Workbench } from "./workbench.mjs";

/** Width of the side bar in pixels: file names with their counts fit in. */
const SIDE_BAR = 400;

/** The scenes by file name; each begins with a fresh workbench on examples/. */
const SCENES = {
  "readme-editor.png": async (workbench) => {
    await workbench.openFile("credit-scorer.model-card.yaml");
    await workbench.openGovernance();
    await workbench.expand("credit-scorer.model-card.yaml");
    await workbench.expand("Evaluation");
    await workbench.focusEditor();
    await workbench.goTo(46, 16);
    await workbench.waitForSquiggle("warning");
    await workbench.hover();
  },
  "readme-clause.png": async (workbench) => {
    await workbench.openGovernance();
    await workbench.row("credit-scorer.model-card.yaml").waitFor();
    // Closed, so that the clauses have the room.
    await workbench.page.locator(".pane-header", { hasText: "Documents" }).click();
    await workbench.command("Clausewise: Open Clause");
    await workbench.answer("A.9.4", "A.9.4");
    await workbench.webview().getByRole("heading", { name: "Gaps" }).waitFor();
    await workbench.expand("A.9 Use of AI systems");
    await workbench.expand("A.9.4 Intended use");
  },
};

const dataFolder = await mkdtemp(join(tmpdir(), "clausewise-pictures-"));
const server = await startHostedServer(await ensureHostedVSCode(), { dataFolder, settings: { "workbench.colorTheme": "Default Light Modern", "editor.minimap.enabled": false } });
const browser = await openBrowser();
try {
  for (const [name, scene] of Object.entries(SCENES)) {
    await step(`media/${name}`, async () => {
      const address = server.address({ folder: join(repository, "examples"), payload: developmentPayload(server.port, { extension: repository }) });
      const workbench = await Workbench.open(browser, address);
      await workbench.widenSideBar(SIDE_BAR);
      await scene(workbench);
      await workbench.screenshot(join(repository, "media", name));
      await workbench.page.close();
    });
  }
} finally {
  await browser.close();
  server.stop();
  await server.exited;
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
}
