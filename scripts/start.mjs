// npm start: builds and opens a real VS Code with the extension on examples/ (or on the folder given with --folder).
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { cacheFolder, repository } from "./repository.mjs";
import { findOnPath, run } from "./run.mjs";
import { step } from "./step.mjs";

const { values } = parseArgs({ options: { port: { type: "string" }, folder: { type: "string" }, hosted: { type: "boolean" } } });
const folder = resolve(values.folder ?? resolve(repository, "examples"));

async function main() {
  await ensureDependencies();
  await build();
  const desktop = values.hosted ? undefined : findOnPath("code");
  if (desktop) {
    console.log("Opening VS Code with the extension …");
    await run(desktop, ["--new-window", `--extensionDevelopmentPath=${repository}`, folder]);
    return;
  }
  await openHosted();
}

/** Without a desktop VS Code: the one from npm, on loopback, in whatever browser the person has. */
async function openHosted() {
  const { ensureHostedVSCode } = await import("./hosted-vscode.mjs");
  const { developmentPayload, startHostedServer } = await import("./hosted-server.mjs");
  const hosted = await ensureHostedVSCode();
  const token = randomBytes(12).toString("hex");
  const port = Number(values.port ?? 0);
  const server = await step(`Starting ${hosted.name}`, () => startHostedServer(hosted, { dataFolder: resolve(cacheFolder, "start-data"), token, port }));
  const address = server.address({ folder, payload: developmentPayload(server.port, { extension: repository }) });
  console.log(`\nOpen this address in a browser:\n\n  ${address}\n\nCtrl-C stops it.`);
  process.once("SIGINT", () => server.stop());
  process.once("SIGTERM", () => server.stop());
  await server.exited;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
