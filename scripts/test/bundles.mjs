import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { repository } from "../repository.mjs";

/** Folders of test/ that run somewhere else than in plain Node, or in a stage of their own. */
const ELSEWHERE = new Set(["vscode", "e2e", "corpus", "properties", "cli", "engines", "drift.test.ts"]);

/** The two shares of the core tests, which take about as long as one another, by what lies in test/. */
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

/** Bundles the core tests into one file and gives its path. With CLAUSEWISE_SHARE it runs one of CORE_SHARES, without it both. */
export async function bundleCoreTests() {
  return bundleTests("core", (folder) => (ELSEWHERE.has(folder) ? undefined : shareOf(folder)));
}

/** Bundles the tests of the command line, which run it on files of a disk. */
export async function bundleCommandTests() {
  return bundleTests("cli", (folder) => (folder === "cli" ? "cli" : undefined));
}

/** Bundles the tests that ask other people's engines about our files. */
export async function bundleEngineTests() {
  return bundleTests("engines", (folder) => (folder === "engines" ? "engines" : undefined));
}

/** Bundles the test that compares what is generated or declared in several places. */
export async function bundleDriftTest() {
  return bundleTests("drift", (folder) => (folder === "drift.test.ts" ? "drift" : undefined));
}

/** Bundles the tests that try a sentence on many made texts or on all there are of a kind. */
export async function bundlePropertyTests() {
  return bundleTests("properties", (folder) => (folder === "properties" ? "properties" : undefined));
}

/** Bundles the tests of those folders of test/ that have a share into one file and gives its path. */
async function bundleTests(name, shareOf) {
  const shares = {};
  for (const file of (await readdir(join(repository, "test"), { recursive: true })).sort()) {
    const share = file.endsWith(".test.ts") && shareOf(file.split(/[/\\]/)[0]);
    if (share) (shares[share] ??= []).push(`require(${JSON.stringify(`./test/${file.replaceAll("\\", "/")}`)});`);
  }
  const contents = `${shares.properties ? 'require("./test/seed.ts");' : ""}
const shares = {\n${Object.entries(shares).map(([share, loads]) => `${share}() {\n${loads.join("\n")}\n},`).join("\n")}\n};
for (const share of process.env.CLAUSEWISE_SHARE ? [process.env.CLAUSEWISE_SHARE] : Object.keys(shares)) shares[share]();
`;
  const outfile = join(repository, "out", "test", `${name}.js`);
  // The map beside the bundle: the command line takes the file that it runs in for itself and reads it to know its version.
  await build({ ...common, sourcemap: "linked", sourcesContent: false, stdin: { contents, resolveDir: repository }, outfile, platform: "node", format: "cjs", mainFields: ["module", "main"] });
  return outfile;
}

/** Bundles the tests that read real files beside the repository. */
export async function bundleCorpusTests() {
  const outfile = join(repository, "out", "test", "corpus.js");
  await build({ ...common, sourcemap: "linked", sourcesContent: false, entryPoints: ["test/corpus/corpus.test.ts"], outfile, platform: "node", format: "cjs", mainFields: ["module", "main"] });
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
