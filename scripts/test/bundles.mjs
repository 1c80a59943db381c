import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { repository } from "../repository.mjs";

/** What lies in test/ and runs in another stage than the core tests, or somewhere else than in plain Node. */
const STAGES = { "drift.test.ts": "drift", engines: "engines", server: "server", cli: "cli", properties: "properties", corpus: "corpus", vscode: "vscode", e2e: "e2e" };

/** The two shares of the core tests, which take about as long as one another. */
export const CORE_SHARES = ["rules", "rooms"];
const shareOf = (folder) => (folder === "rules" ? "rules" : "rooms");

const common = { bundle: true, sourcemap: "inline", logLevel: "error", absWorkingDir: repository };

/** Mocha's build for browsers hands itself to `module.exports` where there is one, which in a bundle is the suite's own. */
const mochaAsGlobal = {
  name: "mocha-as-global",
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `(function (exports, module, define) {${await readFile(path, "utf8")}\n}).call(globalThis);`,
      loader: "js",
    }));
  },
};

/** Bundles the tests of a stage into one file and gives its path. With CLAUSEWISE_SHARE the file runs one share of the core tests, without it both. */
export async function bundleTests(stage) {
  const shares = {};
  for (const file of (await readdir(join(repository, "test"), { recursive: true })).sort()) {
    const [folder] = file.split(/[/\\]/);
    if (!file.endsWith(".test.ts") || (STAGES[folder] ?? "core") !== stage) continue;
    (shares[stage === "core" ? shareOf(folder) : stage] ??= []).push(`require(${JSON.stringify(`./test/${file.replaceAll("\\", "/")}`)});`);
  }
  // What is tried on many texts begins with the seed of the texts.
  const contents = `${stage === "properties" ? 'require("./test/properties/seed.ts");' : ""}
const shares = {\n${Object.entries(shares).map(([share, loads]) => `${share}() {\n${loads.join("\n")}\n},`).join("\n")}\n};
for (const share of process.env.CLAUSEWISE_SHARE ? [process.env.CLAUSEWISE_SHARE] : Object.keys(shares)) shares[share]();
`;
  const outfile = join(repository, "out", "test", `${stage}.js`);
  // The map beside the bundle: the command line takes the file that it runs in for itself and reads it to know its version.
  await build({ ...common, sourcemap: "linked", sourcesContent: false, stdin: { contents, resolveDir: repository }, outfile, platform: "node", format: "cjs", mainFields: ["module", "main"] });
  return outfile;
}

/** Bundles the suite that runs inside VS Code, for both extension hosts; gives the two paths. */
export async function bundleVSCodeTests() {
  const node = join(repository, "out", "test", "vscode", "node.js");
  const web = join(repository, "out", "test", "vscode", "web.js");
  await build({ ...common, entryPoints: ["test/vscode/index.node.ts"], outfile: node, platform: "node", format: "cjs", external: ["vscode", "mocha"] });
  // The worker has no `assert` of Node's: a small package with the same name stands in.
  await build({ ...common, entryPoints: ["test/vscode/index.web.ts"], outfile: web, platform: "browser", format: "cjs", external: ["vscode"], plugins: [mochaAsGlobal], define: { global: "globalThis", "process.env.NODE_DEBUG": "undefined" }, alias: { "node:assert/strict": "./test/vscode/assert.ts" } });
  return { node, web };
}
