// A real VS Code out of npm packages alone: the package code-server holds the built VS Code server and workbench.
import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "./repository.mjs";
import { findOnPath, run } from "./run.mjs";
import { installOnce, isInstalled } from "./install-once.mjs";
import { step } from "./step.mjs";

/** Versions we run. Each code-server release demands one major of Node. */
const releases = {
  current: { vscode: "1.139.1", codeServer: "4.139.1", node: 24 },
  oldest: { vscode: "1.104.0", codeServer: "4.104.0", node: 22 },
};

const npmInstall = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/** True when `release` ("current" or "oldest") is installed already, so that no network is needed. */
export function isHostedInstalled(release = "current") {
  return isInstalled(serverFolder(releases[release]));
}

/**
 * Makes sure that the npm-hosted VS Code is there.
 * Returns `{ name, version, node, server }`: `node` runs `server` (the path of server-main.js).
 * Throws CommandFailed when npm cannot install it.
 */
export async function ensureHostedVSCode(release = "current") {
  const wanted = releases[release];
  const node = await ensureNode(wanted.node);
  const folder = serverFolder(wanted);
  await installOnce(folder, (partial) =>
    step(`Installing VS Code ${wanted.vscode} from npm (code-server ${wanted.codeServer}, about 20 s)`, () =>
      installServer(partial, wanted.codeServer),
    ),
  );
  const server = join(serverRoot(folder), "out", "server-main.js");
  return { name: `VS Code ${wanted.vscode} (code-server ${wanted.codeServer} from npm)`, version: wanted.vscode, node, server };
}

function serverFolder({ codeServer }) {
  return join(cacheFolder, `code-server-${codeServer}`);
}

function serverRoot(folder) {
  return join(folder, "node_modules", "code-server", "lib", "vscode");
}

async function installServer(folder, version) {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  await run("npm", [...npmInstall, `code-server@${version}`], { cwd: folder });
  // The server's own packages are named in a manifest of its own. None of the native modules has to be built.
  await run("npm", [...npmInstall, "--omit=dev"], { cwd: serverRoot(folder) });
  linkRipgrep(serverRoot(folder));
}

/** Older releases download ripgrep by an install script; without it `workspace.findFiles` finds nothing. The current release brings it along. */
function linkRipgrep(root) {
  const expected = join(root, "node_modules", "@vscode", "ripgrep", "bin", "rg");
  if (!existsSync(dirname(dirname(expected))) || existsSync(expected)) return;
  const brought = join(serverRoot(serverFolder(releases.current)), "node_modules", "@vscode", "ripgrep-universal", "bin", `${process.platform}-${process.arch}`, "rg");
  const found = existsSync(brought) ? brought : findOnPath("rg");
  if (!found) throw new Error("This VS Code needs ripgrep for file search: install the package ripgrep.");
  mkdirSync(dirname(expected), { recursive: true });
  copyFileSync(found, expected);
  chmodSync(expected, 0o755);
}

/** The path of a Node of that major: the running one when it fits, else the one in npm's package for this platform. */
async function ensureNode(major) {
  if (Number(process.versions.node.split(".")[0]) === major) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(cacheFolder, `node-${major}`);
  const file = join(folder, "node_modules", name, "bin", platform === "win" ? "node.exe" : "node");
  await installOnce(folder, (partial) =>
    step(`Installing Node ${major} for VS Code from npm (${name}, about 10 s)`, async () => {
      writeFileSync(join(partial, "package.json"), JSON.stringify({ private: true }));
      await run("npm", [...npmInstall, `${name}@${major}`], { cwd: partial });
    }),
  );
  chmodSync(file, 0o755);
  return file;
}
