import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "../build.mjs";
import { generate } from "../generate.mjs";
import { ensureHostedVSCode } from "../hosted-vscode.mjs";
import { repository } from "../repository.mjs";
import { run } from "../run.mjs";
import { packageProblems } from "./package-contents.mjs";
import { bundleTests, bundleVSCodeTests, CORE_SHARES } from "./bundles.mjs";
import { runDownloaded, runHosted } from "./in-host.mjs";

/** The oldest VS Code that the manifest admits. */
const OLDEST = "1.104.0";
const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

const sum = (all) => all.reduce((one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped }));

const tool = (...path) => join(repository, "node_modules", ...path);

/** Runs a tool that has nothing to count; what it prints is shown when it fails. */
async function oneCheck(script, ...args) {
  const { code, output } = await run(process.execPath, [script, ...args], { cwd: repository, anyCode: true });
  if (code !== 0) console.log(output);
  return code === 0 ? PASSED : FAILED;
}

async function drift() {
  const drifted = await generate({ check: true });
  for (const file of drifted) console.log(`  not as generated: ${file}. Run node scripts/generate.mjs and commit it.`);
  return sum([drifted.length === 0 ? PASSED : FAILED, await mocha([await bundleTests("drift")], "60000")]);
}

async function types() {
  const projects = ["tsconfig.json", "tsconfig.server.json", "tsconfig.node.json", "tsconfig.extension.json", "tsconfig.scripts.json", "tsconfig.test.json", "tsconfig.vscode-test.json"];
  const results = await Promise.all(projects.map((project) => oneCheck(tool("typescript", "bin", "tsc"), "-p", project)));
  return results.every((result) => result.failed === 0) ? PASSED : FAILED;
}

/** Runs mocha on files and shows its report; the counts come from its JSON. */
async function mocha(files, timeout, env) {
  const script = join(repository, "scripts", "test", "run-mocha.cjs");
  const { output } = await run(process.execPath, [script, timeout, ...files], { cwd: repository, env, anyCode: true });
  const [, report, counts] = /^([\s\S]*)CLAUSEWISE-RESULT (\{.*\})\s*$/.exec(output) ?? [undefined, output, undefined];
  console.log(report.trimEnd());
  return counts ? JSON.parse(counts) : FAILED;
}

/** In two processes at once. The time limit only ends a test that hangs: a busy machine is not a failure. */
async function core() {
  const bundle = await bundleTests("core");
  return sum(await Promise.all(CORE_SHARES.map((share) => mocha([bundle], "60000", { CLAUSEWISE_SHARE: share }))));
}

async function engines() {
  return mocha([await bundleTests("engines")], "60000");
}

async function server() {
  return mocha([await bundleTests("server")], "60000");
}

async function commandLine() {
  return mocha([await bundleTests("cli")], "60000");
}

async function properties() {
  return mocha([await bundleTests("properties")], "120000");
}

/** Real files are not in the repository: they are other people's. */
async function corpus() {
  if (existsSync(join(repository, "..", "shared", "corpus"))) return mocha([await bundleTests("corpus")], "120000");
  console.log("  skipped: there is no folder ../shared/corpus with real files beside the repository");
  return { passed: 0, failed: 0, skipped: 1 };
}

let bundles;
let hosted;

async function hostedVSCode() {
  hosted ??= await ensureHostedVSCode();
  console.log(`  using ${hosted.name}`);
  return hosted;
}

/** In the Node host: downloaded releases where that works (the oldest supported and the newest), the npm-hosted one elsewhere. */
async function nodeHost() {
  bundles ??= await bundleVSCodeTests();
  if (process.env.CLAUSEWISE_VSCODE !== "npm") {
    const oldest = await runDownloaded(OLDEST, bundles.node);
    const stable = oldest && (await runDownloaded("stable", bundles.node));
    if (oldest && stable) {
      console.log(`  used VS Code ${OLDEST} and stable, downloaded`);
      return sum([oldest, stable]);
    }
    console.log("  VS Code cannot be downloaded here");
  }
  return runHosted(await hostedVSCode(), bundles.node, false);
}

/** The oldest release that the manifest admits, made of npm packages. Its set-up takes longer than all other stages, so it runs when asked for. */
async function oldestHost() {
  bundles ??= await bundleVSCodeTests();
  const oldest = await ensureHostedVSCode("oldest");
  console.log(`  using ${oldest.name}`);
  return runHosted(oldest, bundles.node, false);
}

async function webHost() {
  bundles ??= await bundleVSCodeTests();
  return runHosted(await hostedVSCode(), bundles.web, true);
}

async function endToEnd() {
  await hostedVSCode();
  const folder = join(repository, "test", "e2e");
  return mocha(readdirSync(folder).filter((file) => file.endsWith(".test.mjs")).sort().map((file) => join(folder, file)), "1200000");
}

/** Bundles everything and looks at what would be shipped. */
async function buildAll() {
  await build();
  const problems = await packageProblems();
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length === 0 ? PASSED : FAILED;
}

/** What `npm test` runs, in this order; a stage `onlyWhenAsked` runs with `--only` alone. */
export const stages = [
  { name: "drift", title: "Generated files, and what stands in several places", run: drift },
  { name: "types", title: "Types", run: types },
  { name: "lint", title: "Lint", run: () => oneCheck(tool("eslint", "bin", "eslint.js"), ".", "--max-warnings", "0") },
  { name: "build", title: "Build", run: buildAll },
  { name: "core", title: "Core tests", run: core },
  { name: "engines", title: "Our files in other people's engines: schema validators, the editor's grammars", run: engines },
  { name: "server", title: "The language server, as an editor talks to it", run: server },
  { name: "cli", title: "The command line, on files of a disk", run: commandLine },
  { name: "properties", title: "Properties: sentences tried on many texts", run: properties },
  { name: "corpus", title: "Real files beside the repository", run: corpus },
  { name: "node", title: "Inside VS Code, Node host", run: nodeHost },
  { name: "oldest", title: "Inside the oldest VS Code, Node host", run: oldestHost, onlyWhenAsked: true },
  { name: "web", title: "Inside VS Code, web host", run: webHost },
  { name: "e2e", title: "End to end, through the browser", run: endToEnd },
];
