import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { developmentPayload, startHostedServer } from "../hosted-server.mjs";
import { repository } from "../repository.mjs";
import { openBrowser } from "../workbench.mjs";

/** What the reporter inside VS Code prints before its counts. */
const RESULT_MARK = "CLAUSEWISE-RESULT";
/** What this build of VS Code always complains of: native modules that it runs well without, and a gallery out of reach. */
const NOISE = /Could not locate the bindings file|getaddrinfo|ERR_NAME_NOT_RESOLVED/;
/** A process that ends may still write its last lines into a folder that goes. */
export const REMOVE = { recursive: true, force: true, maxRetries: 10 };
/** Longest run of the suite, in milliseconds. */
const RUN_LIMIT = 2_400_000;

/** Copies a workspace, so that tests may write into it; an empty folder where `source` is null. Calls `work` with the copy and removes it. */
export async function withWorkspace(source, work) {
  const folder = mkdtempSync(join(tmpdir(), "clausewise-workspace-"));
  try {
    if (source !== null) cpSync(join(repository, source), folder, { recursive: true });
    return await work(folder);
  } finally {
    rmSync(folder, REMOVE);
  }
}

/** Runs the bundled suite in the Node or the web extension host of the npm-hosted VS Code. Gives `{ passed, failed, skipped }`. */
export async function runHosted(hosted, tests, web) {
  return withWorkspace("test/vscode/workspace", async (folder) => {
    const dataFolder = mkdtempSync(join(tmpdir(), "clausewise-data-"));
    // The workbench takes the host from the manifest, where Node comes first, unless this setting says otherwise.
    const settings = web ? { "remote.extensionKind": { "clausewise.clausewise": ["web"] } } : {};
    const server = await startHostedServer(hosted, { dataFolder, settings });
    const browser = await openBrowser();
    try {
      return await suiteIn(await browser.newPage(), server.address({ folder, payload: developmentPayload(server.port, { extension: repository, tests, web }) }));
    } finally {
      await browser.close();
      server.stop();
      await server.exited;
      rmSync(dataFolder, REMOVE);
    }
  });
}

/** Opens the workbench, prints what the tests print, and waits for their end. */
async function suiteIn(page, address) {
  const log = [];
  let counts;
  const ended = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The suite did not end within ${RUN_LIMIT / 60_000} minutes.`)), RUN_LIMIT);
    const note = (text) => {
      log.push(text);
      const at = text.indexOf(RESULT_MARK);
      if (at >= 0) counts = JSON.parse(text.slice(at + RESULT_MARK.length));
      else if (/^\s+(?:passed|skipped|FAILED): /.test(text)) console.log(text);
    };
    page.exposeFunction("codeAutomationLog", (_type, args) => note(args.map(String).join(" "))).catch(reject);
    page.exposeFunction("codeAutomationExit", (code) => (clearTimeout(timer), resolve(code))).catch(reject);
  });
  await page.goto(address);
  const code = await ended;
  if (!counts) throw new Error(`The suite ended with ${code} and gave no counts.\n${log.filter((line) => !NOISE.test(line)).slice(-30).join("\n")}`);
  return counts;
}

/** Runs the suite with a downloaded VS Code; undefined when none can be downloaded here. */
export async function runDownloaded(version, tests) {
  const { downloadAndUnzipVSCode, runTests } = await import("@vscode/test-electron");
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ version, timeout: 15_000, reporter: { report: () => undefined, error: () => undefined } }).catch(() => undefined);
  if (!vscodeExecutablePath) return undefined;
  return withWorkspace("test/vscode/workspace", async (folder) => {
    const lines = [];
    const write = process.stdout.write.bind(process.stdout);
    // The editor's console comes through our own output; the counts are picked out of it.
    process.stdout.write = (text, ...rest) => (lines.push(String(text)), write(text, ...rest));
    try {
      await runTests({ vscodeExecutablePath, extensionDevelopmentPath: repository, extensionTestsPath: tests, launchArgs: [folder, "--disable-extensions", "--disable-workspace-trust"] }).catch(() => undefined);
    } finally {
      process.stdout.write = write;
    }
    const found = new RegExp(`${RESULT_MARK} (\\{.*\\})`).exec(lines.join(""))?.[1];
    return found ? JSON.parse(found) : { passed: 0, failed: 1, skipped: 0 };
  });
}
