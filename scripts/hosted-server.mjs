import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Longest wait for the server's first answer, in milliseconds. */
const START_LIMIT = 60_000;

/** Settings for a workbench that shows the work and nothing else. */
const QUIET = {
  "workbench.startupEditor": "none",
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "files.simpleDialog.enable": true,
  // As on the desktop: in a browser the editor would save what is typed after a second, also what a test means to take back.
  "files.autoSave": "off",
};

/**
 * Starts the npm-hosted VS Code server on loopback and waits until it answers.
 * `dataFolder` keeps its state; `token` guards it (without one everybody on this machine may connect, as tests do);
 * `settings` are added to the quiet ones. Returns `{ port, address(query), stop() }`.
 */
export async function startHostedServer(hosted, { dataFolder, token, port = 0, settings = {} }) {
  const machine = join(dataFolder, "data", "Machine");
  mkdirSync(machine, { recursive: true });
  writeFileSync(join(machine, "settings.json"), JSON.stringify({ ...QUIET, ...settings }, null, 2));
  const chosen = port === 0 ? await freePort() : port;
  const access = token === undefined ? ["--without-connection-token"] : ["--connection-token", token];
  const child = spawn(
    hosted.node,
    [hosted.server, "--host", "127.0.0.1", "--port", String(chosen), "--accept-server-license-terms", "--enable-smoke-test-driver", "--disable-workspace-trust", "--disable-telemetry", "--server-data-dir", dataFolder, ...access],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (log = (log + text).slice(-20_000)));
  const stop = () => child.kill();
  process.once("exit", stop);
  try {
    await answers(`http://127.0.0.1:${chosen}/version`, child);
  } catch (error) {
    stop();
    throw new Error(`The hosted VS Code did not start. ${error.message}\n${log}`);
  }
  const address = (query) => {
    const search = new URLSearchParams({ ...(token === undefined ? {} : { tkn: token }), ...query });
    return `http://127.0.0.1:${chosen}/?${search}`;
  };
  return { port: chosen, address, stop, exited: new Promise((resolve) => child.once("exit", resolve)) };
}

/** The `payload` of the workbench's address that loads an extension from its folder; `web` chooses the Web Worker host. */
export function developmentPayload(port, { extension, tests, web = false }) {
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
  const pairs = [["extensionDevelopmentPath", remote(extension)]];
  if (web) pairs.unshift(["extensionDevelopmentKind", "web"]);
  if (tests) pairs.push(["extensionTestsPath", remote(tests)]);
  return JSON.stringify(pairs);
}

async function answers(address, child) {
  const end = Date.now() + START_LIMIT;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer && answer.status < 500) return;
    await wait(100);
  }
  throw new Error("It gave no answer within a minute.");
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
