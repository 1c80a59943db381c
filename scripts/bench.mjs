// Change → diagnostics and memory of our language server beside yaml-language-server, both over standard input and output in
// one run, with the same schema and the same files. Prints ratios: the times of a single machine mean little.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { DrivenServer } from "./bench/language-server.mjs";
import { riskFile } from "./bench/risk-file.mjs";
import { installOnce } from "./install-once.mjs";
import { cacheFolder, repository } from "./repository.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/** The last version of the peer that runs on Node 20. */
const PEER = "yaml-language-server@1.25.0";
const SIZES = [3_000, 26_000, 530_000];
const CHANGES = 15;

async function peerScript() {
  const folder = path.join(cacheFolder, PEER.replace("@", "-"));
  await step(`Peer ${PEER}`, () => installOnce(folder, (partial) => run("npm", ["install", "--ignore-scripts", "--no-save", "--prefix", partial, PEER])));
  return path.join(folder, "node_modules/yaml-language-server/bin/yaml-language-server");
}

function serversFor(peer) {
  const schema = pathToFileURL(path.join(repository, "schemas/security-risk.schema.json")).href;
  const yaml = { validate: true, schemas: { [schema]: ["*.yaml"] }, schemaStore: { enable: false } };
  return [
    () => new DrivenServer("clausewise", path.join(repository, "dist/node/server.js"), ["--stdio"], {}),
    () => new DrivenServer("yaml-language-server", peer, ["--stdio"], { yaml, "[yaml]": {}, http: {}, editor: {}, files: {} }),
  ];
}

/** Types one letter into the title of the risk in the middle and takes it away again, over and over. */
async function measure(make, text, folder) {
  const server = make();
  try {
    const workspace = pathToFileURL(folder).href;
    await server.start(workspace);
    const uri = `${workspace}/bench.security-risk.yaml`;
    await server.open(uri, text);
    const lines = text.split("\n");
    const middle = lines.findIndex((line, index) => index >= lines.length / 2 && line.startsWith("    title: "));
    const at = { line: middle, character: "    title: ".length };
    const times = [];
    for (let number = 0; number < CHANGES; number++) {
      const typed = number % 2 === 0;
      const end = typed ? at : { line: at.line, character: at.character + 1 };
      times.push(await server.change(uri, { start: at, end }, typed ? "x" : ""));
    }
    return { median: median(times.slice(2)), memory: server.peakMemory() };
  } finally {
    server.stop();
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const bundle = path.join(repository, "dist/node/server.js");
if (!existsSync(bundle)) await step("Building", () => run(process.execPath, [path.join(repository, "esbuild.js"), "--production"], { cwd: repository }));
const [ours, theirs] = serversFor(await peerScript());
const folder = await mkdtemp(path.join(tmpdir(), "clausewise-bench-"));
try {
  console.log("\nchange → diagnostics, median; memory at its peak\n");
  console.log("file        clausewise            yaml-language-server  times quicker  memory ratio");
  for (const size of SIZES) {
    const text = riskFile(size);
    const a = await measure(ours, text, folder);
    const b = await measure(theirs, text, folder);
    const cell = ({ median: time, memory }) => `${time.toFixed(1)} ms, ${memory?.toFixed(0) ?? "?"} MB`.padEnd(22);
    const ratio = (value) => (Number.isFinite(value) ? value.toFixed(2) : "?");
    console.log(`${`${Math.round(text.length / 1000)} KB`.padEnd(12)}${cell(a)}${cell(b)}${ratio(b.median / a.median).padEnd(15)}${ratio(a.memory / b.memory)}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
