// A server and a browser for a suite, and a workbench of its own for each test.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureHostedVSCode } from "../../scripts/hosted-vscode.mjs";
import { developmentPayload, startHostedServer } from "../../scripts/hosted-server.mjs";
import { repository } from "../../scripts/repository.mjs";
import { REMOVE, withWorkspace } from "../../scripts/test/in-host.mjs";
import { openBrowser, Workbench } from "../../scripts/workbench.mjs";

/** Starts a server and a browser before the tests of a suite, and ends them after it. `settings` are those of the workbench. */
export function serveWorkbench(settings = {}) {
  before(async function () {
    this.dataFolder = mkdtempSync(join(tmpdir(), "clausewise-e2e-"));
    this.server = await startHostedServer(await ensureHostedVSCode(), { dataFolder: this.dataFolder, settings });
    this.browser = await openBrowser();
  });

  after(async function () {
    await this.browser?.close();
    this.server?.stop();
    await this.server?.exited;
    rmSync(this.dataFolder, REMOVE);
  });
}

/**
 * Runs `work` with a workbench of its own on a copy of the test workspace, or on an empty folder where `source` is null; `work`
 * gets the workbench and the folder. High enough by default for every row that the tests look for: what a tree would have to be
 * scrolled to is not there at all.
 */
export function inWorkbench(work, { source = "test/vscode/workspace", size = { height: 1600 } } = {}) {
  return async function () {
    await withWorkspace(source, async (folder) => {
      const { server, browser } = this;
      const address = server.address({ folder, payload: developmentPayload(server.port, { extension: repository }) });
      const workbench = await Workbench.open(browser, address, size);
      try {
        await work(workbench, folder);
      } catch (error) {
        // What was to be seen instead says more than the error.
        await workbench.screenshot(join(repository, "out", "e2e", `${this.test.title.replace(/\W+/g, "-")}.png`));
        throw error;
      } finally {
        await workbench.page.close();
      }
    });
  };
}
