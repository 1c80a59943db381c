import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { repository } from "../repository.mjs";

/** Folders of test/ that run somewhere else than in plain Node, or in a stage of their own. */
const ELSEWHERE = new Set(["vscode", "e2e", "corpus", "properties"]);

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

/** Bundles the core tests into one file and gives its path. */
export async function bundleCoreTests() {
  return bundleTests("core", (folder) => !ELSEWHERE.has(folder));
}

/** Bundles the tests that try a sentence on many made texts or on all there are of a kind. */
export async function bundlePropertyTests() {
  return bundleTests("properties", (folder) => folder === "properties");
}

/** Bundles the tests below some of the folders of test/ into one file and gives its path. */
async function bundleTests(name, belongs) {
  const files = (await readdir(join(repository, "test"), { recursive: true })).filter((file) => file.endsWith(".test.ts") && belongs(file.split(/[/\\]/)[0]));
  const contents = ["seed.ts", ...files.sort()].map((file) => `import ${JSON.stringify(`./test/${file.replaceAll("\\", "/")}`)};`).join("\n");
  const outfile = join(repository, "out", "test", `${name}.js`);
  // The map beside the bundle: the command line takes the file that it runs in for itself and reads it to know its version.
  await build({ ...common, sourcemap: "linked", stdin: { contents, resolveDir: repository }, outfile, platform: "node", format: "cjs", mainFields: ["module", "main"] });
  return outfile;
}

/** Bundles the tests that read real files beside the repository. */
export async function bundleCorpusTests() {
  const outfile = join(repository, "out", "test", "corpus.js");
  await build({ ...common, entryPoints: ["test/corpus/corpus.test.ts"], outfile, platform: "node", format: "cjs", mainFields: ["module", "main"] });
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
