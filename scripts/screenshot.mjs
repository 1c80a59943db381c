// A picture of what a person sees, for looking at it:
//   node scripts/screenshot.mjs --out FILE.png [--folder examples] [--open FILE] [--line N] [--column N] [--hover]
//     [--governance] [--expand ROW]… [--command TITLE] [--theme dark|light|contrast] [--wait TEXT] [--size 1440x900]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureHostedVSCode } from "./hosted-vscode.mjs";
import { developmentPayload, startHostedServer } from "./hosted-server.mjs";
import { repository } from "./repository.mjs";
import { themes } from "./themes.mjs";
import { openBrowser, Workbench } from "./workbench.mjs";

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    folder: { type: "string", default: "examples" },
    open: { type: "string" },
    line: { type: "string" },
    column: { type: "string", default: "1" },
    hover: { type: "boolean" },
    governance: { type: "boolean" },
    expand: { type: "string", multiple: true, default: [] },
    command: { type: "string" },
    theme: { type: "string", default: "dark" },
    wait: { type: "string" },
    size: { type: "string", default: "1440x900" },
  },
});

const dataFolder = await mkdtemp(join(tmpdir(), "clausewise-picture-"));
const server = await startHostedServer(await ensureHostedVSCode(), { dataFolder, settings: { "workbench.colorTheme": themes[values.theme] } });
const browser = await openBrowser();
let workbench;
try {
  const [width, height] = values.size.split("x").map(Number);
  const address = server.address({ folder: resolve(values.folder), payload: developmentPayload(server.port, { extension: repository }) });
  workbench = await Workbench.open(browser, address, { width, height });
  if (values.open) {
    await workbench.openFile(values.open);
    await workbench.waitForSquiggle("warning").catch(() => console.log("no warning is to be seen"));
  }
  if (values.governance) await workbench.openGovernance();
  for (const row of values.expand) await workbench.expand(row);
  if (values.command) await workbench.command(values.command);
  if (values.line) {
    await workbench.focusEditor();
    await workbench.goTo(Number(values.line), Number(values.column));
  }
  if (values.hover) await workbench.hover();
  if (values.wait) await workbench.page.getByText(values.wait).first().waitFor();
  await workbench.screenshot(resolve(values.out ?? "screenshot.png"));
} catch (error) {
  // What was to be seen instead says more than the error.
  await workbench?.screenshot(resolve(values.out ?? "screenshot.png"));
  throw error;
} finally {
  await browser.close();
  server.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
